import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useLanguage, useWords } from "~/components/words";
import { PAGE_SIZE, parseListState } from "~/domain/list-query";
import { may } from "~/domain/rights";
import { reply } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { listProcurements } from "~/use-cases/procurements.server";

export const meta = pageTitle((words) => words.procurements.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const state = parseListState(new URL(request.url).searchParams, { filters: [], sort: "" });
  const all = await listProcurements(ports, scope);
  const from = (state.page - 1) * PAGE_SIZE;
  const rows = all.slice(from, from + PAGE_SIZE);
  return reply({ state, rows, total: all.length, mayEdit: may(scope, "procurement:write") });
}

export default function Procurements() {
  const words = useWords();
  const language = useLanguage();
  const { state, rows, total, mayEdit } = useLoaderData<typeof loader>();
  const { procurements: text } = words;
  const names = ["title", "candidates", "wantedBy", "chosen"] as const;
  return (
    <div className="stack">
      <PageHead title={text.title} note={words.lists.found(total)} lead={text.lead}>
        {mayEdit && total > 0 && (
          <Link className="button primary" to="/procurements/new">
            {text.add}
          </Link>
        )}
      </PageHead>
      {total === 0 ? (
        <EmptyState
          sentence={text.empty}
          action={mayEdit ? { to: "/procurements/new", label: text.add } : undefined}
          isPrimary
        />
      ) : (
        <section className="panel">
          <DataTable
            caption={text.title}
            columns={names.map((name) => ({
              name,
              label: text.columns[name],
              isNumber: name === "candidates",
            }))}
            rows={rows.map((row) => ({
              id: row.id,
              to: `/procurements/${row.id}`,
              cells: {
                title: row.title,
                candidates: row.candidates,
                wantedBy: row.wantedBy === null ? "" : formatDay(row.wantedBy, language),
                chosen: row.chosen ?? <span className="quiet">{text.notChosen}</span>,
              },
            }))}
          />
        </section>
      )}
      <Pager state={state} total={total} />
    </div>
  );
}
