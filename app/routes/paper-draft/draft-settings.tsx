import { Choice, Field, FieldGroup } from "~/components/field";
import { useWords } from "~/components/words";
import { type Signature, signatures } from "~/domain/annex-input";
import { dateStyles } from "~/domain/era";
import type { Problem } from "~/domain/problem";

/** Number as the contract counts its annexes, and how days are written. An internal paper has no number. */
export function DraftSettings(props: {
  printedNo: string;
  dateStyle: string;
  problems: readonly Problem[] | undefined;
  hasNoNumber?: boolean;
  /** 署名欄: chosen on the draft ("" = as the template proposes); not asked for a new draft. */
  signature?: { chosen: string; ofTemplate: Signature };
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
      {props.signature && <SignatureChoice {...props.signature} problems={props.problems} />}
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

function SignatureChoice(props: {
  chosen: string;
  ofTemplate: Signature;
  problems: readonly Problem[] | undefined;
}) {
  const { papers } = useWords();
  const options = [
    { value: "", label: papers.signatureOfTemplate(papers.signatures[props.ofTemplate]) },
    ...signatures.map((value) => ({ value, label: papers.signatures[value] })),
  ];
  return (
    <FieldGroup
      name="signature"
      label={papers.signature}
      hint={papers.signatureHint}
      problems={props.problems}
    >
      <div className="choices">
        {options.map((each) => (
          <Choice
            key={each.value}
            type="radio"
            name="signature"
            value={each.value}
            label={each.label}
            isChecked={props.chosen === each.value}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
