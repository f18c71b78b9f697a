import { strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { makeWorkbook } from "../make-workbook.ts";

/** A file made to exhaust, confuse or break the reader. It is built when asked for, never stored. */
export type HostileFile = {
  name: string;
  fileName: string;
  bytes: () => Uint8Array;
  /** What must come of it; `any` = read or refused, but within the bounds. */
  outcome: readonly string[] | "any";
};

export const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const head = '<?xml version="1.0" encoding="UTF-8"?>';
export const sheetOf = (rows: string, after = "") =>
  `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`;

/** An ordinary book with some parts put in or replaced. Level 0 stores. */
export function bookWith(parts: Record<string, string | Uint8Array>, level: 0 | 6 = 6): Uint8Array {
  const files: Zippable = { ...unzipSync(makeWorkbook([{ name: "MDS", rows: [["x"]] }])) };
  for (const [name, part] of Object.entries(parts))
    files[name] = typeof part === "string" ? strToU8(part) : part;
  return zipSync(files, { level });
}
export const withSheet = (xml: string) => bookWith({ "xl/worksheets/sheet1.xml": xml });

/** Text that packs badly, so that it passes the check of the ratio. */
export function noise(length: number, alphabet = "abcdefghijklmnopqrstuvwxyz0123456789"): string {
  let state = 12_345;
  let text = "";
  for (let at = 0; at < length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    text += alphabet[(state >>> 8) % alphabet.length] ?? "";
  }
  return text;
}

export const times = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join("");
