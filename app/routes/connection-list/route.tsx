import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { ListBar, Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { optionsOf } from "~/components/plain-fields";
import { useWords } from "~/components/words";
import { connectionMethods, connectionPurposes } from "~/domain/connection";
import { type ListState, PAGE_SIZE } from "~/domain/list-query";
import { may } from "~/domain/rights";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { FamilyTabs } from "~/routes/register-list/family-tabs";
import { requireScope } from "~/scope.server";
import { showConnections, showMissingConnections } from "~/use-cases/connections.server";
import { connectionCells, connectionColumns, type ListedConnection } from "./connection-words";
import { connectionListState } from "./list-state";
import { MissingPanel } from "./missing-panel";

export const meta = pageTitle((words) => words.connections.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const state = connectionListState(new URL(request.url).searchParams);
  const page = await showConnections(ports, scope, { ...state, pageSize: PAGE_SIZE });
  const rows = page.rows.map(({ basis: _basis, differences: _differences, ...row }): ListedConnection => row);
  const missing = (await showMissingConnections(ports, scope)).map(({ proposal, ...each }) => ({
    ...each,
    answers: new Set(proposal?.answers.map(({ disclosureId, cell }) => `${disclosureId} ${cell}`)).size,
  }));
  return reply({ state, rows, total: page.total, missing, mayAdd: may(scope, "register:write") });
}

export default function ConnectionList() {
  const words = useWords();
  const { connections: text } = words;
  const { state, rows, total, missing, mayAdd } = useLoaderData<typeof loader>();
  const isEmpty = total === 0 && isUntouched(state);
  const add = { to: "/connections/new", label: text.add };
  return (
    <div className="stack">
      <PageHead title={text.title} note={words.lists.found(total)} lead={text.lead}>
        {mayAdd && !isEmpty && (
          <Link className="button primary" to={add.to}>
            {add.label}
          </Link>
        )}
      </PageHead>
      <FamilyTabs noun="system" here="/connections" />
      {isEmpty ? (
        <EmptyState sentence={text.empty} action={mayAdd ? add : undefined} isPrimary />
      ) : (
        <ConnectionTable state={state} rows={rows} total={total} mayAdd={mayAdd} />
      )}
      {missing.length > 0 && <MissingPanel missing={missing} mayAdd={mayAdd} />}
    </div>
  );
}

function ConnectionTable(props: {
  state: ListState;
  rows: readonly ListedConnection[];
  total: number;
  mayAdd: boolean;
}) {
  const words = useWords();
  const { connections: text } = words;
  const { state } = props;
  const filters = [
    {
      name: "purpose",
      label: text.columns.purpose,
      options: optionsOf(connectionPurposes, text.options.purpose),
    },
    {
      name: "method",
      label: text.columns.method,
      options: optionsOf(connectionMethods, text.options.method),
    },
  ];
  return (
    <>
      <ListBar state={state} filters={filters} hasArchive exportPath="/connections/export" />
      {state.archived && <p className="note">{words.lists.archivedOn}</p>}
      {props.rows.length === 0 ? (
        <EmptyState
          sentence={words.lists.nothingFound}
          action={{ to: "/connections", label: words.lists.clear }}
        />
      ) : (
        <section className="panel">
          <DataTable
            caption={text.title}
            state={state}
            columns={connectionColumns.map((name) => ({
              name,
              label: text.columns[name],
              isSortable: name !== "concerns" && name !== "patchBearer",
            }))}
            rows={props.rows.map((each) => ({
              id: each.id,
              to: `/connections/${each.id}`,
              cells: connectionCells(words, each),
            }))}
          />
        </section>
      )}
      <Pager state={state} total={props.total} />
    </>
  );
}

function isUntouched(state: ListState): boolean {
  return (
    state.search === "" && !state.archived && Object.keys(state.filters).length === 0 && state.page === 1
  );
}
