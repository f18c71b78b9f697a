import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useLanguage, useWords } from "~/components/words";
import { type ListState, listSearch, PAGE_SIZE, parseListState, withFilter } from "~/domain/list-query";
import { renewalAlarms } from "~/domain/renewal";
import { reply } from "~/http.server";
import { formatDay } from "~/messages/days";
import { optionLabel } from "~/messages/labels";
import { pageTitle } from "~/page-title";
import { FamilyTabs } from "~/routes/register-list/family-tabs";
import { requireScope } from "~/scope.server";
import { showRenewals } from "~/use-cases/renewals.server";
import { MonthCalendar } from "./month-calendar";

export const meta = pageTitle((words) => words.contractRecords.renewalsTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const state = parseListState(new URL(request.url).searchParams, {
    filters: ["alarm", "month"],
    sort: "day",
  });
  const { rows, today } = await showRenewals(ports, scope);
  const { alarm, month } = state.filters;
  const found = rows
    .filter((each) => !alarm || each.alarm === alarm)
    .filter((each) => !month || (each.noticeOn ?? each.inForceTo).startsWith(month));
  const from = (state.page - 1) * PAGE_SIZE;
  const days = rows.map((each) => each.noticeOn ?? each.inForceTo);
  return reply({ state, today, days, total: found.length, rows: found.slice(from, from + PAGE_SIZE) });
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

function RenewalTable({ page }: { page: RenewalsPage }) {
  const words = useWords();
  const language = useLanguage();
  const { contractRecords: text } = words;
  const names = ["contract", "vendor", "noticeOn", "inForceTo", "renewal", "alarm", "matters"] as const;
  return (
    <section className="panel">
      <DataTable
        caption={text.renewalsTitle}
        columns={names.map((name) => ({
          name,
          label: text.renewalColumns[name],
          isWhole: name === "renewal" || name === "alarm",
        }))}
        rows={page.rows.map((each) => ({
          id: each.id,
          to: `/contracts/${each.id}`,
          cells: {
            contract: each.name,
            vendor: each.about,
            noticeOn: each.noticeOn ? formatDay(each.noticeOn, language) : words.contracts.noNotice,
            inForceTo: (
              <>
                {formatDay(each.inForceTo, language)}
                {each.nextEnd && (
                  <span className="quiet block">{text.nextEnd(formatDay(each.nextEnd, language))}</span>
                )}
              </>
            ),
            renewal: optionLabel(words, "contract", "renewal", each.kind),
            alarm: <Tag>{text.alarms[each.alarm]}</Tag>,
            matters:
              each.matters.length === 0 ? (
                <span className="quiet">{text.nothingOpen}</span>
              ) : (
                <ul className="plain-list">
                  {each.matters.map(({ kind, count }) => (
                    <li key={kind}>{text.matters[kind](count)}</li>
                  ))}
                </ul>
              ),
          },
        }))}
      />
    </section>
  );
}
