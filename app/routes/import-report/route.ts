import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { wordsOf } from "~/messages/words";
import { requireScope } from "~/scope.server";
import { MAX_IMPORT_ROWS } from "~/use-cases/import-open.server";
import { showImportReport } from "~/use-cases/import-report.server";
import { tableAsCsv, tableAsXlsx } from "~/workbook/table-file.server";
import { reportFile } from "./report-file";

/** The whole report as a file (`as=xlsx` or `as=csv`): the clerk's own columns with what became of each row. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  const all = { batchId: params.id ?? "", only: null, page: 1, pageSize: MAX_IMPORT_ROWS };
  const shown = await showImportReport(ports, scope, all);
  if (!shown.ok) throw refuse(shown.problems);
  const { name, columns, rows } = reportFile(wordsOf(language), shown.value);
  return new URL(request.url).searchParams.get("as") === "csv"
    ? fileReply(tableAsCsv(columns, rows), `${name}.csv`)
    : fileReply(await tableAsXlsx(name, columns, rows), `${name}.xlsx`);
}
