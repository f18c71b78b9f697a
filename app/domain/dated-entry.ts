import { BEGINNING } from "./contract-terms.ts";
import type { Day } from "./day.ts";
import { type Problem, problem } from "./problem.ts";
import { asOf, inForceOf, type Revision } from "./timeline.ts";

/** How an entry came about: the first one, a change from a day on, the end of what it describes. */
export const entryOrigins = ["first", "change", "end"] as const;
export type EntryOrigin = (typeof entryOrigins)[number];

/**
 * 記録: what was true of one thing from a day on, frozen. A change is a further entry from its own day; a correction
 * supersedes one entry and says why. `end`: the thing was over from that day on.
 */
export type DatedEntry = Revision & { origin: EntryOrigin; reason: string };

/** The entry that held on `day` as known by `knownSeq`; null before the first day, and once it was over. */
export function entryOn<E extends DatedEntry>(entries: readonly E[], day: Day, knownSeq: number): E | null {
  const held = asOf(entries, day, knownSeq);
  return held === null || held.origin === "end" ? null : held;
}

/**
 * What a register shows of a thing on `today`: the entry that holds, the end too; before its first day the one that
 * comes. Null only when there is no entry.
 */
export function entryShown<E extends DatedEntry>(entries: readonly E[], today: Day): E | null {
  const all = Number.MAX_SAFE_INTEGER;
  const held = asOf(entries, today, all);
  if (held !== null) return held;
  const first = inForceOf(entries, all)
    .map((each) => each.effectiveFrom)
    .sort()[0];
  return first === undefined ? null : asOf(entries, first, all);
}

/** True while no other entry corrected it. */
export function isStandingEntry(entries: readonly DatedEntry[], id: string): boolean {
  return entries.some((each) => each.id === id) && !entries.some((each) => each.supersedes === id);
}

/** The days on which something begins, changes or ends, as known now, in order. */
export function daysOfChange(entries: readonly DatedEntry[]): Day[] {
  const days = inForceOf(entries, Number.MAX_SAFE_INTEGER).map((each) => each.effectiveFrom);
  return [...new Set(days)].sort();
}

/** True for the day of a beginning that nobody recorded. */
export function isUnknownBeginning(day: Day): boolean {
  return day === BEGINNING;
}

/** Entries of many things, by the thing. */
export function byThing<E>(entries: readonly E[], thingOf: (entry: E) => string): Map<string, E[]> {
  const groups = new Map<string, E[]>();
  for (const each of entries) {
    const own = groups.get(thingOf(each));
    if (own) own.push(each);
    else groups.set(thingOf(each), [each]);
  }
  return groups;
}

/** Whether a change may hold from `day`: after the beginning, and not once the thing is over. */
export function faultOfChange(entries: readonly DatedEntry[], day: Day): Problem | null {
  const held = asOf(entries, day, Number.MAX_SAFE_INTEGER);
  if (held === null)
    return problem("entry-before-first", { day: daysOfChange(entries)[0] ?? "" }, "effectiveFrom");
  return held.origin === "end"
    ? problem("entry-after-end", { day: held.effectiveFrom }, "effectiveFrom")
    : null;
}

/** Whether the thing may be over from `day` on: what begins later has to be put right first. */
export function faultOfEnd(entries: readonly DatedEntry[], day: Day): Problem | null {
  const fault = faultOfChange(entries, day);
  if (fault !== null) return fault;
  const later = daysOfChange(entries).find((each) => each > day);
  return later === undefined ? null : problem("entry-later-stands", { day: later }, "effectiveFrom");
}

/** Each entry, newest effect first, with what the corrected one or the day before said, and whether it still counts. */
export function entryHistory<E extends DatedEntry>(
  entries: readonly E[],
): { entry: E; before: E | null; isSuperseded: boolean }[] {
  const inOrder = [...entries].sort((a, b) =>
    a.effectiveFrom === b.effectiveFrom
      ? b.recordedSeq - a.recordedSeq
      : a.effectiveFrom < b.effectiveFrom
        ? 1
        : -1,
  );
  return inOrder.map((entry) => ({
    entry,
    before: beforeOf(entries, entry),
    isSuperseded: entries.some((each) => each.supersedes === entry.id),
  }));
}

function beforeOf<E extends DatedEntry>(entries: readonly E[], entry: E): E | null {
  if (entry.supersedes !== null) return entries.find((each) => each.id === entry.supersedes) ?? null;
  return asOf(entries, entry.effectiveFrom, entry.recordedSeq - 1);
}
