import type { GivenAnswer } from "./draft-answer.ts";

/** An answer and its condition are one thing: a condition means nothing beside another answer. */
export const mergedParts = ["answer", "remark"] as const;
export type MergedPart = (typeof mergedParts)[number];

/**
 * Two people wrote into the same item. A part that only one of them changed is taken from that one; what both
 * changed to different values is a conflict, and stays as `mine` until a person chooses.
 * @param base what both had seen before they began
 */
export function mergeAnswers(
  base: GivenAnswer,
  mine: GivenAnswer,
  theirs: GivenAnswer,
): { merged: GivenAnswer; conflicts: MergedPart[] } {
  const answer = oneOf([base, mine, theirs], (each) => `${each.answer}/${each.condition}`);
  const remark = oneOf([base, mine, theirs], (each) => each.remark);
  return {
    merged: {
      answer: (answer ?? mine).answer,
      condition: (answer ?? mine).condition,
      remark: (remark ?? mine).remark,
    },
    conflicts: [...(answer ? [] : ["answer" as const]), ...(remark ? [] : ["remark" as const])],
  };
}

function oneOf(
  [base, mine, theirs]: [GivenAnswer, GivenAnswer, GivenAnswer],
  part: (each: GivenAnswer) => string,
): GivenAnswer | null {
  if (part(mine) === part(theirs) || part(theirs) === part(base)) return mine;
  return part(mine) === part(base) ? theirs : null;
}
