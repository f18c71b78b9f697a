import type { Day } from "./day.ts";

/**
 * Eras since 1868 with the first day each counts from. 明治 counts from 1868-01-25 (the edict of 明治元年9月8日
 * dates the era back to the first day of that year); days up to 1872-12-31 belong to the lunar calendar and
 * are printed here by the solar one, as civil registers convert them.
 */
export const eras = [
  { name: "明治", firstDay: "1868-01-25" },
  { name: "大正", firstDay: "1912-07-30" },
  { name: "昭和", firstDay: "1926-12-25" },
  { name: "平成", firstDay: "1989-01-08" },
  { name: "令和", firstDay: "2019-05-01" },
] as const;
export type EraName = (typeof eras)[number]["name"];

export const dateStyles = ["western", "japanese"] as const;
export type DateStyle = (typeof dateStyles)[number];
export const digitWidths = ["half", "full"] as const;
export type DigitWidth = (typeof digitWidths)[number];

/** The era of a day and its year in it (1 = 元年), or null for a day before 明治. */
export function eraOf(day: Day): { name: EraName; year: number } | null {
  const era = eras.findLast((each) => each.firstDay <= day);
  if (era === undefined) return null;
  return { name: era.name, year: Number(day.slice(0, 4)) - Number(era.firstDay.slice(0, 4)) + 1 };
}

/**
 * A day (Asia/Tokyo) the way papers print it: 「2026年11月24日」 or 「令和8年11月24日」, 元年 for the first year.
 * A day before 明治 is printed 西暦, because no era of the table covers it.
 */
export function formatDay(day: Day, style: DateStyle, digits: DigitWidth = "half"): string {
  const [year, month, date] = day.split("-").map(Number);
  const era = style === "japanese" ? eraOf(day) : null;
  const yearText = era === null ? `${year}年` : `${era.name}${era.year === 1 ? "元" : era.year}年`;
  return withDigits(`${yearText}${month}月${date}日`, digits);
}

/** The text with its digits half or full width (12 ⇄ １２); everything else stays. */
export function withDigits(text: string, digits: DigitWidth): string {
  return digits === "full"
    ? text.replace(/[0-9]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0))
    : text.replace(/[０-９]/g, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0));
}
