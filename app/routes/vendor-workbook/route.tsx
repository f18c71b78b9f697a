import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useNavigation } from "@remix-run/react";
import { Field } from "~/components/field";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { problem } from "~/domain/problem";
import type { WorkbookReport } from "~/domain/workbook-answers";
import { reply, replyProblems } from "~/http.server";
import { pageTitle } from "~/page-title";
import { readUploads } from "~/uploads.server";
import { MAX_REQUEST_FILE_BYTES } from "~/use-cases/request-course.server";
import { fillFromWorkbook } from "~/use-cases/vendor-files.server";
import { requireDesk, wholeDeskOnly } from "~/vendor-visit.server";
import { useDesk } from "../vendor-desk/desk";
import { DeskPage } from "../vendor-desk/desk-page";
import { Report } from "./report";

export const meta = pageTitle((words) => words.vendorDesk.workbook.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  wholeDeskOnly(await requireDesk(request, context, params.requestId));
  return reply({});
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireDesk(request, context, params.requestId);
  const none: { report: WorkbookReport | null } = { report: null };
  const uploads = await readUploads(request, "file", MAX_REQUEST_FILE_BYTES);
  if (!uploads.ok) return replyProblems(uploads.problems, none);
  const [file] = uploads.value;
  if (!file) return replyProblems([problem("file-missing", {}, "file")], none);
  const filled = await fillFromWorkbook(ports, scope, file);
  if (!filled.ok) return replyProblems(filled.problems, none);
  const found: { report: WorkbookReport | null } = { report: filled.value };
  return reply({ problems: [], ...found });
}

export default function VendorWorkbook() {
  const { workbook } = useWords().vendorDesk;
  const { path, form } = useDesk();
  const found = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  if (form.kind !== "disclosure") {
    return (
      <DeskPage title={workbook.title}>
        <p className="note">{workbook.onlyDisclosure}</p>
      </DeskPage>
    );
  }
  return (
    <DeskPage title={workbook.title} lead={workbook.lead}>
      <ProblemSummary problems={found?.problems} labels={{ file: workbook.choose }} />
      {found?.report && <Report report={found.report} />}
      <section className="panel desk-panel">
        <h2>{workbook.downloadTitle}</h2>
        <p>{workbook.downloadLead}</p>
        <p>
          <a className="button" href={`${path}/form`}>
            {workbook.download}
          </a>
        </p>
      </section>
      <section className="panel desk-panel">
        <h2>{workbook.uploadTitle}</h2>
        <p>{workbook.uploadLead}</p>
        <Form method="post" encType="multipart/form-data" className="stack">
          <Field name="file" label={workbook.choose} problems={found?.problems}>
            {(control) => <input {...control} type="file" accept=".xlsx,.xls,.csv,.pdf,.zip" />}
          </Field>
          <p>
            <button type="submit" className="button primary" disabled={isBusy}>
              {workbook.upload}
            </button>
          </p>
        </Form>
      </section>
    </DeskPage>
  );
}
