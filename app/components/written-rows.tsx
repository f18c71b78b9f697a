import type { Day } from "~/domain/day";
import type { Problem } from "~/domain/problem";
import type { AnswerValue } from "~/domain/questionnaire";
import { problemWords } from "~/messages/labels";
import { DataTable } from "./data-table";
import { useWords } from "./words";

type Said = { answer: AnswerValue; remark: string; targetOn: Day | null };
type Row = { no: string; question: string; cells: string[]; before: Said; after: Said };
export type WrittenPage = {
  rows: readonly Row[];
  total: number;
  problems: readonly Problem[];
  isRefused: boolean;
};

/** What will be written where, and what cannot be, each with the reason. `none` is said where nothing will. */
export function WrittenRows({ page, what, none }: { page: WrittenPage; what: string; none: string }) {
  const words = useWords();
  const { writeBack } = words;
  const { rows, total } = page;
  return (
    <>
      {!page.isRefused && (
        <section className="panel catalogue">
          <h2>
            {writeBack.cells} <small className="num">{total}</small>
          </h2>
          <p className="panel-text quiet">{what}</p>
          {rows.length === 0 && <p className="panel-text">{none}</p>}
          {rows.length > 0 && <RowTable rows={rows} />}
          {total > rows.length && (
            <p className="panel-text">{words.catalogueDrafts.review.first(rows.length)}</p>
          )}
        </section>
      )}
      <Left page={page} />
    </>
  );
}

function RowTable({ rows }: { rows: readonly Row[] }) {
  const { writeBack } = useWords();
  const columns = (["no", "cells", "before", "after"] as const).map((name) => ({
    name,
    label: writeBack.columns[name],
  }));
  return (
    <DataTable
      caption={writeBack.cells}
      columns={columns}
      rows={rows.map((row) => ({
        id: `${row.no} ${row.cells.join()}`,
        cells: {
          no: `${row.no}　${row.question}`,
          cells: <span className="num">{row.cells.join("、")}</span>,
          before: <Words said={row.before} />,
          after: <Words said={row.after} />,
        },
      }))}
    />
  );
}

/** Problems that are listed; more rows than that are told by their number. */
const SHOWN_PROBLEMS = 50;

function Left({ page: { problems, isRefused } }: { page: WrittenPage }) {
  const words = useWords();
  const { writeBack, catalogueDrafts } = words;
  if (problems.length === 0) return null;
  return (
    <section className="panel" id="left">
      <h2>{isRefused ? writeBack.refused : writeBack.left(problems.length)}</h2>
      <ul className="known">
        {problems.slice(0, SHOWN_PROBLEMS).map((each) => {
          const { what, next } = problemWords(words, each);
          return (
            <li key={`${each.code} ${JSON.stringify(each.params)}`}>
              {what}
              {next}
            </li>
          );
        })}
      </ul>
      {problems.length > SHOWN_PROBLEMS && (
        <p className="panel-text">{catalogueDrafts.review.first(SHOWN_PROBLEMS)}</p>
      )}
    </section>
  );
}

function Words({ said }: { said: Said }) {
  const { answers, writeBack } = useWords();
  return (
    <>
      {answers[said.answer]}
      {said.targetOn !== null && <span className="block num">{writeBack.target(said.targetOn)}</span>}
      {said.remark !== "" && <span className="block quiet">{said.remark}</span>}
    </>
  );
}
