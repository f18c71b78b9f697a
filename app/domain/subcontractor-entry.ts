import { BEGINNING } from "./contract-terms.ts";
import { byThing, type DatedEntry, daysOfChange, entryOn } from "./dated-entry.ts";
import type { Day } from "./day.ts";
import { faultOfMove, type MoveFault, type TreeMember } from "./subcontractor.ts";
import type { SubcontractorFields } from "./subcontractor-form.ts";

/** 再委託先の記録: what was true of one subcontractor from a day on. */
export type SubcontractorEntry = DatedEntry & SubcontractorFields & { subcontractorId: string };

/** Whether a subcontractor works on a day, by the days its entry names; both of them included. */
export const subcontractorUses = ["in-use", "not-yet", "over"] as const;
export type SubcontractorUse = (typeof subcontractorUses)[number];

/** A subcontractor as it stood on a day; `id` is the subcontractor's, `entryId` that of what proves it. */
export type SubcontractorThen<E extends SubcontractorEntry = SubcontractorEntry> = Omit<E, "id"> &
  TreeMember & { entryId: string; use: SubcontractorUse };

/** The first day of a new subcontractor's entry; unknown = from the beginning. */
export function firstDayOfUse(fields: Pick<SubcontractorFields, "usedFrom">): Day {
  return fields.usedFrom ?? BEGINNING;
}

/** その日の再委託先: everyone with an entry that holds on `day` as known by `knownSeq`, in no particular order. */
export function subcontractorsOn<E extends SubcontractorEntry>(
  entries: readonly E[],
  day: Day,
  knownSeq: number,
): SubcontractorThen<E>[] {
  return [...byThing(entries, (each) => each.subcontractorId)].flatMap(([id, own]) => {
    const held = entryOn(own, day, knownSeq);
    return held === null ? [] : [{ ...held, id, entryId: held.id, use: usedOn(held, day) }];
  });
}

function usedOn({ usedFrom, usedTo }: Pick<SubcontractorFields, "usedFrom" | "usedTo">, day: Day) {
  if (usedFrom !== null && day < usedFrom) return "not-yet";
  return usedTo !== null && day > usedTo ? "over" : "in-use";
}

/**
 * What is wrong with the tree once `entries` are recorded: on each day on which something changes it has to be a tree
 * of at most five levels, for the subcontractor `id` and all that work below it.
 */
export function faultOfEntries(entries: readonly SubcontractorEntry[], id: string): MoveFault | null {
  for (const day of daysOfChange(entries)) {
    const members = subcontractorsOn(entries, day, Number.MAX_SAFE_INTEGER);
    const own = members.find((each) => each.id === id);
    const fault = own ? faultOfMove(members, id, own.parentId) : null;
    if (fault !== null) return fault;
  }
  return null;
}

/** Names of those that still work for `id` on `day` or on a later day of change. */
export function workingBelow(entries: readonly SubcontractorEntry[], id: string, day: Day): string[] {
  const days = [day, ...daysOfChange(entries).filter((each) => each > day)];
  const found = new Map<string, string>();
  for (const each of days) {
    for (const member of subcontractorsOn(entries, each, Number.MAX_SAFE_INTEGER))
      if (member.parentId === id && member.use !== "over") found.set(member.id, member.name);
  }
  return [...found.values()];
}
