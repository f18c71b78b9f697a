import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { ConfirmPanel } from "~/components/confirm-panel";
import { ImportSteps } from "~/components/import-steps";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { problem } from "~/domain/problem";
import { readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { reviseImport, showImportColumns } from "~/use-cases/import-columns.server";
import { takeBackImport } from "~/use-cases/import-take-back.server";
import { choiceOf } from "./choice.server";
import { ColumnTable } from "./column-table";
import { columnsPage } from "./columns-page.server";
import { problemLabels } from "./labels";
import { OtherChoices } from "./other-choices";
import { SheetTop } from "./sheet-top";

export const meta = pageTitle((words) => words.imports.columnsPage.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "import:write");
  const batchId = params.id ?? "";
  const shown = await showImportColumns(ports, scope, { batchId });
  if (!shown.ok) throw refuse(shown.problems);
  if (shown.value.batch.state !== "draft") throw redirectTo(`/imports/${batchId}`);
  return reply(columnsPage(shown.value));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "import:write");
  const batchId = params.id ?? "";
  const fields = await readForm(request);
  if (textOf(fields, "intent") === "discard") {
    const put = await takeBackImport(ports, scope, { batchId });
    return put.ok ? redirectTo("/imports") : replyProblems(put.problems, { choice: null });
  }
  const choice = choiceOf(batchId, fields);
  if (!Number.isInteger(choice.headerRow) || choice.headerRow < 1) {
    return replyProblems([problem("import-no-rows", {}, "headerRow")], { choice });
  }
  const revised = await reviseImport(ports, scope, choice);
  if (!revised.ok) return replyProblems(revised.problems, { choice });
  const isStaying = revised.value.isProposedAgain || textOf(fields, "intent") === "look";
  return redirectTo(isStaying ? `/imports/${batchId}/columns` : `/imports/${batchId}`);
}

export default function ImportColumnsPage() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { columnsPage: own, takeBack, title } = words.imports;
  return (
    <div className="stack">
      <PageHead
        title={own.title}
        note={page.fileName}
        lead={own.lead}
        crumbs={[{ to: "/imports", label: title }, { label: own.title }]}
      />
      <ImportSteps here={1} batchId={page.id} />
      <ProblemSummary problems={found?.problems} labels={problemLabels(words, page)} />
      <Form method="post" className="stack" key={page.version}>
        {/* Enter in a field saves; without this it would press the first button of the sheet's top. */}
        <button type="submit" hidden />
        <input type="hidden" name="version" value={page.version} />
        <input type="hidden" name="headerRow" value={page.headerRow} />
        <SheetTop page={page} />
        <ColumnTable page={page} problems={found?.problems} choice={found?.choice ?? null} />
        <OtherChoices page={page} problems={found?.problems} choice={found?.choice ?? null} />
        <p>
          <button type="submit" className="button primary big">
            {own.next}
          </button>
        </p>
      </Form>
      <ConfirmPanel
        title={takeBack.draftTitle}
        what={takeBack.draftWhat}
        fields={{ intent: "discard" }}
        button={takeBack.draftButton}
      />
    </div>
  );
}
