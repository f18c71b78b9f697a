import { type Problem, problem } from "../../domain/problem.ts";
import type { FormId } from "../../domain/questionnaire.ts";
import type { ReadAnswer, ReadForm, ReadHeader, UnreadCell } from "../../domain/reading.ts";
import type { Cell } from "../sheet.ts";
import type { CellUses } from "./cell-uses.ts";
import { formVersionIn, namingOf, plainVersion } from "./identity.ts";
import { metaField } from "./labels.ts";
import { isHistoryHeading, type MetaReading, readMeta } from "./meta.ts";
import { isHistoryTitle } from "./meta-labels.ts";
import { numberProblems } from "./number-problems.ts";
import { isItemNumber, itemNumber } from "./numbers.ts";
import { readTable } from "./read-table.ts";
import { joinNotes, notesOfRemarkSheet, type RemarkNotes, readNotes } from "./remark-notes.ts";
import { remarkBlockRow } from "./remarks.ts";
import type { ScannedTable, SheetScan } from "./sheet-scan.ts";
import { trimText } from "./text.ts";

export type FormReading = { form: ReadForm; problems: Problem[] };

/** Reads the tables of one sheet that belong to one form; `covers` are visible sheets without a table. */
export function readForm(
  form: FormId,
  scan: SheetScan,
  tables: ScannedTable[],
  covers: SheetScan[],
  uses: CellUses,
): FormReading {
  const problems: Problem[] = [];
  const { sheet } = scan.grid;
  const elsewhere = remarkSheets(form, covers);
  const answers: ReadAnswer[] = [];
  const unread: UnreadCell[] = [];
  const metas: MetaReading[] = [];
  const blocks = tables.map(cutNotes);
  for (const [at, scanned] of tables.entries()) {
    const end = blocks[at]?.end ?? scanned.table.lastRow;
    metas.push(readMeta(scanned.grid, scanned.top, scanned.table.headerTop - 1, uses));
    markTitles(scanned, uses);
    const reading = readTable({
      grid: scanned.grid,
      table: scanned.table,
      uses,
      // why the others': headings printed again make a table of each page, and one block ends them all.
      notes: [...blocks.slice(at), ...blocks.slice(0, at)].flatMap(({ own }) => own).concat(elsewhere),
      nextNumber: firstNumber(tables[at + 1]),
    });
    metas.push(readMeta(scanned.grid, reading.lastRow + 1, end, uses));
    markBelow(scanned, scanned.table.lastRow, end, uses);
    takeComments(scanned, end, unread);
    answers.push(...reading.answers);
    unread.push(...reading.unread);
  }
  metas.push(
    ...covers
      .filter((cover) => !isHistory(cover))
      .map((cover) => readMeta(cover.grid, 1, Number.POSITIVE_INFINITY, uses)),
  );
  const { header, labelled, problems: metaProblems } = mergeMeta(metas);
  const formVersion = labelled ?? versionOf(scan, tables, covers);
  problems.push(...numberProblems(answers), ...metaProblems);
  if (formVersion === null) problems.push(problem("form-version-unknown", { form, sheet: sheet.name }));
  return { form: { form, formVersion, sheet: sheet.name, header, answers, unread }, problems };
}

/** Remarks on sheets of their own: those that name this form before those that name none. */
function remarkSheets(form: FormId, covers: SheetScan[]): RemarkNotes[] {
  const isOwn = ({ naming }: SheetScan) => naming.kind === "form" && naming.form === form;
  const notes = (scans: SheetScan[]) => joinNotes(scans.map((scan) => notesOfRemarkSheet(scan.grid)));
  return [notes(covers.filter(isOwn)), notes(covers.filter((cover) => !isOwn(cover)))];
}

/** The number a table begins with; empty when it has none. */
function firstNumber(scanned: ScannedTable | undefined): string {
  if (!scanned) return "";
  const { firstRow, lastRow, roles } = scanned.table;
  const found = scanned.grid.sheet.cells.find(
    ({ row, column, text }) =>
      row >= firstRow && row <= lastRow && roles.no.includes(column) && isItemNumber(text),
  );
  return found ? itemNumber(found.text) : "";
}

/** Notes below the table; the table then ends where the 備考 block begins. */
function cutNotes(scanned: ScannedTable): { own: RemarkNotes[]; end: number } {
  const { grid, table } = scanned;
  const end = table.lastRow;
  const block = remarkBlockRow(grid, table);
  const history = historyRow(scanned);
  if (history !== null && history > table.firstRow) table.lastRow = history - 1;
  if (block !== null) table.lastRow = Math.min(table.lastRow, block - 1);
  const free = readNotes(grid, table.firstRow, table.lastRow, false);
  return { own: block === null ? [free] : [readNotes(grid, block, end, true), free], end };
}

