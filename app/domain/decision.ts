import type { Finding } from "./assessment.ts";
import { type Day, isRealDay } from "./day.ts";
import { type Problem, problem } from "./problem.ts";
import type { Verdict } from "./verdict.ts";

/** 対応方針: what the hospital does about a gap. */
export const decisionKinds = [
  "vendor-fix",
  "hospital-control",
  "contract-term",
  "accept-risk",
  "not-applicable",
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const riskLevels = ["low", "medium", "high"] as const;
export type RiskLevel = (typeof riskLevels)[number];

export type DecisionInput = {
  kind: DecisionKind;
  /** Internal: why. Read at inspections, never printed on a paper the vendor reads. */
  reason: string;
  /** Contract-safe: what the vendor promises or the contract shall say. */
  measure: string;
  owner: string;
  dueOn: Day | null;
  /** Internal, for accept-risk. */
  likelihood: RiskLevel | null;
  impact: RiskLevel | null;
  acceptedBy: string;
  /** Internal: 立入検査説明文. */
  inspectionText: string;
};

/** The basis a decision keeps: the finding as it was on that day, small enough to freeze. */
export type DecisionBasis = {
  requirement: string;
  clause: string;
  summary: string;
  guideline: string;
  verdict: Verdict;
  /**
   * Answers as the disclosure holds them: a carried one under the number and wording it was given to, so that
   * papers find it in the vendor's sheet. `carriedFrom`: the form version it was given to.
   */
  answers: {
    no: string;
    question: string;
    answer: string;
    remark: string;
    cell: string;
    carriedFrom?: string | undefined;
  }[];
  lines: { id: string; rule: string; verdict: Verdict }[];
};

/** Which fields a kind of decision cannot do without (issue 1: none closes with an empty reason). */
export const requiredOfDecision: Record<DecisionKind, readonly (keyof DecisionInput)[]> = {
  "vendor-fix": ["reason", "measure", "owner", "dueOn"],
  "hospital-control": ["reason", "owner", "dueOn"],
  "contract-term": ["reason", "measure", "owner", "dueOn"],
  "accept-risk": ["reason", "owner", "dueOn", "likelihood", "impact", "acceptedBy"],
  "not-applicable": ["reason", "owner"],
};

/** Problems of a decision before it is taken: empty reason first, then every other required field. */
export function checkDecision(input: DecisionInput): Problem[] {
  const problems: Problem[] = [];
  for (const field of requiredOfDecision[input.kind]) {
    const value = input[field];
    const isEmpty = value === null || value.trim() === "";
    if (isEmpty)
      problems.push(problem(field === "reason" ? "decision-reason-empty" : "field-required", {}, field));
  }
  // A sentence starter that nobody finished is no reason.
  if (/[、，,]$/.test(input.reason.trim()))
    problems.push(problem("decision-reason-unfinished", {}, "reason"));
  if (input.dueOn !== null && !isRealDay(input.dueOn)) problems.push(problem("field-not-a-day", {}, "dueOn"));
  return problems;
}

/** The finding as a decision keeps it. */
export function basisOf(finding: Finding, guideline: string): DecisionBasis {
  return {
    requirement: finding.requirement.key,
    clause: finding.clause,
    summary: finding.requirement.summary,
    guideline,
    verdict: finding.verdict,
    answers: finding.lines
      .flatMap((line) => line.answers)
      .filter((answer, at, all) => all.findIndex((each) => each.ref === answer.ref) === at)
      .map(({ no, question, answer, remark, cell, carried }) =>
        carried
          ? {
              no: carried.fromNo,
              question: carried.fromQuestion,
              answer,
              remark,
              cell,
              carriedFrom: carried.fromVersion,
            }
          : { no, question, answer, remark, cell },
      ),
    lines: finding.lines.map(({ line, rule, verdict }) => ({ id: line.id, rule, verdict })),
  };
}

/** True when the disclosure now says something else than it did when the decision was taken. */
export function hasBasisChanged(then: DecisionBasis, now: DecisionBasis): boolean {
  const essence = (basis: DecisionBasis) =>
    JSON.stringify([basis.verdict, basis.answers.map((each) => [each.no, each.answer, each.remark])]);
  return essence(then) !== essence(now);
}

/** A decision that still waits for its evidence: everything but not-applicable until it is closed. */
export function isDecisionOpen(decision: { kind: DecisionKind; closedOn: Day | null }): boolean {
  return decision.closedOn === null && decision.kind !== "not-applicable";
}
