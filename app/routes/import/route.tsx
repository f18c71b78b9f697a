import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ImportSteps } from "~/components/import-steps";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { countOf, readForm, redirectTo, refuse, reply, replyProblems } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { actOnImport } from "./act.server";
import { importPage } from "./import-page.server";
import { NoticeList } from "./notice-list";
import { ReportFilters, ReportPager, ReportTable } from "./report-table";
import { TakeBack } from "./take-back";
import { WritePanel } from "./write-panel";

export const meta = pageTitle<typeof loader>((words, data) => data?.fileName ?? words.imports.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const asked = new URL(request.url).searchParams;
  const page = await importPage(ports, scope, params.id ?? "", asked);
  if (!page.ok) throw refuse(page.problems);
  return reply({ ...page.value, mayEdit: may(scope, "import:write") });
}

export type ImportPageData = ReturnType<typeof useLoaderData<typeof loader>>;

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "import:write");
  const fields = await readForm(request);
  const batchId = params.id ?? "";
  const acted = await actOnImport(ports, scope, batchId, fields);
  if (!acted) return replyProblems([problem("form-unreadable")], {});
  if (!acted.ok) return replyProblems(acted.problems, {});
  const row = countOf(fields, "row");
  const { search } = new URL(request.url);
  // why the row: the page of 50 rows comes back where one was.
  return redirectTo(`/imports/${batchId}${search}${row > 0 ? `#row-${row}` : ""}`);
}

export default function ImportPage() {
  const { imports } = useWords();
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const isDraft = page.state === "draft";
  return (
    <div className="stack">
      <PageHead
        title={imports.report.title}
        note={`${page.fileName}　${imports.states[page.state]}`}
        lead={isDraft ? imports.report.draftLead : undefined}
        crumbs={[{ to: "/imports", label: imports.title }, { label: page.fileName }]}
      />
      {isDraft && page.mayEdit && <ImportSteps here={3} batchId={page.id} />}
      <ProblemSummary problems={found?.problems} />
      <WritePanel page={page} />
      {isDraft && page.mayEdit && (
        <p className="actions">
          <Link className="button" to={`/imports/${page.id}/columns`}>
            {imports.report.columns}
          </Link>
          {page.questions.total > 0 && (
            <Link className="button" to={`/imports/${page.id}/questions`}>
              {page.questions.open > 0
                ? imports.report.questions(page.questions.open)
                : imports.report.questionsDone}
            </Link>
          )}
        </p>
      )}
      <NoticeList notices={page.notices} />
      <ReportFilters page={page} />
      <ReportTable page={page} />
      <ReportPager page={page} />
      {page.mayEdit && page.takeBack && <TakeBack takeBack={page.takeBack} />}
    </div>
  );
}
