import { findOriginalFile, readBlob } from "#db/queries/files.server";
import {
  findImportBatch,
  type ImportBatchRow,
  replaceImportRows,
  rowsOfImport,
  updateImportBatch,
} from "#db/queries/imports.server";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import {
  type ImportColumns,
  type ImportSettings,
  mappedTargets,
  parseImportColumns,
  parseImportSettings,
  placeOfTarget,
  SAME_AS_SYSTEM,
  specOfTarget,
} from "~/domain/register-import";
import type { TableLine } from "~/domain/register-import-table";
import type { Scope } from "~/domain/scope";
import { MAX_IMPORT_ROWS, proposeTable, readSheets, type SheetTable } from "./import-open.server";
import type { Ports } from "./ports.server";
import { record } from "./record.server";

export type ImportDraft = {
  batch: ImportBatchRow;
  columns: ImportColumns;
  settings: ImportSettings;
  /** Every row of the sheet, headings included. */
  lines: TableLine[];
};

/** 列を決める: the draft with its table, for the page of columns. */
export async function showImportColumns(
  ports: Ports,
  scope: Scope,
  input: { batchId: string },
): Promise<Result<ImportDraft>> {
  const batch = await findImportBatch(ports.db, scope, input.batchId);
  if (!batch) return failed(problem("not-found"));
  const lines = await rowsOfImport(ports.db, scope, input.batchId);
  const { columns, settings } = batch;
  return done({
    batch,
    lines,
    columns: parseImportColumns(columns),
    settings: parseImportSettings(settings),
  });
}

export type ColumnChoice = Pick<
  ImportSettings,
  "fillDown" | "defaults" | "words" | "coversSystems" | "takesHidden"
> & {
  batchId: string;
  version: number;
  sheet: string;
  headerRow: number;
  columns: ImportColumns;
};

/**
 * 列を直す: what a person chose. Another sheet or heading row brings new proposals instead of the columns sent
 * along. Problems: import-column-twice, field-not-an-option, import-not-now, changed-meanwhile, import-no-rows.
 */
export async function reviseImport(
  ports: Ports,
  scope: Scope,
  input: ColumnChoice,
): Promise<Result<{ batchId: string; isProposedAgain: boolean }>> {
  const batch = await findImportBatch(ports.db, scope, input.batchId);
  if (!batch) return failed(problem("not-found"));
  if (batch.state !== "draft") return failed(problem("import-not-now"));
  const isOther = input.sheet !== batch.sheet || input.headerRow !== batch.headerRow;
  const next = isOther ? await tableOf(ports, scope, batch, input) : null;
  if (next && !next.ok) return next;
  const problems = isOther ? [] : problemsOfChoice(input);
  if (problems.length > 0) return failed(...problems);
  const before = parseImportSettings(batch.settings);
  const { fillDown, words, coversSystems, takesHidden } = input;
  // why merged: values of fields that the form did not show stay; an empty one takes its value away.
  const given = Object.entries({ ...before.defaults, ...input.defaults });
  const defaults = Object.fromEntries(given.filter(([, value]) => value.trim() !== ""));
  const kept = { ...before, defaults, words, coversSystems, takesHidden };
  const hiddenRows = next?.value.hiddenRows ?? before.hiddenRows;
  const settings: ImportSettings = { ...kept, fillDown: isOther ? [] : fillDown, hiddenRows };
  const headerRow = next?.value.headerRow ?? input.headerRow;
  const lines = next?.value.lines ?? (await rowsOfImport(ports.db, scope, batch.id));
  const columns = next?.value.columns ?? input.columns;
  const change: Record<string, [unknown, unknown]> = {
    columns: [parseImportColumns(batch.columns), columns],
  };
  const head = { verb: "revise-import", noun: "importBatch", recordId: batch.id, change };
  return record(ports, scope, "import:write", head, async ({ tx }) => {
    const isSaved = await updateImportBatch(
      tx,
      scope,
      { id: batch.id, version: input.version, states: ["draft"] },
      {
        sheet: input.sheet,
        headerRow,
        columns: JSON.stringify(columns),
        settings: JSON.stringify(settings),
        rowCount: lines.filter((line) => line.row > headerRow).length,
      },
    );
    if (!isSaved) return failed(problem("changed-meanwhile"));
    if (input.sheet !== batch.sheet) await replaceImportRows(tx, scope, batch.id, lines);
    return done({ batchId: batch.id, isProposedAgain: isOther });
  });
}

/** The table of another sheet or heading row, with columns proposed anew. */
async function tableOf(ports: Ports, scope: Scope, batch: ImportBatchRow, input: ColumnChoice) {
  const isSameSheet = input.sheet === batch.sheet;
  const other = isSameSheet ? null : await sheetOf(ports, scope, batch, input.sheet);
  const lines = other?.lines ?? (isSameSheet ? await rowsOfImport(ports.db, scope, batch.id) : []);
  const proposed = proposeTable(lines, isSameSheet ? input.headerRow : undefined);
  if (proposed.rowCount === 0) return failed(problem("import-no-rows", {}, "headerRow"));
  if (proposed.rowCount > MAX_IMPORT_ROWS) {
    return failed(problem("import-too-many-rows", { limit: MAX_IMPORT_ROWS }, "sheet"));
  }
  const { headerRow, columns } = proposed;
  return done({ lines, columns, headerRow, hiddenRows: other?.hiddenRows });
}

async function sheetOf(
  ports: Ports,
  scope: Scope,
  batch: ImportBatchRow,
  sheet: string,
): Promise<SheetTable | null> {
  const file = await findOriginalFile(ports.db, scope, batch.originalFileId);
  const bytes = file ? await readBlob(ports.db, scope, file.sha256) : null;
  if (!file || !bytes) return null;
  const read = await readSheets(ports, { fileName: file.fileName, bytes });
  return read.ok ? (read.value.tables.find((each) => each.name === sheet) ?? null) : null;
}

/** What cannot be saved: one field for two columns, a code that is none. `at` is `column-<n>` or `default-<target>`. */
function problemsOfChoice(input: ColumnChoice): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [column, target] of Object.entries(input.columns)) {
    if (target === null) continue;
    if (!placeOfTarget(target))
      problems.push(problem("field-not-an-option", { value: target }, `column-${column}`));
    else if (seen.has(target)) problems.push(problem("import-column-twice", {}, `column-${column}`));
    seen.add(target);
  }
  if (mappedTargets(input.columns).length === 0) problems.push(problem("import-nothing-mapped"));
  for (const [target, value] of Object.entries(input.defaults)) {
    const spec = specOfTarget(target);
    const isKnown =
      value === SAME_AS_SYSTEM
        ? target === "product.name"
        : !spec || !("options" in spec) || spec.options.some((each) => each === value);
    if (value !== "" && !isKnown)
      problems.push(problem("field-not-an-option", { value }, `default-${target}`));
    if (value.length > 200) problems.push(problem("field-too-long", { max: 200 }, `default-${target}`));
  }
  return problems;
}
