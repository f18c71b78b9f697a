import type { LineDifference } from "./paper-difference.ts";

/** One line of a 覚書's 新旧対照表: what is changed, its text before and after. */
export type RecordedChange = { place: string; before: string; after: string };

type Words = {
  /** Stands as the old text of what is new (「（新設）」). */
  added: string;
  /** Stands as the new text of what is gone (「（削除）」). */
  gone: string;
};

/** Differences of an annex as lines of the 覚書; each side says something, because a blank cell says nothing. */
export function changesOfPaper(
  differences: readonly LineDifference[],
  annex: string,
  words: Words,
): RecordedChange[] {
  return differences.map(({ kind, place, old, next }) => ({
    place: `${annex}　${place}`.trim(),
    before: kind === "added" ? words.added : old,
    after: kind === "gone" ? words.gone : next,
  }));
}

/**
 * The table with further changes behind what stands there; a change that is there word for word is not written twice, a
 * side without text says that it was new or is gone.
 */
export function withChanges(
  rows: readonly Record<string, string>[],
  changes: readonly RecordedChange[],
  words: Words,
): Record<string, string>[] {
  const same = (a: Record<string, string>, b: RecordedChange) =>
    a.place === b.place && a.before === b.before && a.after === b.after;
  const all: Record<string, string>[] = [...rows];
  for (const change of changes) {
    const whole = {
      place: change.place,
      before: change.before.trim() || words.added,
      after: change.after.trim() || words.gone,
    };
    if (!all.some((each) => same(each, whole))) all.push(whole);
  }
  return all;
}
