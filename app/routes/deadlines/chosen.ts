import { type Day, isRealDay } from "~/domain/day";
import type { Deadline } from "~/domain/deadline";
import { type ListState, parseListState } from "~/domain/list-query";

/** State of the list: kind, one day, and the month that stands beside it. */
export function deadlineListState(url: string): ListState {
  return parseListState(new URL(url).searchParams, { filters: ["kind", "day", "month"], sort: "day" });
}

/** The days asked for in their order, and how many of the kind fall on each day of the month shown. */
export function chooseDeadlines(deadlines: readonly Deadline[], state: ListState, today: Day) {
  const { kind, day, month: asked } = state.filters;
  const ofKind = deadlines.filter((each) => !kind || each.kind === kind);
  const found = ofKind.filter((each) => !day || each.day === day);
  const month = asked && isRealDay(`${asked}-01`) ? asked : (day ?? today).slice(0, 7);
  const daysOfMonth: Record<Day, number> = {};
  for (const each of ofKind) {
    if (each.day.startsWith(month)) daysOfMonth[each.day] = (daysOfMonth[each.day] ?? 0) + 1;
  }
  return { rows: state.isDescending ? [...found].reverse() : found, month, daysOfMonth };
}
