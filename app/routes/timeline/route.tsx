import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { LookBackTabs } from "~/components/look-back-tabs";
import { PageHead } from "~/components/page-head";
import { PastNotice, TwoDates } from "~/components/two-dates";
import { useWords } from "~/components/words";
import { refuse, reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { showTimeline } from "~/use-cases/timeline.server";
import { timelineQuery } from "./asked";
import { lanesOf } from "./lanes";
import { TimelineChart } from "./timeline-chart";
import { Legend, TimelineTable } from "./timeline-table";

export const meta = pageTitle((words) => words.overTime.tabs.timeline);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const asked = timelineQuery(request.url);
  const shown = await showTimeline(ports, scope, asked);
  if (!shown.ok) throw refuse(shown.problems);
  return reply({ asked, ...shown.value });
}

export type TimelinePage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Timeline() {
  const { overTime } = useWords();
  const page = useLoaderData<typeof loader>();
  const { dates, asked } = page;
  const { timeline } = overTime;
  const isEmpty = lanesOf(page).length === 0;
  return (
    <div className="stack">
      <PastNotice asked={dates} isPast={dates.isPast} back="/timeline" />
      <PageHead title={overTime.tabs.timeline} lead={timeline.lead} />
      <LookBackTabs here="timeline" />
      <TwoDates asked={dates}>
        <Choices page={page} />
      </TwoDates>
      {isEmpty ? (
        <EmptyState
          sentence={timeline.empty}
          action={{ to: "/contracts", label: timeline.lanes.contracts }}
        />
      ) : (
        <section className="panel">
          <h2>
            {overTime.tabs.timeline} <ExportLinks />
          </h2>
          {asked.rowKey === "" && <p className="panel-text quiet">{timeline.chooseItem}</p>}
          {page.systems.length === 0 && <p className="panel-text quiet">{timeline.noGaps}</p>}
          <TimelineChart page={page} />
          <Legend />
          <TimelineTable page={page} />
        </section>
      )}
    </div>
  );
}

function Choices({ page }: { page: TimelinePage }) {
  const { overTime } = useWords();
  const { asked } = page;
  return (
    <>
      <label className="field wide-field">
        {overTime.vendor}
        <select name="vendor" defaultValue={asked.vendorId} key={asked.vendorId}>
          <option value="">{overTime.anyVendor}</option>
          {page.vendors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field wide-field">
        {overTime.item}
        <select name="row" defaultValue={asked.rowKey} key={asked.rowKey}>
          <option value="">{overTime.anyItem}</option>
          {page.items.map(({ rowKey, no, label }) => (
            <option key={rowKey} value={rowKey}>
              {`${no} ${label}`.trim()}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

function ExportLinks() {
  const words = useWords();
  const { search } = useLocation();
  const base = `/timeline/export${search === "" ? "?" : `${search}&`}as=`;
  return (
    <span className="export">
      <a href={`${base}xlsx`}>{words.lists.exportXlsx}</a>
      <a href={`${base}csv`}>{words.lists.exportCsv}</a>
      <a href={`${base}json`}>{words.overTime.exportJson}</a>
    </span>
  );
}
