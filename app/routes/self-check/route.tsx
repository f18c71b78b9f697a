import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useLanguage, useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { countOf, readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { freezeOwnRound, saveOwnChecklist } from "~/use-cases/fill-own-checklist.server";
import { readSelfCheck, typedRows } from "./page.server";
import { RoundPanel } from "./round-panel";
import { problemLabels, SheetForm } from "./sheet-form";
import { VendorPanel } from "./vendor-panel";
import { YearNote } from "./year-note";

export const meta = pageTitle<typeof loader>((words, data) =>
  data ? `${words.selfChecks.tabs.checklists} ${data.sheet.fiscalYear}` : words.selfChecks.tabs.checklists,
);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const done = new URL(request.url).searchParams.get("done");
  return reply({
    ...(await readSelfCheck(visit, params.id)),
    done,
    canEdit: may(visit.scope, "self-check:write"),
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "self-check:write");
  const fields = await readForm(request);
  const checklistId = params.id ?? "";
  const head = { checklistId, version: countOf(fields, "version") };
  const isFreeze = textOf(fields, "intent") === "freeze";
  const typed = { gate: textOf(fields, "gate"), rows: typedRows(fields) };
  const answeredOn = textOf(fields, "answeredOn");
  const saved = isFreeze
    ? await freezeOwnRound(ports, scope, { ...head, answeredOn })
    : await saveOwnChecklist(ports, scope, { ...head, ...typed });
  if (saved.ok) return redirectTo(`/self-checks/${checklistId}?done=${isFreeze ? "frozen" : "saved"}`);
  if (saved.problems.some((each) => each.code === "not-found")) throw refuse(saved.problems);
  return replyProblems(saved.problems, { typed: isFreeze ? null : typed, answeredOn });
}

export type SelfCheckPage = ReturnType<typeof useLoaderData<typeof loader>>;
export type SelfCheckFound =
  | {
      problems: Problem[];
      typed: { gate: string; rows: ReturnType<typeof typedRows> } | null;
      answeredOn: string;
    }
  | undefined;

export default function SelfCheck() {
  const page = useLoaderData<typeof loader>();
  const found: SelfCheckFound = useActionData<typeof action>();
  const words = useWords();
  const language = useLanguage();
  const { selfChecks, lists } = words;
  const base = `/self-checks/${page.sheet.id}`;
  const labels = { gate: selfChecks.sheet.gate, answeredOn: selfChecks.rounds.answeredOn };
  return (
    <div className="stack">
      <div>
        <PageHead
          title={selfChecks.tabs.checklists}
          note={selfChecks.sheet.yearName(page.sheet.fiscalYear)}
          lead={selfChecks.sheet.lead(formatDay(page.day, language))}
          crumbs={[
            { to: "/self-checks", label: selfChecks.tabs.checklists },
            { label: String(page.sheet.fiscalYear) },
          ]}
        >
          <span className="export">
            <a href={`${base}/export?as=xlsx`}>{lists.exportXlsx}</a>
            <a href={`${base}/export?as=csv`}>{lists.exportCsv}</a>
            <a href={`${base}/export?as=json`}>{selfChecks.exportJson}</a>
          </span>
          <Link className="button" to={`${base}/official`}>
            {words.writeBack.own.button}
          </Link>
          <a className="button" href={`${base}/print`}>
            {selfChecks.print}
          </a>
        </PageHead>
        <ProblemSummary problems={found?.problems} labels={{ ...labels, ...problemLabels(words, page) }} />
      </div>
      {page.done !== null && found === undefined && (
        <p className="note good" role="status">
          {page.done === "frozen" ? selfChecks.rounds.frozenNow : selfChecks.sheet.saved}
        </p>
      )}
      <YearNote page={page} />
      <SheetForm page={page} found={found} />
      <RoundPanel page={page} found={found} />
      <VendorPanel page={page} />
    </div>
  );
}
