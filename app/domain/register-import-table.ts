import type { SheetView } from "./reading.ts";
import { type RegisterNoun, registerNouns } from "./register.ts";
import {
  type ImportColumns,
  type ImportTarget,
  importTargets,
  keyFields,
  placeOfTarget,
} from "./register-import.ts";
import { groupWords, headingWords, houseWords, rowWords } from "./register-import-words.ts";

/** One row of a sheet: its own row number and its texts by column (index 0 = column A, "" = empty). */
export type TableLine = { row: number; cells: string[] };
/** The heading of a column, and what stands above it over several columns. */
export type Heading = { column: number; text: string; group: string };
export const leftOutReasons = [
  "heading-again",
  "another-table",
  "total",
  "note",
  "hidden",
  "nothing-taken",
  "by-hand",
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
export type DataLine = TableLine & { leftOut: LeftOutReason | null };

/** Columns of a table that are looked at; a wider sheet is no list. */
export const MAX_COLUMNS = 100;
const HEADING_ROWS = 60;

/** `C` → 3, of an address like `C22`. */
function columnOf(address: string): number {
  const letters = /^[A-Z]+/.exec(address)?.[0] ?? "";
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** A sheet as a table: its lines that hold anything, and those of them that are hidden in the file. */
export type SheetLines = { lines: TableLine[]; hiddenRows: number[]; isCut: boolean };

/**
 * A sheet's rows as lists of texts. A cell that is joined over several rows stands in each of them, because that
 * is what a person sees; an apostrophe that our own export put before a formula sign is taken away. Cells beyond
 * column 100 are not taken; `isCut` says that there were some.
 */
export function linesOf(view: SheetView): SheetLines {
  let isCut = false;
  const lines = view.rows.map(({ row, cells }) => {
    const texts: string[] = [];
    for (const cell of cells) {
      const column = columnOf(cell.address);
      if (column > MAX_COLUMNS) {
        isCut ||= cell.text.trim() !== "";
        continue;
      }
      while (texts.length < column) texts.push("");
      texts[column - 1] = withoutGuard(cell.text).trim();
    }
    return { row, cells: texts };
  });
  const filled = lines.filter((line) => line.cells.some((cell) => cell !== ""));
  spreadJoined(filled, view.joined ?? []);
  return { lines: filled, hiddenRows: view.hiddenRows ?? [], isCut };
}

/** Our own export may have gone through a spreadsheet since, which keeps the apostrophe as text. */
function withoutGuard(text: string): string {
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

function spreadJoined(lines: readonly TableLine[], joined: NonNullable<SheetView["joined"]>): void {
  const byRow = new Map(lines.map((line) => [line.row, line.cells]));
  for (const { top, bottom, column } of joined) {
    const text = column > MAX_COLUMNS ? "" : (byRow.get(top)?.[column - 1] ?? "");
    if (text === "") continue;
    for (let row = top + 1; row <= bottom; row += 1) {
      const cells = byRow.get(row);
      if (!cells) continue;
      while (cells.length < column) cells.push("");
      cells[column - 1] ||= text;
    }
  }
}

/** A heading without what is only spelling: width, case, spaces, marks, anything in brackets. */
export function plainHeading(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\([^()]*\)/g, "")
    .replace(/[\s*※＊:：・.。、,_\-―‐/[\]【】「」]/g, "");
}

const plainWords = new Map<string, ImportTarget>(
  Object.entries(headingWords).flatMap(([target, words]) =>
    words.map((word) => [plainHeading(word), target] as [string, ImportTarget]),
  ),
);
const plainRowWords = rowWords.map((each) => ({ ...each, words: each.words.map(plainHeading) }));

function exactTarget(heading: string): ImportTarget | null {
  return plainWords.get(heading) ?? null;
}

function isHeadingWord(text: string): boolean {
  const plain = plainHeading(text);
  return plain !== "" && (plainWords.has(plain) || plainRowWords.some((each) => each.words.includes(plain)));
}

/** The texts of a row, with those of the row above where it is empty (headings two lines high). */
function twoLines(lines: readonly TableLine[], at: number): string[] {
  const [own, above] = [lines[at], lines[at - 1]];
  const isNext = own !== undefined && above !== undefined && above.row === own.row - 1;
  const width = Math.max(own?.cells.length ?? 0, isNext ? above.cells.length : 0);
  return Array.from(
    { length: width },
    (_, index) => own?.cells[index] || (isNext ? above.cells[index] : "") || "",
  );
}

/** The row with the most known heading words, counting a second heading line above it; the first of equals. */
export function proposeHeaderRow(lines: readonly TableLine[]): number {
  let [best, bestCount] = [0, 1];
  for (let at = 0; at < Math.min(lines.length, HEADING_ROWS); at += 1) {
    const own = (lines[at]?.cells ?? []).filter(isHeadingWord).length;
    const count = own === 0 ? 0 : twoLines(lines, at).filter(isHeadingWord).length;
    if (count > bestCount) [best, bestCount] = [at, count];
  }
  if (bestCount === 1) {
    const wide = lines.findIndex((line) => line.cells.filter((cell) => cell !== "").length > 1);
    return lines[Math.max(0, wide)]?.row ?? 1;
  }
  return lines[best]?.row ?? 1;
}

/** The words above the headings; a line with nothing but its first cell is the title of the list, not a group. */
function groupsAbove(cells: readonly string[]): readonly string[] {
  return cells.slice(1).every((cell) => cell === "") ? [] : cells;
}

/** The headings of the columns in the heading row; those of a line above where the row itself is empty. */
export function headingsAt(lines: readonly TableLine[], headerRow: number): Heading[] {
  const at = lines.findIndex((line) => line.row === headerRow);
  if (at < 0) return [];
  const above = groupsAbove(lines[at - 1]?.row === headerRow - 1 ? (lines[at - 1]?.cells ?? []) : []);
  const width = Math.max(0, ...lines.slice(at).map((line) => line.cells.length));
  const texts = twoLines(lines, at);
  let group = "";
  return Array.from({ length: width }, (_, index) => {
    group = above[index] || group;
    const text = texts[index] ?? "";
    return { column: index + 1, text, group: group === text ? "" : group };
  });
}

/** What the table is a list of: the most particular register whose own names stand in it. */
function rowNoun(targets: readonly (ImportTarget | null)[]): RegisterNoun | null {
  const order: RegisterNoun[] = [
    "server",
    "system",
    "contract",
    "vendorContact",
    "productVersion",
    "product",
    "vendor",
  ];
  return order.find((noun) => targets.includes(`${noun}.${keyFields[noun]}`)) ?? null;
}

function groupNoun(group: string): RegisterNoun | null {
  const plain = plainHeading(group);
  if (plain === "") return null;
  const found = Object.entries(groupWords).find(([, words]) =>
    words.some((word) => plain.includes(plainHeading(word))),
  );
  return registerNouns.find((noun) => noun === found?.[0]) ?? null;
}

function groupTarget({ text, group }: Heading): ImportTarget | null {
  const noun = groupNoun(group);
  if (noun === null) return null;
  const plain = plainHeading(text);
  const field = plainRowWords.find((each) => each.words.includes(plain))?.fields[noun];
  if (field) return `${noun}.${field}`;
  const joined = exactTarget(plainHeading(`${group}${text}`));
  return joined !== null && placeOfTarget(joined)?.noun === noun ? joined : null;
}

/** The longest known word that a heading begins or ends with (「ご担当者名」, 「導入ベンダー名」). */
function partTarget(plain: string): ImportTarget | null {
  if (houseWords.some((word) => plain.includes(word))) return null;
  let best = "";
  for (const word of plainWords.keys()) {
    const isPart = word.length >= 2 && (plain.startsWith(word) || plain.endsWith(word));
    if (isPart && word.length > best.length) best = word;
  }
  return plainWords.get(best) ?? null;
}

/**
 * What each column probably holds, by its heading. A target is proposed once; what no word knows stays null.
 * It is a proposal: nothing is taken from a column before a person has seen it.
 */
export function proposeColumns(headings: readonly Heading[]): ImportColumns {
  const columns: ImportColumns = {};
  const used = new Set<ImportTarget>();
  const take = (column: number, target: ImportTarget | null) => {
    if (target === null || used.has(target) || !placeOfTarget(target)) return;
    columns[column] = target;
    used.add(target);
  };
  for (const each of headings) columns[each.column] = null;
  const open = () =>
    headings.filter((each) => columns[each.column] === null && plainHeading(each.text) !== "");
  for (const each of open()) take(each.column, groupTarget(each));
  for (const each of open()) take(each.column, exactTarget(plainHeading(each.text)));
  for (const each of open()) take(each.column, partTarget(plainHeading(each.text)));
  const noun = rowNoun(Object.values(columns));
  for (const each of open()) {
    const plain = plainHeading(each.text);
    const field = noun && plainRowWords.find((row) => row.words.includes(plain))?.fields[noun];
    if (noun && field) take(each.column, `${noun}.${field}`);
  }
  return columns;
}

const totalWord = /^(?:合計|小計|総計|総合計|計|total|件数)(?:[\s:：(（]|$|\d)/i;
const noteMark = /^(?:※|注[\s:：)）.．\d]|\*|＊|以上[。.]?$|[■□●○◆◇▼▽【<＜])/;

type TableOptions = { fillDown: readonly number[]; hiddenRows?: readonly number[]; takesHidden?: boolean };

/**
 * The rows below the headings. What is no row of the list is left out with its reason: headings that come again,
 * another table below with its rows, totals, notes, rows hidden in the file. `fillDown` columns repeat the cell
 * above where they are empty.
 */
export function dataLines(
  lines: readonly TableLine[],
  headerRow: number,
  { fillDown, hiddenRows = [], takesHidden = true }: TableOptions,
): DataLine[] {
  const heading = lines.find((line) => line.row === headerRow)?.cells ?? [];
  const hidden = new Set(takesHidden ? [] : hiddenRows);
  const below = lines.filter((line) => line.row > headerRow);
  const footRow = footOf(below, heading);
  const above = new Map<number, string>();
  let isOther = false;
  return below.map((line) => {
    const reason = whyLeftOut(line, heading);
    if (reason === "heading-again") isOther = false;
    isOther ||= reason === null && isOtherHeading(line);
    const foot = line.row >= footRow ? "note" : null;
    const leftOut = isOther ? "another-table" : (reason ?? (hidden.has(line.row) ? "hidden" : foot));
    return {
      row: line.row,
      cells: leftOut === null ? filledDown(line, fillDown, above) : line.cells,
      leftOut,
    };
  });
}

function filledDown(line: TableLine, fillDown: readonly number[], above: Map<number, string>): string[] {
  const cells = [...line.cells];
  for (const column of fillDown) {
    while (cells.length < column) cells.push("");
    if (cells[column - 1] === "") cells[column - 1] = above.get(column) ?? "";
    above.set(column, cells[column - 1] ?? "");
  }
  return cells;
}

const filledOf = (line: TableLine) => line.cells.filter((cell) => cell !== "");

function whyLeftOut(line: TableLine, heading: readonly string[]): LeftOutReason | null {
  const filled = filledOf(line);
  const [first = ""] = filled;
  const isHeading = filled.length > 1 && line.cells.every((cell, at) => cell === "" || cell === heading[at]);
  if (isHeading) return "heading-again";
  if (totalWord.test(first.normalize("NFKC"))) return "total";
  return filled.length === 1 && noteMark.test(first.normalize("NFKC")) ? "note" : null;
}

/** A row of at least two heading words and hardly anything else: another table begins. */
function isOtherHeading(line: TableLine): boolean {
  const filled = filledOf(line);
  const known = new Set(filled.filter(isHeadingWord).map(plainHeading)).size;
  return known >= 2 && known >= filled.length * 0.6;
}

/**
 * The first row of the foot: after an empty row, lines of one text to the end, below a list of three or more
 * columns (「作成：情報システム課」). Infinity when the list has none.
 */
function footOf(below: readonly TableLine[], heading: readonly string[]): number {
  if (heading.filter((cell) => cell !== "").length < 3) return Number.POSITIVE_INFINITY;
  const last = below.findLastIndex((line) => filledOf(line).length > 1);
  const [end, next] = [below[last], below[last + 1]];
  return end && next && next.row > end.row + 1 ? next.row : Number.POSITIVE_INFINITY;
}

/** Rows below the headings that look like the headings of another table. */
export function otherTables(lines: readonly TableLine[], headerRow: number): number[] {
  const heading = lines.find((line) => line.row === headerRow)?.cells ?? [];
  return lines
    .filter((line) => line.row > headerRow && whyLeftOut(line, heading) === null && isOtherHeading(line))
    .map((line) => line.row);
}

/** Up to `count` different texts of a column, for a person to recognise it by. */
export function examplesOf(lines: readonly DataLine[], column: number, count = 3): string[] {
  const found = new Set<string>();
  for (const line of lines) {
    const text = line.cells[column - 1] ?? "";
    if (text !== "" && line.leftOut === null) found.add(text);
    if (found.size === count) break;
  }
  return [...found];
}

/** Targets in one list for each register, in the order of the forms. */
export function targetsByNoun(): { noun: RegisterNoun; targets: ImportTarget[] }[] {
  return registerNouns.map((noun) => ({
    noun,
    targets: importTargets.filter((each) => each.noun === noun).map((each) => each.target),
  }));
}
