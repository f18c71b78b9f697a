import { Link } from "@remix-run/react";
import { Choice } from "~/components/field";
import { useWords } from "~/components/words";
import { cellPlace } from "./cell-place";
import type { ReviewRow } from "./review-page.server";
import { textOf } from "./typed";

const choices = [
  ["yes", "1"],
  ["no", "2"],
  ["not-applicable", "3"],
  ["blank", "0"],
] as const;

/** One row a person decides: what the sheet says, why it is unclear, the answer and the remark. */
export function Ask(props: {
  row: ReviewRow;
  typed: Readonly<Record<string, string | string[]>>;
  light: (cell: string) => void;
  canEdit: boolean;
  isEdit?: boolean;
  isByHand: boolean;
  /** Page of the picture that is shown: what a new entry is read from. */
  shownPage: number;
}) {
  const { row, typed } = props;
  const { intake, answers, unreadReasons } = useWords();
  const name = `${row.formIndex}-${row.ordinal}`;
  const chosen = textOf(
    typed,
    `answer-${name}`,
    props.isEdit || (props.isByHand && row.setAt !== null) ? row.answer : "",
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: lights the same row in the sheet when a control has the focus
    <div
      className="ask"
      data-ask=""
      onFocus={() => props.light(row.cell)}
      onMouseEnter={() => props.light(row.cell)}
    >
      <p>
        <b className="num">{row.no}</b>　{row.question}
      </p>
      {!props.isByHand && (
        <p>
          <Link className="tag num" to={`#r-${cellPlace(row.cell).row}`} preventScrollReset>
            {row.cells.length > 0 ? row.cells.join(", ") : row.cell}
          </Link>{" "}
          {row.reason ? unreadReasons[row.reason] : intake.wasRead(answers[row.readAnswer])}
        </p>
      )}
      {props.canEdit && (
        <>
          <fieldset className="choices">
            <legend className="sr">{`${row.no} ${row.question}`}</legend>
            {choices.map(([value, key]) => (
              <Choice
                key={value}
                type="radio"
                name={`answer-${name}`}
                value={value}
                isChecked={chosen === value}
                label={
                  <>
                    <kbd>{key}</kbd> {value === "blank" ? intake.leaveBlank : answers[value]}
                  </>
                }
              />
            ))}
          </fieldset>
          <div className="ask-texts">
            <label className="field">
              {intake.remark}
              <textarea
                name={`remark-${name}`}
                rows={1}
                defaultValue={textOf(typed, `remark-${name}`, row.remark)}
              />
            </label>
            {props.isByHand ? (
              <PageField name={name} row={row} typed={typed} shownPage={props.shownPage} />
            ) : (
              <label className="field">
                {intake.why}
                <input
                  type="text"
                  name={`why-${name}`}
                  defaultValue={textOf(typed, `why-${name}`, row.setReason)}
                />
              </label>
            )}
          </div>
        </>
      )}
    </div>
  );
}

/** The page an entry is read from: the one that is shown, until somebody types another. */
function PageField(props: {
  name: string;
  row: ReviewRow;
  typed: Readonly<Record<string, string | string[]>>;
  shownPage: number;
}) {
  const { receipt } = useWords();
  const kept = textOf(
    props.typed,
    `page-${props.name}`,
    props.row.page === null ? "" : String(props.row.page),
  );
  return (
    <label className="field">
      {receipt.pageOfEntry}
      <input
        key={kept === "" ? props.shownPage : kept}
        type="text"
        inputMode="numeric"
        className="compact"
        name={`page-${props.name}`}
        defaultValue={kept === "" ? String(props.shownPage) : kept}
      />
    </label>
  );
}
