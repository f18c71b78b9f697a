import * as XLSX from "@e965/xlsx";
import { zipSync } from "fflate";
import { biffExtras } from "./biff-extras.ts";
import { addressOf, type Cell, type CellKind, type Sheet } from "./sheet.ts";
import {
  columnOfAddress,
  type Parts,
  partText,
  resolvePart,
  type SheetExtras,
  sheetExtras,
  standingText,
  struckStyles,
  unescapeXml,
} from "./sheet-parts.ts";

/** Named rather than default: formulas are never kept (cost) and never evaluated; odd parts throw. */
const options: XLSX.ParsingOptions = {
  type: "buffer",
  dense: true,
  cellFormula: false,
  cellHTML: false,
  cellNF: true,
  WTF: true,
};

/** Opens the unpacked parts of a guarded package. Throws what the library throws on a damaged part. */
export function openPackage(parts: Parts): Sheet[] {
  const files: Record<string, Uint8Array> = {};
  for (const [name, bytes] of parts) {
    // why: drawings and controls are read here, not by the library.
    if (!/^xl\/(?:drawings|ctrlProps)\//i.test(name)) files[name] = bytes;
  }
  files["[Content_Types].xml"] = new TextEncoder().encode(knownTypes(parts));
  const book = XLSX.read(zipSync(files, { level: 0 }), options);
  const struck = struckStyles(parts);
  const places = sheetPlaces(parts);
  return book.SheetNames.map((name, at) => {
    const place = places.get(name);
    const extras = place ? sheetExtras(parts, place, struck) : noExtras();
    return sheetOf(book, name, at, extras);
  });
}

/**
 * Opens a binary workbook (.xls). `isStrikeUnseen`: some font is struck through, and single runs of a cell
 * may be so without being seen here.
 */
export function openBinary(bytes: Uint8Array): { sheets: Sheet[]; isStrikeUnseen: boolean } {
  const book = XLSX.read(bytes, { ...options, cellStyles: true });
  const seen = biffExtras(bytes);
  const sheets = book.SheetNames.map((name, at) => {
    const sheet = book.Sheets[name];
    const hidden = (list: readonly ({ hidden?: boolean } | undefined)[] | undefined) =>
      new Set((list ?? []).flatMap((each, index) => (each?.hidden ? [index + 1] : [])));
    const extras = {
      ...noExtras(),
      ...seen.sheets[at],
      hiddenRows: hidden(sheet?.["!rows"]),
      hiddenColumns: hidden(sheet?.["!cols"]),
    };
    return sheetOf(book, name, at, extras);
  });
  return { sheets, isStrikeUnseen: seen.hasStruckFont };
}

function noExtras(): SheetExtras {
  return {
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    struck: new Set(),
    withoutValue: new Map(),
    overlays: [],
  };
}

/** Content types without the parts that were left out, or the library looks for them. */
function knownTypes(parts: Parts): string {
  return partText(parts, "[Content_Types].xml").replace(/<Override\b[^>]*>/g, (tag) => {
    const name = /PartName="\/?([^"]*)"/.exec(tag)?.[1] ?? "";
    return parts.has(name) && !/^xl\/(?:drawings|ctrlProps)\//i.test(name) ? tag : "";
  });
}

/** Sheet name → part name. */
function sheetPlaces(parts: Parts): Map<string, string> {
  const targets = new Map<string, string>();
  for (const [tag] of partText(parts, "xl/_rels/workbook.xml.rels").matchAll(/<Relationship\b[^>]*>/g)) {
    const [id, target] = [/\bId="([^"]*)"/.exec(tag)?.[1], /\bTarget="([^"]*)"/.exec(tag)?.[1]];
    if (id && target) targets.set(id, resolvePart("xl", target));
  }
  const places = new Map<string, string>();
  for (const [tag] of partText(parts, "xl/workbook.xml").matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const [name, id] = [/\bname="([^"]*)"/.exec(tag)?.[1], /\w+:id="([^"]*)"/.exec(tag)?.[1]];
    const target = targets.get(id ?? "");
    if (name && target) places.set(unescapeXml(name), target);
  }
  return places;
}

