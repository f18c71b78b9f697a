import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PaperView } from "~/components/paper-view";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { readForm, reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { DraftHead } from "./draft-head";
import { runDraftVerb } from "./draft-verbs.server";
import { nameFields } from "./field-names";
import { BesidesPanel, IssuePanel, IssuesPanel, SettingsPanel } from "./issue-panels";
import { MemorandumChanges } from "./memorandum-changes";
import { readDraftPage } from "./page.server";
import { SectionList } from "./section-list";
import { SourceDrawer } from "./source-drawer";
import { WrittenFields } from "./written-fields";

export const meta = pageTitle<typeof loader>((words, data) => data?.document.title ?? words.papers.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  return reply(await readDraftPage(visit, params.id ?? ""));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "paper:write");
  return runDraftVerb(visit, params.id ?? "", await readForm(request));
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
        {page.mayEdit && <MemorandumChanges page={page} problems={found?.problems} />}
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
