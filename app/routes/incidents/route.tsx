import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { ListBar, Pager } from "~/components/list-bar";
import { LookBackTabs } from "~/components/look-back-tabs";
import { PageHead } from "~/components/page-head";
import { useLanguage, useWords } from "~/components/words";
import { incidentKinds } from "~/domain/incident";
import { PAGE_SIZE } from "~/domain/list-query";
import { may } from "~/domain/rights";
import { reply } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { listIncidents } from "~/use-cases/incidents.server";
import { incidentListState, incidentsOf } from "./asked";

export const meta = pageTitle((words) => words.overTime.tabs.incidents);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const state = incidentListState(request.url);
  const found = incidentsOf(await listIncidents(ports, scope), state);
  const from = (state.page - 1) * PAGE_SIZE;
  const rows = found.slice(from, from + PAGE_SIZE);
  return reply({ state, rows, total: found.length, mayEdit: may(scope, "incident:write") });
}

export default function Incidents() {
  const words = useWords();
  const { state, rows, total, mayEdit } = useLoaderData<typeof loader>();
  const { incidents, tabs } = words.overTime;
  const add = { to: "/incidents/new", label: incidents.add };
  const kinds = incidentKinds.map((kind) => ({ value: kind, label: incidents.kinds[kind] }));
  return (
    <div className="stack">
      <PageHead title={tabs.incidents} note={words.lists.found(total)} lead={incidents.lead}>
        {mayEdit && (
          <Link className="button primary" to={add.to}>
            {add.label}
          </Link>
        )}
      </PageHead>
      <LookBackTabs here="incidents" />
      <ListBar
        state={state}
        filters={[{ name: "kind", label: incidents.fields.kind, options: kinds }]}
        exportPath="/incidents/export"
      />
      {total === 0 ? (
        <EmptyState
          sentence={`${incidents.empty}${incidents.emptyNext}`}
          action={mayEdit ? add : undefined}
        />
      ) : (
        <IncidentTable rows={rows} state={state} />
      )}
      <Pager state={state} total={total} />
    </div>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function IncidentTable({ rows, state }: Pick<Loaded, "rows" | "state">) {
  const language = useLanguage();
  const { incidents, tabs } = useWords().overTime;
  const names = ["title", "happenedOn", "kind", "about", "endedOn"] as const;
  return (
    <section className="panel">
      <DataTable
        caption={tabs.incidents}
        state={state}
        columns={names.map((name) => ({
          name,
          label: incidents.columns[name],
          isSortable: name === "happenedOn" || name === "title",
        }))}
        rows={rows.map((row) => ({
          id: row.incidentId,
          to: `/incidents/${row.incidentId}`,
          cells: {
            title: row.title,
            happenedOn: <span className="num">{formatDay(row.happenedOn, language)}</span>,
            kind: incidents.kinds[row.kind],
            about: [row.systemName, row.contractTitle].filter(Boolean).join("・"),
            endedOn: row.endedOn ? (
              <span className="num">{formatDay(row.endedOn, language)}</span>
            ) : (
              incidents.ongoing
            ),
          },
        }))}
      />
    </section>
  );
}
