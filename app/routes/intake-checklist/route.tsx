import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import { type Problem, problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { VendorSheet } from "~/routes/intake/vendor-sheet";
import { requireScope, type Visit } from "~/scope.server";
import { correctAnswer } from "~/use-cases/receive.server";
import { reviewChecklist, saveChecklists } from "~/use-cases/save-checklist.server";
import { ChecklistForm, checklistLabels } from "./checklist-form";
import { listsToSave, rowsSet } from "./checklist-input.server";
import { checklistPage } from "./checklist-page.server";

export const meta = pageTitle((words) => words.checklists.reviewTitle);

async function requirePage({ ports, scope }: Visit, id: string | undefined, url: string) {
  if (!isId(id)) throw refuse([problem("not-found")]);
  const review = await reviewChecklist(ports, scope, { intakeId: id });
  if (!review.ok) throw refuse(review.problems);
  if (review.value.lists.length === 0) throw redirectTo(`/intakes/${id}/next`);
  return checklistPage(review.value, new URL(url).searchParams, may(scope, "disclosure:write"));
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  return reply(await requirePage(visit, params.id, request.url));
}

/** Keep the rows typed, by hand or by itself, or save the lists. */
const intents = ["apply", "autosave", "save"];

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "disclosure:write");
  const { ports, scope } = visit;
  const page = await requirePage(visit, params.id, request.url);
  const typed = await readForm(request);
  const intakeId = page.intake.id;
  const intent = textOf(typed, "intent");
  if (!intents.includes(intent)) return replyProblems([problem("form-unreadable")], { typed, applied: 0 });
  const set = rowsSet(typed, page);
  const problems = await keepRows(visit, intakeId, set);
  if (problems.length > 0) return replyProblems(problems, { typed, applied: 0 });
  if (intent !== "save") return reply({ problems: [], typed, applied: set.length });
  const saved = await saveChecklists(ports, scope, { intakeId, lists: listsToSave(typed, page) });
  if (!saved.ok) return replyProblems(saved.problems, { typed, applied: set.length });
  return redirectTo(`/checklist-responses/${saved.value.responseIds[0] ?? ""}?saved=1`);
}

/** Keeps each row that can be kept: one day that is none stops no other row. */
async function keepRows({ ports, scope }: Visit, intakeId: string, rows: ReturnType<typeof rowsSet>) {
  const problems: Problem[] = [];
  for (const each of rows) {
    const corrected = await correctAnswer(ports, scope, { intakeId, ...each });
    if (corrected.ok) continue;
    const at = `target-${each.formIndex}-${each.ordinal}`;
    problems.push(...corrected.problems.map((one) => (one.at === "targetOn" ? { ...one, at } : one)));
  }
  return problems;
}

export default function IntakeChecklist() {
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const words = useWords();
  const [lit, setLit] = useState<string | null>(null);
  const { fileName, member, id } = page.intake;
  return (
    <>
      <PageHead
        title={words.checklists.reviewTitle}
        lead={words.checklists.reviewLead}
        crumbs={[
          { to: "/disclosures", label: words.disclosures.title },
          { to: `/intakes/${id}/next`, label: words.intake.title(member ?? fileName) },
          { label: words.checklists.reviewCrumb },
        ]}
      >
        <a className="button" href={`/files/${page.intake.originalFileId}`}>
          {words.disclosures.download}
        </a>
      </PageHead>
      <ProblemSummary problems={found?.problems} labels={checklistLabels(words, page)} />
      <div className="two">
        <VendorSheet
          view={page.view}
          pointAt={null}
          rows={page.lists.flatMap((list) => list.rows)}
          lit={lit}
          light={setLit}
        />
        <ChecklistForm page={page} found={found} light={setLit} />
      </div>
    </>
  );
}
