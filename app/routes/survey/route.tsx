import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { PrintButton } from "~/components/print-button";
import { ProblemSummary } from "~/components/problem-summary";
import { useLanguage, useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import type { RawHouseAnswer } from "~/domain/survey";
import { readForm, redirectTo, refuse, reply, replyProblems } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { saveSurvey } from "~/use-cases/surveys.server";
import { readSurvey, savedCount, typedAnswers } from "./page.server";
import { QuestionPanel } from "./question-panel";
import { SurveyFacts } from "./survey-facts";

export const meta = pageTitle<typeof loader>((words, data) =>
  data ? words.surveys.title(data.fiscalYear) : words.selfChecks.tabs.surveys,
);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  return reply({
    ...(await readSurvey(visit, params.year)),
    saved: savedCount(request.url),
    canEdit: may(visit.scope, "self-check:write"),
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "self-check:write");
  const answers = typedAnswers(await readForm(request));
  const saved = await saveSurvey(ports, scope, { fiscalYear: Number(params.year), answers });
  if (saved.ok) return redirectTo(`/surveys/${Number(params.year)}?saved=${saved.value.saved}`);
  if (saved.problems.some((each) => each.code === "not-found")) throw refuse(saved.problems);
  return replyProblems(saved.problems, { answers });
}

export type SurveyPage = ReturnType<typeof useLoaderData<typeof loader>>;
type Found = { problems: Problem[]; answers: RawHouseAnswer[] } | undefined;

export default function SurveyOfYear() {
  const page = useLoaderData<typeof loader>();
  const found: Found = useActionData<typeof action>();
  const words = useWords();
  const language = useLanguage();
  const { surveys, selfChecks, lists } = words;
  const base = `/surveys/${page.fiscalYear}`;
  const labels = Object.fromEntries(
    page.rows.flatMap(({ question: { key, text } }) =>
      (["value", "happenedOn", "note"] as const).map((field) => [`${field}.${key}`, text]),
    ),
  );
  return (
    <div className="stack">
      <div>
        <PageHead
          title={surveys.title(page.fiscalYear)}
          note={surveys.progress(page.rows.filter((each) => each.held !== null).length, page.rows.length)}
          lead={surveys.pageLead(formatDay(page.asked, language), formatDay(page.day, language))}
          crumbs={[{ to: "/surveys", label: selfChecks.tabs.surveys }, { label: String(page.fiscalYear) }]}
        >
          <span className="export">
            <a href={`${base}/export?as=xlsx`}>{lists.exportXlsx}</a>
            <a href={`${base}/export?as=csv`}>{lists.exportCsv}</a>
            <a href={`${base}/export?as=json`}>{selfChecks.exportJson}</a>
          </span>
          <PrintButton label={surveys.print} />
        </PageHead>
        <ProblemSummary problems={found?.problems} labels={labels} />
      </div>
      {page.saved !== null && found === undefined && (
        <p className="note good" role="status">
          {surveys.saved(page.saved)}
        </p>
      )}
      <SurveyFacts page={page} />
      <Form method="post" className="stack" noValidate key={page.rows.map((each) => each.held?.id).join()}>
        {page.rows.map((row, at) => (
          <QuestionPanel
            key={row.question.key}
            row={row}
            no={at + 1}
            isFirstOfSection={row.question.section !== page.rows[at - 1]?.question.section}
            page={page}
            typed={found?.answers.find((each) => each.questionKey === row.question.key) ?? null}
            problems={found?.problems}
          />
        ))}
        {page.canEdit && (
          <div className="send-bar">
            <button type="submit" className="button primary">
              {surveys.save}
            </button>
            <span className="quiet">{surveys.saveHint}</span>
          </div>
        )}
      </Form>
    </div>
  );
}
