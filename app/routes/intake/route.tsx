import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { PagePictures } from "~/components/page-pictures";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope, type Visit } from "~/scope.server";
import { changesBeforeSave } from "~/use-cases/changes-before-save.server";
import { correctAnswer, discardIntake, saveIntake } from "~/use-cases/receive.server";
import { checkBeforeSave, reviewIntake } from "~/use-cases/review-intake.server";
import { AnswersRead } from "./answers-read";
import { FormerCorrections } from "./former-corrections";
import { DiscardPanel, IntakeHead } from "./intake-head";
import { fieldLabels } from "./place-fields";
import { ReviewForm } from "./review-form";
import { answersSet, formsToSave, unchosenNames } from "./review-input.server";
import { reviewPage } from "./review-page.server";
import { UnreadCells } from "./unread-cells";
import { VendorSheet } from "./vendor-sheet";

export const meta = pageTitle<typeof loader>((words, data) =>
  data ? words.intake.title(data.intake.fileName) : words.intake.crumb,
);

async function requireReview({ ports, scope }: Visit, id: string | undefined, url: string) {
  if (!isId(id)) throw refuse([problem("not-found")]);
  const review = await reviewIntake(ports, scope, { intakeId: id });
  if (!review.ok) throw refuse(review.problems);
  const page = reviewPage(review.value, new URL(url).searchParams);
  return { page, reading: review.value.reading };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const { page } = await requireReview(visit, params.id, request.url);
  if (page.forms.length === 0) throw redirectTo(`/intakes/${page.intake.id}/next`);
  return reply({ ...page, canEdit: may(visit.scope, "disclosure:write") && page.intake.state === "review" });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "disclosure:write");
  const { ports, scope } = visit;
  const { page, reading } = await requireReview(visit, params.id, request.url);
  const intakeId = page.intake.id;
  const fields = await readForm(request);
  const [intent, none] = [textOf(fields, "intent"), { typed: fields, applied: 0, checked: null }];
  if (intent === "discard") {
    const discarded = await discardIntake(ports, scope, { intakeId });
    return discarded.ok ? redirectTo("/disclosures") : replyProblems(discarded.problems, none);
  }
  const set = answersSet(fields, page);
  for (const each of set) {
    const corrected = await correctAnswer(ports, scope, { intakeId, ...each });
    if (!corrected.ok) return replyProblems(corrected.problems, none);
  }
  const kept = { typed: fields, applied: set.length, checked: null };
  if (intent === "apply" || intent === "autosave") return reply({ problems: [], ...kept });
  const forms = formsToSave(fields, page);
  const problems = [...unchosenNames(fields, page), ...checkBeforeSave(ports, reading, forms)];
  if (problems.length > 0) return replyProblems(problems, kept);
  // why: what freezes must be what was shown; a value changed after the check is shown once more.
  const fingerprint = JSON.stringify(forms);
  if (intent !== "save" || textOf(fields, "checked") !== fingerprint || set.length > 0) {
    const changes = await changesBeforeSave(ports, scope, { intakeId, forms });
    return reply({ problems: [], ...kept, checked: { forms, fingerprint, changes } });
  }
  const saved = await saveIntake(ports, scope, { intakeId, forms });
  if (!saved.ok) return replyProblems(saved.problems, kept);
  return redirectTo(`/disclosures/${saved.value.disclosureIds[0] ?? ""}?saved=1`);
}

export default function Intake() {
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const words = useWords();
  const [lit, setLit] = useState<string | null>(null);
  const [shownPage, setShownPage] = useState(1);
  return (
    <>
      <IntakeHead page={page} />
      <div className="two">
        {page.isByHand ? (
          <PagePictures intakeId={page.intake.id} pages={page.pages} onPage={setShownPage} />
        ) : (
          <VendorSheet
            view={page.view}
            pointAt={page.canEdit ? `/intakes/${page.intake.id}/columns` : null}
            rows={page.forms.flatMap((form) => form.rows)}
            lit={lit}
            light={setLit}
          />
        )}
        <div className="stack">
          <ProblemSummary problems={found?.problems} labels={fieldLabels(words, page.forms)} />
          <ReviewForm page={page} found={found} light={setLit} shownPage={shownPage} />
          <UnreadCells page={page} />
          <AnswersRead page={page} lit={lit} />
          <FormerCorrections corrections={page.former} />
          {page.canEdit && <DiscardPanel />}
        </div>
      </div>
    </>
  );
}
