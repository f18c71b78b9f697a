import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { problem } from "~/domain/problem";
import { redirectTo, reply, replyProblems } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { MAX_FILES, readUploads } from "~/uploads.server";
import { MAX_WORKBOOK_BYTES } from "~/use-cases/receive.server";
import { DropZone } from "./drop-zone";
import { receiveOne } from "./receive-one.server";
import { type FileResult, ResultList } from "./result-list";

export const meta = pageTitle((words) => words.intake.receiveTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireScope(request, context, "disclosure:write");
  return reply({ megabytes: MAX_WORKBOOK_BYTES / 1_048_576, files: MAX_FILES });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "disclosure:write");
  const none: FileResult[] = [];
  const uploads = await readUploads(request, "file", MAX_WORKBOOK_BYTES);
  if (!uploads.ok) return replyProblems(uploads.problems, { results: none });
  if (uploads.value.length === 0) {
    return replyProblems([problem("file-missing", {}, "file")], { results: none });
  }
  const results: FileResult[] = [];
  for (const file of uploads.value) results.push(await receiveOne(visit, file));
  const [only, ...others] = results.flatMap((each) => each.receipts);
  // why: a page that sends its files one by one shows each result itself.
  const isOneByOne = new URL(request.url).searchParams.has("each");
  if (only && others.length === 0 && results.length === 1 && !isOneByOne) {
    return redirectTo(`/intakes/${only.intakeId}`);
  }
  const refused = results.flatMap((each) => each.problems);
  return refused.length === 0 ? reply({ problems: [], results }) : replyProblems(refused, { results });
}

export default function Receive() {
  const words = useWords();
  const limits = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const results = found?.results ?? [];
  return (
    <div className="stack">
      <div>
        <PageHead
          title={words.intake.receiveTitle}
          lead={words.intake.receiveLead}
          crumbs={[{ to: "/disclosures", label: words.disclosures.title }, { label: words.intake.crumb }]}
        />
        {results.length === 0 && (
          <ProblemSummary problems={found?.problems} labels={{ file: words.intake.choose }} />
        )}
      </div>
      <ResultList results={results} />
      <DropZone {...limits} />
    </div>
  );
}