function sheetOf(book: XLSX.WorkBook, name: string, at: number, extras: SheetExtras): Sheet {
  const sheet = book.Sheets[name];
  const rows = sheet?.["!data"] ?? [];
  const isFrom1904 = book.Workbook?.WBProps?.date1904 === true;
  const cells: Cell[] = [];
  rows.forEach((row, rowIndex) => {
    row?.forEach((cell, columnIndex) => {
      const found = cell && cellOf(cell, rowIndex + 1, columnIndex + 1, extras, isFrom1904);
      if (found && !extras.withoutValue.has(found.address)) cells.push(found);
    });
  });
  for (const [address, formula] of extras.withoutValue) cells.push(emptyFormula(address, formula));
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const merges = (sheet?.["!merges"] ?? []).map(({ s, e }) => ({
    top: s.r + 1,
    left: s.c + 1,
    bottom: e.r + 1,
    right: e.c + 1,
  }));
  const { hiddenRows, hiddenColumns, overlays } = extras;
  const isHidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0;
  return { name, isHidden, cells, merges, hiddenRows, hiddenColumns, overlays };
}

function emptyFormula(address: string, formula: string): Cell {
  const row = Number(/\d+$/.exec(address)?.[0] ?? 0);
  const column = columnOfAddress(address);
  const base = { row, column, address, text: formula, standing: formula, value: null, format: "General" };
  return { ...base, kind: "formula-without-value", comment: "" };
}

const DAYS_1904 = 1462;

function cellOf(
  cell: XLSX.CellObject,
  row: number,
  column: number,
  extras: SheetExtras,
  isFrom1904: boolean,
): Cell | null {
  const address = addressOf(row, column);
  const format = typeof cell.z === "string" ? cell.z : "General";
  const comment = (cell.c ?? []).map((each) => each.t ?? "").join("\n");
  const kind = kindOf(cell, format);
  const serial = typeof cell.v === "number" ? cell.v + (isFrom1904 && kind === "date" ? DAYS_1904 : 0) : null;
  const text = kind === "date" && serial !== null ? dateText(serial, format) : displayed(cell);
  if (text.trim() === "" && comment === "") return null;
  const rich = typeof cell.r === "string" ? standingText(cell.r) : null;
  const standing = extras.struck.has(address) ? "" : (rich ?? text);
  return {
    row,
    column,
    address,
    kind,
    text,
    standing,
    value: kind === "text" ? null : serial,
    format,
    comment,
  };
}

function kindOf(cell: XLSX.CellObject, format: string): CellKind {
  if (cell.t === "b") return "boolean";
  if (cell.t === "e") return "error";
  if (cell.t !== "n") return "text";
  return isDateFormat(format) ? "date" : "number";
}

/** A format that prints days: not hours alone, and not elapsed time, which a person would not take for a day. */
function isDateFormat(format: string): boolean {
  return (
    format !== "General" && XLSX.SSF.is_date(format) && /[ymdge]/i.test(format.replace(/"[^"]*"|\\./g, ""))
  );
}

function displayed(cell: XLSX.CellObject): string {
  if (cell.t === "b") return cell.v === true ? "TRUE" : "FALSE";
  if (cell.t === "s") return typeof cell.v === "string" ? cell.v.replace(/\r\n?/g, "\n") : "";
  return cell.w ?? String(cell.v ?? "");
}

/** `2026/4/15`, or `4/15` when the format shows no year. The library prints American dates and no eras. */
function dateText(serial: number, format: string): string {
  const date = new Date(Math.round((serial - 25_569) * 86_400_000));
  const monthDay = `${date.getUTCMonth() + 1}/${date.getUTCDate()}`;
  const plain = format.replace(/"[^"]*"|\\./g, "");
  return /[yge]/i.test(plain) ? `${date.getUTCFullYear()}/${monthDay}` : monthDay;
}
