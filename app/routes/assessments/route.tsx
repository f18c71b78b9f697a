import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listDisclosures } from "#db/queries/disclosures.server";
import { CompareTabs } from "~/components/compare-tabs";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { ListBar, Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { formIds } from "~/domain/questionnaire";
import { may } from "~/domain/rights";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { disclosureColumns, disclosureRow } from "~/routes/disclosures/disclosure-row";
import { disclosureListState, disclosureQuery } from "~/routes/disclosures/list-state.server";
import { requireScope } from "~/scope.server";
import { gapsOf } from "./gaps.server";

export const meta = pageTitle((words) => words.assessments.title);

/** Current disclosures with their answer counts and the gaps of the 50 shown: the same queries whatever their number. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const state = disclosureListState(request.url);
  const query = { ...disclosureQuery(state), show: "current" as const };
  const { rows, total } = await listDisclosures(ports.db, scope, query);
  const gaps = await gapsOf(ports, scope, rows);
  return reply({ state, rows, gaps, total, canEdit: may(scope, "decision:decide") });
}

export default function Assessments() {
  const { state, rows, gaps, total, canEdit } = useLoaderData<typeof loader>();
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
        <Link className="button" to="/matrix">
          {words.matrix.title}
        </Link>
        <Link className="button" to="/edition-effects">
          {words.editionEffects.title}
        </Link>
        <Link className="button" to="/clashes">
          {words.clashes.title}
        </Link>
      </PageHead>
      <CompareTabs here="assessments" />
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
                columns={[
                  ...disclosureColumns(words).filter((each) => each.name !== "state"),
                  { name: "gaps", label: words.assessments.gapsColumn, isNumber: true, isSortable: false },
                ]}
                rows={rows.map((row) => {
                  const shown = disclosureRow(words, row, `/assessments/${row.id}`);
                  return { ...shown, cells: { ...shown.cells, gaps: gaps[row.id] ?? words.forms.notGiven } };
                })}
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
