import type { Cell } from "../sheet.ts";
import { foldSigns, squash } from "./text.ts";

/** Number of an item as printed, half width, without spaces: 「８．１０」→ `8.10`, 「4－1」→ `4-1`. */
export function itemNumber(text: string): string {
  return squash(text)
    .replace(/[‐‑‒–—−ー]/g, "-")
    .replace(/[．。]/g, ".")
    .replace(/(\d)\.$/, "$1");
}

const numberShape =
  /^(?:(?:no\.?|q|問|質問|項番)?[([]?[a-z]{0,4}[.-]?\d{1,3}(?:[.\-_]\d{1,3}){0,5}[.-]?[a-z]?[)\].]?|[①-⑳]|[ivx]{1,4}[.)]?|[ⅰ-ⅻⅠ-Ⅻ]|[(（]?[a-zア-ン一二三四五六七八九十][)）.])$/i;

/** True when a text looks like the number of an item: `8.10`, `A-1`, `(3)`, `①`, `No.5`. */
export function isItemNumber(text: string): boolean {
  return numberShape.test(itemNumber(text));
}

const leadingNumber =
  /^\s*(?:(\d{1,3}(?:[.-]\d{1,3})*)(?:[.:、)]?\s+|[.:)](?=[^\d\s]))|([([]\d{1,3}[)\]])\s*)(\S[\s\S]*)$/;

/** Splits 「8.10 パスワードを…」「(4)記録を…」 into its number and the rest; null when the text begins otherwise. */
export function splitLeadingNumber(text: string): { no: string; rest: string } | null {
  const match = leadingNumber.exec(foldSigns(text));
  const number = match?.[1] ?? match?.[2];
  if (!match?.[3] || !number) return null;
  return { no: itemNumber(number), rest: text.slice(Math.max(0, text.length - match[3].length)) };
}

/** True when `child` is one level or more below `parent`: `4.1` under `4`, `(1)` under `4`. */
export function isBelow(parent: string, child: string): boolean {
  if (parent === "" || child === parent) return false;
  if (child.startsWith(parent) && /^[.\-_(]/.test(child.slice(parent.length))) return true;
  return /^\d+$/.test(parent) && /^(?:\(\d+\)|[①-⑳])$/.test(child);
}

/** Year, month, day of a serial in the 1900 system. */
export function partsOfSerial(serial: number): { year: number; month: number; day: number } {
  const date = new Date(Math.round((serial - 25_569) * 86_400_000));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/**
 * The number that a spreadsheet turned into a date, when the rest of the column makes it certain:
 * its own format prints it as a number (`m-d`), or every other number of the column is written with
 * one separator and month-day fits between its neighbours. Null when it stays a guess.
 */
export function numberLostAsDate(cell: Cell, before: string, after: string): string | null {
  if (cell.kind !== "date" || cell.value === null || /y|g|e/i.test(cell.format.replace(/"[^"]*"/g, ""))) {
    return null;
  }
  const { month, day } = partsOfSerial(cell.value);
  const flat = cell.format.replace(/\\/g, "").toLowerCase();
  if (/^m{1,2}-d{1,2}(?:;@)?$/.test(flat)) return `${month}-${day}`;
  if (/^m{1,2}\.d{1,2}(?:;@)?$/.test(flat)) return `${month}.${day}`;
  const fits = (text: string) => /^\d+-\d+$/.test(text) && Number(text.split("-")[0]) === month;
  const [beforeDay, afterDay] = [before, after].map((text) => Number(text.split("-")[1]));
  if (fits(before) && fits(after) && beforeDay === day - 1 && afterDay === day + 1) return `${month}-${day}`;
  return null;
}
