import { type Problem, problem } from "../../domain/problem.ts";
import type { ReadHeader } from "../../domain/reading.ts";
import type { Cell } from "../sheet.ts";
import type { CellUses } from "./cell-uses.ts";
import { readDay, readDayText } from "./dates.ts";
import type { Grid } from "./grid.ts";
import { namingOf, plainVersion } from "./identity.ts";
import { inlineFields } from "./inline-fields.ts";
import { type MetaField, metaField } from "./labels.ts";
import { isBareLabel, isHistoryLabel, touchingField } from "./meta-labels.ts";
import { isBroken } from "./row-groups.ts";
import { foldSigns, oneLine, squash } from "./text.ts";

export type MetaReading = {
  values: Partial<Record<MetaField, string>>;
  cells: ReadHeader["cells"];
  problems: Problem[];
  /** What to say of a field that stays empty although something of it stands in the block. */
  doubts: Doubt[];
};

type Doubt = { field: MetaField; problem: Problem };

type Found = { field: MetaField; label: Cell; values: Cell[]; inline: string | null };

/** Reads the header block (作成日, 事業者名, 製品名, 版) from the given rows of a sheet. */
export function readMeta(grid: Grid, fromRow: number, toRow: number, uses: CellUses): MetaReading {
  const reading: MetaReading = { values: {}, cells: {}, problems: [], doubts: [] };
  const found = grid.rows
    .filter((row) => row >= fromRow && row <= toRow && !isHistoryHeading(grid.cellsIn(row)))
    .flatMap((row) => grid.cellsIn(row))
    .flatMap((cell) => findField(grid, cell))
    .map((each, at, all) => withFormVersion(grid, each, all.slice(0, at)));
  for (const each of found) {
    if (reading.values[each.field] !== undefined || reading.cells[each.field] !== undefined) continue;
    takeField(grid, each, reading);
    uses.set([each.label, ...each.values], "meta");
  }
  const cells = grid.rows.filter((row) => row >= fromRow && row <= toRow).flatMap((row) => grid.cellsIn(row));
  reading.doubts.push(...cells.flatMap((cell) => doubtOf(grid, cell)));
  return reading;
}

/** Days of other kinds: where no 作成日 stands, one of them may be meant. */
const otherDay = /^(?:最終)?(?:更新|改訂|改定|改版)(?:年月)?日[:：]?$|^(?:初版|初回)作成(?:年月)?日[:：]?$/;

/** A formula without a value, a text struck through, letters nobody sees. */
const isSilent = (cell: Cell) => isBroken(cell) || cell.isUnseen === true || squash(cell.standing) === "";

/** What a cell may say of a field without saying it certainly: a touching name, a value that is struck or lost. */
function doubtOf(grid: Grid, cell: Cell): Doubt[] {
  if (cell.kind !== "text" || cell.text.length > 60 || /[。?？]/.test(cell.text)) return [];
  const beside = grid.cellsIn(cell.row).find((each) => each.column > grid.rangeOfCell(cell).right);
  const doubt = (field: MetaField, text: string) => [
    {
      field,
      problem: problem("form-header-unclear", { text: oneLine(text) }, `${grid.sheet.name}!${cell.address}`),
    },
  ];
  const field = metaField(cell.text);
  if (field !== null) {
    const isLost = beside && beside.text !== "" && isSilent(beside);
    return isLost ? doubt(field, `${cell.text} ${beside.text}`) : [];
  }
  if (otherDay.test(squash(cell.text))) {
    const isDay = beside && readDay(beside, grid.sheet.isFrom1904).kind === "day";
    return isDay ? doubt("issuedOn", `${cell.text} ${beside.text}`) : [];
  }
  const touching = namingOf(cell.text).kind === "none" ? touchingField(cell.standing) : null;
  // why: 「製品名および型番」「事業者の責任」 go on as sentences do.
  const isSentence = touching === null || /^[ぁ-ん、（(・／/:：]|^等|^欄|^一覧|^記入/.test(touching.value);
  return isSentence ? [] : doubt(touching.field, cell.text);
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
  // why: 「製品 サービス 両方」 in one row are choices; only a pair of cells is a label and its value.
  if (field && isBareLabel(label.text) && grid.cellsIn(label.row).length !== 2) return [];
  if (field) {
    const right = valuesRightOf(grid, label);
    const values = right.length > 0 ? right : valueBelow(grid, label, field);
    const inline = values.length > 0 ? null : bracketedValue(label.standing, field);
    return [{ field, label, values, inline }];
  }
  // why: 「Manufacturer Disclosure Statement …」 is the form's title, not the manufacturer's name.
  if (namingOf(label.text).kind !== "none" && !/[:：]/.test(label.text)) return [];
  const inline = inlineFields(label.standing);
  if (inline.length === 0) return touchingValue(label);
  return inline.map(({ field: inlineField, value }) => ({
    field: inlineField,
    label,
    values: value === "" ? valuesRightOf(grid, label) : [],
    inline: value === "" ? null : value,
  }));
}

/** Every cell of the row heads a list of changes: 版 | 改訂日 | 内容. */
export function isHistoryHeading(cells: readonly Cell[]): boolean {
  const labels = cells.filter((cell) => isHistoryLabel(cell.text));
  return (
    cells.length > 1 &&
    labels.length > 0 &&
    cells.every((cell) => isHistoryLabel(cell.text) || metaField(cell.text) !== null)
  );
}

const isVersion = (text: string) => /^(?:ver(?:sion)?\.?|v)?\d+(?:\.\d+)*[a-z]?$/i.test(squash(text));

/** A day or a version is certain by its shape, wherever it touches its label. */
const isCertain = (field: MetaField, value: string) =>
  field === "issuedOn" ? readDayText(value).kind === "day" : field === "productVersion" && isVersion(value);

/** 「作成日（2026年4月15日）」: brackets behind a label hold its value, or a hint such as （西暦）. */
function bracketedValue(text: string, field: MetaField): string | null {
  const inside = /[(（]([^()（）]+)[)）]\s*$/.exec(text)?.[1] ?? "";
  return isCertain(field, inside) ? inside : null;
}

/** 「作成日2026年4月15日」, where nothing parts the label from its value. Names are never parted by guess. */
function touchingValue(label: Cell): Found[] {
  const found = touchingField(label.standing);
  if (!found || !isCertain(found.field, found.value)) return [];
  return [{ field: found.field, label, values: [], inline: found.value }];
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
  // why: with more below it the label heads a list (改訂履歴), and which line is meant is not said.
  const next = grid.ownerAt(grid.rangeOfCell(below).bottom + 1, label.column);
  const { roleOf, optionOf } = grid.headings;
  const isHeading = next !== undefined && (roleOf(next.text) !== null || optionOf(next.text) !== null);
  const isMore = next?.row === grid.rangeOfCell(below).bottom + 1 && metaField(next.text) === null;
  if (isMore && !isHeading) return [];
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
  if (first && (isBroken(first) || first.isUnseen)) return;
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
