import { type HouseRecord, houseAnswerOn } from "./check-facts.ts";
import { type Evidence, type EvidenceBasis, evidenceFor, isOfHouse } from "./evidence.ts";
import { fiscalYearOf } from "./figures.ts";
import { assertNever } from "./problem.ts";
import type { FeeConditions, HouseQuestion } from "./self-check-templates.ts";

/**
 * What the records hold for a condition: every question はい, some, none of them answered, or one answered otherwise.
 * not-judged and outside say that the program does not look at it. None of them is a verdict on the fee.
 */
export const feeStates = ["recorded", "partly", "denied", "nothing", "not-judged", "outside"] as const;
export type FeeState = (typeof feeStates)[number];

export type FeeAnswer = {
  question: HouseQuestion;
  held: HouseRecord | null;
  /** A yearly thing was last done in the fiscal year of the day asked about; null where it need not be yearly. */
  isThisYear: boolean | null;
};
export type FeeLine = {
  condition: FeeConditions["conditions"][number];
  state: FeeState;
  answers: FeeAnswer[];
  evidence: Evidence[];
};

/** 加算の条件ごとに、記録にあること. Conditions in the order they are printed. */
export function feeBoard(
  fee: Pick<FeeConditions, "conditions">,
  questions: readonly HouseQuestion[],
  basis: EvidenceBasis,
): FeeLine[] {
  const byKey = new Map(questions.map((each) => [each.key, each]));
  return fee.conditions.map((condition) => {
    const answers = condition.questions.flatMap((key): FeeAnswer[] => {
      const question = byKey.get(key);
      if (!question) return [];
      const held = houseAnswerOn(basis.facts.house, key, basis.day);
      const day = held?.happenedOn ?? null;
      const isThisYear = question.isYearly
        ? day !== null && fiscalYearOf(day) === fiscalYearOf(basis.day)
        : null;
      return [{ question, held, isThisYear }];
    });
    const evidence = condition.topics.map((topic) => withoutAsked(evidenceFor(topic, basis), answers));
    return { condition, state: stateOf(condition.treatment, answers, evidence), answers, evidence };
  });
}

/** What the answers say already is not said twice. */
function withoutAsked(evidence: Evidence, answers: readonly FeeAnswer[]): Evidence {
  if (answers.length === 0) return evidence;
  return { ...evidence, statements: evidence.statements.filter((each) => !isOfHouse(each.code)) };
}

/**
 * On record in part only: はい of a yearly thing that was not done this fiscal year, or はい where the records name
 * systems or vendors that have none.
 */
function stateOf(
  treatment: FeeConditions["conditions"][number]["treatment"],
  answers: readonly FeeAnswer[],
  evidence: readonly Evidence[],
): FeeState {
  switch (treatment) {
    case "outside":
    case "not-judged":
      return treatment;
    case "records": {
      const said = answers.flatMap(({ held }) => (held === null ? [] : [held.value]));
      if (said.some((value) => value !== "yes")) return "denied";
      if (said.length === 0) return "nothing";
      const isWhole = answers.every(({ held, isThisYear }) => held !== null && isThisYear !== false);
      const isBorneOut = evidence.every(({ statements }) =>
        statements.every((each) => each.missing.length === 0),
      );
      return isWhole && isBorneOut ? "recorded" : "partly";
    }
    default:
      return assertNever(treatment);
  }
}
