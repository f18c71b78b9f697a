import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { deadlineKinds } from "~/domain/deadline";
import { type ListState, listSearch, PAGE_SIZE, parseListState, withFilter } from "~/domain/list-query";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { listDeadlines } from "~/use-cases/home.server";
import { noticeMatters } from "~/use-cases/renewals.server";
import { DeadlineTable } from "./deadline-table";

export const meta = pageTitle((words) => words.deadlines.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const state = parseListState(new URL(request.url).searchParams, { filters: ["kind"], sort: "day" });
  const { deadlines, today } = await listDeadlines(ports, scope);
  const { kind } = state.filters;
  const found = kind ? deadlines.filter((each) => each.kind === kind) : deadlines;
  const ordered = state.isDescending ? [...found].reverse() : found;
  const from = (state.page - 1) * PAGE_SIZE;
  const rows = ordered.slice(from, from + PAGE_SIZE);
  return reply({ state, today, total: found.length, rows, matters: await noticeMatters(ports, scope, rows) });
}

export default function Deadlines() {
  const words = useWords();
  const { state, today, total, rows, matters } = useLoaderData<typeof loader>();
  const { deadlines } = words;
  return (
    <>
      <PageHead title={deadlines.title} note={words.lists.found(total)} lead={deadlines.lead} />
      <KindChips state={state} />
      {rows.length === 0 ? (
        <EmptyState sentence={state.filters.kind ? words.lists.nothingFound : deadlines.empty} />
      ) : (
        <section className="panel">
          <DeadlineTable rows={rows} matters={matters} today={today} state={state} />
        </section>
      )}
      <Pager state={state} total={total} />
    </>
  );
}

function KindChips({ state }: { state: ListState }) {
  const words = useWords();
  const { deadlines } = words;
  const chips = [
    { value: "", label: words.lists.all },
    ...deadlineKinds.map((kind) => ({ value: kind, label: deadlines.kinds[kind].word })),
  ];
  return (
    <nav className="filters list-bar" aria-label={words.lists.filterBy(deadlines.kind)}>
      {chips.map((chip) => (
        <Link
          key={chip.value}
          className="filter"
          to={listSearch(state, withFilter(state, "kind", chip.value))}
          aria-current={(state.filters.kind ?? "") === chip.value ? "true" : undefined}
        >
          {chip.label}
        </Link>
      ))}
    </nav>
  );
}
