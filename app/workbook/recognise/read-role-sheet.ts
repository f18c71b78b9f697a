import type { CellUse, ReadRoleRow, ReadRoleSheet, UnreadReason } from "../../domain/reading.ts";
import type { Cell } from "../sheet.ts";
import type { CellUses } from "./cell-uses.ts";
import { readDay } from "./dates.ts";
import type { Grid } from "./grid.ts";
import { isTitle, namingOf } from "./identity.ts";
import { itemNumber } from "./numbers.ts";
import { checkOfRow, partyOfRow, type Said } from "./role-row-check.ts";
import { type RoleColumn, type RoleTable, roleTableOf } from "./role-table.ts";
import { isBroken } from "./row-groups.ts";
import type { SheetScan } from "./sheet-scan.ts";
import { oneLine, squash, trimText } from "./text.ts";

/**
 * Reads every filled-in 役割分担確認表 of a book. Columns are told by their headings alone; a column of another
 * heading is kept under it, a cell under no heading is unread, and nothing is concluded from silence.
 */
export function readRoleSheets(scans: readonly SheetScan[], uses: CellUses): ReadRoleSheet[] {
  return scans.flatMap(({ grid, naming, tables }) => {
    const isOther = [naming, ...tables.map((each) => each.naming)].some(
      (each) => each.kind === "form" || (each.kind === "look-alike" && each.lookAlike !== "role-sheet"),
    );
    const table = isOther ? null : roleTableOf(grid);
    return table ? [readTable({ grid, table, uses })] : [];
  });
}

type Place = { grid: Grid; table: RoleTable; uses: CellUses };
/** What is being read, and what a row above leaves to those below: a merged cell keeps its text in its first row. */
type Reading = Place & { read: ReadRoleSheet; part: 1 | 2 | null; section: string };

function readTable(place: Place): ReadRoleSheet {
  const { grid, table, uses } = place;
  const read: ReadRoleSheet = { sheet: grid.sheet.name, title: "", rows: [], unread: [] };
  const reading: Reading = { ...place, read, part: null, section: "" };
  for (const row of grid.rows) {
    const cells = grid.cellsIn(row).filter((each) => squash(each.text) !== "" || isBroken(each));
    if (row < table.top) readHead(cells, read, uses);
    else if (row <= table.bottom) uses.set(cells, "header");
    else if (cells.length > 0) readRow(reading, row, cells);
    for (const cell of grid.cellsIn(row)) {
      if (cell.comment === "") continue;
      read.unread.push({ cell: `${read.sheet}!${cell.address}`, text: cell.comment, reason: "cell-comment" });
    }
  }
  return read;
}

/** Above the table: the title, and what else stands there as something a person reads beside it. */
function readHead(cells: readonly Cell[], read: ReadRoleSheet, uses: CellUses): void {
  for (const cell of cells) {
    const naming = namingOf(cell.text);
    const isOwn = naming.kind === "look-alike" && naming.lookAlike === "role-sheet";
    if (read.title === "" && isOwn && isTitle(cell)) read.title = oneLine(cell.text);
  }
  uses.set(cells, "meta");
}

/** The cell of a column in a row, or the one of a range that is joined down to it. */
function cellIn({ grid, table }: Place, row: number, role: RoleColumn): Cell | null {
  const column = [...table.columns].find(([, each]) => each === role)?.[0];
  const owner = column === undefined ? undefined : grid.ownerAt(row, column);
  return owner && owner.row > table.bottom && owner.column === column ? owner : null;
}

function readRow(reading: Reading, row: number, cells: readonly Cell[]): void {
  const { table, uses } = reading;
  const take = (taken: readonly Cell[], use: CellUse) => uses.set(taken, use);
  const [only] = cells;
  if (isHeadingAgain(table, cells)) take(cells, "header");
  else if (only && cells.length === 1 && isBanner(reading, only)) readBanner(reading, only);
  else readItem(reading, row, cells);
}

