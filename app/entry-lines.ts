import type { EntryLine } from "./components/entry-history.tsx";
import type { DatedEntry, entryHistory } from "./domain/dated-entry.ts";
import type { Day, Moment } from "./domain/day.ts";

type Kept = DatedEntry & { recordedAt: Moment; recordedBy: string | null };

/**
 * Entries as their table shows them.
 * @param how.heldId the entry that holds today
 * @param how.textsOf stored values of an entry as texts, by field
 * @param how.correctAt path where an entry can be put right; null for those who may not
 */
export function entryLines<E extends Kept>(
  history: ReturnType<typeof entryHistory<E>>,
  how: {
    heldId: string | null;
    today: Day;
    textsOf: (entry: E) => Readonly<Record<string, string>>;
    correctAt: ((entryId: string) => string) | null;
    /** What the entry says in one line, where changes alone would not tell. */
    saidOf?: (entry: E) => string;
  },
): EntryLine[] {
  return history.map(({ entry, before, isSuperseded }) => {
    const { id, effectiveFrom, origin, reason, recordedAt, recordedBy } = entry;
    const mayBeRight = !isSuperseded && origin !== "end" && how.correctAt !== null;
    return {
      ...{ id, effectiveFrom, origin, reason, recordedAt, recordedBy, isSuperseded },
      isCorrection: entry.supersedes !== null,
      isHeld: id === how.heldId && effectiveFrom <= how.today,
      isComing: !isSuperseded && effectiveFrom > how.today,
      changes:
        before === null || origin === "end"
          ? null
          : [...dayMoved(before, entry), ...changesOf(how.textsOf(before), how.textsOf(entry))],
      said: how.saidOf?.(entry) ?? "",
      correctAt: mayBeRight ? (how.correctAt?.(id) ?? null) : null,
    };
  });
}

/** A correction may have moved the day from which an entry holds; a change always has a day of its own. */
function dayMoved(before: DatedEntry, entry: DatedEntry) {
  if (entry.supersedes === null || before.effectiveFrom === entry.effectiveFrom) return [];
  return [{ field: "effectiveFrom", before: before.effectiveFrom, after: entry.effectiveFrom }];
}

function changesOf(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) {
  return Object.keys(after)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field] ?? "", after: after[field] ?? "" }));
}