/** First row of a list of changes below the answers: its versions are no item numbers. */
function historyRow({ grid, table }: ScannedTable): number | null {
  const isBegin = (row: number) => {
    const cells = grid.cellsIn(row);
    return (
      isHistoryHeading(cells) ||
      isVersionList(cells) ||
      (cells.length === 1 && isHistoryTitle(cells[0]?.text ?? ""))
    );
  };
  return grid.rows.find((row) => row > table.firstRow && row <= table.lastRow && isBegin(row)) ?? null;
}

/** 版 and 日付 head a list as well; above the answers they may head the form's own. */
function isVersionList(cells: readonly Cell[]): boolean {
  if (cells.length !== 2) return false;
  const fields = cells.map((cell) => metaField(cell.text));
  const isVersion = fields.some((field) => field === "productVersion" || field === "formVersion");
  return isVersion && fields.includes("issuedOn");
}

function markTitles(scanned: ScannedTable, uses: CellUses): void {
  const { sheet } = scanned.grid;
  const above = sheet.cells.filter((cell) => cell.row >= scanned.top && cell.row < scanned.table.headerTop);
  const isName = (text: string) => namingOf(text).kind !== "none";
  uses.set(
    above.filter((cell) => isName(cell.text)),
    "header",
  );
  uses.set(above, "note");
}

/** What stands below the table and was not pointed to. */
function markBelow(scanned: ScannedTable, lastRow: number, end: number, uses: CellUses): void {
  const { sheet } = scanned.grid;
  uses.set(
    sheet.cells.filter((cell) => cell.row > lastRow && cell.row <= end),
    "note",
  );
}

/** Notes hung on cells, from the table's title to its end: they may limit an answer, so a person sees them. */
function takeComments(scanned: ScannedTable, end: number, unread: UnreadCell[]): void {
  const { sheet } = scanned.grid;
  const listed = new Set(unread.flatMap(({ cell, reason }) => (reason === "cell-comment" ? [cell] : [])));
  for (const { row, address, comment } of sheet.cells) {
    if (comment === "" || row < scanned.top || row > end) continue;
    const cell = `${sheet.name}!${address}`;
    if (listed.has(cell)) continue;
    unread.push({ cell, text: trimText(comment), reason: "cell-comment" });
  }
}

/** The first meta block that names a field wins: the form's own sheet before the cover. */
function mergeMeta(metas: MetaReading[]): {
  header: ReadHeader;
  labelled: string | null;
  problems: Problem[];
} {
  const first = (field: keyof MetaReading["values"]) =>
    metas.find((meta) => meta.cells[field] !== undefined)?.values[field] ?? null;
  const cells: ReadHeader["cells"] = {};
  const problems: Problem[] = [];
  for (const meta of metas) {
    if (cells.issuedOn === undefined) problems.push(...meta.problems);
    for (const field of ["issuedOn", "vendor", "product", "productVersion", "formVersion"] as const) {
      const cell = cells[field] ?? meta.cells[field];
      if (cell !== undefined) cells[field] = cell;
    }
  }
  const header: ReadHeader = {
    issuedOn: first("issuedOn"),
    vendor: first("vendor"),
    product: first("product"),
    productVersion: first("productVersion"),
    cells,
  };
  const doubts = metas.flatMap((meta) => meta.doubts).filter(({ field }) => cells[field] === undefined);
  return {
    header,
    labelled: first("formVersion"),
    problems: [...problems, ...doubts.map((each) => each.problem)],
  };
}

/** A list of the document's changes: its dates and versions are those of other days. */
function isHistory({ grid }: SheetScan): boolean {
  const [first] = grid.rows;
  const heads = first === undefined ? [] : grid.cellsIn(first);
  return isHistoryTitle(grid.sheet.name) || heads.some((cell) => isHistoryTitle(cell.text));
}

/** Titles of the table, then text below it, then covers. A lone 「Ver.5.0」 counts beside the title. */
function versionOf(scan: SheetScan, tables: ScannedTable[], covers: SheetScan[]): string | null {
  const titles = tables.flatMap((scanned) => scanned.titles);
  const named = titles.find((cell) => namingOf(cell.text).kind !== "none");
  const beside = titles.filter(
    (cell) => named && cell.row - named.row <= 1 && cell.row >= named.row - 1 && /ver|v|第/i.test(cell.text),
  );
  const own = titles.map((cell) => formVersionIn(cell.text)).find((version) => version !== null);
  const lone = beside.map((cell) => plainVersion(cell.text)).find((version) => version !== null);
  return own ?? lone ?? formVersionIn(scan.grid.sheet.name) ?? versionFar(scan, tables, covers);
}

function versionFar(scan: SheetScan, tables: ScannedTable[], covers: SheetScan[]): string | null {
  const below = tables.flatMap(({ table }) =>
    scan.grid.sheet.cells.filter((cell) => cell.row >= table.lastRow),
  );
  for (const cell of [...below, ...covers.flatMap((cover) => cover.grid.sheet.cells)]) {
    const version = cell.kind === "text" && cell.text.length <= 80 ? formVersionIn(cell.text) : null;
    if (version !== null) return version;
  }
  return null;
}
