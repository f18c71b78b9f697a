import type { Finding } from "./assessment.ts";
import type { ItemSet } from "./item-set.ts";

/**
 * Subsets that narrow an assessment: those of its guideline, and those of the form its answers are joined to
 * (the newer one where answers were carried).
 */
export function setsFor(
  sets: Iterable<ItemSet>,
  guidelineRef: string,
  formRefs: readonly (string | null)[],
): ItemSet[] {
  return [...sets].filter((each) => each.of === guidelineRef || formRefs.includes(each.of));
}

/**
 * True for a finding a subset is about: its requirement is one of the items, or a question it rests on is one. Keys of different catalogues never meet, because the subset says which it is of.
 */
export function isSelected(finding: Finding, set: ItemSet, guidelineRef: string): boolean {
  const keys = new Set(set.items.map((each) => each.key));
  if (set.of === guidelineRef) return keys.has(finding.requirement.key);
  // why the line's questions: an item the disclosure does not hold at all is one to look at, too.
  return finding.lines.some(({ line }) => line.questions.some((each) => keys.has(each)));
}
