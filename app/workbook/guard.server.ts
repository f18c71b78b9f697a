import { Buffer } from "node:buffer";
import yauzl from "yauzl";
import { type Problem, problem } from "../domain/problem.ts";
import { rangeOf } from "./sheet.ts";

/** Bounds of a package, checked before any parser sees it. Sizes in bytes. */
export const guardLimits = {
  input: 10 * 1024 * 1024,
  entries: 600,
  total: 48 * 1024 * 1024,
  each: 24 * 1024 * 1024,
  /** Unpacked to packed, for parts of more than 1 MiB. */
  ratio: 250,
  cells: 100_000,
  rows: 20_000,
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

/** A refusal on the way through the package. */
class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** Parts that are read: workbook, sheets, strings, styles, comments, drawings and control states. */
const readParts =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml|xl\/worksheets\/_rels\/[^/]+\.rels|xl\/theme\/[^/]+\.xml|xl\/comments[^/]*\.xml|xl\/comments\/[^/]+\.xml|xl\/drawings\/[^/]+\.(?:xml|vml)|xl\/ctrlProps\/[^/]+\.xml)$/i;
/** Parts a person would see but that hold no text for us: they are named. */
const visibleParts =
  /^xl\/(?:media|charts|embeddings|diagrams|threadedComments|pivotTables|activeX|chartsheets|dialogsheets|macrosheets|vbaProject)/i;

/**
 * Opens an OOXML package within the limits. Problems: file-too-large, file-zip-bomb, file-too-many-cells,
 * file-damaged, file-password-protected (encrypted zip), file-not-a-workbook, file-kind-unsupported.
 */
export async function guardPackage(
  bytes: Uint8Array,
  limits: GuardLimits = guardLimits,
): Promise<{ ok: true; value: GuardedPackage } | { ok: false; problems: Problem[] }> {
  if (bytes.length > limits.input) {
    return { ok: false, problems: [problem("file-too-large", { limit: limits.input })] };
  }
  try {
    const value = await unpack(bytes, limits);
    checkWorkbook(value.parts);
    let cells = 0;
    for (const [name, part] of value.parts) {
      if (/^xl\/worksheets\//i.test(name) && name.endsWith(".xml")) cells += checkSheet(part, limits);
    }
    if (cells > limits.cells) throw new Refusal(problem("file-too-many-cells", { limit: limits.cells }));
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problems: [error.problem] };
    return { ok: false, problems: [problem("file-damaged")] };
  }
}

function unpack(bytes: Uint8Array, limits: GuardLimits): Promise<GuardedPackage> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(buffer, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      if (zip.entryCount > limits.entries) return reject(bomb(`${zip.entryCount}`));
      const found: GuardedPackage = { parts: new Map(), partsNotRead: [] };
      let total = 0;
      zip.on("error", reject);
      zip.on("end", () => resolve(found));
      zip.on("entry", (entry: yauzl.Entry) => {
        total += entry.uncompressedSize;
        const refusal = refuseEntry(entry, total, limits);
        if (refusal) return reject(refusal);
        const name = entry.fileName;
        if (visibleParts.test(name)) found.partsNotRead.push(name);
        if (!readParts.test(name)) return zip.readEntry();
        inflate(zip, entry, limits).then((part) => {
          found.parts.set(name, part);
          zip.readEntry();
        }, reject);
      });
      zip.readEntry();
    });
  });
}

const bomb = (detail: string) => new Refusal(problem("file-zip-bomb", { detail }));

function refuseEntry(entry: yauzl.Entry, total: number, limits: GuardLimits): Refusal | null {
  if (entry.isEncrypted()) return new Refusal(problem("file-password-protected"));
  const isSwollen =
    entry.uncompressedSize > 1024 * 1024 &&
    entry.uncompressedSize > limits.ratio * Math.max(1, entry.compressedSize);
  if (isSwollen || total > limits.total || entry.uncompressedSize > limits.each) return bomb(entry.fileName);
  return null;
}

function inflate(zip: yauzl.ZipFile, entry: yauzl.Entry, limits: GuardLimits): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > limits.each) {
          stream.destroy();
          reject(bomb(entry.fileName));
        }
        chunks.push(chunk);
      });
      stream.on("error", reject);
      stream.on("end", () => {
        const part = Buffer.concat(chunks);
        const head = part.subarray(0, 2048).toString("latin1");
        // why: a DOCTYPE can define entities that grow without bound; no spreadsheet writes one. Other
        // encodings would slip past the checks below, and every spreadsheet writes UTF-8.
        const isForeign = part[0] === 0xff || part[0] === 0xfe || /encoding=["'](?!utf-8)/i.test(head);
        if (part.includes("<!DOCTYPE") || part.includes("<!ENTITY") || isForeign) {
          reject(new Refusal(problem("file-damaged", { part: entry.fileName })));
        }
        resolve(part);
      });
    });
  });
}

function checkWorkbook(parts: Map<string, Uint8Array>): void {
  const types = Buffer.from(parts.get("[Content_Types].xml") ?? []).toString("utf8");
  if (parts.has("xl/workbook.xml")) return;
  if (/wordprocessingml|presentationml|sheet\.binary/.test(types)) {
    throw new Refusal(problem("file-kind-unsupported", { kind: "office" }));
  }
  throw new Refusal(problem("file-not-a-workbook"));
}

function countOf(text: string, opener: string): number {
  let count = 0;
  for (let at = text.indexOf(opener); at >= 0; at = text.indexOf(opener, at + opener.length)) count += 1;
  return count;
}

/** Counts cells and adds up ranges of one sheet; returns the number of cells. */
function checkSheet(part: Uint8Array, limits: GuardLimits): number {
  const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString("latin1");
  const rows = countOf(text, "<row ") + countOf(text, "<row>") + countOf(text, ":row ");
  if (rows > limits.rows) throw new Refusal(problem("file-too-many-cells", { limit: limits.cells }));
  if (countOf(text, "mergeCell ") > limits.merges) throw bomb("mergeCell");
  checkRanges(text, limits);
  return countOf(text, "<c ") + countOf(text, "<c>") + countOf(text, ":c ");
}

/** Merged cells and the ranges of rules: a few bytes can claim the whole sheet many times over. */
function checkRanges(text: string, limits: GuardLimits): void {
  let covered = 0;
  let large = 0;
  for (const match of text.matchAll(/mergeCell\s[^>]{0,200}?ref="([^"]{1,40})"/g)) {
    const range = rangeOf(match[1] ?? "");
    const size = range ? (range.bottom - range.top + 1) * (range.right - range.left + 1) : 0;
    if (size > limits.largeMerge) large += 1;
    else covered += size;
    if (covered > limits.mergedCells || large > limits.largeMerges) throw bomb("mergeCell");
  }
  let ranges = 0;
  for (const match of text.matchAll(/sqref="([^"]*)"/g)) {
    ranges += countOf(match[1] ?? "", " ") + 1;
    if (ranges > limits.ruleRanges) throw bomb("sqref");
  }
}
