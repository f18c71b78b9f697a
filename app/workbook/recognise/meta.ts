import { type Problem, problem } from "../../domain/problem.ts";
import type { ReadHeader } from "../../domain/reading.ts";
import type { Cell } from "../sheet.ts";
import type { CellUses } from "./cell-uses.ts";
import { readDay, readDayText } from "./dates.ts";
import type { Grid } from "./grid.ts";
import { namingOf, plainVersion } from "./identity.ts";
import { inlineFields } from "./inline-fields.ts";
import { type MetaField, metaField } from "./labels.ts";
import { foldSigns, oneLine, squash } from "./text.ts";

export type MetaReading = {
  values: Partial<Record<MetaField, string>>;
  cells: ReadHeader["cells"];
  problems: Problem[];
};

type Found = { field: MetaField; label: Cell; values: Cell[]; inline: string | null };

/** Reads the header block (作成日, 事業者名, 製品名, 版) from the given rows of a sheet. */
export function readMeta(grid: Grid, fromRow: number, toRow: number, uses: CellUses): MetaReading {
  const reading: MetaReading = { values: {}, cells: {}, problems: [] };
  const found = grid.rows
    .filter((row) => row >= fromRow && row <= toRow)
    .flatMap((row) => grid.cellsIn(row))
    .flatMap((cell) => findField(grid, cell))
    .map((each, at, all) => withFormVersion(grid, each, all.slice(0, at)));
  for (const each of found) {
    if (reading.values[each.field] !== undefined || reading.cells[each.field] !== undefined) continue;
    takeField(grid, each, reading);
    uses.set([each.label, ...each.values], "meta");
  }
  return reading;
}

/** 「Ver.」 right beside or below the form's title, before anything else is named, is the form's version. */
function withFormVersion(grid: Grid, found: Found, before: readonly Found[]): Found {
  const isBare = /^[(（]?(?:ver(?:sion)?\.?|版数?|バージョン)[:：]?$/i.test(squash(found.label.text));
  const isNamed = before.some((each) => each.field === "product" || each.field === "vendor");
  if (found.field !== "productVersion" || !isBare || isNamed) return found;
  const near = [found.label.row - 1, found.label.row].flatMap((row) => grid.cellsIn(row));
  const isTitled = near.some(
    (cell) => cell.column <= found.label.column && namingOf(cell.text).kind !== "none",
  );
  return isTitled ? { ...found, field: "formVersion" } : found;
}

function findField(grid: Grid, label: Cell): Found[] {
  if (label.kind !== "text" || squash(label.standing) === "") return [];
  const field = metaField(label.text);
  if (field) {
    const right = valuesRightOf(grid, label);
    const values = right.length > 0 ? right : valueBelow(grid, label, field);
    return [{ field, label, values, inline: null }];
  }
  // why: 「Manufacturer Disclosure Statement …」 is the form's title, not the manufacturer's name.
  if (namingOf(label.text).kind !== "none" && !/[:：]/.test(label.text)) return [];
  return inlineFields(label.standing).map(({ field: inlineField, value }) => ({
    field: inlineField,
    label,
    values: value === "" ? valuesRightOf(grid, label) : [],
    inline: value === "" ? null : value,
  }));
}

/** Cells to the right up to the next label; a day may be spread over several of them. */
function valuesRightOf(grid: Grid, label: Cell): Cell[] {
  const range = grid.rangeOfCell(label);
  const values: Cell[] = [];
  for (const cell of grid.cellsIn(label.row)) {
    if (cell.column <= range.right) continue;
    if (cell.kind === "text" && (metaField(cell.text) || squash(cell.standing) === "")) break;
    values.push(cell);
  }
  return values;
}

/** A label with nothing beside it may head the cell below, unless that is a label or far away. */
function valueBelow(grid: Grid, label: Cell, field: MetaField): Cell[] {
  const below = grid.ownerAt(grid.rangeOfCell(label).bottom + 1, label.column);
  if (!below || metaField(below.text) || squash(below.standing) === "") return [];
  const isHeadingRow = grid.cellsIn(label.row).filter((cell) => metaField(cell.text)).length > 1;
  const isFitting =
    field === "issuedOn" ? readDay(below, grid.sheet.isFrom1904).kind !== "none" : isHeadingRow;
  return isFitting ? [below] : [];
}

function takeField(grid: Grid, found: Found, reading: MetaReading): void {
  const [first] = found.values;
  const source = first ?? (found.inline === null ? null : found.label);
  if (!source) return;
  const address = `${grid.sheet.name}!${source.address}`;
  if (found.field === "issuedOn") {
    takeDay(found, address, reading, grid.sheet.isFrom1904);
    return;
  }
  const text = found.inline ?? oneLine(first?.standing ?? "");
  const value = found.field === "formVersion" ? plainVersion(text) : text;
  if (value === null || value === "" || isPlaceholder(value)) return;
  reading.values[found.field] = value;
  reading.cells[found.field] = address;
}

/** 「（記入してください）」 and the like: a form left as it was. */
function isPlaceholder(text: string): boolean {
  return /^[(（[［【].*(?:記入|入力|記載).*[)）\]］】]$|^[_＿\-－ー―○〇◯]+$/.test(text);
}

function takeDay(found: Found, address: string, reading: MetaReading, isFrom1904?: boolean): void {
  const [first] = found.values;
  const printed = found.inline ?? oneLine(found.values.map((cell) => cell.text).join(" "));
  const single =
    first && found.inline === null ? readDay(first, isFrom1904) : readDayText(found.inline ?? "");
  const joined = found.values.length > 1 && single.kind !== "day" ? readDayText(printed) : null;
  const best = joined && joined.kind !== "none" ? joined : single;
  if (best.kind === "day") {
    reading.values.issuedOn = best.day;
    reading.cells.issuedOn = address;
    return;
  }
  // why: 「　年　月　日」 is the unfilled form, not a wrong date.
  if (!/\d|元/.test(foldSigns(printed))) return;
  reading.cells.issuedOn = address;
  reading.problems.push(problem("form-date-impossible", { text: printed }, address));
}
