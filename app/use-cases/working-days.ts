import holidays from "japanese-holidays";
import type { Day } from "~/domain/day";

/** 年末年始: offices of hospitals and vendors are closed 12-29 to 01-03 (行政機関の休日に関する法律 1条1項3号). */
const YEAR_END = ["12-29", "12-30", "12-31", "01-01", "01-02", "01-03"];

/**
 * Name of the national holiday (国民の祝日に関する法律, with 振替休日 and 国民の休日), or null. Known as the law
 * stands today: a holiday that a later law moves needs a new version of the table.
 */
export function holidayName(day: Day): string | null {
  // why noon in Tokyo: the library asks for a moment and reads its day in Japan.
  return holidays.isHolidayAt(new Date(`${day}T03:00:00.000Z`)) ?? null;
}

/** True on a day on which letters are read: no weekend, no holiday, not the turn of the year. */
export function isWorkingDay(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  return !YEAR_END.includes(day.slice(5)) && holidayName(day) === null;
}
