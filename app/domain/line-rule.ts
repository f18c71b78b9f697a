import type { MappingLine } from "./mapping.ts";
import { assertNever } from "./problem.ts";
import type { AnswerValue } from "./questionnaire.ts";
import type { Verdict } from "./verdict.ts";

/** Why a line came to its verdict; words in messages/. */
export const lineRules = [
  "all-yes",
  "any-yes",
  "one-no",
  "no-yes-at-all",
  "some-unknown",
  "all-not-applicable",
  "not-applicable-refused",
  "yes-touches-only",
  "remark-missing",
  "yes-may-mean-planned",
  // where いいえ is the answer that is expected
  "all-no",
  "any-no",
  "one-yes",
  "no-no-at-all",
] as const;
export type LineRule = (typeof lineRules)[number];

/** yes: the expected answer · no: the other one, or 対象外 where it does not settle the matter. */
type Weight = "yes" | "no" | "unknown" | "aside";
type Judged = { verdict: Verdict; rule: LineRule };
/** What a rule needs of an answer. */
export type WeighedAnswer = { answer: AnswerValue; remark: string };

function weigh(answer: AnswerValue, line: MappingLine): Weight {
  switch (answer) {
    case "yes":
      return line.expected === "no" ? "no" : "yes";
    case "no":
      return line.expected === "no" ? "yes" : "no";
    case "not-applicable":
      return line.acceptsNotApplicable ? "aside" : "no";
    case "blank":
    case "conflict":
    case "unclear":
      return "unknown";
    default:
      return assertNever(answer);
  }
}

/** The rule as it is called where いいえ is expected. */
const called: Readonly<Partial<Record<LineRule, LineRule>>> = {
  "all-yes": "all-no",
  "any-yes": "any-no",
  "one-no": "one-yes",
  "no-yes-at-all": "no-no-at-all",
};

/**
 * Verdict of one mapping line. No answer is softened: one いいえ under all-yes makes the line `unmet`, one
 * unknown leaves it `unanswered`. A worse answer never makes a better verdict (property test).
 * @param hasCover another line of the requirement covers it whole and its はい means what it says, so that a touching
 *   はい, or one that may mean planned, takes nothing away
 */
export function judgeLine(line: MappingLine, answers: readonly WeighedAnswer[], hasCover: boolean): Judged {
  const { verdict, rule } = judgeWeights(line, answers, hasCover);
  return { verdict, rule: line.expected === "no" ? (called[rule] ?? rule) : rule };
}

function judgeWeights(line: MappingLine, answers: readonly WeighedAnswer[], hasCover: boolean): Judged {
  const weighed = answers.map((each) => ({ ...each, weight: weigh(each.answer, line) }));
  const counted = weighed.filter((each) => each.weight !== "aside");
  const has = (weight: Weight) => counted.some((each) => each.weight === weight);
  if (answers.length > 0 && counted.length === 0)
    return { verdict: "not-applicable", rule: "all-not-applicable" };
  if (line.rule === "any-yes") {
    const said = counted.filter((each) => each.weight === "yes");
    if (said.length > 0) return judgeYes(line, said.some(hasRemark), hasCover);
    if (counted.length === 0 || has("unknown")) return { verdict: "unanswered", rule: "some-unknown" };
    return { verdict: "unmet", rule: "no-yes-at-all" };
  }
  if (has("no")) {
    const isOnlyRefused = counted.every((each) => each.weight !== "no" || each.answer === "not-applicable");
    return { verdict: "unmet", rule: isOnlyRefused ? "not-applicable-refused" : "one-no" };
  }
  if (counted.length === 0 || has("unknown")) return { verdict: "unanswered", rule: "some-unknown" };
  return judgeYes(line, counted.every(hasRemark), hasCover);
}

/** The expected answer, as far as the line lets it count: without its remark, as a plan, or touching, it is a part. */
function judgeYes(line: MappingLine, isRemarked: boolean, hasCover: boolean): Judged {
  if (line.remarkRequired && !isRemarked) return { verdict: "partial", rule: "remark-missing" };
  if (line.yesMayMeanPlanned && !hasCover) return { verdict: "partial", rule: "yes-may-mean-planned" };
  if (line.relation === "touches" && !hasCover) return { verdict: "partial", rule: "yes-touches-only" };
  return { verdict: "met", rule: line.rule };
}

function hasRemark({ remark }: WeighedAnswer): boolean {
  return remark.trim() !== "";
}
