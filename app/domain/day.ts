import { z } from "zod";

/**
 * Days are ISO strings (`2026-04-15`) and mean a calendar day in Asia/Tokyo. A moment (with a time)
 * is an ISO string in UTC ending in `Z`. The two are different types on purpose.
 */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDay);
export type Day = string;
/** UTC moment, `2026-04-15T01:02:03.456Z`. */
export type Moment = string;

/** True when the string is an existing calendar day between 1868 (明治) and 2200. */
export function isRealDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1868 || year > 2200) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Builds a Day from parts, or null when no such day exists. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isRealDay(text) ? text : null;
}

const TOKYO_OFFSET_MS = 9 * 60 * 60 * 1000; // Japan has had no daylight saving since 1951.

/** The calendar day in Asia/Tokyo on which the moment falls. */
export function dayInTokyo(moment: Moment | Date): Day {
  const time = (typeof moment === "string" ? new Date(moment) : moment).getTime();
  return new Date(time + TOKYO_OFFSET_MS).toISOString().slice(0, 10);
}

/** The last millisecond of the day in Asia/Tokyo, as a UTC moment. */
export function endOfDayInTokyo(day: Day): Moment {
  return new Date(Date.parse(`${day}T23:59:59.999Z`) - TOKYO_OFFSET_MS).toISOString();
}

/** Adds whole days (negative allowed). */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** Adds whole months; the day of month is cut to the last one that exists (01-31 + 1 → 02-28). */
export function addMonths(day: Day, count: number): Day {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
