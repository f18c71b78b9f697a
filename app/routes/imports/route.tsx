import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ImportSteps } from "~/components/import-steps";
import { Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { PAGE_SIZE, parseListState } from "~/domain/list-query";
import { problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { redirectTo, reply, replyProblems } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { readUploads } from "~/uploads.server";
import { MAX_IMPORT_ROWS, openImport } from "~/use-cases/import-open.server";
import { listImports } from "~/use-cases/import-report.server";
import { MAX_WORKBOOK_BYTES } from "~/use-cases/receive.server";
import { PastImports } from "./past-imports";
import { StartImport } from "./start-import";

export const meta = pageTitle((words) => words.imports.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const state = parseListState(new URL(request.url).searchParams, { filters: [], sort: "createdAt" });
  const { rows, total } = await listImports(ports, scope, { page: state.page, pageSize: PAGE_SIZE });
  return reply({
    state,
    total,
    batches: rows.map(({ id, fileName, sheet, state: now, rowCount, createdAt, by }) => {
      return { id, fileName, sheet, state: now, rowCount, createdAt, by: by ?? "" };
    }),
    limits: { megabytes: MAX_WORKBOOK_BYTES / 1_048_576, rows: MAX_IMPORT_ROWS },
    mayAdd: may(scope, "import:write"),
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "import:write");
  const uploads = await readUploads(request, "file", MAX_WORKBOOK_BYTES);
  if (!uploads.ok) return replyProblems(uploads.problems, {});
  const [file] = uploads.value;
  if (!file) return replyProblems([problem("file-missing", {}, "file")], {});
  const opened = await openImport(ports, scope, file);
  return opened.ok
    ? redirectTo(`/imports/${opened.value.batchId}/columns`)
    : replyProblems(opened.problems, {});
}

export default function Imports() {
  const { imports } = useWords();
  const { batches, limits, mayAdd, state, total } = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  return (
    <div className="stack">
      <PageHead title={imports.title} lead={imports.lead} />
      {mayAdd && <ImportSteps here={0} />}
      <ProblemSummary problems={found?.problems} labels={{ file: imports.start.file }} />
      {mayAdd && <StartImport limits={limits} problems={found?.problems} />}
      <PastImports batches={batches} />
      <Pager state={state} total={total} />
    </div>
  );
}
