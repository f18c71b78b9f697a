import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { assessDisclosure } from "~/use-cases/assess.server";
import { cataloguesOf } from "~/use-cases/catalogues.server";
import { listOwners } from "~/use-cases/decision-list.server";
import { intentOf, runIntent } from "./actions.server";
import { AssessmentHead } from "./assessment-head";
import { assessmentPage } from "./assessment-page.server";
import { assessmentSearch, parseAssessmentQuery } from "./assessment-query";
import { bearersOfPage } from "./bearers-of-page.server";
import { Chapters } from "./chapters";
import { decisionLabels, problemsOnPage, startersOf } from "./decision-input";
import { FindingList } from "./finding-list";
import { Leftovers } from "./leftovers";

export const meta = pageTitle<typeof loader>((words, data) =>
  data ? words.assessments.pageTitle(data.disclosure.product) : words.assessments.title,
);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const { ports, scope } = visit;
  if (!isId(params.disclosureId)) throw refuse([problem("not-found")]);
  const query = parseAssessmentQuery(new URL(request.url).searchParams);
  const { disclosureId } = params;
  const assessed = await assessDisclosure(ports, scope, { disclosureId, guideline: query.guideline });
  if (!assessed.ok) throw refuse(assessed.problems);
  const today = dayInTokyo(ports.now());
  const page = assessmentPage(assessed.value, await cataloguesOf(ports, scope), query, today);
  const [bearers, people] = await Promise.all([bearersOfPage(visit, page), listOwners(ports, scope)]);
  return reply({ ...page, bearers, people, canEdit: may(scope, "decision:decide") });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "decision:decide");
  const { disclosureId } = params;
  if (!isId(disclosureId)) throw refuse([problem("not-found")]);
  const fields = await readForm(request);
  const query = parseAssessmentQuery(new URL(request.url).searchParams);
  const [requirement, intent] = [textOf(fields, "requirement"), intentOf(fields)];
  const done = await runIntent(
    { ports, scope, starters: startersOf(language) },
    disclosureId,
    intent,
    fields,
  );
  if (done.ok) {
    const search = assessmentSearch(query, { open: requirement });
    const said = intent === "override" || intent === "lift" ? "overridden" : "decided";
    return redirectTo(`/assessments/${disclosureId}${search}&${said}=1#open`);
  }
  // why: what is not there (or not ours) is a missing page; everything else leaves the form as it was typed.
  if (done.problems.some((each) => each.code === "not-found")) throw refuse(done.problems);
  return replyProblems(problemsOnPage(done.problems, intent), { typed: fields, requirement, intent });
}

export default function Assessment() {
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const words = useWords();
  return (
    <>
      <AssessmentHead page={page} />
      <ProblemSummary problems={found?.problems} labels={decisionLabels(words, found?.intent)} />
      <div className="chapters-and">
        <Chapters page={page} />
        <div className="stack">
          <FindingList page={page} failed={found} />
          <Leftovers page={page} />
        </div>
      </div>
    </>
  );
}
