import type { Cell } from "../sheet.ts";
import { foldSigns, squash } from "./text.ts";

/** Most numbers are printed like this, and nothing about them has to be changed. */
const plainNumber = /^\d{1,3}(?:\.\d{1,3}){0,5}$/;
/** Longest number with every sign that may stand around it. */
const LONGEST_NUMBER = 48;

/** Number of an item as printed, half width, without spaces: 「８．１０」→ `8.10`, 「4－1」→ `4-1`. */
export function itemNumber(text: string): string {
  if (plainNumber.test(text)) return text;
  return squash(text)
    .replace(/[‐‑‒–—−ー]/g, "-")
    .replace(/[．。]/g, ".")
    .replace(/(\d)\.$/, "$1");
}

const numberShape =
  /^(?:(?:no\.?|q|問|質問|項番)?[([]?[a-z]{0,4}[.-]?\d{1,3}(?:[.\-_]\d{1,3}){0,5}(?:[.-]?[a-z]?[)\].]?|[.\-_]?(?:\(\d{1,3}\)|[①-⑳]))|[①-⑳]|[ivx]{1,4}[.)]?|[ⅰ-ⅻⅠ-Ⅻ]|[(（]?[a-zア-ン一二三四五六七八九十][)）.])$/i;

/** True when a text looks like the number of an item: `8.10`, `A-1`, `(3)`, `①`, `No.5`. */
export function isItemNumber(text: string): boolean {
  if (plainNumber.test(text)) return true;
  if (text.length > LONGEST_NUMBER && squash(text).length > LONGEST_NUMBER) return false;
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
 * Numbers that a spreadsheet turned into dates (4-10 into 4月10日), where it is certain what they were: their
 * own format prints them (`m-d`), or the column writes its other numbers with one separator and every step
 * to and from the neighbours is the next number. Null where it stays a guess.
 * @param cells the number cell of each item
 * @param printed the number each item prints; empty for a date
 */
export function restoredNumbers(
  cells: readonly (Cell | null)[],
  printed: readonly string[],
): (string | null)[] {
  if (!cells.some((cell) => cell && isDated(cell))) return cells.map(() => null);
  const separator = onlySeparator(printed);
  const own = cells.map((cell) => cell && ownFormat(cell));
  const guessed = cells.map((cell, at) => own[at] ?? (cell && separator && monthAndDay(cell, separator)));
  const line = cells.map((_, at) => guessed[at] ?? printed[at] ?? "");
  const isKnown = (at: number) => line[at] !== "" && (guessed[at] == null || own[at] != null);
  return guessed.map((guess, at) => {
    if (guess === null || own[at] != null) return guess;
    const before = chain(line, at, -1, isKnown);
    const after = chain(line, at, 1, isKnown);
    return before !== "broken" && after !== "broken" && (before === "known" || after === "known")
      ? guess
      : null;
  });
}

/** Whether the steps from a number lead to one that is known, end at the table's edge, or break. */
function chain(
  line: readonly string[],
  from: number,
  way: 1 | -1,
  isKnown: (at: number) => boolean,
): "known" | "edge" | "broken" {
  for (let at = from; ; ) {
    let next = at + way;
    while (line[next] === "") next += way;
    const [here, there] = [line[at], line[next]];
    if (here === undefined || there === undefined) return "edge";
    if (!(way === 1 ? isNextNumber(here, there) : isNextNumber(there, here))) return "broken";
    if (isKnown(next)) return "known";
    at = next;
  }
}

/** `4.10` after `4.9`, `4.9.3` or `4.9.9.9`; `4.1` or `5` or `5.1` after `4`. */
export function isNextNumber(one: string, next: string): boolean {
  const [before, after] = [one.split(/[.\-_]/), next.split(/[.\-_]/)];
  const isFirstBelow = (length: number) => after.length === length || after.slice(length).join() === "1";
  const level = after.findIndex((part, at) => part !== before[at]);
  if (level < 0) return false;
  if (level >= before.length) return level === before.length && isFirstBelow(level);
  return Number(after[level]) === Number(before[level]) + 1 && isFirstBelow(level + 1);
}

/** The separator of the column's other numbers; null when there are several or none. */
function onlySeparator(printed: readonly string[]): string | null {
  const found = new Set(printed.flatMap((no) => /^\d+([.\-_])\d+(?:\1\d+)*$/.exec(no)?.[1] ?? []));
  const [only] = found;
  return found.size === 1 && only ? only : null;
}

/** English months as spreadsheets shorten them. */
export const monthNames = [
  "jan",
  "feb",
  "mar",
  "apr",
  "may",
  "jun",
  "jul",
  "aug",
  "sep",
  "oct",
  "nov",
  "dec",
];
const monthName = `(?<name>${monthNames.join("|")})`;

/** How text files print what a spreadsheet took for a day; only the first two keep what was typed. */
const printedDays = [
  /^(?<month>\d{1,2})月(?<day>\d{1,2})日$/,
  new RegExp(`^(?<day>\\d{1,2})-${monthName}$`, "i"),
  new RegExp(`^(?:\\d{1,2}-)?${monthName}-\\d{2,4}$`, "i"),
  /^\d{4}[/-]\d{1,2}[/-]\d{1,2}(?:\s0?0:00(?::00)?)?$/,
];

/** True for a number that became a day: the cell is one, or prints one. */
export function isDated(cell: Cell): boolean {
  if (cell.kind === "date") return true;
  return cell.kind === "text" && cell.text.length <= 24 && printedDays.some((shape) => shape.test(cell.text));
}

/** Month and day a text prints without a year: 「4月10日」, `10-Apr`. */
function printedMonthAndDay(text: string, separator: string): string | null {
  const { month, day, name } = printedDays.map((shape) => shape.exec(text)?.groups).find((one) => one) ?? {};
  const number = name ? monthNames.indexOf(name.toLowerCase()) + 1 : Number(month);
  return day && number > 0 ? `${number}${separator}${Number(day)}` : null;
}

const formatOfDay = (cell: Cell) =>
  cell.kind !== "date" || cell.value === null || /y|g|e/i.test(cell.format.replace(/"[^"]*"/g, ""))
    ? null
    : cell.format.replace(/\\/g, "").toLowerCase();

function monthAndDay(cell: Cell, separator: string): string | null {
  if (cell.kind === "text") return printedMonthAndDay(cell.text, separator);
  if (formatOfDay(cell) === null) return null;
  const { month, day } = partsOfSerial(cell.value ?? 0);
  return `${month}${separator}${day}`;
}

/** A format such as `m-d` prints the number as it was typed. */
function ownFormat(cell: Cell): string | null {
  const separator = /^m{1,2}([.-])d{1,2}(?:;@)?$/.exec(formatOfDay(cell) ?? "")?.[1];
  return separator ? monthAndDay(cell, separator) : null;
}
