import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { listOf, readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { decideTogether } from "~/use-cases/decide.server";
import { DecisionFields } from "../assessment/decision-form";
import { decisionFrom, startersOf } from "../assessment/decision-input";
import { GapList } from "./gap-list";
import { togetherPage } from "./together-page.server";

export const meta = pageTitle((words) => words.decisions.together.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "decision:decide");
  if (!isId(params.disclosureId)) throw refuse([problem("not-found")]);
  return reply(await togetherPage(visit, params.disclosureId, new URL(request.url).searchParams));
}

export type TogetherPage = ReturnType<typeof useLoaderData<typeof loader>>;

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "decision:decide");
  const { disclosureId } = params;
  if (!isId(disclosureId)) throw refuse([problem("not-found")]);
  const fields = await readForm(request);
  const findings = listOf(fields, "findings").map((each) => {
    const [requirement = "", supersedes = ""] = each.split(" ");
    return { requirement, supersedes: supersedes || null };
  });
  const guideline = textOf(fields, "guideline");
  const raw = decisionFrom(fields, startersOf(language));
  const done = await decideTogether(ports, scope, { disclosureId, guideline, findings, raw });
  if (!done.ok) return replyProblems(done.problems, { typed: fields });
  return redirectTo(`/assessments/${disclosureId}?guideline=${encodeURIComponent(guideline)}&decided=1`);
}

export default function AssessmentTogether() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { together } = words.decisions;
  const back = `/assessments/${page.disclosureId}?guideline=${page.guideline}`;
  const labels = { ...words.assessments.decisionField, findings: together.choose };
  return (
    <div className="stack">
      <PageHead
        title={together.title}
        note={page.product}
        lead={together.lead}
        crumbs={[
          { to: "/assessments", label: words.assessments.title },
          { to: back, label: page.product },
          { label: together.title },
        ]}
      >
        <Link className="button" to={back}>
          {together.back}
        </Link>
      </PageHead>
      <ProblemSummary problems={failed?.problems} labels={labels} />
      {page.gaps.length === 0 ? (
        <EmptyState sentence={together.none} action={{ to: back, label: together.back }} />
      ) : (
        <Form method="post" className="stack decide together" noValidate>
          <input type="hidden" name="guideline" value={page.guideline} />
          <GapList page={page} failed={failed} />
          <DecisionFields people={page.people} failed={failed} />
          <p>
            <button type="submit" className="button primary">
              {together.save}
            </button>
          </p>
        </Form>
      )}
    </div>
  );
}
