import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listDisclosures } from "#db/queries/disclosures.server";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { ListBar, Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { formIds } from "~/domain/questionnaire";
import { hasRole } from "~/domain/scope";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { disclosureColumns, disclosureRow } from "~/routes/disclosures/disclosure-row";
import { disclosureListState, disclosureQuery } from "~/routes/disclosures/list-state.server";
import { requireScope } from "~/scope.server";

export const meta = pageTitle((words) => words.assessments.title);

/** Current disclosures with their answer counts: two queries, no row is assessed. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const state = disclosureListState(request.url);
  const query = { ...disclosureQuery(state), show: "current" as const };
  const { rows, total } = await listDisclosures(ports.db, scope, query);
  return reply({ state, rows, total, canEdit: hasRole(scope, "editor") });
}

export default function Assessments() {
  const { state, rows, total, canEdit } = useLoaderData<typeof loader>();
  const words = useWords();
  const isNarrowed = state.search !== "" || Object.keys(state.filters).length > 0;
  const formFilter = {
    name: "form",
    label: words.disclosures.columns.form,
    options: formIds.map((value) => ({ value, label: words.formNames[value] })),
  };
  return (
    <>
      <PageHead title={words.assessments.title} note={words.lists.found(total)} lead={words.assessments.lead}>
        <Link className="button" to="/decisions">
          {words.decisions.title}
        </Link>
      </PageHead>
      {total === 0 && !isNarrowed ? (
        <EmptyState
          sentence={words.assessments.purpose}
          action={canEdit ? { to: "/disclosures/receive", label: words.disclosures.receive } : undefined}
        />
      ) : (
        <>
          <ListBar state={state} filters={[formFilter]} />
          {total === 0 && (
            <p className="note">
              {words.lists.nothingFound} <Link to="/assessments">{words.lists.clear}</Link>
            </p>
          )}
          {total > 0 && (
            <div className="panel">
              <DataTable
                caption={words.assessments.title}
                columns={disclosureColumns(words).filter((each) => each.name !== "state")}
                rows={rows.map((row) => disclosureRow(words, row, `/assessments/${row.id}`))}
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
