import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EndPanel, ReopenPanel } from "~/components/entry-fields";
import { PageHead } from "~/components/page-head";
import { firstOf } from "~/components/plain-fields";
import { ProblemSummary } from "~/components/problem-summary";
import { useLanguage, useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { EditForm } from "./edit-form";
import { readNewSubcontractor, readSubcontractorForm } from "./page.server";
import { saveSubcontractor } from "./save.server";
import { SubcontractorHistory } from "./subcontractor-history";
import { headingOf, subcontractorLabels } from "./subcontractor-labels";

export const meta = pageTitle((words) => words.contractRecords.subcontractorsTitle);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "contract:write");
  const asked = new URL(request.url).searchParams;
  const { subcontractorId } = params;
  if (subcontractorId)
    return reply(await readSubcontractorForm(visit, subcontractorId, asked.get("entry") ?? ""));
  return reply(await readNewSubcontractor(visit, params.id ?? "", asked.get("parentId") ?? ""));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "contract:write");
  const raw = await readForm(request);
  const { subcontractorId = null, id = "" } = params;
  const saved = await saveSubcontractor(visit, raw, { subcontractorId, contractId: id });
  if (!saved.ok) return replyProblems(saved.problems, { typed: raw, intent: textOf(raw, "intent") });
  return redirectTo(`/contracts/${saved.value.contractId}/subcontractors`);
}

export default function SubcontractorFormPageView() {
  const words = useWords();
  const language = useLanguage();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const problems: readonly Problem[] | undefined = failed?.problems;
  const isWarned = problems?.some((each) => each.code === "changed-meanwhile");
  const back = `/contracts/${page.head.id}/subcontractors`;
  const { title, what } = headingOf(words, language, page);
  const sent = failed && !isWarned ? Number(firstOf(failed.typed, "version")) : page.version;
  const typedVersion = Number.isInteger(sent) ? sent : page.version;
  const of = (intent: string) => (failed && failed.intent === intent ? problems : undefined);
  return (
    <div className="stack">
      <PageHead
        title={title}
        lead={what}
        crumbs={[
          { to: `/contracts/${page.head.id}`, label: page.head.number },
          { to: back, label: words.contractRecords.subcontractorsTitle },
          { label: title },
        ]}
      />
      {failed && failed.intent !== "save" && (
        <ProblemSummary problems={problems} labels={subcontractorLabels(words)} />
      )}
      {!page.isArchived && (
        <EditForm
          page={page}
          back={back}
          version={typedVersion}
          typed={of("save") && failed ? failed.typed : null}
          problems={of("save")}
        />
      )}
      {page.id && page.mode === "change" && !page.isArchived && (
        <EndPanel version={page.version} today={page.head.today} problems={of("end")} />
      )}
      {page.id && page.isArchived && <ReopenPanel version={page.version} problems={of("reopen")} />}
      {page.id && <SubcontractorHistory lines={page.lines} />}
    </div>
  );
}
