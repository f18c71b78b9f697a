import { Tag } from "~/components/badges";
import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { targetsByNoun } from "~/domain/register-import-table";
import { problemWords } from "~/messages/labels";
import type { ColumnChoice } from "~/use-cases/import-columns.server";
import type { ColumnsPage } from "./columns-page.server";
import { letterOf, targetLabel } from "./labels";

type Props = {
  page: ColumnsPage;
  problems: readonly Problem[] | undefined;
  /** What was sent and could not be saved; it stands in the fields again. */
  choice: Pick<ColumnChoice, "columns" | "fillDown"> | null;
};
type Column = ColumnsPage["columns"][number];

/** Each column with its heading and first values, and what it is taken for. */
export function ColumnTable({ page, problems, choice }: Props) {
  const { columnsPage: own } = useWords().imports;
  return (
    <section className="panel">
      <h2>{own.table}</h2>
      <ScrollBox label={own.table}>
        <table className="list import-columns">
          <thead>
            <tr>
              <th scope="col">{own.column}</th>
              <th scope="col">{own.heading}</th>
              <th scope="col">{own.examples}</th>
              <th scope="col">{own.target}</th>
              <th scope="col">{own.fill}</th>
            </tr>
          </thead>
          <tbody>
            {page.columns.map((column) => (
              <ColumnRow
                key={column.column}
                column={column}
                target={choice ? (choice.columns[column.column] ?? null) : column.target}
                fills={choice ? choice.fillDown.includes(column.column) : column.fills}
                problem={problems?.find((each) => each.at === `column-${column.column}`)}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function ColumnRow(props: {
  column: Column;
  target: string | null;
  fills: boolean;
  problem: Problem | undefined;
}) {
  const words = useWords();
  const { columnsPage: own } = words.imports;
  const { column, problem } = props;
  const [letter, heading] = [letterOf(column.column), column.text || own.noHeading];
  const id = `field-column-${column.column}`;
  return (
    <tr className={props.target === null ? "is-left" : undefined}>
      <th scope="row" className="num">
        {letter}
      </th>
      <td>
        {column.group && <span className="quiet">{column.group}／</span>}
        <b>{heading}</b>
      </td>
      <td>
        <ul className="import-examples">
          {column.examples.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </td>
      <td className={problem ? "field wrong" : undefined}>
        {problem && (
          <p className="problem" id={`${id}-problem`}>
            {problemWords(words, problem).what}
            {problemWords(words, problem).next}
          </p>
        )}
        <select
          id={id}
          name={`column-${column.column}`}
          defaultValue={props.target ?? ""}
          aria-label={own.targetOf(letter, heading)}
          {...(problem ? { "aria-invalid": true, "aria-describedby": `${id}-problem` } : {})}
        >
          <TargetOptions />
        </select>
        <Tag>{own.reasons[column.reason]}</Tag>
      </td>
      <td>
        <input
          type="checkbox"
          name="fill"
          value={column.column}
          defaultChecked={props.fills}
          aria-label={own.fillOf(letter, heading)}
        />
      </td>
    </tr>
  );
}

function TargetOptions() {
  const words = useWords();
  return (
    <>
      <option value="">{words.imports.columnsPage.none}</option>
      {targetsByNoun().map(({ noun, targets }) => (
        <optgroup key={noun} label={words.nouns[noun].one}>
          {targets.map((target) => (
            <option key={target} value={target}>
              {targetLabel(words, target)}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}
