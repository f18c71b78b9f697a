import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listRoleSheets } from "#db/queries/role-sheets.server";
import { EmptyState } from "~/components/empty-state";
import { Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { type ListState, listSearch, PAGE_SIZE, parseListState, withFilter } from "~/domain/list-query";
import { may } from "~/domain/rights";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { SheetTable } from "./sheet-table";

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
