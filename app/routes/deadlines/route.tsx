import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { Pager } from "~/components/list-bar";
import { OpenMatters } from "~/components/open-matters";
import { PageHead } from "~/components/page-head";
import { useLanguage, useWords } from "~/components/words";
import { daysBetween } from "~/domain/day";
import { type Deadline, deadlineKinds, urgencyOf } from "~/domain/deadline";
import { type ListState, listSearch, PAGE_SIZE, parseListState, withFilter } from "~/domain/list-query";
import type { OpenMatter } from "~/domain/renewal";
import { NOTICE_DAYS } from "~/domain/tasks";
import { reply } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { listDeadlines } from "~/use-cases/home.server";
import { noticeMatters } from "~/use-cases/renewals.server";
import { deadlinePath } from "./deadline-link";

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

function DeadlineTable({
  rows,
  matters,
  today,
  state,
}: {
  rows: readonly Deadline[];
  matters: Readonly<Record<string, OpenMatter[]>>;
  today: string;
  state: ListState;
}) {
  const words = useWords();
  const language = useLanguage();
  const { columns, kinds } = words.deadlines;
  const names = ["day", "left", "kind", "name", "about", "from"] as const;
  return (
    <DataTable
      caption={words.deadlines.title}
      state={state}
      columns={names.map((name) => ({ name, label: columns[name], isSortable: name === "day" }))}
      rows={rows.map((each) => ({
        id: `${each.kind} ${each.recordId} ${each.day} ${each.name}`,
        to: deadlinePath(each),
        cells: {
          day: <span className="num">{formatDay(each.day, language)}</span>,
          left: <Left day={each.day} today={today} />,
          kind: <span className="nowrap">{kinds[each.kind].word}</span>,
          name: each.name,
          about: each.about,
          from: (
            <>
              <span className="quiet">{kinds[each.kind].from}</span>
              {each.kind === "notice-day" && <OpenMatters matters={matters[each.recordId] ?? []} />}
            </>
          ),
        },
      }))}
    />
  );
}

function Left({ day, today }: { day: string; today: string }) {
  const { deadlines } = useWords();
  const days = daysBetween(today, day);
  const urgency = urgencyOf(day, today, NOTICE_DAYS);
  const text = days < 0 ? deadlines.over(-days) : days === 0 ? deadlines.today : deadlines.left(days);
  return (
    <span className={urgency === "over" ? "late num" : "num"}>
      {text} {urgency === "soon" && <span className="tag">{deadlines.urgencies.soon}</span>}
    </span>
  );
}
