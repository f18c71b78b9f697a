import { addDays, type Day, daysBetween } from "./day.ts";

/** A reminder that a request asks for: on which day, and which of the user's offsets it is. */
export type PlannedReminder = { offset: number; on: Day };

/** Offsets a person may set, in days from the due day. */
export const REMINDER_RANGE = { from: -90, to: 90 } as const;
export const MAX_REMINDERS = 10;

/** Farthest that a day is moved to find a working day; no run of days off is longer. */
const MAX_MOVE = 14;

/** Sorted, without repetitions; the day of asking is never among them, see `planReminders`. */
export function plainOffsets(offsets: readonly number[]): number[] {
  return [...new Set(offsets)].sort((a, b) => a - b);
}

/**
 * The days on which a vendor is reminded.
 *
 * - A day off moves to the next working day. A reminder before or on the due day never moves past it: where no
 *   working day is left until then it goes to the last working day before, because a reminder that comes too
 *   late is none.
 * - Nothing on the day of asking or before it (the same for a changed due day: it asks anew).
 * - Two offsets that meet on one day are one reminder, the one nearest to the due day.
 * @param request.since last day on which the vendor was told of this due day
 */
export function planReminders(
  request: { since: Day; dueOn: Day; offsets: readonly number[] },
  isWorkingDay: (day: Day) => boolean,
): PlannedReminder[] {
  const byDay = new Map<Day, PlannedReminder>();
  for (const offset of plainOffsets(request.offsets)) {
    const on = movedDay(request.dueOn, offset, isWorkingDay);
    if (on === null || on <= request.since) continue;
    const there = byDay.get(on);
    if (!there || Math.abs(offset) < Math.abs(there.offset)) byDay.set(on, { offset, on });
  }
  return [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

function movedDay(dueOn: Day, offset: number, isWorkingDay: (day: Day) => boolean): Day | null {
  const wanted = addDays(dueOn, offset);
  const next = firstWorking(wanted, 1, isWorkingDay);
  if (offset > 0 || (next !== null && next <= dueOn)) return next;
  return firstWorking(wanted, -1, isWorkingDay);
}

function firstWorking(from: Day, step: 1 | -1, isWorkingDay: (day: Day) => boolean): Day | null {
  for (let count = 0; count <= MAX_MOVE; count += 1) {
    const day = addDays(from, count * step);
    if (isWorkingDay(day)) return day;
  }
  return null;
}

/**
 * The reminder that goes out today, if any: the newest planned one that is not written yet. Older ones that were
 * missed (the machine was off) are not made up for, so that a vendor gets one letter and not five.
 * @param isWritten whether the reminder of this offset and due day was written before
 */
export function reminderOf(
  plan: readonly PlannedReminder[],
  today: Day,
  isWorkingDay: (day: Day) => boolean,
  isWritten: (offset: number) => boolean,
): PlannedReminder | null {
  if (!isWorkingDay(today)) return null;
  const newest = plan.filter((each) => each.on <= today).at(-1);
  return newest && !isWritten(newest.offset) ? newest : null;
}

/** What keeps a reminder from being written twice: request, due day and offset. */
export function reminderOnce(requestId: string, dueOn: Day, offset: number): string {
  return `reminder:${requestId}:${dueOn}:${offset}`;
}

/** Days from today to the due day: + ahead, − past. */
export function daysToDue(dueOn: Day, today: Day): number {
  return daysBetween(today, dueOn);
}
