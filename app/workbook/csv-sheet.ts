import { type Problem, problem } from "../domain/problem.ts";
import { MAX_CELL_TEXT } from "./cell-texts.ts";
import { guardLimits } from "./guard.server.ts";
import { addressOf, type Cell, type Sheet } from "./sheet.ts";

const ESCAPE = 0x1b;

/**
 * Text of a CSV file: BOM, ISO-2022-JP by its escapes, strict UTF-8, else Shift_JIS (Windows code page 932).
 * Null when it is neither without loss.
 */
export function decodeCsv(bytes: Uint8Array): string | null {
  const encodings =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? ["utf-16le"]
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? ["utf-16be"]
        : // why first: mail programs write this one in plain letters, which would pass for UTF-8.
          bytes.subarray(0, 65_536).includes(ESCAPE)
          ? ["iso-2022-jp"]
          : ["utf-8", "shift_jis"];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // why: a byte sequence that is impossible in this encoding means the next one is tried.
    }
  }
  return null;
}

/** A field of a CSV file; rows and columns count from 1. */
type Field = {
  row: number;
  column: number;
  text: string;
  /** Its quotation mark does not close where the field ends: what follows may have gone into it. */
  isOpen: boolean;
};

/** Lines that tell what parts the fields: titles above a table often hold none of it. */
const TELLING_LINES = 50;
const ends = { ",": /[,\r\n]/g, "\t": /[\t\r\n]/g, ";": /[;\r\n]/g };
type Delimiter = keyof typeof ends;

const isDelimiter = (sign: string | undefined): sign is Delimiter => sign !== undefined && sign in ends;

/** What a spreadsheet may write first: `sep=;`. */
const announced = /^sep=([,\t;])(?:\r\n?|\n)/i;

/**
 * The sign that parts most lines into as many fields: comma, else tab, else semicolon. why as many: a comma or
 * a semicolon stands in many a sentence, but not as often in each line.
 */
function delimiterOf(text: string): Delimiter {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r\n?|\n/)
    .slice(0, TELLING_LINES);
  const regular = (sign: Delimiter) => {
    const sizes = new Map<number, number>();
    for (const line of lines) {
      const size = line.split(sign).length - 1;
      if (size > 0) sizes.set(size, (sizes.get(size) ?? 0) + 1);
    }
    return Math.max(0, ...sizes.values());
  };
  const [commas, tabs, semicolons] = [regular(","), regular("\t"), regular(";")];
  if (tabs > commas && tabs >= semicolons) return "\t";
  return semicolons > commas ? ";" : ",";
}

/**
 * The fields of CSV text (RFC 4180; comma, tab or semicolon) one after another, so that no file is held twice. A
 * first line that only names the delimiter is no row.
 */
function* fieldsOf(whole: string): Generator<Field> {
  const named = announced.exec(whole);
  const text = named ? whole.slice(named[0].length) : whole;
  const delimiter = isDelimiter(named?.[1]) ? named[1] : delimiterOf(text);
  const end = new RegExp(ends[delimiter]);
  let [row, column] = [1, 1];
  for (let at = 0; at < text.length || column > 1; ) {
    const quoted = text[at] === '"' ? quotedFrom(text, at) : { text: "", end: at, isClosed: true };
    end.lastIndex = quoted.end;
    const stop = end.exec(text)?.index ?? text.length;
    // why: a mark that closes far below, in the middle of another field, has swallowed the rows between.
    const isOpen = !quoted.isClosed || (stop > quoted.end && /[\r\n]/.test(quoted.text));
    yield { row, column, text: quoted.text + text.slice(quoted.end, stop), isOpen };
    const isEnd = stop >= text.length;
    if (text[stop] === delimiter) column += 1;
    else [row, column] = [row + 1, 1];
    at = stop + (text[stop] === "\r" && text[stop + 1] === "\n" ? 2 : 1);
    if (isEnd) return;
  }
}

/** A quoted field; without a closing quote it goes on to the end of the text. */
function quotedFrom(text: string, open: number): { text: string; end: number; isClosed: boolean } {
  // why the end first: a piece for every doubled quotation mark would hold the file many times over.
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  const end = close < 0 ? text.length : close;
  const isClosed = close >= 0;
  return { text: text.slice(open + 1, end).replaceAll('""', '"'), end: isClosed ? close + 1 : end, isClosed };
}

/** Splits CSV text into rows of fields. Every field stays text: 00123 is 00123. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (const field of fieldsOf(text)) {
    if (field.column === 1) rows.push([field.text]);
    else rows.at(-1)?.push(field.text);
  }
  return rows;
}

/** Our own export writes an apostrophe before = + - @; reading takes it away again. */
function withoutGuard(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

const CELL_LIMIT = guardLimits.cells;
/** A spreadsheet's own bounds. */
const MAX_ROW = 1_048_576;
const MAX_COLUMN = 16_384;

/**
 * A CSV file as one sheet; without sheets it is refused. Problems: form-quote-open, file-encoding-unknown, file-too-many-cells, file-cell-too-long,
 * file-not-a-workbook.
 */
export function csvSheet(bytes: Uint8Array, name: string): { sheets: Sheet[]; problems: Problem[] } {
  const text = decodeCsv(bytes);
  if (text === null) return { sheets: [], problems: [problem("file-encoding-unknown")] };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary data.
  if (/[\u0000-\u0008\u000e-\u001a]/.test(text)) {
    return { sheets: [], problems: [problem("file-not-a-workbook")] };
  }
  const cells: Cell[] = [];
  const problems: Problem[] = [];
  for (const field of fieldsOf(text)) {
    if (field.isOpen) problems.push(quoteOpen(name, field));
    const value = withoutGuard(field.text);
    if (value.trim() !== "") cells.push(textCell(field.row, field.column, value));
    if (cells.length > CELL_LIMIT || field.row > MAX_ROW || field.column > MAX_COLUMN) {
      return { sheets: [], problems: [problem("file-too-many-cells", { limit: CELL_LIMIT })] };
    }
    if (value.length > MAX_CELL_TEXT) {
      const at = addressOf(field.row, field.column);
      return { sheets: [], problems: [problem("file-cell-too-long", { limit: MAX_CELL_TEXT }, at)] };
    }
  }
  const sheet: Sheet = {
    name,
    isHidden: false,
    cells,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    overlays: [],
  };
  return { sheets: [sheet], problems };
}

function quoteOpen(sheet: string, { row, column, text }: Field): Problem {
  const head = text.slice(0, 40).replace(/\s+/g, " ");
  return problem("form-quote-open", { text: head }, `${sheet}!${addressOf(row, column)}`);
}

/** What a spreadsheet writes into a text file for a formula that failed. */
const errorText = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/;

function textCell(row: number, column: number, text: string): Cell {
  const address = addressOf(row, column);
  return {
    row,
    column,
    address,
    kind: errorText.test(text) ? "error" : "text",
    text,
    standing: text,
    value: null,
    format: "General",
    comment: "",
  };
}
