import { Buffer } from "node:buffer";
import { type Problem, problem } from "../domain/problem.ts";
import { Refusal } from "./refusal.ts";
import { rangeOf } from "./sheet.ts";
import { isEncrypted, readEntries, unpackEntry, type ZipEntry, ZipError } from "./zip-entries.ts";

/** Bounds of a package, checked before any parser sees it. Sizes in bytes. */
export const guardLimits = {
  input: 10 * 1024 * 1024,
  entries: 600,
  /** Unpacked size of everything, and of the parts that are read together. */
  total: 48 * 1024 * 1024,
  read: 24 * 1024 * 1024,
  /** Unpacked to packed, for parts of more than 1 MiB. */
  ratio: 250,
  /**
   * Cells that hold something, in the whole book. why not more: reading these takes a second of processor
   * time, and a clear word is better than a reader that was stopped. The largest forms have some thousand.
   */
  cells: 60_000,
  /** Cells with or without content in one sheet: forms are often coloured far beyond their text. */
  cellTags: 400_000,
  rows: 20_000,
  strings: 200_000,
  sheets: 300,
  merges: 20_000,
  /** Cells that merged ranges of one sheet may cover together, without those above `largeMerge`. */
  mergedCells: 500_000,
  largeMerge: 5_000,
  largeMerges: 100,
  /** Ranges of rules and validations in one sheet. */
  ruleRanges: 50_000,
};
export type GuardLimits = typeof guardLimits;

export type GuardedPackage = {
  /** Parts that a parser may see, unpacked. */
  parts: Map<string, Uint8Array>;
  /** Parts that hold something a person would see and that nobody reads. */
  partsNotRead: string[];
};

/** Parts that are read: workbook, sheets, strings, styles, comments, drawings and control states. */
const readParts =
  /^(?:\[Content_Types\]\.xml|mimetype|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml|xl\/worksheets\/_rels\/[^/]+\.rels|xl\/theme\/[^/]+\.xml|xl\/comments[^/]*\.xml|xl\/comments\/[^/]+\.xml|xl\/threadedComments\/[^/]+\.xml|xl\/drawings\/[^/]+\.(?:xml|vml)|xl\/ctrlProps\/[^/]+\.xml)$/i;
/** Parts a person would see but that hold no text for us: they are named. */
const visibleParts =
  /^xl\/(?:media|charts|embeddings|diagrams|pivotTables|activeX|chartsheets|dialogsheets|macrosheets|vbaProject)/i;

/**
 * Opens an OOXML package within the limits. Problems: file-too-large, file-zip-bomb, file-too-many-cells,
 * file-damaged, file-password-protected (encrypted zip), file-not-a-workbook, file-kind-unsupported.
 */
export function guardPackage(
  bytes: Uint8Array,
  limits: GuardLimits = guardLimits,
): { ok: true; value: GuardedPackage } | { ok: false; problems: Problem[] } {
  if (bytes.length > limits.input) {
    return { ok: false, problems: [problem("file-too-large", { limit: limits.input })] };
  }
  try {
    const value = unpack(readEntries(bytes, limits.entries), limits);
    checkWorkbook(value.parts, limits);
    for (const [name, part] of value.parts) {
      if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) checkSheet(part, limits);
      else if (/^xl\/sharedStrings\.xml$/i.test(name) && countTags(part).si > limits.strings) {
        throw new Refusal(problem("file-too-many-cells", { limit: limits.cells }));
      }
    }
    return { ok: true, value };
  } catch (error) {
    return { ok: false, problems: [refusalOf(error)] };
  }
}

function refusalOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  if (error instanceof ZipError && error.fault !== "broken") {
    return problem("file-zip-bomb", { detail: error.detail });
  }
  return problem("file-damaged");
}

function unpack(entries: ZipEntry[], limits: GuardLimits): GuardedPackage {
  const found: GuardedPackage = { parts: new Map(), partsNotRead: [] };
  let [total, read] = [0, 0];
  for (const entry of entries) {
    const isRead = readParts.test(entry.name);
    total += entry.size;
    if (isRead) read += entry.size;
    refuseEntry(entry, limits);
    if (total > limits.total || read > limits.read) throw bomb(entry.name);
    if (visibleParts.test(entry.name) && !entry.name.endsWith("/")) found.partsNotRead.push(entry.name);
    if (isRead) found.parts.set(entry.name, checkedText(entry.name, unpackEntry(entry)));
  }
  return found;
}

const bomb = (detail: string) => new Refusal(problem("file-zip-bomb", { detail }));

function refuseEntry(entry: ZipEntry, limits: GuardLimits): void {
  if (isEncrypted(entry)) throw new Refusal(problem("file-password-protected"));
  const packed = Math.max(1, entry.bytes.length);
  if (entry.size > 1024 * 1024 && entry.size > limits.ratio * packed) throw bomb(entry.name);
}

