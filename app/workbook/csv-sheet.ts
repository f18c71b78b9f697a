import { type Problem, problem } from "../domain/problem.ts";
import { MAX_CELL_TEXT } from "./cell-texts.ts";
import { guardLimits } from "./guard.server.ts";
import { addressOf, type Cell, type Sheet } from "./sheet.ts";

/**
 * Text of a CSV file: BOM, strict UTF-8, else Shift_JIS (Windows code page 932).
 * Null when it is neither without loss.
 */
export function decodeCsv(bytes: Uint8Array): string | null {
  const encodings =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? ["utf-16le"]
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? ["utf-16be"]
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
type Field = { row: number; column: number; text: string };

/** Lines that tell what parts the fields: titles above a table often hold none of it. */
const TELLING_LINES = 50;
const ends = { ",": /[,\r\n]/g, "\t": /[\t\r\n]/g, ";": /[;\r\n]/g };
type Delimiter = keyof typeof ends;

/** The sign that most lines hold: comma, else tab, else semicolon. */
function delimiterOf(text: string): Delimiter {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n?|\n/)
    .slice(0, TELLING_LINES);
  const count = (sign: Delimiter) => lines.filter((line) => line.includes(sign)).length;
  const [commas, tabs] = [count(","), count("\t")];
  if (tabs > commas) return "\t";
  // why only without a comma: a semicolon stands in many a sentence.
  return commas === 0 && count(";") > 0 ? ";" : ",";
}

/** The fields of CSV text (RFC 4180; comma, tab or semicolon) one after another, so that no file is held twice. */
function* fieldsOf(text: string): Generator<Field> {
  const delimiter = delimiterOf(text);
  const end = new RegExp(ends[delimiter]);
  let [row, column] = [1, 1];
  for (let at = 0; at < text.length || column > 1; ) {
    const quoted = text[at] === '"' ? quotedFrom(text, at) : { text: "", end: at };
    end.lastIndex = quoted.end;
    const stop = end.exec(text)?.index ?? text.length;
    yield { row, column, text: quoted.text + text.slice(quoted.end, stop) };
    const isEnd = stop >= text.length;
    if (text[stop] === delimiter) column += 1;
    else [row, column] = [row + 1, 1];
    at = stop + (text[stop] === "\r" && text[stop + 1] === "\n" ? 2 : 1);
    if (isEnd) return;
  }
}

/** A quoted field; without a closing quote it goes on to the end of the text. */
function quotedFrom(text: string, open: number): { text: string; end: number } {
  // why the end first: a piece for every doubled quotation mark would hold the file many times over.
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  const end = close < 0 ? text.length : close;
  return { text: text.slice(open + 1, end).replaceAll('""', '"'), end: close < 0 ? end : close + 1 };
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
 * A CSV file as one sheet. Problems: file-encoding-unknown, file-too-many-cells, file-cell-too-long,
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
  for (const field of fieldsOf(text)) {
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
  return { sheets: [sheet], problems: [] };
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
