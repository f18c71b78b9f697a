import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listIssuedPapers } from "#db/queries/issued-papers.server";
import { listPaperDrafts } from "#db/queries/papers.server";
import { EmptyState } from "~/components/empty-state";
import { Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { type ListState, listSearch, PAGE_SIZE, parseListState, withFilter } from "~/domain/list-query";
import { may } from "~/domain/rights";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { annexTemplatesOf } from "~/use-cases/annex-templates.server";
import { DraftTable, IssuedTable } from "./paper-tables";

export const meta = pageTitle((words) => words.papers.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const asked = new URL(request.url).searchParams;
  const state = parseListState(asked, { filters: ["show"], sort: "newest" });
  const query = { page: state.page, pageSize: PAGE_SIZE };
  const isIssued = state.filters.show === "issued";
  const drafts = isIssued ? null : await listPaperDrafts(ports.db, scope, query);
  const titles = Object.fromEntries(
    [...(await annexTemplatesOf(ports, scope)).byRef].map(([ref, each]) => [
      ref,
      { title: each.title, audience: each.audience },
    ]),
  );
  const issued = isIssued ? await listIssuedPapers(ports.db, scope, query) : null;
  return reply({ state, drafts, issued, titles, mayAdd: may(scope, "paper:write") });
}

export default function PaperList() {
  const words = useWords();
  const { state, drafts, issued, titles, mayAdd } = useLoaderData<typeof loader>();
  const { papers } = words;
  const add = { to: "/papers/new", label: papers.new };
  const total = drafts?.total ?? issued?.total ?? 0;
  return (
    <>
      <PageHead title={papers.title} note={words.lists.found(total)} lead={papers.purpose}>
        <Link className="button" to="/paper-templates">
          {words.paperTemplates.title}
        </Link>
        <Link className="button" to="/binders">
          {words.binders.title}
        </Link>
        {mayAdd && (
          <Link className="button primary" to={add.to}>
            {add.label}
          </Link>
        )}
      </PageHead>
      <ShowTabs state={state} />
      {total === 0 && (
        <EmptyState
          sentence={issued ? papers.noneIssued : papers.purpose}
          action={mayAdd ? add : undefined}
        />
      )}
      {total > 0 && (
        <section className="panel">
          {drafts && <DraftTable rows={drafts.rows} titles={titles} />}
          {issued && <IssuedTable rows={issued.rows} />}
        </section>
      )}
      <Pager state={state} total={total} />
    </>
  );
}

function ShowTabs({ state }: { state: ListState }) {
  const { papers } = useWords();
  const tabs = [
    { value: "", label: papers.drafts },
    { value: "issued", label: papers.issued },
  ];
  return (
    <nav className="filters list-bar" aria-label={papers.show}>
      {tabs.map((tab) => (
        <Link
          key={tab.value}
          className="filter"
          to={listSearch(state, withFilter(state, "show", tab.value))}
          aria-current={(state.filters.show ?? "") === tab.value ? "true" : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