function readItem(reading: Reading, row: number, cells: readonly Cell[]): void {
  const { grid, table, uses, read } = reading;
  const take = (taken: readonly Cell[], use: CellUse) => uses.set(taken, use);
  const isFilled = (cell: Cell | null) => cell !== null && squash(cell.standing) !== "";
  const [part, section] = [cellIn(reading, row, "part"), cellIn(reading, row, "section")];
  if (part && isFilled(part)) reading.part = partIn(part.standing);
  if (section && isFilled(section)) reading.section = trimText(section.standing);
  const own = [cellIn(reading, row, "label"), cellIn(reading, row, "content")];
  const label = own.find(isFilled) ?? null;
  if (label === null || own.every((each) => each === null || each.row !== row)) {
    const places = cells.filter((each) => each === part || each === section);
    take(places, "section");
    const others = cells.filter((each) => !places.includes(each));
    leave(reading, others, "no-question-in-row");
    return;
  }
  const { cells: checked, ...said } = checkOfRow(grid, table, row, cells, uses);
  const others = cells.filter((each) => !table.columns.has(each.column) && table.headings.has(each.column));
  read.rows.push(rowOf(reading, row, label, said, cells, others));
  const inColumns = (role: RoleColumn) => cells.filter((each) => table.columns.get(each.column) === role);
  take(inColumns("no"), "number");
  take(checked, said.reason === null ? "answer" : "needs-look");
  take(inColumns("remark"), "remark");
  take([...cells.filter((each) => table.columns.has(each.column)), ...others], "question");
  const struck = checked.filter((each) => squash(each.text) !== "" && squash(each.standing) === "");
  leave(reading, struck, "struck-through");
  const outside = cells.filter((each) => !table.headings.has(each.column) && !table.columns.has(each.column));
  leave(reading, outside, "outside-columns");
  if (grid.sheet.hiddenRows.has(row)) leave(reading, [label], "hidden-row-or-column");
}

function leave({ read, uses }: Reading, cells: readonly Cell[], reason: UnreadReason): void {
  for (const { address, text } of cells) read.unread.push({ cell: `${read.sheet}!${address}`, text, reason });
  uses.set(cells, "unread");
}

/** The headings printed again on the next page. */
function isHeadingAgain({ headings }: RoleTable, cells: readonly Cell[]): boolean {
  const same = cells.filter((each) => headings.get(each.column) === squash(each.text));
  return same.length >= 2 && same.length === cells.length;
}

/** One text alone in its row that stands where no item does, or over more columns than one. */
function isBanner({ grid, table }: Place, cell: Cell): boolean {
  const { left, right } = grid.rangeOfCell(cell);
  const column = table.columns.get(cell.column);
  return right > left || (column !== "label" && column !== "content");
}

function readBanner(reading: Reading, cell: Cell): void {
  const { uses, table } = reading;
  if (/^(?:※|＊|\*|注[\d:：)）記意]|[（(]注|以上$)/.test(squash(cell.text))) {
    uses.set([cell], "note");
    return;
  }
  const column = table.columns.get(cell.column);
  const isPlace = column === undefined || ["part", "section", "no", "label", "content"].includes(column);
  if (!isPlace) {
    leave(reading, [cell], "no-question-in-row");
    return;
  }
  const part = partIn(cell.standing);
  if (part !== null) reading.part = part;
  reading.section = trimText(cell.standing);
  uses.set([cell], "section");
  // why listed too: an item without a number looks the same, and must not vanish into a section.
  if (column === "label" || column === "content") leave(reading, [cell], "no-question-in-row");
}

/** 「Part1」, 「第2部」, 「2」. */
function partIn(text: string): 1 | 2 | null {
  const flat = squash(text).normalize("NFKC");
  const found =
    /^(?:part|パート)\.?([12])(?!\d)/i.exec(flat) ?? /^第([12])部/.exec(flat) ?? /^([12])$/.exec(flat);
  if (!found) return null;
  return found[1] === "1" ? 1 : 2;
}

function rowOf(
  reading: Reading,
  row: number,
  label: Cell,
  said: Said,
  cells: readonly Cell[],
  others: readonly Cell[],
): ReadRoleRow {
  const { grid, table, read, part, section } = reading;
  const text = (cell: Cell | null) => (cell ? trimText(cell.standing) : "");
  const day = (cell: Cell | null) => {
    const found = cell ? readDay(cell, grid.sheet.isFrom1904) : null;
    return found?.kind === "day" ? found.day : null;
  };
  const of = (role: RoleColumn) => cells.find((each) => table.columns.get(each.column) === role) ?? null;
  const content = cellIn(reading, row, "content");
  const number = cellIn(reading, row, "no");
  return {
    no: number ? itemNumber(number.standing) : "",
    part,
    section,
    label: text(label),
    content: content === label ? "" : text(content),
    ...said,
    checkedOn: day(of("checkedOn")),
    checkedText: text(of("checkedOn")),
    completedOn: day(of("completedOn")),
    completedText: text(of("completedOn")),
    ...partyOfRow(table, cells),
    remark: text(of("remark")),
    others: others.map((each) => ({
      heading: table.headings.get(each.column) ?? "",
      text: trimText(each.text),
      cell: `${read.sheet}!${each.address}`,
    })),
    cell: `${read.sheet}!${label.address}`,
  };
}
