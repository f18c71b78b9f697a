import { Choice, Field, FieldGroup } from "~/components/field";
import { useWords } from "~/components/words";
import { dateStyles } from "~/domain/era";
import type { Problem } from "~/domain/problem";

/** Number as the contract counts its annexes, and how days are written. An internal paper has no number. */
export function DraftSettings(props: {
  printedNo: string;
  dateStyle: string;
  problems: readonly Problem[] | undefined;
  hasNoNumber?: boolean;
  /** Role sheets of the contract, to be chosen from where there are several. */
  sheets?: readonly { id: string; title: string; isPrinted: boolean }[];
}) {
  const { papers } = useWords();
  return (
    <>
      {props.hasNoNumber ? (
        <input type="hidden" name="printedNo" value={props.printedNo} />
      ) : (
        <Field
          name="printedNo"
          label={papers.printedNo}
          hint={papers.printedNoHint}
          problems={props.problems}
        >
          {(control) => <input {...control} type="text" defaultValue={props.printedNo} />}
        </Field>
      )}
      {props.sheets && props.sheets.length > 1 && (
        <FieldGroup
          name="roleSheets"
          label={papers.roleSheets}
          hint={papers.roleSheetsHint}
          problems={props.problems}
        >
          <input type="hidden" name="asksSheets" value="yes" />
          <div className="choices">
            {props.sheets.map((each) => (
              <Choice
                key={each.id}
                type="checkbox"
                name="roleSheets"
                value={each.id}
                label={each.title}
                isChecked={each.isPrinted}
              />
            ))}
          </div>
        </FieldGroup>
      )}
      <FieldGroup name="dateStyle" label={papers.dateStyle} problems={props.problems}>
        <div className="choices">
          {[...dateStyles].reverse().map((style) => (
            <Choice
              key={style}
              type="radio"
              name="dateStyle"
              value={style}
              label={papers.dateStyles[style]}
              isChecked={props.dateStyle === style}
            />
          ))}
        </div>
      </FieldGroup>
    </>
  );
}
