import type { Cell, Sheet } from "../sheet.ts";
import { type AnswerTable, findAnswerTables } from "./answer-table.ts";
import { type Grid, gridOf } from "./grid.ts";
import type { HeadingMemo } from "./heading-memo.ts";
import { isGuideName, isTitle, type Naming, namingOf, namingOfTitles } from "./identity.ts";
import { stripsOf } from "./strips.ts";
import { type TurnedSheet, turnedSheet } from "./turned-table.ts";

export type ScannedTable = {
  table: AnswerTable;
  /** The sheet, or the columns of it that hold this table. */
  grid: Grid;
  /** Short texts above the table that may name it. */
  titles: Cell[];
  /** First row of the region that belongs to the table: its title and header block. */
  top: number;
  naming: Naming;
};

export type SheetScan = {
  grid: Grid;
  tables: ScannedTable[];
  isGuide: boolean;
  /** What the sheet's titles or name say when it holds no table. */
  naming: Naming;
  /** Its table asks across and was turned; `grid` then is that of the turned sheet. */
  turned?: TurnedSheet;
};

/** Rows above a later table of the same sheet that may hold its title. */
const TITLE_ROWS = 8;

/** Finds the answer tables of a sheet and what their titles say they are. */
export function scanSheet(sheet: Sheet, headings?: HeadingMemo): SheetScan {
  const scan = scanUpright(sheet, headings);
  // why: words that happen to fill a column say less than a column of headings.
  if (scan.tables.some((each) => isUsable(each) && isHeaded(each))) return scan;
  const turned = turnedSheet(sheet, scan.grid.headings);
  if (turned === null) return scan;
  const other = scanUpright(turned.sheet, scan.grid.headings);
  return other.tables.some(isUsable) ? { ...other, turned } : scan;
}

/** Something asks, by a number or a question. */
export const isUsable = ({ table }: ScannedTable) => table.roles.question.length + table.roles.no.length > 0;

const isHeaded = ({ table }: ScannedTable) => table.headerBottom >= table.headerTop;

function scanUpright(sheet: Sheet, headings?: HeadingMemo): SheetScan {
  const grid = gridOf(sheet, headings);
  const tables = stripsOf(grid).flatMap(scanStrip);
  const heads = titlesIn(grid, 1, (grid.rows[0] ?? 1) + TITLE_ROWS);
  const isNamedGuide = isGuideName(sheet.name) || heads.some((cell) => isGuideTitle(cell, heads[0]));
  return { grid, tables, isGuide: isNamedGuide, naming: byName(namingOfTitles(heads), sheet.name) };
}

function scanStrip(grid: Grid): ScannedTable[] {
  const tables: ScannedTable[] = [];
  for (const table of findAnswerTables(grid)) {
    const before = tables.at(-1);
    const top = before ? Math.max(before.table.firstRow, table.headerTop - TITLE_ROWS) : 1;
    const titles = titlesIn(grid, top, table.headerTop - 1);
    const own = namingOfTitles(titles);
    if (before && own.kind !== "none") before.table.lastRow = titleRow(titles) - 1;
    const naming = own.kind === "none" && before ? before.naming : byName(own, grid.sheet.name);
    tables.push({ table, grid, titles, top, naming });
  }
  return tables;
}

function titlesIn(grid: Grid, top: number, bottom: number): Cell[] {
  return grid.sheet.cells.filter(
    (cell) =>
      cell.row >= top && cell.row <= bottom && isTitle(cell) && grid.headings.roleOf(cell.text) === null,
  );
}

/** Row of the first title that names anything. */
function titleRow(titles: Cell[]): number {
  return titles.find((cell) => namingOf(cell.text).kind !== "none")?.row ?? Number.POSITIVE_INFINITY;
}

/** 「MDS 記入例」 as a title, or 記入要領 as the first words of the sheet. */
function isGuideTitle(cell: Cell, first: Cell | undefined): boolean {
  return isGuideName(cell.text) && (cell === first || namingOf(cell.text).kind === "form");
}

/** The sheet's name decides where the titles do not. */
function byName(own: Naming, sheetName: string): Naming {
  if (own.kind === "form" || own.kind === "look-alike") return own;
  const named = namingOf(sheetName);
  if (named.kind === "form") return named;
  return own.kind === "either" ? own : named;
}
