import { splitCondition } from "./answer-condition.ts";
import type { AskedItem, DraftAnswer } from "./asked-form.ts";
import { type AnswerOption, answerOptions } from "./questionnaire.ts";
import type { AnswerCondition } from "./request.ts";

export const MAX_REMARK = 4000;

/** What was typed into one item. */
export type GivenAnswer = { answer: AnswerOption | null; remark: string; condition: AnswerCondition };

/**
 * A condition belongs to one answer: a paid option is a yes, a plan is a no — what is only planned is never
 * counted as there. With another answer it does not hold.
 */
export function conditionFor(answer: AnswerOption | null, condition: AnswerCondition): AnswerCondition {
  if (answer === "yes" && condition === "paid-option") return condition;
  if (answer === "no" && condition === "planned") return condition;
  return "none";
}

export const emptyDraft = (itemKey: string): DraftAnswer => ({
  itemKey,
  answer: null,
  remark: "",
  condition: "none",
  carry: "own",
  carriedFrom: null,
  version: 0,
});

/**
 * The draft after typing, or null when nothing changed: saving a page does not confirm what was taken over on
 * it. A changed answer is the vendor's own from then on.
 */
export function typedOver(before: DraftAnswer, given: GivenAnswer): DraftAnswer | null {
  const condition = conditionFor(given.answer, given.condition);
  const isSame =
    before.answer === given.answer && before.remark === given.remark && before.condition === condition;
  if (isSame) return null;
  const { answer, remark } = given;
  return { ...before, answer, remark, condition, carry: "own", carriedFrom: null };
}

/** The answer of last time to one item, as the vendor gave it. */
export type PreviousAnswer = {
  itemKey: string;
  answer: AnswerOption;
  remark: string;
  condition: AnswerCondition;
  /** The question as it was then, where a crosswalk says that it was reworded; null when it is the same. */
  earlierQuestion: string | null;
};

/** 引き継ぐ: the previous answer as a draft that somebody still has to look at. */
export function takenOver(before: DraftAnswer, previous: PreviousAnswer, from: string): DraftAnswer {
  const { answer, remark, condition } = previous;
  return { ...before, answer, remark, condition, carry: "carried", carriedFrom: from };
}

/** An untouched item: only these are taken over by 「すべて引き継ぐ」, so that nothing typed is lost. */
export function isUntouched(draft: DraftAnswer | undefined): boolean {
  return draft === undefined || (draft.answer === null && draft.remark === "");
}

/**
 * A row of an earlier disclosure as an answer that can be taken over; null for what is no answer (blank,
 * conflict, unclear).
 */
export function previousOf(
  item: Pick<AskedItem, "key">,
  row: { answer: string; remark: string },
  earlierQuestion: string | null,
): PreviousAnswer | null {
  const answer = answerOptions.find((each) => each === row.answer);
  if (!answer) return null;
  const { condition, remark } = splitCondition(row.remark);
  return { itemKey: item.key, answer, remark, condition: conditionFor(answer, condition), earlierQuestion };
}
