import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { PageHead } from "~/components/page-head";
import { PastNotice, TwoDates } from "~/components/two-dates";
import { useLanguage, useWords } from "~/components/words";
import { may } from "~/domain/rights";
import { refuse, reply } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { askedDates } from "~/past-view.server";
import { requireScope } from "~/scope.server";
import { showCoverage } from "~/use-cases/coverage.server";
import { CoverageBar, CoverageCounts } from "./coverage-bar";
import { CoverageTable } from "./coverage-table";
import { JointsPanel } from "./joints-panel";

export const meta = pageTitle((words) => words.coverage.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const asked = new URL(request.url).searchParams;
  const dates = askedDates(request.url);
  const shown = await showCoverage(ports, scope, { ...dates, situation: asked.get("when") ?? "" });
  if (!shown.ok) throw refuse(shown.problems);
  const only = asked.get("only") === "open" ? ("open" as const) : ("all" as const);
  const mayEdit = !shown.value.isPast && may(scope, "contract:write");
  return reply({ ...shown.value, only, mayEdit });
}

export default function CoveragePage() {
  const words = useWords();
  const language = useLanguage();
  const page = useLoaderData<typeof loader>();
  const { coverage, day, knownOn, situation, only } = page;
  const query = (change: Record<string, string>) =>
    `?${new URLSearchParams({ ...(page.isPast ? { day, knownOn } : {}), when: situation, only, ...change })}`;
  return (
    <div className="stack">
      <PastNotice asked={page} isPast={page.isPast} back="/coverage" />
      <PageHead
        title={words.coverage.title}
        lead={words.coverage.lead}
        note={words.coverage.on(formatDay(day, language))}
        crumbs={[{ to: "/role-sheets", label: words.roles.title }, { label: words.coverage.title }]}
      >
        <span className="export">
          <span className="quiet">{words.roles.export}</span>
          <a href={`/coverage/export${query({ as: "xlsx" })}`}>{words.lists.exportXlsx}</a>
          <a href={`/coverage/export${query({ as: "csv" })}`}>{words.lists.exportCsv}</a>
          <a href={`/coverage/export${query({ as: "json" })}`}>{words.overTime.exportJson}</a>
        </span>
      </PageHead>
      <TwoDates asked={page} kept={{ when: situation, only }} />
      <CoverageBar page={page} query={query} />
      <CoverageCounts page={page} />
      {coverage.rows.length === 0 ? (
        <EmptyState
          sentence={words.coverage.empty}
          action={page.mayEdit ? { to: "/role-sheets", label: words.coverage.toSheets } : undefined}
        />
      ) : (
        <CoverageTable page={page} />
      )}
      <JointsPanel page={page} />
    </div>
  );
}

export type CoverageView = ReturnType<typeof useLoaderData<typeof loader>>;
