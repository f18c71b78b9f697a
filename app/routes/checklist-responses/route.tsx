import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { checklistResponseSorts, listChecklistResponses } from "#db/queries/checklist-responses.server";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { ListBar, Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { respondents } from "~/domain/checklist";
import { type ListState, PAGE_SIZE, parseListState } from "~/domain/list-query";
import { may } from "~/domain/rights";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { responseColumns, responseRow } from "./response-row";

export const meta = pageTitle((words) => words.checklists.title);

function queryOf(state: ListState) {
  return {
    search: state.search,
    respondent: respondents.find((each) => each === state.filters.respondent) ?? null,
    isWithdrawn: state.filters.show === "withdrawn",
    sort: checklistResponseSorts.find((each) => each === state.sort) ?? ("answeredOn" as const),
    isDescending: state.isDescending,
    page: state.page,
    pageSize: PAGE_SIZE,
  };
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const params = new URL(request.url).searchParams;
  const parsed = parseListState(params, { filters: ["show", "respondent"], sort: "answeredOn" });
  const state = params.has("sort") ? parsed : { ...parsed, isDescending: true };
  const { rows, total } = await listChecklistResponses(ports.db, scope, queryOf(state));
  return reply({ state, rows, total, canEdit: may(scope, "disclosure:write") });
}

export default function ChecklistResponses() {
  const { state, rows, total, canEdit } = useLoaderData<typeof loader>();
  const words = useWords();
  const { checklists } = words;
  const isNarrowed = state.search !== "" || Object.keys(state.filters).length > 0;
  const filters = [
    {
      name: "respondent",
      label: checklists.fields.respondent,
      options: respondents.map((value) => ({ value, label: checklists.respondents[value] })),
    },
    {
      name: "show",
      label: words.disclosures.show,
      options: [{ value: "withdrawn", label: words.disclosures.shows.withdrawn }],
    },
  ];
  return (
    <>
      <PageHead
        title={checklists.title}
        note={words.lists.found(total)}
        crumbs={[{ to: "/disclosures", label: words.disclosures.title }, { label: checklists.title }]}
      >
        {canEdit && (
          <Link className="button primary" to="/disclosures/receive">
            {checklists.receive}
          </Link>
        )}
      </PageHead>
      {total === 0 && !isNarrowed ? (
        <EmptyState
          sentence={checklists.purpose}
          action={canEdit ? { to: "/disclosures/receive", label: checklists.receive } : undefined}
        />
      ) : (
        <>
          <ListBar state={state} filters={filters} />
          {total === 0 && (
            <p className="note">
              {words.lists.nothingFound} <Link to="/checklist-responses">{words.lists.clear}</Link>
            </p>
          )}
          {total > 0 && (
            <div className="panel">
              <DataTable
                caption={checklists.title}
                columns={responseColumns(words)}
                rows={rows.map((row) => responseRow(words, row))}
                state={state}
              />
            </div>
          )}
          <Pager state={state} total={total} />
        </>
      )}
    </>
  );
}
