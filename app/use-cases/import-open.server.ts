import { createHash } from "node:crypto";
import { keepOriginalFile } from "#db/queries/files.server";
import { insertImportBatch, replaceImportRows } from "#db/queries/imports.server";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { SheetView } from "~/domain/reading";
import { emptySettings, type ImportSettings, mappedTargets } from "~/domain/register-import";
import {
  headingsAt,
  linesOf,
  proposeColumns,
  proposeHeaderRow,
  type TableLine,
} from "~/domain/register-import-table";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { MAX_WORKBOOK_BYTES } from "./receive.server";
import { record } from "./record.server";
import { scanGiven } from "./scan-file.server";

/** Rows of one import; a longer list is taken in parts. */
export const MAX_IMPORT_ROWS = 10_000;

/** What most lists mean without saying it; shown with the other values for all rows, and corrected there. */
const usualDefaults: ImportSettings["defaults"] = {
  "vendorContact.hours": "day",
  "contract.hospitalLabel": "甲",
  "contract.vendorLabel": "乙",
};

/**
 * 取り込みを始める: keeps a clerk's list (.xlsx, .xls, .csv) with its original bytes and proposes sheet, heading row
 * and columns. Nothing enters a register. Problems: those of reading, import-no-rows, import-too-many-rows.
 */
export async function openImport(
  ports: Ports,
  scope: Scope,
  input: { fileName: string; bytes: Uint8Array },
): Promise<Result<{ batchId: string }>> {
  if (input.bytes.length === 0) return failed(problem("file-empty", { fileName: input.fileName }));
  if (input.bytes.length > MAX_WORKBOOK_BYTES) {
    return failed(problem("file-too-large", { fileName: input.fileName, limit: MAX_WORKBOOK_BYTES }));
  }
  const scanned = await scanGiven(ports, input);
  if (!scanned.ok) return scanned;
  const read = await readSheets(ports, input);
  if (!read.ok) return read;
  const { tables } = read.value;
  const [likely] = tables
    .filter((each) => !each.isHidden)
    .map((sheet) => ({ sheet, proposed: proposeTable(sheet.lines) }))
    .sort((a, b) => likeness(b) - likeness(a) || b.sheet.lines.length - a.sheet.lines.length);
  if (!likely) return failed(problem("import-no-rows"));
  const { sheet: first, proposed } = likely;
  if (proposed.rowCount === 0) return failed(problem("import-no-rows"));
  if (proposed.rowCount > MAX_IMPORT_ROWS)
    return failed(problem("import-too-many-rows", { limit: MAX_IMPORT_ROWS }));
  const settings: ImportSettings = {
    ...emptySettings,
    defaults: usualDefaults,
    hiddenRows: first.hiddenRows,
    sheets: tables.map(({ name, isHidden, lines }) => ({ name, isHidden, rowCount: lines.length })),
  };
  const [batchId, fileId] = [ports.newId(), ports.newId()];
  const sha256 = createHash("sha256").update(input.bytes).digest("hex");
  const change: Record<string, [unknown, unknown]> = {
    fileName: [null, input.fileName],
    sha256: [null, sha256],
  };
  const head = { verb: "open-import", noun: "importBatch", recordId: batchId, change };
  return record(ports, scope, "import:write", head, async ({ tx, at }) => {
    const file = { id: fileId, sha256, fileName: input.fileName, bytes: input.bytes };
    await keepOriginalFile(tx, scope, {
      ...file,
      receivedAt: at,
      receivedBy: scope.accountId,
      scan: scanned.value,
    });
    await insertImportBatch(tx, scope, {
      id: batchId,
      originalFileId: fileId,
      sheet: first.name,
      headerRow: proposed.headerRow,
      columns: JSON.stringify(proposed.columns),
      settings: JSON.stringify(settings),
      state: "draft",
      rowCount: proposed.rowCount,
      createdAt: at,
      createdBy: scope.accountId,
    });
    await replaceImportRows(tx, scope, batchId, first.lines);
    return done({ batchId });
  });
}

/** How many columns of a sheet are understood: a guide beside the list may be longer than the list. */
function likeness({ proposed }: { proposed: ReturnType<typeof proposeTable> }): number {
  return mappedTargets(proposed.columns).length;
}

export type SheetTable = { name: string; isHidden: boolean; lines: TableLine[]; hiddenRows: number[] };

/** The sheets of a file that hold anything, as rows of texts. @returns Problems of reading, import-no-rows */
export async function readSheets(
  ports: Pick<Ports, "readWorkbook">,
  file: { fileName: string; bytes: Uint8Array },
): Promise<Result<{ tables: SheetTable[] }>> {
  const reading = await ports.readWorkbook(file.bytes, file.fileName);
  if (reading.recognised === "refused") return failed(...reading.problems);
  const tables = reading.sheets.flatMap((view: SheetView) => {
    const { lines, hiddenRows } = linesOf(view);
    return lines.length === 0 ? [] : [{ name: view.name, isHidden: view.isHidden, lines, hiddenRows }];
  });
  return tables.length === 0 ? failed(problem("import-no-rows")) : done({ tables });
}

/** Heading row, columns and number of rows below, as a first proposal for a sheet. */
export function proposeTable(lines: readonly TableLine[], givenRow?: number) {
  const headerRow = givenRow ?? proposeHeaderRow(lines);
  const columns = proposeColumns(headingsAt(lines, headerRow));
  return { headerRow, columns, rowCount: lines.filter((line) => line.row > headerRow).length };
}
