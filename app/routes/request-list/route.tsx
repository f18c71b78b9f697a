import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { ListBar, Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { requestColumns, requestRow } from "~/components/request-row";
import { useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { requestKinds } from "~/domain/request";
import { may } from "~/domain/rights";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { listRequests } from "~/use-cases/requests.server";
import { requestListState, requestQuery } from "./list-state.server";
import { ShowChips } from "./show-chips";

export const meta = pageTitle((words) => words.requests.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const state = requestListState(request.url);
  const listed = await listRequests(ports, scope, requestQuery(state, dayInTokyo(ports.now())));
  return reply({ state, ...listed, canEdit: may(scope, "request:write") });
}

export default function Requests() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const { requests } = words;
  const isNarrowed = page.state.search !== "" || Object.keys(page.state.filters).length > 0;
  return (
    <>
      <PageHead title={requests.title} note={words.lists.found(page.total)} lead={requests.purpose}>
        <Link className="button" to="/requests/outbox">
          {requests.toOutbox}
        </Link>
        {page.canEdit && (
          <Link className="button primary" to="/requests/new">
            {requests.add}
          </Link>
        )}
      </PageHead>
      {page.total === 0 && !isNarrowed ? (
        <EmptyState
          sentence={requests.purpose}
          action={page.canEdit ? { to: "/requests/new", label: requests.add } : undefined}
        />
      ) : (
        <RequestTable />
      )}
    </>
  );
}

function RequestTable() {
  const words = useWords();
  const { state, rows, total, counts } = useLoaderData<typeof loader>();
  const { requests } = words;
  const kindFilter = {
    name: "kind",
    label: requests.kindLabel,
    options: requestKinds.map((value) => ({ value, label: requests.kinds[value].word })),
  };
  return (
    <>
      <ShowChips state={state} counts={counts} />
      <ListBar state={state} filters={[kindFilter]} exportPath="/requests/export" />
      {total === 0 ? (
        <p className="note">
          {words.lists.nothingFound} <Link to="/requests">{words.lists.clear}</Link>
        </p>
      ) : (
        <div className="panel">
          <DataTable
            caption={requests.title}
            columns={requestColumns(words)}
            rows={rows.map((row) => requestRow(words, row))}
            state={state}
          />
        </div>
      )}
      <Pager state={state} total={total} />
    </>
  );
}
