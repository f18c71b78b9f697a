import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listRoleSheets } from "#db/queries/role-sheets.server";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useLanguage, useWords } from "~/components/words";
import { type ListState, listSearch, PAGE_SIZE, parseListState, withFilter } from "~/domain/list-query";
import { may } from "~/domain/rights";
import { reply } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";

export const meta = pageTitle((words) => words.roles.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const asked = new URL(request.url).searchParams;
  const state = parseListState(asked, { filters: ["contract", "show"], sort: "contract" });
  const contractId = state.filters.contract ?? null;
  const isReviewOpen = state.filters.show === "review";
  const query = { contractId, isReviewOpen, page: state.page, pageSize: PAGE_SIZE };
  const page = await listRoleSheets(ports.db, scope, query);
  return reply({ page, state, mayAdd: may(scope, "role-sheet:write") });
}

export default function RoleSheetList() {
  const words = useWords();
  const { page, state, mayAdd } = useLoaderData<typeof loader>();
  const add = { to: "/role-sheets/new", label: words.roles.new };
  return (
    <>
      <PageHead title={words.roles.title} note={words.lists.found(page.total)} lead={words.roles.purpose}>
        <Link className="button" to="/coverage">
          {words.coverage.title}
        </Link>
        {mayAdd && (
          <Link className="button primary" to={add.to}>
            {add.label}
          </Link>
        )}
      </PageHead>
      <ShowChips state={state} />
      {page.rows.length === 0 ? (
        <EmptyState sentence={words.roles.purpose} action={mayAdd ? add : undefined} />
      ) : (
        <section className="panel">
          <SheetTable rows={page.rows} />
        </section>
      )}
      <Pager state={state} total={page.total} />
    </>
  );
}

function ShowChips({ state }: { state: ListState }) {
  const { lists, roleReviews } = useWords();
  const chips = [
    { value: "", label: lists.all },
    { value: "review", label: roleReviews.open },
  ];
  return (
    <nav className="filters list-shows" aria-label={lists.filterBy(roleReviews.shows)}>
      {chips.map(({ value, label }) => (
        <Link
          key={value}
          className="filter"
          to={listSearch(state, withFilter(state, "show", value))}
          aria-current={(state.filters.show ?? "") === value ? "true" : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["page"]["rows"][number];

function SheetTable({ rows }: { rows: readonly Row[] }) {
  const words = useWords();
  const language = useLanguage();
  const { count } = words.roles;
  return (
    <DataTable
      caption={words.roles.title}
      columns={[
        { name: "title", label: words.roles.sheetTitle },
        { name: "contract", label: words.roles.contract },
        { name: "vendor", label: words.roles.vendor },
        { name: "rows", label: count.rows, isNumber: true },
        { name: "undecided", label: count.undecided, isNumber: true },
        { name: "openNo", label: `${words.roles.firstChecks.no}・${words.roles.notFilled}`, isNumber: true },
        { name: "revisions", label: count.revisions, isNumber: true },
        { name: "effectiveFrom", label: words.roles.effectiveFrom },
      ]}
      rows={rows.map((row) => ({
        id: row.id,
        to: `/role-sheets/${row.id}`,
        cells: {
          title: (
            <>
              {row.title} {row.isReviewOpen && <span className="tag warn">{words.roleReviews.open}</span>}
            </>
          ),
          contract: (
            <Link to={`/contracts/${row.contractId}`}>{`${row.contractNumber} ${row.contractTitle}`}</Link>
          ),
          vendor: row.vendor,
          rows: row.rows,
          undecided: row.undecided > 0 ? <b className="late">{row.undecided}</b> : 0,
          openNo: row.openNo > 0 ? <b className="late">{row.openNo}</b> : 0,
          revisions: row.revisions,
          effectiveFrom: row.effectiveFrom ? formatDay(row.effectiveFrom, language) : words.forms.notGiven,
        },
      }))}
    />
  );
}
