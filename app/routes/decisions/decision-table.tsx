import { DataTable } from "~/components/data-table";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import type { DecisionsPage } from "./route";

/** Decisions with where they stand; the first cell opens the decision. */
export function DecisionTable({ page }: { page: DecisionsPage }) {
  const words = useWords();
  const language = useLanguage();
  const { columns, states, causes, work, title } = words.decisions;
  const names = ["clause", "product", "kind", "state", "owner", "dueOn"] as const;
  const sortable: readonly string[] = ["clause", "product", "owner", "dueOn"];
  return (
    <section className="panel">
      <DataTable
        caption={title}
        state={page.state}
        columns={names.map((name) => ({
          name,
          label: columns[name],
          isSortable: sortable.includes(name),
        }))}
        rows={page.rows.map((row) => ({
          id: row.id,
          to: `/decisions/${row.id}`,
          cells: {
            clause: (
              <>
                <b className="nowrap">{row.clause}</b> {row.summary}
              </>
            ),
            product: (
              <>
                {row.product} {row.productVersion}
                <span className="quiet block">{row.vendor}</span>
              </>
            ),
            kind: words.decisionKinds[row.kind].word,
            state: (
              <>
                <b className={row.state === "reopened" ? "late" : undefined}>{states[row.state]}</b>
                {row.causes.map((each) => (
                  <span key={each} className="block">
                    {causes[each].word}
                  </span>
                ))}
                {row.work
                  .filter((each) => each !== "reopened" && each !== "awaiting-approval")
                  .map((each) => (
                    <span key={each} className={each === "overdue" ? "late block" : "quiet block"}>
                      {work[each]}
                    </span>
                  ))}
              </>
            ),
            owner: row.owner,
            dueOn: row.dueOn ? <span className="num">{formatDay(row.dueOn, language)}</span> : "−",
          },
        }))}
      />
    </section>
  );
}
