import { type Problem, problem } from "../domain/problem.ts";
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

/** Splits CSV text (RFC 4180; comma or tab) into rows of fields. Every field stays text: 00123 is 00123. */
export function parseCsv(text: string): string[][] {
  const firstLine = text.slice(0, text.search(/\r|\n|$/));
  const delimiter = firstLine.includes("\t") && !firstLine.includes(",") ? "\t" : ",";
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (isQuoted) {
      if (sign !== '"') field += sign;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && field === "") isQuoted = true;
    else if (sign === delimiter) {
      row.push(field);
      field = "";
    } else if (sign === "\n" || sign === "\r") {
      if (sign === "\r" && text[at + 1] === "\n") at += 1;
      rows.push([...row, field]);
      row = [];
      field = "";
    } else field += sign;
  }
  return field !== "" || row.length > 0 ? [...rows, [...row, field]] : rows;
}

/** Our own export writes an apostrophe before = + - @; reading takes it away again. */
function withoutGuard(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

const CELL_LIMIT = 100_000;

/** A CSV file as one sheet. Problems: file-encoding-unknown, file-too-many-cells, file-not-a-workbook. */
export function csvSheet(bytes: Uint8Array, name: string): { sheets: Sheet[]; problems: Problem[] } {
  const text = decodeCsv(bytes);
  if (text === null) return { sheets: [], problems: [problem("file-encoding-unknown")] };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary data.
  if (/[\u0000-\u0008\u000e-\u001a]/.test(text)) {
    return { sheets: [], problems: [problem("file-not-a-workbook")] };
  }
  const cells: Cell[] = [];
  for (const [at, row] of parseCsv(text).entries()) {
    for (const [index, field] of row.entries()) {
      const value = withoutGuard(field);
      if (value.trim() !== "") cells.push(textCell(at + 1, index + 1, value));
    }
    if (cells.length > CELL_LIMIT) {
      return { sheets: [], problems: [problem("file-too-many-cells", { limit: CELL_LIMIT })] };
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

function textCell(row: number, column: number, text: string): Cell {
  const address = addressOf(row, column);
  return {
    row,
    column,
    address,
    kind: "text",
    text,
    standing: text,
    value: null,
    format: "General",
    comment: "",
  };
}
