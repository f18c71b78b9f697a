import { type CellFont, plainFont } from "./cell-fonts.ts";
import { type CellString, MAX_CELL_TEXT, stringOf } from "./cell-texts.ts";
import { dateText, isDateFormat, isWhiteFormat, shownNumber, shownWords } from "./number-formats.ts";
import { type SeenText, seenText } from "./rich-text.ts";
import { addressOf, type Cell, type CellRange, rangeOf } from "./sheet.ts";
import {
  attributeOf,
  type CellElement,
  cellElementAt,
  cellText,
  DamagedPart,
  elementFrom,
  elementsOf,
  opensAt,
  prefixOf,
} from "./xml-text.ts";

/** What the book knows for all of its sheets. */
export type BookTables = {
  strings: CellString[];
  /** Number format by cell style. */
  formats: string[];
  isFrom1904: boolean;
};

/** What the sheet's cells need beside its XML. */
export type CellContext = BookTables & {
  /** Cell styles (`s`) that strike the whole cell through. */
  struck: ReadonlySet<number>;
  /** Fonts of cell styles; null where none is out of the common. */
  fonts: readonly CellFont[] | null;
  comments: ReadonlyMap<string, string>;
};

const MAX_ROW = 1_048_576;
const MAX_COLUMN = 16_384;
/** Serials of the 1904 system are this many days behind. */
const DAYS_1904 = 1_462;

/**
 * The cells of a sheet part that hold something, by row, then column. A cell that the format does not allow
 * (no end, a place twice, a string that is not there) damages the file: nothing is left out in silence.
 * @throws DamagedPart
 */
export function cellsOfSheet(xml: string, context: CellContext): Cell[] {
  const prefix = prefixOf(xml, "worksheet");
  if (!xml.trimEnd().endsWith(`</${prefix}worksheet>`)) throw new DamagedPart("worksheet");
  const data = elementFrom(xml, `${prefix}sheetData`, 0)?.inner ?? "";
  const cells = readRows(data, prefix, context);
  addLoneComments(cells, context.comments);
  const order = (a: Cell, b: Cell) => a.row - b.row || a.column - b.column;
  const isUnordered = (cell: Cell, at: number) => at > 0 && order(cells[at - 1] ?? cell, cell) >= 0;
  if (!cells.some(isUnordered)) return cells;
  cells.sort(order);
  const twice = cells.find(isUnordered);
  if (twice) throw new DamagedPart(twice.address);
  return cells;
}

function readRows(data: string, prefix: string, context: CellContext): Cell[] {
  const [rowName, cellName] = [`<${prefix}row`, `<${prefix}c`];
  const read = cellReader(prefix, context);
  const cells: Cell[] = [];
  let [row, column] = [0, 0];
  for (let at = data.indexOf("<"); at >= 0; at = data.indexOf("<", at)) {
    if (opensAt(data, cellName, at)) {
      const found = cellElementAt(data, `${prefix}c`, at);
      const place = placeOf(found.address, row, column);
      ({ row, column } = place);
      const cell = found.inner === "" ? null : read(found, place);
      if (cell) cells.push(cell);
      at = found.end;
      continue;
    }
    if (opensAt(data, rowName, at)) {
      const tag = data.slice(at, data.indexOf(">", at));
      const number = attributeOf(tag, "r");
      row = number === null ? row + 1 : Number(number);
      column = 0;
      if (!(row >= 1 && row <= MAX_ROW)) throw new DamagedPart("row");
    }
    at += 1;
  }
  return cells;
}

type Place = { row: number; column: number };

const [A, Z, ZERO, NINE] = [65, 90, 48, 57];

/** Cells may leave out their address: then they follow the one before. */
function placeOf(address: string | null, row: number, column: number): Place {
  if (address === null) return { row, column: column + 1 };
  let at = 0;
  const place = { row: 0, column: 0 };
  for (; at < 3; at += 1) {
    const code = address.charCodeAt(at);
    if (!(code >= A && code <= Z)) break;
    place.column = place.column * 26 + code - A + 1;
  }
  const digits = address.length - at;
  for (; at < address.length; at += 1) {
    const code = address.charCodeAt(at);
    if (!(code >= ZERO && code <= NINE)) throw new DamagedPart(address);
    place.row = place.row * 10 + code - ZERO;
  }
  const isInside = place.row >= 1 && place.row <= MAX_ROW && place.column >= 1 && place.column <= MAX_COLUMN;
  if (!isInside || digits > 7) throw new DamagedPart(address);
  return place;
}

type Content = Pick<Cell, "kind" | "text" | "value"> & { rich: string | null; isUnseen?: boolean };

