import * as XLSX from "@e965/xlsx";
import { problem } from "../domain/problem.ts";
import { biffExtras } from "./biff-extras.ts";
import { emphasisStyles } from "./cell-emphasis.ts";
import { type CellFont, cellFonts, plainFont } from "./cell-fonts.ts";
import { commentsOf, conversationsOf, sharedStrings } from "./cell-texts.ts";
import { withLinkedCells } from "./control-parts.ts";
import { guardLimits } from "./guard.server.ts";
import {
  dateText,
  formatsOfStyles,
  isDateFormat,
  isWhiteFormat,
  type Shown,
  shownNumber,
  shownWords,
} from "./number-formats.ts";
import { Refusal } from "./refusal.ts";
import { seenText } from "./rich-text.ts";
import { addressOf, type Cell, type CellKind, type Sheet } from "./sheet.ts";
import { type BookTables, cellsOfSheet, mergesOfSheet } from "./sheet-cells.ts";
import {
  type BookStyles,
  type Parts,
  partText,
  resolvePart,
  type SheetExtras,
  sheetExtras,
  struckStyles,
} from "./sheet-parts.ts";
import {
  attributeOf,
  cellText,
  DamagedPart,
  elementFrom,
  elementsOf,
  prefixOf,
  withoutComments,
  xmlText,
} from "./xml-text.ts";

/** Named rather than default: formulas are never kept (cost) and never evaluated; odd parts throw. */
const options: XLSX.ParsingOptions = {
  type: "buffer",
  dense: true,
  cellFormula: false,
  cellHTML: false,
  cellNF: true,
  WTF: true,
};

/**
 * Opens the unpacked parts of a guarded package. Problems: file-too-many-cells.
 * @throws DamagedPart when a part is not what the format demands
 */
export function openPackage(parts: Parts): Sheet[] {
  const tables: BookTables = {
    strings: sharedStrings(namedText(parts, "xl/sharedStrings.xml")),
    formats: formatsOfStyles(namedText(parts, "xl/styles.xml")),
    isFrom1904: /<(?:[\w.-]+:)?workbookPr\s[^<>]*\bdate1904=["'](?:1|true)["']/.test(
      partText(parts, "xl/workbook.xml"),
    ),
  };
  const styles = { struck: struckStyles(parts), emphasis: emphasisStyles(parts), fonts: cellFonts(parts) };
  const budget = { cells: guardLimits.cells, text: MAX_BOOK_TEXT };
  const seen = new Set<string>();
  const sheets = listedSheets(parts).map(({ name, isHidden, part }) => {
    // why: one part behind many names would be read many times over.
    if (part !== null && seen.has(part)) throw new DamagedPart(part);
    if (part !== null) seen.add(part);
    return openSheet(parts, { name, isHidden, part }, tables, styles, budget);
  });
  return withLinkedCells(sheets);
}

/** Characters that the cells of one book may show together; strings can be shared by many cells. */
const MAX_BOOK_TEXT = 8_000_000;

/** A part by its name in any case: programs differ in `sharedStrings.xml` and `SharedStrings.xml`. */
function namedText(parts: Parts, name: string): string {
  const same = (each: string) => each.toLowerCase() === name.toLowerCase();
  const found = parts.has(name) ? name : [...parts.keys()].find(same);
  return found === undefined ? "" : withoutComments(partText(parts, found));
}

export type ListedSheet = { name: string; isHidden: boolean; part: string | null };