function checkedText(name: string, part: Uint8Array): Uint8Array {
  const buffer = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  const head = buffer.subarray(0, 2048).toString("latin1");
  // why: a DOCTYPE can define entities that grow without bound; no spreadsheet writes one. Other encodings
  // would slip past the checks below, and every spreadsheet writes UTF-8.
  const isForeign =
    part[0] === 0xff || part[0] === 0xfe || part[1] === 0 || /encoding\s*=\s*["'](?!utf-8)/i.test(head);
  if (isForeign || buffer.includes("<!DOCTYPE") || buffer.includes("<!ENTITY")) {
    throw new Refusal(problem("file-damaged", { part: name }));
  }
  return part;
}

/** What else is packed like a workbook, by what the package says of itself. */
const otherOffice: readonly [RegExp, string][] = [
  [/wordprocessingml|opendocument\.text/, "word"],
  [/presentationml|opendocument\.presentation/, "powerpoint"],
  [/sheet\.binary/, "xlsb"],
  [/opendocument\.spreadsheet/, "ods"],
];

function checkWorkbook(parts: Map<string, Uint8Array>, limits: GuardLimits): void {
  const book = parts.get("xl/workbook.xml");
  if (book) {
    if (countTags(book).sheet > limits.sheets) throw bomb("sheet");
    return;
  }
  const text = (name: string) => Buffer.from(parts.get(name) ?? []).toString("utf8");
  const declared = `${text("mimetype")} ${text("[Content_Types].xml")}`;
  const kind = otherOffice.find(([shape]) => shape.test(declared))?.[1];
  throw new Refusal(kind ? problem("file-kind-unsupported", { kind }) : problem("file-not-a-workbook"));
}

const counted = { c: 0, row: 0, mergeCell: 0, sheet: 0, si: 0 };
const countedNames = (["c", "row", "mergeCell", "sheet", "si"] as const).map((name) => ({
  name,
  codes: Buffer.from(name, "latin1"),
}));
const LESS = 60;

/** How often each tag is opened, whatever its namespace prefix and the white space after its name. */
function countTags(part: Uint8Array): typeof counted {
  const counts = { ...counted };
  const buffer = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  for (let at = buffer.indexOf(LESS); at >= 0; at = buffer.indexOf(LESS, at + 1)) {
    let end = at + 1;
    let from = end;
    // Names end at white space, `/` or `>`; a prefix ends at `:`.
    for (; end < at + 40; end += 1) {
      const code = buffer[end] ?? 62;
      if (code === 58) from = end + 1;
      else if (code <= 32 || code === 47 || code === 62) break;
    }
    for (const { name, codes } of countedNames) {
      if (codes.length === end - from && isAt(buffer, codes, from)) counts[name] += 1;
    }
  }
  return counts;
}

function isAt(buffer: Buffer, codes: Buffer, from: number): boolean {
  for (let at = 0; at < codes.length; at += 1) if (buffer[from + at] !== codes[at]) return false;
  return true;
}

/** Bounds what one sheet may hold before it is parsed. */
function checkSheet(part: Uint8Array, limits: GuardLimits): void {
  const tags = countTags(part);
  if (tags.row > limits.rows || tags.c > limits.cellTags) {
    throw new Refusal(problem("file-too-many-cells", { limit: limits.cells }));
  }
  if (tags.mergeCell > limits.merges) throw bomb("mergeCell");
  const buffer = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  if (tags.mergeCell > 0 || buffer.includes("sqref")) checkRanges(buffer.toString("latin1"), limits);
}

function countOf(text: string, opener: string): number {
  let count = 0;
  for (let at = text.indexOf(opener); at >= 0; at = text.indexOf(opener, at + opener.length)) count += 1;
  return count;
}

/** Merged cells and the ranges of rules: a few bytes can claim the whole sheet many times over. */
function checkRanges(text: string, limits: GuardLimits): void {
  let covered = 0;
  let large = 0;
  for (const match of text.matchAll(/mergeCell\s[^>]{0,200}?ref=["']([^"']{1,40})["']/g)) {
    const range = rangeOf(match[1] ?? "");
    const size = range ? (range.bottom - range.top + 1) * (range.right - range.left + 1) : 0;
    if (size > limits.largeMerge) large += 1;
    else covered += size;
    if (covered > limits.mergedCells || large > limits.largeMerges) throw bomb("mergeCell");
  }
  let ranges = 0;
  for (const match of text.matchAll(/sqref=["']([^"']*)["']/g)) {
    ranges += countOf(match[1] ?? "", " ") + 1;
    if (ranges > limits.ruleRanges) throw bomb("sqref");
  }
}
