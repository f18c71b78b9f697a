import { type CellString, MAX_CELL_TEXT, stringOf } from "./cell-texts.ts";
import { dateText, isDateFormat, printedNumber } from "./number-formats.ts";
import { addressOf, type Cell, type CellRange, columnNumber, rangeOf } from "./sheet.ts";
import { standingText } from "./sheet-parts.ts";
import {
  attributeOf,
  cellText,
  DamagedPart,
  elementAt,
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
  /** Addresses whose whole cell is struck through. */
  struck: ReadonlySet<string>;
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
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  cells.forEach((cell, at) => {
    const before = cells[at - 1];
    if (before && before.row === cell.row && before.column === cell.column)
      throw new DamagedPart(cell.address);
  });
  return cells;
}

function readRows(data: string, prefix: string, context: CellContext): Cell[] {
  const [rowName, cellName] = [`<${prefix}row`, `<${prefix}c`];
  const read = cellReader(prefix, context);
  const cells: Cell[] = [];
  let [row, column] = [0, 0];
  for (let at = data.indexOf("<"); at >= 0; at = data.indexOf("<", at)) {
    if (opensAt(data, cellName, at)) {
      const { tag, inner, end } = elementAt(data, `${prefix}c`, at);
      const place = placeOf(attributeOf(tag, "r"), row, column);
      ({ row, column } = place);
      const cell = inner === "" ? null : read(tag, inner, place.row, place.column);
      if (cell) cells.push(cell);
      at = end;
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

/** Cells may leave out their address: then they follow the one before. */
function placeOf(address: string | null, row: number, column: number): { row: number; column: number } {
  if (address === null) return { row, column: column + 1 };
  const letters = /^[A-Z]{1,3}(?=\d{1,7}$)/.exec(address)?.[0];
  if (letters === undefined) throw new DamagedPart(address);
  const place = { row: Number(address.slice(letters.length)), column: columnNumber(letters) };
  if (place.row < 1 || place.row > MAX_ROW || place.column > MAX_COLUMN) throw new DamagedPart(address);
  return place;
}

type Content = Pick<Cell, "kind" | "text" | "value"> & { rich: string | null };

function cellReader(prefix: string, context: CellContext) {
  return (tag: string, inner: string, row: number, column: number): Cell | null => {
    const format = context.formats[Number(attributeOf(tag, "s") ?? "0")] ?? "General";
    const content = contentOf(attributeOf(tag, "t") ?? "n", inner, prefix, format, context);
    if (content === null) return null;
    if (content.text.length > MAX_CELL_TEXT) throw new DamagedPart("text");
    const address = addressOf(row, column);
    const comment = context.comments.get(address) ?? "";
    if (comment === "" && content.text.trim() === "") return null;
    const standing = context.struck.has(address)
      ? ""
      : ((content.rich === null ? null : standingText(content.rich)) ?? content.text);
    const { kind, text, value } = content;
    return { row, column, address, kind, text, standing, value, format, comment };
  };
}

const textContent = ({ text, rich }: CellString): Content => ({ kind: "text", text, value: null, rich });

/** What a cell holds; null when it holds nothing (a style, or a formula whose value was not saved). */
function contentOf(
  type: string,
  inner: string,
  prefix: string,
  format: string,
  context: CellContext,
): Content | null {
  if (type === "inlineStr") {
    const inline = elementFrom(inner, `${prefix}is`, 0);
    return inline && textContent(stringOf(inline.inner, prefix));
  }
  const value = elementFrom(inner, `${prefix}v`, 0);
  if (value === null || value.inner === "") return null;
  const text = cellText(value.inner);
  switch (type) {
    case "s": {
      const shared = context.strings[Number(text)];
      if (shared === undefined) throw new DamagedPart("sharedStrings");
      return textContent(shared);
    }
    case "str":
      return textContent({ text: text.replace(/\r\n?/g, "\n"), rich: null });
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

function numberContent(value: number, format: string, isFrom1904: boolean): Content {
  if (!Number.isFinite(value)) throw new DamagedPart("number");
  if (!isDateFormat(format)) return { kind: "number", text: printedNumber(value, format), value, rich: null };
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
