/**
 * Cells as spreadsheets put them on the clipboard: tabs between cells, line ends between rows, a cell with a tab,
 * a line end or a quotation mark at its start in quotation marks, `""` for one of them inside.
 */
export function parseClipboard(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const source = text.replace(/\r\n?/g, "\n");
  while (at <= source.length) {
    const { cell, end } = source[at] === '"' ? quotedCell(source, at) : plainCell(source, at);
    row.push(cell);
    const mark = source[end];
    at = end + 1;
    if (mark === "\t") continue;
    rows.push(row);
    row = [];
  }
  // why: spreadsheets end the last row with a line end, which begins no row of its own.
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === "" && source.endsWith("\n")) rows.pop();
  return rows;
}

function plainCell(source: string, from: number): { cell: string; end: number } {
  let end = from;
  while (end < source.length && source[end] !== "\t" && source[end] !== "\n") end++;
  return { cell: source.slice(from, end), end };
}

/** A cell in quotation marks; one that is never closed, or goes on after them, was plain text after all. */
function quotedCell(source: string, from: number): { cell: string; end: number } {
  let cell = "";
  let at = from + 1;
  while (at < source.length) {
    if (source[at] !== '"') cell += source[at];
    else if (source[at + 1] === '"') {
      cell += '"';
      at++;
    } else break;
    at++;
  }
  const after = source[at + 1];
  const isClosed = source[at] === '"' && (after === undefined || after === "\t" || after === "\n");
  return isClosed ? { cell, end: at + 1 } : plainCell(source, from);
}

/** The same the other way; what is written is read back unchanged. */
export function writeClipboard(rows: readonly (readonly string[])[]): string {
  const text = rows.map((row) => row.map(written).join("\t")).join("\n");
  // why: one empty cell alone would read as nothing; a line end says that there was a row.
  return rows.length > 1 && rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === "" ? `${text}\n` : text;
}

function written(cell: string): string {
  const flat = cell.replace(/\r\n?/g, "\n");
  return /[\t\n]|^"/.test(flat) ? `"${flat.replaceAll('"', '""')}"` : flat;
}
