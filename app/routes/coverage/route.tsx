import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { PageHead } from "~/components/page-head";
import { PastNotice, TwoDates } from "~/components/two-dates";
import { useLanguage, useWords } from "~/components/words";
import { problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { askedDates, refusePastView } from "~/past-view.server";
import { requireScope } from "~/scope.server";
import { archiveJoint, showCoverage, writeJoint } from "~/use-cases/coverage.server";
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

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "contract:write");
  refusePastView({ ports }, request.url);
  const fields = await readForm(request);
  const text = (name: string) => textOf(fields, name);
  const [id, version] = [text("id"), Number(text("version"))];
  if (text("intent") === "archive-joint") {
    const archived = await archiveJoint(ports, scope, { id, version });
    if (!archived.ok) throw refuse(archived.problems);
    return redirectTo("/coverage#joints");
  }
  if (text("intent") !== "joint") throw refuse([problem("form-unreadable")]);
  const raw = {
    firstSystemId: text("firstSystemId"),
    secondSystemId: text("secondSystemId"),
    what: text("what"),
    party: text("party"),
    thirdPartyName: text("thirdPartyName"),
    emergencyParty: text("emergencyParty"),
    note: text("note"),
  };
  const saved = await writeJoint(ports, scope, { id: id === "" ? null : id, version, raw });
  if (!saved.ok) return replyProblems(saved.problems, { typed: { ...raw, id } });
  return redirectTo("/coverage#joints");
}

export default function CoveragePage() {
  const words = useWords();
  const language = useLanguage();
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
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
      <JointsPanel page={page} problems={found?.problems} typed={found?.typed} />
    </div>
  );
}

export type CoverageView = ReturnType<typeof useLoaderData<typeof loader>>;
