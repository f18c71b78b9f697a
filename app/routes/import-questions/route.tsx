import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ImportSteps } from "~/components/import-steps";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { PAGE_SIZE } from "~/domain/list-query";
import { countOf, readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { answerImport, answerRestAsNew, showDryRun } from "~/use-cases/import-dry-run.server";
import { AnsweredList, QuestionList, RestAsNew } from "./question-list";

export const meta = pageTitle((words) => words.imports.questions.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "import:write");
  const batchId = params.id ?? "";
  const shown = await showDryRun(ports, scope, { batchId });
  if (!shown.ok) throw refuse(shown.problems);
  const { batch, plan } = shown.value;
  if (batch.state !== "draft") throw redirectTo(`/imports/${batchId}`);
  const open = plan.questions.filter((each) => each.answer === null);
  const answered = plan.questions.filter((each) => each.answer !== null);
  const head = { id: batch.id, fileName: batch.fileName, version: batch.version };
  const counts = {
    open: open.length,
    total: plan.questions.length,
    rest: open.filter((each) => each.mayBeNew).length,
  };
  return reply({ ...head, counts, open: open.slice(0, PAGE_SIZE), answered: answered.slice(-PAGE_SIZE) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "import:write");
  const batchId = params.id ?? "";
  const fields = await readForm(request);
  const version = countOf(fields, "version");
  const answers = { [textOf(fields, "key")]: textOf(fields, "answer") };
  const answered =
    textOf(fields, "intent") === "rest"
      ? await answerRestAsNew(ports, scope, { batchId, version })
      : await answerImport(ports, scope, { batchId, version, answers });
  return answered.ok ? redirectTo(`/imports/${batchId}/questions`) : replyProblems(answered.problems, {});
}

export default function ImportQuestions() {
  const { imports } = useWords();
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { questions } = imports;
  const isOver = page.counts.open === 0;
  return (
    <div className="stack">
      <PageHead
        title={questions.title}
        note={questions.progress(page.counts.open, page.counts.total)}
        lead={isOver ? undefined : questions.lead}
        crumbs={[
          { to: "/imports", label: imports.title },
          { to: `/imports/${page.id}`, label: page.fileName },
          { label: questions.title },
        ]}
      >
        {isOver && (
          <Link className="button primary" to={`/imports/${page.id}`}>
            {questions.toReport}
          </Link>
        )}
      </PageHead>
      <ImportSteps here={2} batchId={page.id} />
      <ProblemSummary problems={found?.problems} />
      {isOver && (
        <p className="note" role="status">
          {page.counts.total === 0 ? questions.none : questions.all}
        </p>
      )}
      <QuestionList questions={page.open} version={page.version} />
      {page.counts.rest > 1 && <RestAsNew count={page.counts.rest} version={page.version} />}
      <AnsweredList questions={page.answered} version={page.version} />
    </div>
  );
}
