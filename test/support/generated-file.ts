import * as XLSX from "@e965/xlsx";
import {
  type GeneratedLayout,
  isCsv,
  type Spoil,
  sheetsOf,
  type WrittenForm,
  writtenForm,
} from "./generated-layout.ts";
import { type MadeCell, type MadeSheet, makeWorkbook } from "./make-workbook.ts";
import { shiftJis } from "./shift-jis.ts";

export type GeneratedFile = { bytes: Uint8Array; fileName: string; written: WrittenForm };

const plainValue = (cell: MadeCell) =>
  cell !== null && typeof cell === "object"
    ? { t: "n", v: cell.number ?? 0, z: cell.format ?? "General" }
    : cell;

function withLibrary(sheets: readonly MadeSheet[], bookType: "xlsx" | "xls"): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const sheet of sheets) {
    const made = XLSX.utils.aoa_to_sheet(
      sheet.rows.map((line) => line.map(plainValue)),
      { cellDates: false },
    );
    made["!merges"] = (sheet.merges ?? []).map((range) => XLSX.utils.decode_range(range));
    XLSX.utils.book_append_sheet(book, made, sheet.name);
  }
  book.Workbook = { Sheets: sheets.map((sheet) => ({ Hidden: sheet.isHidden ? 1 : 0 })) };
  return new Uint8Array(XLSX.write(book, { type: "buffer", bookType }));
}

function csvText(sheet: MadeSheet): string {
  const field = (cell: MadeCell) =>
    /[",\n]/.test(String(cell ?? "")) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell ?? "");
  return sheet.rows.map((line) => `${line.map(field).join(",")}\r\n`).join("");
}

/** Writes the layout with its program; a text that code page 932 does not know goes as UTF-8. */
export function generatedFile(made: GeneratedLayout, spoil?: Spoil): GeneratedFile {
  const sheets = sheetsOf(made, spoil);
  const written = writtenForm(made);
  const [own] = sheets;
  if (isCsv(made) && own) {
    const text = csvText(own);
    const utf8 = new TextEncoder().encode(made.writer === "csv-bom" ? `\ufeff${text}` : text);
    const bytes = made.writer === "csv-cp932" ? (shiftJis(text) ?? utf8) : utf8;
    return { bytes, fileName: "回答.csv", written };
  }
  if (made.writer === "hand") return { bytes: makeWorkbook(sheets), fileName: "回答.xlsx", written };
  const type = made.writer === "xls" ? "xls" : "xlsx";
  return { bytes: withLibrary(sheets, type), fileName: `回答.${type}`, written };
}
