import { type Day, dayInTokyo, type Moment } from "../domain/day.ts";
import { eraOf } from "../domain/era.ts";
import type { Language } from "../domain/scope.ts";

/** A day on screen: 「2026-04-15（令和8年）」 in Japanese, the ISO day in English. */
export function formatDay(day: Day, language: Language): string {
  if (language !== "ja") return day;
  const era = eraOf(day);
  return era === null ? day : `${day}（${era.name}${era.year === 1 ? "元" : era.year}年）`;
}

/** A moment in Asia/Tokyo, to the minute: `2026-04-15 10:32`. */
export function formatMoment(moment: Moment): string {
  const time = new Date(Date.parse(moment) + 9 * 3_600_000).toISOString().slice(11, 16);
  return `${dayInTokyo(moment)} ${time}`;
}
