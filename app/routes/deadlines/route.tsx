import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { deadlineKinds } from "~/domain/deadline";
import { type ListState, listSearch, PAGE_SIZE, withFilter } from "~/domain/list-query";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { listDeadlines } from "~/use-cases/home.server";
import { noticeMatters } from "~/use-cases/renewals.server";
import { chooseDeadlines, deadlineListState } from "./chosen";
import { DeadlineTable } from "./deadline-table";
import { MonthGrid } from "./month-grid";

export const meta = pageTitle((words) => words.deadlines.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const state = deadlineListState(request.url);
  const { deadlines, today } = await listDeadlines(ports, scope);
  const chosen = chooseDeadlines(deadlines, state, today);
  const from = (state.page - 1) * PAGE_SIZE;
  const rows = chosen.rows.slice(from, from + PAGE_SIZE);
  const matters = await noticeMatters(ports, scope, rows);
  return reply({ ...chosen, state, today, total: chosen.rows.length, rows, matters });
}

export type DeadlinesPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Deadlines() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const { state, today, total, rows, matters } = page;
  const isNarrowed = Boolean(state.filters.kind || state.filters.day);
  const { deadlines } = words;
  return (
    <>
      <PageHead title={deadlines.title} note={words.lists.found(total)} lead={deadlines.lead}>
        <Link className="button" to="/decisions">
          {words.decisions.title}
        </Link>
        <Link className="button" to="/deadlines/settings">
          {deadlines.settingsTitle}
        </Link>
      </PageHead>
      <KindChips state={state} />
      {state.filters.day && (
        <p>
          <Link className="filter" to={listSearch(state, withFilter(state, "day", ""))} aria-current="true">
            <span className="num">{state.filters.day}</span> ×
          </Link>
        </p>
      )}
      <div className="month-and-list">
        {rows.length === 0 ? (
          <EmptyState sentence={isNarrowed ? words.lists.nothingFound : deadlines.empty} />
        ) : (
          <section className="panel">
            <DeadlineTable rows={rows} matters={matters} today={today} state={state} />
          </section>
        )}
        <MonthGrid page={page} />
      </div>
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
