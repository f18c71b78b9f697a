import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listDisclosures } from "#db/queries/disclosures.server";
import { listOpenIntakes } from "#db/queries/intakes.server";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { ListBar, Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { PAGE_SIZE } from "~/domain/list-query";
import { formIds } from "~/domain/questionnaire";
import { may } from "~/domain/rights";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { listStaleDisclosures } from "~/use-cases/stale-disclosures.server";
import { disclosureColumns, disclosureRow } from "./disclosure-row";
import { disclosureListState, disclosureQuery } from "./list-state.server";
import { ShowChips } from "./show-chips";
import { WaitingIntakes } from "./waiting-intakes";

export const meta = pageTitle((words) => words.disclosures.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const state = disclosureListState(request.url);
  const [stale, waiting] = await Promise.all([
    listStaleDisclosures(ports, scope),
    listOpenIntakes(ports.db, scope),
  ]);
  const { rows, total } = await listDisclosures(ports.db, scope, disclosureQuery(state, PAGE_SIZE, stale));
  const staleIds = stale.map((each) => each.id).filter((id) => rows.some((row) => row.id === id));
  return reply({ state, rows, total, waiting, staleIds, canEdit: may(scope, "disclosure:write") });
}

export default function Disclosures() {
  const { state, rows, total, waiting, staleIds, canEdit } = useLoaderData<typeof loader>();
  const words = useWords();
  const isNarrowed = state.search !== "" || Object.keys(state.filters).length > 0;
  const formFilter = {
    name: "form",
    label: words.disclosures.columns.form,
    options: formIds.map((value) => ({ value, label: words.formNames[value] })),
  };
  return (
    <>
      <PageHead title={words.disclosures.title} note={words.lists.found(total)}>
        {canEdit && (
          <Link className="button primary" to="/disclosures/receive">
            {words.disclosures.receive}
          </Link>
        )}
      </PageHead>
      <WaitingIntakes intakes={waiting} canEdit={canEdit} />
      {total === 0 && !isNarrowed ? (
        <EmptyState
          sentence={words.disclosures.purpose}
          action={canEdit ? { to: "/disclosures/receive", label: words.disclosures.receive } : undefined}
        />
      ) : (
        <>
          <ShowChips state={state} />
          <ListBar state={state} filters={[formFilter]} exportPath="/disclosures/export" />
          {total === 0 && (
            <p className="note">
              {words.lists.nothingFound} <Link to="/disclosures">{words.lists.clear}</Link>
            </p>
          )}
          {total > 0 && (
            <div className="panel">
              <DataTable
                caption={words.disclosures.title}
                columns={disclosureColumns(words)}
                rows={rows.map((row) => disclosureRow(words, { ...row, isStale: staleIds.includes(row.id) }))}
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