/** The sheets in the order of the book; chart sheets and the like have no part that is read. */
export function listedSheets(parts: Parts): ListedSheet[] {
  const targets = new Map(relationsOf(parts, "xl/workbook.xml").map((each) => [each.id, each]));
  const book = withoutComments(partText(parts, "xl/workbook.xml"));
  const prefix = prefixOf(book, "workbook");
  const listed = elementFrom(book, `${prefix}sheets`, 0)?.inner ?? "";
  return [...elementsOf(listed, `${prefix}sheet`)].map(({ tag }) => {
    const id = /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? "";
    const { target, type } = targets.get(id) ?? {};
    if (target === undefined || type === undefined) throw new DamagedPart("workbook.xml.rels");
    // why both: what is said to be a sheet and lies elsewhere must not pass for a chart.
    const isSheet = /^xl\/worksheets\//i.test(target) || type.endsWith("/worksheet");
    if (isSheet && !parts.has(target)) throw new DamagedPart(target);
    const isHidden = /^(?:hidden|veryHidden)$/.test(attributeOf(tag, "state") ?? "");
    return { name: cellText(attributeOf(tag, "name") ?? ""), isHidden, part: isSheet ? target : null };
  });
}

function openSheet(
  parts: Parts,
  { name, isHidden, part }: ListedSheet,
  tables: BookTables,
  styles: BookStyles,
  budget: { cells: number; text: number },
): Sheet {
  if (part === null) return { name, isHidden, cells: [], merges: [], ...shownExtras(noExtras()) };
  const xml = withoutComments(partText(parts, part));
  const extras = sheetExtras(parts, part, xml, styles);
  const comments = commentsOfSheet(parts, part);
  const cells = cellsOfSheet(xml, { ...tables, struck: styles.struck, fonts: styles.fonts, comments });
  budget.cells -= cells.length;
  for (const cell of cells) budget.text -= cell.text.length + cell.comment.length;
  if (budget.cells < 0 || budget.text < 0) {
    throw new Refusal(problem("file-too-many-cells", { limit: guardLimits.cells }));
  }
  const { isFrom1904 } = tables;
  return { name, isHidden, cells, merges: mergesOfSheet(xml), isFrom1904, ...shownExtras(extras) };
}

const shownExtras = ({ emphasisAt, ...extras }: SheetExtras) => ({
  ...extras,
  ...(emphasisAt ? { emphasisAt } : {}),
});

function commentsOfSheet(parts: Parts, part: string): Map<string, string> {
  const relations = relationsOf(parts, part);
  const textsOf = (kind: string, read: (xml: string) => Map<string, string>) => {
    const named = relations.filter((each) => each.type.endsWith(kind)).map((each) => each.target);
    return [...new Set(named)].flatMap((name) => [...read(namedText(parts, name))]);
  };
  // why conversations last: older programs find a copy of them among the notes, with a word of advice.
  return new Map([...textsOf("/comments", commentsOf), ...textsOf("/threadedComment", conversationsOf)]);
}

type Relation = { id: string; type: string; target: string };

/** Relations of a part, their targets as part names. */
function relationsOf(parts: Parts, part: string): Relation[] {
  const [folder, name] = [part.slice(0, part.lastIndexOf("/")), part.slice(part.lastIndexOf("/") + 1)];
  const rels = partText(parts, `${folder}/_rels/${name}.rels`);
  return [...rels.matchAll(/<(?:\w+:)?Relationship\b[^<>]*>/g)].map(([tag]) => ({
    id: attributeOf(tag, "Id") ?? "",
    type: attributeOf(tag, "Type") ?? "",
    target: resolvePart(folder, xmlText(attributeOf(tag, "Target") ?? "")),
  }));
}

/**
 * Opens a binary workbook (.xls). `areRunsUnseen`: some font strikes through or draws pictures, and single runs of a cell
 * may be so without being seen here.
 */
export function openBinary(bytes: Uint8Array): { sheets: Sheet[]; areRunsUnseen: boolean } {
  // why first: a workbook nobody can read rightly is refused before its texts are taken for something.
  const seen = biffExtras(bytes);
  const book = XLSX.read(bytes, { ...options, cellStyles: true });
  const sheets = book.SheetNames.map((name, at) => {
    const sheet = book.Sheets[name];
    const hidden = (list: readonly ({ hidden?: boolean } | undefined)[] | undefined) =>
      new Set((list ?? []).flatMap((each, index) => (each?.hidden ? [index + 1] : [])));
    const extras = {
      ...noExtras(),
      struck: new Set<string>(),
      fonts: new Map<string, CellFont>(),
      ...seen.sheets[at],
      hiddenRows: hidden(sheet?.["!rows"]),
      hiddenColumns: hidden(sheet?.["!cols"]),
    };
    return sheetOf(book, name, at, extras);
  });
  return { sheets: withLinkedCells(sheets), areRunsUnseen: seen.hasDoubtfulFont };
}

