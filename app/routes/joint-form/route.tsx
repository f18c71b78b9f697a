import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EndPanel, ReopenPanel } from "~/components/entry-fields";
import { EntryHistory, sinceText } from "~/components/entry-history";
import { History } from "~/components/history";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useLanguage, useWords } from "~/components/words";
import { jointParties } from "~/domain/role-records";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { EditForm, jointLabels } from "./edit-form";
import { readJointPage, readNewJoint } from "./page.server";
import { saveJoint } from "./save.server";

export const meta = pageTitle((words) => words.coverage.joint);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, params.jointId ? "viewer" : "contract:write");
  if (!params.jointId) return reply(await readNewJoint(visit));
  const entryId = new URL(request.url).searchParams.get("entry") ?? "";
  return reply(await readJointPage(visit, params.jointId, entryId));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "contract:write");
  const raw = await readForm(request);
  const saved = await saveJoint(visit, raw, params.jointId ?? null);
  if (!saved.ok) return replyProblems(saved.problems, { typed: raw, intent: textOf(raw, "intent") });
  return redirectTo(params.jointId ? `/joints/${saved.value.id}` : "/coverage#joints");
}

export default function JointFormPage() {
  const words = useWords();
  const { coverage } = words;
  const { joint, mode, mayEdit, today } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const title = joint ? coverage.jointBetween(joint.first, joint.second) : coverage.addJoint;
  const of = (intent: string) => (failed?.intent === intent ? failed.problems : undefined);
  return (
    <div className="stack">
      <PageHead
        title={title}
        note={joint?.what}
        lead={useLead()}
        crumbs={[{ to: "/coverage", label: coverage.title }, { label: title }]}
      />
      {failed && failed.intent !== "save" && (
        <ProblemSummary problems={failed.problems} labels={jointLabels(words)} />
      )}
      {mayEdit && (!joint?.isOver || mode === "correct") && <EditForm />}
      {joint && mayEdit && mode === "change" && !joint.isOver && (
        <EndPanel
          version={joint.version}
          today={today}
          problems={of("end")}
          title={coverage.endJoint}
          what={coverage.endJointWhat}
          day={coverage.endJointDay}
          dayHint={coverage.endJointDayHint}
        />
      )}
      {joint?.isOver && mayEdit && mode === "change" && (
        <ReopenPanel version={joint.version} problems={of("reopen")} />
      )}
      {joint && <JointRecords />}
    </div>
  );
}

/** What the page is for: what a joint is, or what saving does to its record. */
function useLead(): string {
  const words = useWords();
  const language = useLanguage();
  const { coverage, entries } = words;
  const { joint, mode, entry } = useLoaderData<typeof loader>();
  if (joint === null) return coverage.jointsWhat;
  if (mode === "correct") return entries.correctWhat(sinceText(words, language, entry?.effectiveFrom ?? ""));
  return joint.isOver ? entries.over(sinceText(words, language, joint.overFrom)) : entries.changeWhat;
}

/** Every entry about the joint, and the 履歴 of who saved what. */
function JointRecords() {
  const words = useWords();
  const { lines, history } = useLoaderData<typeof loader>();
  const labels = jointLabels(words);
  const labelOf = (field: string) => labels[field] ?? field;
  const wordsOf = (field: string, value: string) => {
    const party = jointParties.find((each) => each === value);
    const isParty = field === "party" || field === "emergencyParty";
    return isParty && party ? words.coverage.jointParties[party] : value;
  };
  return (
    <>
      <EntryHistory lines={lines} labelOf={labelOf} wordsOf={wordsOf} />
      <History
        lines={history}
        labelOf={labelOf}
        valueOf={(field, value) => (field.endsWith("SystemId") ? null : wordsOf(field, value))}
      />
    </>
  );
}
