import { Buffer } from "node:buffer";

/** A column of an exported list: its heading and the key of its value in a row. */
export type TableColumn = { key: string; heading: string; width?: number };
export type TableRow = Record<string, string | number | null>;

/** A sheet name a spreadsheet accepts: at most 31 characters, none of \ / ? * [ ] : */
function sheetName(title: string): string {
  const name = title
    .replace(/[\\/?*[\]:]/g, " ")
    .trim()
    .slice(0, 31);
  return name === "" ? "一覧" : name;
}

/** A list as .xlsx with typed cells: text stays text (`=1+1`, `00123`), numbers are numbers. */
export async function tableAsXlsx(
  title: string,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx"); // on first use: it would slow down every start
  return writeXlsx({
    sheets: [
      {
        name: sheetName(title),
        columns: columns.map((column) => ({ width: column.width ?? 20 })),
        rows: [
          columns.map((column) => column.heading),
          ...rows.map((row) => columns.map((column) => row[column.key] ?? null)),
        ],
        cells: new Map(columns.map((_, at) => [`0,${at}`, { style: { font: { bold: true } } }])),
        freezePane: { rows: 1 },
      },
    ],
  });
}

/**
 * A list as CSV for spreadsheets: UTF-8 with BOM, CRLF. Text that a spreadsheet would take for a formula
 * (= + - @, tab, carriage return first) gets a leading apostrophe, and so does text that begins with such
 * apostrophes already; our own reading takes exactly one away again.
 */
export function tableAsCsv(columns: readonly TableColumn[], rows: readonly TableRow[]): Uint8Array {
  const lines = [
    columns.map((column) => field(column.heading)),
    ...rows.map((row) => columns.map((column) => field(row[column.key] ?? null))),
  ];
  return Buffer.from(`\ufeff${lines.map((line) => `${line.join(",")}\r\n`).join("")}`, "utf8");
}

function field(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replace(/"/g, '""')}"` : safe;
}