function noExtras(): SheetExtras {
  return {
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    maybeStruck: [],
    maybeUnseen: [],
    overlays: [],
    marginText: "",
  };
}

/** `struck`: addresses whose cell style strikes the text through; `fonts`: those out of the common. */
type BinaryExtras = SheetExtras & { struck: ReadonlySet<string>; fonts: ReadonlyMap<string, CellFont> };

function sheetOf(book: XLSX.WorkBook, name: string, at: number, extras: BinaryExtras): Sheet {
  const sheet = book.Sheets[name];
  const rows = sheet?.["!data"] ?? [];
  const isFrom1904 = book.Workbook?.WBProps?.date1904 === true;
  const cells: Cell[] = [];
  rows.forEach((row, rowIndex) => {
    row?.forEach((cell, columnIndex) => {
      const found = cell && cellOf(cell, rowIndex + 1, columnIndex + 1, extras, isFrom1904);
      if (found) cells.push(found);
    });
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const merges = (sheet?.["!merges"] ?? []).map(({ s, e }) => ({
    top: s.r + 1,
    left: s.c + 1,
    bottom: e.r + 1,
    right: e.c + 1,
  }));
  const { hiddenRows, hiddenColumns, overlays, marginText } = extras;
  const isHidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0;
  return { name, isHidden, cells, merges, hiddenRows, hiddenColumns, overlays, marginText, isFrom1904 };
}

const DAYS_1904 = 1462;

function cellOf(
  cell: XLSX.CellObject,
  row: number,
  column: number,
  extras: BinaryExtras,
  isFrom1904: boolean,
): Cell | null {
  const address = addressOf(row, column);
  const format = typeof cell.z === "string" ? cell.z : "General";
  const comment = (cell.c ?? []).map((each) => each.t ?? "").join("\n");
  const kind = kindOf(cell, format);
  const serial = typeof cell.v === "number" ? cell.v + (isFrom1904 && kind === "date" ? DAYS_1904 : 0) : null;
  const shown =
    kind === "date" && serial !== null
      ? { text: dateText(serial, format), isUnseen: false }
      : displayed(cell, format);
  if (shown.text.trim() === "" && comment === "") return null;
  const font = extras.fonts.get(address) ?? plainFont;
  const seen = seenText(shown.text, typeof cell.r === "string" ? cell.r : null, font);
  return {
    row,
    column,
    address,
    kind,
    text: seen.text,
    standing: extras.struck.has(address) ? "" : seen.standing,
    value: kind === "text" ? null : serial,
    format,
    comment,
    ...(shown.isUnseen || seen.isUnseen || isWhiteFormat(format) ? { isUnseen: true as const } : {}),
    ...(seen.isSymbol ? { isSymbol: true as const } : {}),
  };
}

function kindOf(cell: XLSX.CellObject, format: string): CellKind {
  if (cell.t === "b") return "boolean";
  if (cell.t === "e") return "error";
  if (cell.t !== "n") return "text";
  return isDateFormat(format) ? "date" : "number";
}

function displayed(cell: XLSX.CellObject, format: string): Shown {
  if (cell.t === "b") return { text: cell.v === true ? "TRUE" : "FALSE", isUnseen: false };
  if (typeof cell.v === "string") return shownWords(cell.v.replace(/\r\n?/g, "\n"), format);
  if (cell.t === "n" && typeof cell.v === "number" && cell.w?.trim() === "")
    return shownNumber(cell.v, format);
  return { text: cell.w ?? String(cell.v ?? ""), isUnseen: false };
}
