import type { AssessedAnswer } from "./assessment.ts";
import type { DecisionBasis } from "./decision.ts";
import type { ItemSet } from "./item-set.ts";
import type { AnswerValue } from "./questionnaire.ts";

/**
 * 確認事項: the items a guideline names for choosing a vendor (7.0, 保守委託機関編【別紙】), against one disclosure. It says
 * whether every item is answered はい or 対象外 — the vendor's own statement — or names the others with what must be
 * recorded about them. No conclusion is drawn.
 */
export type SelectionItem = { key: string; no: string; text: string };
/** Null: the disclosure does not hold the item. */
export type PointAnswer = AnswerValue | null;

export type SelectionPoint = SelectionItem & {
  answer: PointAnswer;
  /** Every answer of the disclosure to this item; more than one only when a sheet repeats it. */
  answers: AssessedAnswer[];
};

/** What has to be recorded for each other item: リスク評価 · 対応 · 立入検査で説明できること. */
export const pointRecords = ["risk", "response", "explanation"] as const;
export type PointRecord = (typeof pointRecords)[number];

export type SelectionResult = {
  /** True: every item is はい or 対象外, the vendor's own statement. Never true of an empty set. */
  isAll: boolean;
  counts: { total: number; yes: number; notApplicable: number; others: number };
  points: SelectionPoint[];
  others: SelectionPoint[];
};

/** Answers from the one that leaves most to do to the one that leaves least. */
const worstFirst: readonly AnswerValue[] = ["no", "conflict", "unclear", "blank", "not-applicable", "yes"];

/** @param answers answers by item key, as an assessment sees them (carried ones under the newer item) */
export function selectionOf(
  items: readonly SelectionItem[],
  answers: readonly AssessedAnswer[],
): SelectionResult {
  const byKey = new Map<string, AssessedAnswer[]>();
  for (const each of answers) byKey.set(each.ref, [...(byKey.get(each.ref) ?? []), each]);
  const points = items.map((item): SelectionPoint => {
    const own = byKey.get(item.key) ?? [];
    const answer = worstFirst.find((value) => own.some((each) => each.answer === value)) ?? null;
    return { ...item, answer, answers: own };
  });
  const count = (value: AnswerValue) => points.filter((each) => each.answer === value).length;
  const others = points.filter(({ answer }) => answer !== "yes" && answer !== "not-applicable");
  return {
    isAll: points.length > 0 && others.length === 0,
    counts: {
      total: points.length,
      yes: count("yes"),
      notApplicable: count("not-applicable"),
      others: others.length,
    },
    points,
    others,
  };
}

/** Items of a set in its own order, with the words of the catalogue they belong to. */
export function itemsOfSet(
  set: Pick<ItemSet, "items">,
  catalogue: readonly { key: string; no: string | null; text: string }[],
): SelectionItem[] {
  const byKey = new Map(catalogue.map((each) => [each.key, each]));
  return set.items.map(({ key, no }) => {
    const found = byKey.get(key);
    return { key, no: found?.no ?? no, text: found?.text ?? "" };
  });
}

type PointDecision = {
  basis: Pick<DecisionBasis, "answers">;
  likelihood: string | null;
  impact: string | null;
  reason: string;
  inspectionText: string;
};

/** Which of the three records exist for an item: those of decisions that rest on one of its answers. */
export function recordsOf(
  point: Pick<SelectionPoint, "answers">,
  decisions: readonly PointDecision[],
): Record<PointRecord, boolean> {
  const own = new Set(point.answers.map(nameOf));
  const about = decisions.filter(({ basis }) => basis.answers.some((each) => own.has(keyOf(each))));
  return {
    risk: about.some((each) => each.likelihood !== null && each.impact !== null),
    response: about.some((each) => each.reason.trim() !== ""),
    explanation: about.some((each) => each.inspectionText.trim() !== ""),
  };
}

/** An answer as a decision names it: a carried one by the number and wording it was given to. */
function nameOf({ no, question, carried }: AssessedAnswer): string {
  return keyOf(carried ? { no: carried.fromNo, question: carried.fromQuestion } : { no, question });
}

function keyOf({ no, question }: { no: string; question: string }): string {
  return `${no}\u0000${question}`;
}
