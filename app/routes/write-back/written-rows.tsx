import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import type { AnswerValue } from "~/domain/questionnaire";
import { problemWords } from "~/messages/labels";

type Said = { answer: AnswerValue; remark: string };
type Row = { no: string; question: string; cells: string[]; before: Said; after: Said };
type Page = {
  target: "vendor" | "official";
  rows: readonly Row[];
  total: number;
  problems: readonly Problem[];
  isRefused: boolean;
};

/** What will be written where, and what cannot be, each with the reason. */
export function WrittenRows({ page }: { page: Page }) {
  const words = useWords();
  const { writeBack, review } = words.catalogueDrafts;
  const { rows, total, problems } = page;
  return (
    <>
      <section className="panel catalogue">
        <h2>
          {writeBack.cells} <small className="num">{total}</small>
        </h2>
        <p className="panel-text quiet">{writeBack.what[page.target]}</p>
        {rows.length === 0 && !page.isRefused && (
          <p className="panel-text">{page.target === "vendor" ? writeBack.none : writeBack.noneOfficial}</p>
        )}
        {rows.length > 0 && (
          <DataTable
            caption={writeBack.cells}
            columns={(["no", "cells", "before", "after"] as const).map((name) => ({
              name,
              label: writeBack.columns[name],
            }))}
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
        )}
        {total > rows.length && <p className="panel-text">{review.first(rows.length)}</p>}
      </section>
      {problems.length > 0 && (
        <section className="panel" id="left">
          <h2>{page.isRefused ? writeBack.title : writeBack.left(problems.length)}</h2>
          <ul className="known">
            {problems.slice(0, 50).map((each) => {
              const { what, next } = problemWords(words, each);
              return (
                <li key={`${each.code} ${JSON.stringify(each.params)}`}>
                  {what}
                  {next}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}

function Words({ said }: { said: Said }) {
  const { answers } = useWords();
  return (
    <>
      {answers[said.answer]}
      {said.remark !== "" && <span className="block quiet">{said.remark}</span>}
    </>
  );
}
