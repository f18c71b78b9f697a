import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { DataTable } from "~/components/data-table";
import { PageHead } from "~/components/page-head";
import { SelfCheckTabs } from "~/components/self-check-tabs";
import { useLanguage, useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { may } from "~/domain/rights";
import { countOf, readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { beginOwnChecklist } from "~/use-cases/fill-own-checklist.server";
import { listSelfChecks } from "~/use-cases/own-checklists.server";
import { BeginPanel } from "./begin-panel";

export const meta = pageTitle((words) => words.selfChecks.tabs.checklists);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  return reply({ ...(await listSelfChecks(ports, scope)), canEdit: may(scope, "self-check:write") });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "self-check:write");
  const fields = await readForm(request);
  const typed = { fiscalYear: textOf(fields, "fiscalYear"), checklistRef: textOf(fields, "checklistRef") };
  const begun = await beginOwnChecklist(ports, scope, {
    ...typed,
    fiscalYear: countOf(fields, "fiscalYear"),
  });
  if (!begun.ok) return replyProblems(begun.problems, { typed });
  return redirectTo(`/self-checks/${begun.value.checklistId}`);
}

export type SelfChecksPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function SelfChecks() {
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { selfChecks } = useWords();
  const { list } = selfChecks;
  return (
    <div className="stack">
      <PageHead title={selfChecks.tabs.checklists} lead={list.lead}>
        <Link className="button" to="/checklist-responses">
          {list.toResponses}
        </Link>
      </PageHead>
      <SelfCheckTabs here="checklists" />
      {page.sheets.length === 0 ? <p className="note">{list.empty}</p> : <SheetTable page={page} />}
      {page.canEdit && <BeginPanel page={page} found={found} />}
    </div>
  );
}

function SheetTable({ page }: { page: SelfChecksPage }) {
  const language = useLanguage();
  const { selfChecks } = useWords();
  const { list } = selfChecks;
  const names = ["title", "year", "answered", "rounds", "created"] as const;
  return (
    <div className="panel">
      <DataTable
        caption={selfChecks.tabs.checklists}
        columns={names.map((name) => ({ name, label: list.columns[name] }))}
        rows={page.sheets.map((each) => ({
          id: each.id,
          to: `/self-checks/${each.id}`,
          cells: {
            title: each.title,
            year: <span className="num">{each.fiscalYear}</span>,
            answered:
              each.gate === "no" ? (
                <Tag>{list.noSystem}</Tag>
              ) : (
                <span className="num">{list.answeredOf(each.answered, each.items)}</span>
              ),
            rounds: list.roundsOf(each.rounds, each.mostRounds),
            created: <span className="num">{formatDay(dayInTokyo(each.createdAt), language)}</span>,
          },
        }))}
      />
    </div>
  );
}