/** Runs of a string are looked at once for each font they are used with. */
function runReader() {
  const known = new Map<string, { font: CellFont; seen: SeenText }>();
  return (text: string, rich: string, font: CellFont): SeenText => {
    const before = known.get(rich);
    if (before?.font === font) return before.seen;
    const seen = seenText(text, rich, font);
    known.set(rich, { font, seen });
    return seen;
  };
}

function cellReader(prefix: string, context: CellContext) {
  const readRuns = runReader();
  return ({ style, type, inner }: CellElement, { row, column }: Place): Cell | null => {
    const format = context.formats[style] ?? "General";
    const content = contentOf(type, inner, prefix, format, context);
    if (content === null) return null;
    if (content.text.length > MAX_CELL_TEXT) throw new DamagedPart("text");
    const address = addressOf(row, column);
    const comment = context.comments.get(address) ?? "";
    if (comment === "" && content.text.trim() === "") return null;
    const { kind, value, rich } = content;
    const font = context.fonts?.[style] ?? plainFont;
    const seen = rich === null ? seenText(content.text, null, font) : readRuns(content.text, rich, font);
    const standing = context.struck.has(style) ? "" : seen.standing;
    const cell: Cell = { row, column, address, kind, text: seen.text, standing, value, format, comment };
    if (content.isUnseen || seen.isUnseen || isWhiteFormat(format)) cell.isUnseen = true;
    if (seen.isSymbol) cell.isSymbol = true;
    return cell;
  };
}

function textContent({ text, rich }: CellString, format: string): Content {
  const shown = shownWords(text, format);
  // why: where the format prints words of its own, the runs are not what is shown.
  return { kind: "text", value: null, rich: shown.text === text ? rich : null, ...shown };
}

/** What a cell holds; null when it holds nothing: a style, or a formula that gave an empty text. */
function contentOf(
  type: string,
  inner: string,
  prefix: string,
  format: string,
  context: CellContext,
): Content | null {
  if (type === "inlineStr") {
    const inline = elementFrom(inner, `${prefix}is`, 0);
    return inline && textContent(stringOf(inline.inner, prefix), format);
  }
  const value = elementFrom(inner, `${prefix}v`, 0);
  if (value === null || value.inner === "") return type === "str" ? null : formulaAlone(inner, prefix);
  const text = cellText(value.inner);
  switch (type) {
    case "s": {
      const shared = context.strings[Number(text)];
      if (shared === undefined) throw new DamagedPart("sharedStrings");
      return textContent(shared, format);
    }
    case "str":
      return textContent({ text: text.replace(/\r\n?/g, "\n"), rich: null }, format);
    case "b":
      return { kind: "boolean", text: text.trim() === "1" ? "TRUE" : "FALSE", value: null, rich: null };
    case "e":
      return { kind: "error", text, value: null, rich: null };
    case "n":
      return numberContent(Number(text), format, context.isFrom1904);
    case "d":
      return numberContent(
        Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 86_400_000 + 25_569,
        "yyyy/m/d",
        false,
      );
    default:
      throw new DamagedPart(`t=${type.slice(0, 20)}`);
  }
}

/** A formula whose result was not saved: what it gives is not for us to work out. */
function formulaAlone(inner: string, prefix: string): Content | null {
  const formula = elementFrom(inner, `${prefix}f`, 0);
  if (formula === null) return null;
  return { kind: "formula-without-value", text: `=${cellText(formula.inner)}`, value: null, rich: null };
}

function numberContent(value: number, format: string, isFrom1904: boolean): Content {
  if (!Number.isFinite(value)) throw new DamagedPart("number");
  if (!isDateFormat(format)) return { kind: "number", value, rich: null, ...shownNumber(value, format) };
  const serial = isFrom1904 ? value + DAYS_1904 : value;
  return { kind: "date", text: dateText(serial, format), value: serial, rich: null };
}

/** A note may hang on a cell that holds nothing else; it is still something a person sees. */
function addLoneComments(cells: Cell[], comments: ReadonlyMap<string, string>): void {
  if (comments.size === 0) return;
  const present = new Set(cells.map((cell) => cell.address));
  for (const [address, comment] of comments) {
    if (present.has(address)) continue;
    const { row, column } = placeOf(address, 0, 0);
    const base = { row, column, address, kind: "text" as const, text: "", standing: "", value: null };
    cells.push({ ...base, format: "General", comment });
  }
}

/** Merged ranges of a sheet part. */
export function mergesOfSheet(xml: string): CellRange[] {
  const prefix = prefixOf(xml, "worksheet");
  const listed = elementFrom(xml, `${prefix}mergeCells`, 0)?.inner ?? "";
  return [...elementsOf(listed, `${prefix}mergeCell`)].map(({ tag }) => {
    const range = rangeOf(attributeOf(tag, "ref") ?? "");
    if (range === null) throw new DamagedPart("mergeCell");
    return range;
  });
}
