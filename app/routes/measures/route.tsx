import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { ListBar, Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { SelfCheckTabs } from "~/components/self-check-tabs";
import { useWords } from "~/components/words";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { BearerCell, DisclosedCell, LastCell } from "./measure-cells";
import { pageOf, readBoard } from "./page.server";

export const meta = pageTitle((words) => words.selfChecks.tabs.measures);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const board = await readBoard(visit, request.url);
  return reply({ ...board, cells: pageOf(board.cells, board.state) });
}

export type MeasuresPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function MeasureBoard() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const { measures, selfChecks } = words;
  return (
    <div className="stack">
      <PageHead title={selfChecks.tabs.measures} lead={measures.lead} note={words.lists.found(page.total)} />
      <SelfCheckTabs here="measures" />
      {page.systems.length === 0 ? (
        <EmptyState
          sentence={measures.empty}
          action={{ to: "/systems/new", label: measures.toSystems }}
          isPrimary
        />
      ) : (
        <Board page={page} />
      )}
    </div>
  );
}

function Board({ page }: { page: MeasuresPage }) {
  const words = useWords();
  const { measures, selfChecks } = words;
  const filters = [
    {
      name: "measure",
      label: measures.filters.measure,
      options: page.measures.map((each) => ({ value: each.key, label: each.title })),
    },
    {
      name: "system",
      label: measures.filters.system,
      options: page.systems.map((each) => ({ value: each.id, label: each.name })),
    },
  ];
  const names = ["system", "measure", "disclosed", "bearer", "last"] as const;
  return (
    <>
      <ListBar state={page.state} filters={filters} exportPath="/measures/export" />
      {page.total === 0 && (
        <p className="note">
          {words.lists.nothingFound} <Link to="/measures">{words.lists.clear}</Link>
        </p>
      )}
      {page.total > 0 && (
        <div className="panel">
          <DataTable
            caption={selfChecks.tabs.measures}
            columns={names.map((name) => ({ name, label: measures.columns[name] }))}
            rows={page.cells.map((cell) => ({
              id: `${cell.system.id} ${cell.measure.key}`,
              to: `/measures/${cell.system.id}?measure=${cell.measure.key}`,
              cells: {
                system: cell.system.name,
                measure: cell.measure.title,
                disclosed: <DisclosedCell cell={cell} />,
                bearer: <BearerCell cell={cell} />,
                last: <LastCell cell={cell} />,
              },
            }))}
          />
        </div>
      )}
      <Pager state={page.state} total={page.total} />
    </>
  );
}
