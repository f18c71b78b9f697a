import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { type ListState, listSearch, PAGE_SIZE, parseListState, withFilter } from "~/domain/list-query";
import { renewalAlarms } from "~/domain/renewal";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { FamilyTabs } from "~/routes/register-list/family-tabs";
import { requireScope } from "~/scope.server";
import { showRenewals } from "~/use-cases/renewals.server";
import { MonthCalendar } from "./month-calendar";
import { RenewalTable } from "./renewal-table";

export const meta = pageTitle((words) => words.contractRecords.renewalsTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const state = parseListState(new URL(request.url).searchParams, {
    filters: ["alarm", "month"],
    sort: "day",
  });
  const { rows, today, withoutEnd } = await showRenewals(ports, scope);
  const { alarm, month } = state.filters;
  const found = rows
    .filter((each) => !alarm || each.alarm === alarm)
    .filter((each) => !month || each.day.startsWith(month));
  const from = (state.page - 1) * PAGE_SIZE;
  const days = rows.map((each) => each.day);
  const page = found.slice(from, from + PAGE_SIZE);
  return reply({ state, today, withoutEnd, days, total: found.length, rows: page });
}
export type RenewalsPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Renewals() {
  const words = useWords();
  const { contractRecords: text } = words;
  const page = useLoaderData<typeof loader>();
  const { state, rows, total } = page;
  return (
    <div className="stack">
      <PageHead title={text.renewalsTitle} note={words.lists.found(total)} lead={text.renewalsLead} />
      <FamilyTabs noun="contract" here="/renewals" />
      {page.days.length === 0 ? (
        <EmptyState
          sentence={text.renewalsEmpty}
          action={{ to: "/contracts", label: words.nouns.contract.many }}
        />
      ) : (
        <>
          <MonthCalendar page={page} />
          <AlarmChips state={state} />
          {rows.length === 0 ? (
            <EmptyState sentence={words.lists.nothingFound} />
          ) : (
            <RenewalTable page={page} />
          )}
          <Pager state={state} total={total} />
          {page.withoutEnd > 0 && (
            <p className="quiet">
              {text.withoutEnd(page.withoutEnd)} <Link to="/contracts">{words.nouns.contract.many}</Link>
            </p>
          )}
        </>
      )}
    </div>
  );
}

function AlarmChips({ state }: { state: ListState }) {
  const words = useWords();
  const { contractRecords: text } = words;
  const chips = [
    { value: "", label: words.lists.all },
    ...renewalAlarms.map((alarm) => ({ value: alarm, label: text.alarms[alarm] })),
  ];
  return (
    <div className="list-bar">
      <nav className="filters" aria-label={words.lists.filterBy(text.renewalColumns.alarm)}>
        {chips.map((chip) => (
          <Link
            key={chip.value}
            className="filter"
            to={listSearch(state, withFilter(state, "alarm", chip.value))}
            aria-current={(state.filters.alarm ?? "") === chip.value ? "true" : undefined}
          >
            {chip.label}
          </Link>
        ))}
      </nav>
      <span className="export">
        <span className="quiet">{words.lists.export}</span>{" "}
        <a href="/renewals/export?as=xlsx">{words.lists.exportXlsx}</a>{" "}
        <a href="/renewals/export?as=csv">{words.lists.exportCsv}</a>
      </span>
    </div>
  );
}
