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
import { writeOnDraft } from "~/use-cases/write-on-paper.server";
import { DraftHead } from "./draft-head";
import { nameFields } from "./field-names";
import { BesidesPanel, IssuePanel, IssuesPanel, SettingsPanel } from "./issue-panels";
import { readDraftPage } from "./page.server";
import { SectionList } from "./section-list";
import { SourceDrawer } from "./source-drawer";
import { WrittenFields } from "./written-fields";
import { writtenFrom } from "./written-form";

export const meta = pageTitle<typeof loader>((words, data) => data?.document.title ?? words.papers.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  return reply(await readDraftPage(visit, params.id ?? ""));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "paper:write");
  const fields = await readForm(request);
  const draftId = params.id ?? "";
  const typed = { printedNo: textOf(fields, "printedNo"), dateStyle: textOf(fields, "dateStyle") };
  const intent = textOf(fields, "intent");
  if (intent === "issue") {
    const issued = await issuePaper(ports, scope, { draftId });
    if (!issued.ok) return replyProblems(issued.problems, nothingTyped);
    return redirectTo(`/issued/${issued.value.paperId}`);
  }
  const version = Number(textOf(fields, "version"));
  if (intent === "write") {
    const entered = writtenFrom(fields);
    const written = await writeOnDraft(ports, scope, { draftId, version, entered });
    if (!written.ok) return replyProblems(written.problems, { typed: null, written: entered });
    return redirectTo(`/papers/${draftId}#written`);
  }
  if (intent !== "settings") throw refuse([problem("form-unreadable")]);
  const signature = textOf(fields, "signature");
  const roleSheets = textOf(fields, "asksSheets") === "" ? {} : { roleSheets: listOf(fields, "roleSheets") };
  const saved = await reviseDraft(ports, scope, { draftId, version, signature, ...typed, ...roleSheets });
  if (!saved.ok) return replyProblems(saved.problems, { typed: { ...typed, signature }, written: null });
  return redirectTo(`/papers/${draftId}`);
}

const nothingTyped = { typed: null, written: null };

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
          problems={nameFields(words, found?.problems, page.fields)}
          labels={{
            printedNo: papers.printedNo,
            ...Object.fromEntries(page.fields.map((each) => [each.key, each.label])),
          }}
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
          <WrittenFields page={page} typed={found?.written ?? null} problems={found?.problems} />
        )}
        {page.mayEdit && (
          <SettingsPanel page={page} problems={found?.problems} typed={found?.typed ?? null} />
        )}
        {page.mayEdit && missing.length === 0 && <IssuePanel page={page} />}
        <BesidesPanel page={page} />
        <IssuesPanel page={page} />
      </div>
    </>
  );
}
