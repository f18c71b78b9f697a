import type { Day } from "../domain/day.ts";
import { formatDay } from "../domain/era.ts";

/** 令和9年3月31日, 2027年3月31日 or 2027-03-31 as other cells of the column write it; without one 2027/3/31. */
export function dayAsWritten(day: Day, others: readonly string[]): string {
  const texts = others.map((each) => each.normalize("NFKC").replace(/\s/g, ""));
  const has = (shape: RegExp) => texts.some((each) => shape.test(each));
  if (has(/^(?:令和|平成)\S+年\d+月\d+日/)) return formatDay(day, "japanese");
  if (has(/^\d{4}年\d+月\d+日/)) return formatDay(day, "western");
  if (has(/^\d{4}-\d{2}-\d{2}$/)) return day;
  return day.split("-").map(Number).join("/");
}
