import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PaperView } from "~/components/paper-view";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { problem } from "~/domain/problem";
import { listOf, readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { issuePaper, reviseDraft } from "~/use-cases/papers.server";
import { DraftHead } from "./draft-head";
import { nameFields } from "./field-names";
import { IssuePanel, IssuesPanel, SettingsPanel } from "./issue-panels";
import { readDraftPage } from "./page.server";
import { SectionList } from "./section-list";
import { SourceDrawer } from "./source-drawer";

export const meta = pageTitle<typeof loader>((words, data) => data?.document.title ?? words.papers.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  return reply(await readDraftPage(visit, params.id ?? ""));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "editor");
  const fields = await readForm(request);
  const draftId = params.id ?? "";
  const typed = { printedNo: textOf(fields, "printedNo"), dateStyle: textOf(fields, "dateStyle") };
  const intent = textOf(fields, "intent");
  if (intent === "issue") {
    const issued = await issuePaper(ports, scope, { draftId });
    if (!issued.ok) return replyProblems(issued.problems, { typed: null });
    return redirectTo(`/issued/${issued.value.paperId}`);
  }
  if (intent !== "settings") throw refuse([problem("form-unreadable")]);
  const version = Number(textOf(fields, "version"));
  const roleSheets = textOf(fields, "asksSheets") === "" ? {} : { roleSheets: listOf(fields, "roleSheets") };
  const saved = await reviseDraft(ports, scope, { draftId, version, ...typed, ...roleSheets });
  if (!saved.ok) return replyProblems(saved.problems, { typed });
  return redirectTo(`/papers/${draftId}`);
}

export default function PaperDraft() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { papers } = words;
  const { document, missing, template } = page;
  return (
    <>
      <DraftHead page={page} />
      <div className="stack">
        <ProblemSummary
          problems={nameFields(words, found?.problems)}
          labels={{ printedNo: papers.printedNo }}
        />
        {template.audience === "internal" && <p className="note stop">{papers.internalBar}</p>}
        {template.notice !== "" && <p className="note">{template.notice}</p>}
        <p className={missing.length > 0 ? "note warn" : "note good"}>
          {missing.length > 0 ? papers.cannotIssue(missing.length) : papers.canIssue}
        </p>
      </div>
      <div className="three annex-grid">
        <SectionList page={page} />
        <div className="desk">
          <PaperView document={document} missingWord={template.missingWord} />
        </div>
        <SourceDrawer page={page} />
      </div>
      <div className="stack below">
        {page.mayEdit && (
          <SettingsPanel page={page} problems={found?.problems} typed={found?.typed ?? null} />
        )}
        {page.mayEdit && missing.length === 0 && <IssuePanel page={page} />}
        <IssuesPanel page={page} />
      </div>
    </>
  );
}
