import type { Day } from "./day.ts";

/**
 * Time, the way records keep it (architecture, Rules of data): a revision says from which day it holds
 * (`effectiveFrom`), when it was written down (`recordedSeq`, a number that only grows) and which earlier
 * revision it corrects (`supersedes`). No end is stored: the next revision or the contract's period ends it.
 */
export type Recorded = { id: string; recordedSeq: number; supersedes: string | null };
export type Revision = Recorded & { effectiveFrom: Day };

/**
 * As of (day, known): among the revisions recorded up to `knownSeq` and not superseded by one recorded up
 * to `knownSeq`, the one with the greatest `effectiveFrom` not after `day`; ties go to the later record.
 * Null when nothing held on that day as far as was known.
 */
export function asOf<R extends Revision>(revisions: readonly R[], day: Day, knownSeq: number): R | null {
  let best: R | null = null;
  for (const each of inForceOf(revisions, knownSeq)) {
    if (each.effectiveFrom > day) continue;
    if (best === null || isLater(each, best)) best = each;
  }
  return best;
}

/** Revisions known by then and not superseded by another one known by then, in no particular order. */
export function inForceOf<R extends Recorded>(revisions: readonly R[], knownSeq: number): R[] {
  const known = revisions.filter((each) => each.recordedSeq <= knownSeq);
  const superseded = new Set(known.map((each) => each.supersedes));
  return known.filter((each) => !superseded.has(each.id));
}

function isLater(a: Revision, b: Revision): boolean {
  return (
    a.effectiveFrom > b.effectiveFrom ||
    (a.effectiveFrom === b.effectiveFrom && a.recordedSeq > b.recordedSeq)
  );
}

/** The stretches of days during which each revision holds, in order; the last one is open (`to: null`). */
export function stretchesOf<R extends Revision>(
  revisions: readonly R[],
  knownSeq: number,
): { revision: R; from: Day; to: Day | null }[] {
  const held = inForceOf(revisions, knownSeq).sort((a, b) => (isLater(a, b) ? 1 : -1));
  const last = new Map(held.map((each) => [each.effectiveFrom, each]));
  const days = [...last.values()];
  return days.map((revision, at) => ({
    revision,
    from: revision.effectiveFrom,
    to: days[at + 1]?.effectiveFrom ?? null,
  }));
}
