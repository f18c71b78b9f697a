import { Choice } from "~/components/field";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { textOf } from "~/routes/intake/typed";
import type { Typed } from "./checklist-form";
import type { ListPage, ListRow } from "./checklist-page.server";

const choices = [
  ["yes", "1"],
  ["no", "2"],
  ["not-applicable", "3"],
  ["blank", "0"],
] as const;

type RowsProps = {
  canEdit: boolean;
  typed: Typed;
  light: (cell: string) => void;
  problems: readonly Problem[] | undefined;
};

/** Every row of a list, those a person has to look at first. */
export function ListRows({ list, ...rest }: RowsProps & { list: ListPage }) {
  const isOpen = (row: ListRow) => row.answer === "conflict" || row.answer === "unclear";
  const rows = [...list.rows.filter(isOpen), ...list.rows.filter((row) => !isOpen(row))];
  return (
    <>
      {rows.map((row) => (
        <Row key={row.ordinal} row={row} isOpen={isOpen(row)} {...rest} />
      ))}
    </>
  );
}

function Row(props: RowsProps & { row: ListRow; isOpen: boolean }) {
  const { row, typed } = props;
  const { answers, unreadReasons, checklists } = useWords();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: lights the same row in the sheet when a control has the focus
    <div
      className={props.isOpen ? "ask current" : "ask"}
      id={`a-${row.formIndex}-${row.ordinal}`}
      data-ask=""
      onFocus={() => props.light(row.cell)}
      onMouseEnter={() => props.light(row.cell)}
    >
      <p>
        <b className="num">{row.no}</b>　{row.item}
      </p>
      <p>
        <span className="tag num">{row.cell}</span> {row.reason && unreadReasons[row.reason]}
        {!props.canEdit && <b>{answers[row.answer]}</b>}
        {row.checkedText !== "" && checklists.checkedAs(row.checkedText)}
      </p>
      {props.canEdit && <RowFields {...props} typed={typed} />}
    </div>
  );
}

function RowFields({ row, typed, problems }: RowsProps & { row: ListRow }) {
  const { answers, intake, checklists } = useWords();
  const name = `${row.formIndex}-${row.ordinal}`;
  const chosen = textOf(typed, `answer-${name}`, row.answer);
  const isWrong = problems?.some((each) => each.at === `target-${name}`) ?? false;
  return (
    <>
      <fieldset className="choices">
        <legend className="sr">{`${row.no} ${row.item}`}</legend>
        {choices.map(([value, key]) => (
          <Choice
            key={value}
            type="radio"
            name={`answer-${name}`}
            value={value}
            isChecked={chosen === value}
            label={
              <>
                <kbd>{key}</kbd> {value === "blank" ? intake.unanswered : answers[value]}
              </>
            }
          />
        ))}
      </fieldset>
      <div className="ask-texts">
        <label className="field">
          {checklists.target}
          <input
            id={`field-target-${name}`}
            type="text"
            name={`target-${name}`}
            className="compact"
            aria-invalid={isWrong || undefined}
            defaultValue={textOf(typed, `target-${name}`, row.targetOn ?? "")}
          />
          {row.targetText !== "" && row.targetOn === null && (
            <small className="block">{checklists.targetAs(row.targetText)}</small>
          )}
        </label>
        <label className="field">
          {intake.remark}
          <textarea
            name={`remark-${name}`}
            rows={1}
            defaultValue={textOf(typed, `remark-${name}`, row.remark)}
          />
        </label>
      </div>
    </>
  );
}
