import { addressOf, columnNumber } from "./sheet.ts";
import { mergesOfSheet } from "./sheet-cells.ts";
import { attributeOf, DamagedPart, elementAt, elementFrom, endOfTag, opensAt, prefixOf } from "./xml-text.ts";

export type CellValue = string | number | boolean | null;

/**
 * A sheet part with other values in some cells, every other character as it was. `cells` by address (`C22`).
 * A cell that holds a formula stays and is `refused`.
 * @throws DamagedPart
 */
export function patchSheet(
  xml: string,
  cells: ReadonlyMap<string, CellValue>,
): { xml: string; refused: string[] } {
  const prefix = prefixOf(xml, "worksheet");
  const data = elementFrom(xml, `${prefix}sheetData`, 0);
  if (data === null) throw new DamagedPart("sheetData");
  const byRow = editsByRow(xml, cells);
  const refused: string[] = [];
  const tagEnd = endOfTag(xml, data.start);
  const isEmpty = xml[tagEnd - 1] === "/";
  const open = isEmpty ? `${xml.slice(data.start, tagEnd - 1)}>` : xml.slice(data.start, tagEnd + 1);
  const rows = patchRows(data.inner, prefix, byRow, refused);
  const close = isEmpty ? `</${prefix}sheetData>` : xml.slice(tagEnd + 1 + data.inner.length, data.end);
  return { xml: `${xml.slice(0, data.start)}${open}${rows}${close}${xml.slice(data.end)}`, refused };
}

type RowEdits = Map<number, CellValue>;

/** Edits by row and column; a cell inside a merged range means its first cell, which alone is shown. */
function editsByRow(xml: string, cells: ReadonlyMap<string, CellValue>): Map<number, RowEdits> {
  const merges = mergesOfSheet(xml);
  const byRow = new Map<number, RowEdits>();
  for (const [address, value] of cells) {
    const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(address);
    if (!match?.[1]) throw new DamagedPart(address);
    const [row, column] = [Number(match[2]), columnNumber(match[1])];
    const merge = merges.find(
      (each) => row >= each.top && row <= each.bottom && column >= each.left && column <= each.right,
    );
    const [top, left] = merge ? [merge.top, merge.left] : [row, column];
    byRow.set(top, (byRow.get(top) ?? new Map()).set(left, value));
  }
  return byRow;
}

function patchRows(data: string, prefix: string, byRow: Map<number, RowEdits>, refused: string[]): string {
  const open = new Map(byRow);
  const name = `${prefix}row`;
  let [out, last, row] = ["", 0, 0];
  for (let at = data.indexOf(`<${name}`); at >= 0; at = data.indexOf(`<${name}`, at)) {
    if (!opensAt(data, `<${name}`, at)) {
      at += 1;
      continue;
    }
    const element = elementAt(data, name, at);
    row = Number(attributeOf(element.tag, "r") ?? row + 1);
    out += data.slice(last, at) + newRows(open, row, prefix);
    const edits = open.get(row);
    open.delete(row);
    out += edits ? patchRow(data, element, row, edits, prefix, refused) : data.slice(at, element.end);
    last = element.end;
    at = element.end;
  }
  return out + newRows(open, Number.POSITIVE_INFINITY, prefix) + data.slice(last);
}

/** Rows the sheet does not have yet and that stand before `next`. */
function newRows(open: Map<number, RowEdits>, next: number, prefix: string): string {
  const missing = [...open.keys()].filter((each) => each < next).sort((a, b) => a - b);
  return missing
    .map((row) => {
      const edits = open.get(row) ?? new Map();
      open.delete(row);
      return `<${prefix}row r="${row}">${newCells(edits, Number.POSITIVE_INFINITY, row, prefix)}</${prefix}row>`;
    })
    .join("");
}

type RowElement = { tag: string; inner: string; start: number; end: number };

function patchRow(
  data: string,
  element: RowElement,
  row: number,
  given: RowEdits,
  prefix: string,
  refused: string[],
): string {
  const { tag, inner } = element;
  const edits = new Map(given);
  const name = `${prefix}c`;
  let [out, last, column] = ["", 0, 0];
  for (let at = inner.indexOf(`<${name}`); at >= 0; at = inner.indexOf(`<${name}`, at)) {
    if (!opensAt(inner, `<${name}`, at)) {
      at += 1;
      continue;
    }
    const cell = elementAt(inner, name, at);
    const address = attributeOf(cell.tag, "r");
    column = address === null ? column + 1 : columnNumber(address.replace(/\d+$/, ""));
    out += inner.slice(last, at) + newCells(edits, column, row, prefix);
    const value = edits.get(column);
    edits.delete(column);
    const isFormula = value !== undefined && elementFrom(cell.inner, `${prefix}f`, 0) !== null;
    if (isFormula) refused.push(addressOf(row, column));
    out +=
      value === undefined || isFormula
        ? inner.slice(at, cell.end)
        : cellXml(prefix, row, column, value, cell.tag);
    last = cell.end;
    at = cell.end;
  }
  const cells = out + newCells(edits, Number.POSITIVE_INFINITY, row, prefix) + inner.slice(last);
  if (inner === "") return `${tag.replace(/\/\s*$/, "")}>${cells}</${prefix}row>`;
  const from = data.indexOf(inner, element.start + tag.length);
  return `${data.slice(element.start, from)}${cells}${data.slice(from + inner.length, element.end)}`;
}

/** Cells the row does not have yet and that stand before column `next`; an emptied cell needs none. */
function newCells(edits: RowEdits, next: number, row: number, prefix: string): string {
  const missing = [...edits.keys()].filter((each) => each < next).sort((a, b) => a - b);
  return missing
    .map((column) => {
      const value = edits.get(column) ?? null;
      edits.delete(column);
      return value === null ? "" : cellXml(prefix, row, column, value, "");
    })
    .join("");
}

/** One cell with its old style (`s`); strings stand inside the cell, so that no shared table changes. */
function cellXml(prefix: string, row: number, column: number, value: CellValue, tag: string): string {
  const style = attributeOf(tag, "s");
  const head = `<${prefix}c r="${addressOf(row, column)}"${style === null ? "" : ` s="${style}"`}`;
  if (value === null) return `${head}/>`;
  if (typeof value === "number") return `${head}><${prefix}v>${value}</${prefix}v></${prefix}c>`;
  if (typeof value === "boolean")
    return `${head} t="b"><${prefix}v>${value ? 1 : 0}</${prefix}v></${prefix}c>`;
  const text = `<${prefix}t xml:space="preserve">${escapeText(value)}</${prefix}t>`;
  return `${head} t="inlineStr"><${prefix}is>${text}</${prefix}is></${prefix}c>`;
}

/** XML text of a cell; a literal `_x0041_` is escaped, because spreadsheets would read it as a character. */
export function escapeText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, "\n")
      .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x")
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      // why: XML has no way to write these, and the format's own escape keeps them.
      .replace(
        controlSigns,
        (sign) => `_x${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}_`,
      )
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these may not stand in XML
const controlSigns = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
