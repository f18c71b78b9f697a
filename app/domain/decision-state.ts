import type { Day } from "./day.ts";
import { type DecisionBasis, type DecisionKind, hasBasisChanged } from "./decision.ts";
import { assertNever } from "./problem.ts";
import { isGap, type Verdict } from "./verdict.ts";

/**
 * Where a decision stands on a day. None of it is stored: it follows from the records and the day, so that nothing
 * has to run for a decision to reopen.
 */
export const decisionStates = [
  "reopened",
  "awaiting-approval",
  "open",
  "accepted",
  "closed",
  "settled",
] as const;
export type DecisionState = (typeof decisionStates)[number];

/** Why a decision has to be looked at again. */
export const reopenCauses = ["basis-changed", "basis-gone", "acceptance-over"] as const;
export type ReopenCause = (typeof reopenCauses)[number];

export type DecisionFacts = {
  kind: DecisionKind;
  /** Of accept-risk the last day on which it is accepted. */
  dueOn: Day | null;
  closedOn: Day | null;
  isApproved: boolean;
  basis: DecisionBasis;
};

/**
 * Why the decision no longer holds on `today`; empty while it does.
 * @param now the finding as the newest disclosure gives it; null when there is none any more
 */
export function reopenCausesOf(
  decision: DecisionFacts,
  now: DecisionBasis | null,
  today: Day,
): ReopenCause[] {
  const causes: ReopenCause[] = [];
  if (now === null) causes.push("basis-gone");
  // why only gaps: what the vendor now answers with はい asks for no decision, whatever was decided before.
  else if (isGap(now.verdict) && hasBasisChanged(decision.basis, now)) causes.push("basis-changed");
  if (isAcceptanceOver(decision, today)) causes.push("acceptance-over");
  return causes;
}

/** True from the day after the last day on which the risk is accepted, unless evidence closed it before. */
export function isAcceptanceOver(
  decision: Pick<DecisionFacts, "kind" | "dueOn" | "closedOn">,
  today: Day,
): boolean {
  const { kind, dueOn, closedOn } = decision;
  return kind === "accept-risk" && closedOn === null && dueOn !== null && dueOn < today;
}

/** One state; a reason to look again comes before everything else. */
export function decisionStateOf(
  decision: Omit<DecisionFacts, "basis">,
  causes: readonly ReopenCause[],
): DecisionState {
  if (causes.length > 0) return "reopened";
  if (decision.closedOn !== null) return "closed";
  switch (decision.kind) {
    case "accept-risk":
      return decision.isApproved ? "accepted" : "awaiting-approval";
    case "not-applicable":
      return "settled";
    case "vendor-fix":
    case "hospital-control":
    case "contract-term":
      return "open";
    default:
      return assertNever(decision.kind);
  }
}

export type BasisDifference = {
  verdict: { before: Verdict; after: Verdict } | null;
  answers: { no: string; question: string; before: AnswerThen | null; after: AnswerThen | null }[];
};
type AnswerThen = { answer: string; remark: string };

/** What the disclosure says otherwise now: the verdict, and each answer that changed, came or went. */
export function basisDifference(then: DecisionBasis, now: DecisionBasis): BasisDifference {
  const rest = [...now.answers];
  const take = (no: string) => {
    const at = rest.findIndex((each) => each.no === no);
    return at < 0 ? null : (rest.splice(at, 1)[0] ?? null);
  };
  const short = (each: AnswerThen | null) => each && { answer: each.answer, remark: each.remark };
  const kept = then.answers.map((before) => {
    const after = take(before.no);
    return { no: before.no, question: before.question, before: short(before), after: short(after) };
  });
  const added = rest.map((after) => ({
    no: after.no,
    question: after.question,
    before: null,
    after: short(after),
  }));
  const differs = (each: BasisDifference["answers"][number]) =>
    each.before?.answer !== each.after?.answer || each.before?.remark !== each.after?.remark;
  return {
    verdict: then.verdict === now.verdict ? null : { before: then.verdict, after: now.verdict },
    answers: [...kept, ...added].filter(differs),
  };
}

/** Where a kind of decision is carried out; the others have no place of their own. */
export const linkKinds = ["role-row", "clause", "annex"] as const;
export type LinkKind = (typeof linkKinds)[number];
const linksOfKind: Readonly<Record<DecisionKind, readonly LinkKind[]>> = {
  "vendor-fix": [],
  "hospital-control": ["role-row"],
  "contract-term": ["clause", "annex"],
  "accept-risk": [],
  "not-applicable": [],
};

/** The places a decision of this kind can be linked to. */
export function linkKindsOf(kind: DecisionKind): readonly LinkKind[] {
  return linksOfKind[kind];
}

/** Where the vendor's word on a promise stands. */
export const promiseStates = ["not-asked", "asked", "promised", "declined"] as const;
export type PromiseState = (typeof promiseStates)[number];

/** The newest answer counts, unless the promise was put before the vendor again after it. */
export function promiseStateOf(
  asked: readonly { recordedSeq: number; isRevoked: boolean }[],
  answered: readonly { recordedSeq: number; isPromised: boolean }[],
): PromiseState {
  const lastOf = (rows: readonly { recordedSeq: number }[]) =>
    Math.max(-1, ...rows.map((each) => each.recordedSeq));
  const open = asked.filter((each) => !each.isRevoked);
  const newest = answered.find((each) => each.recordedSeq === lastOf(answered));
  if (newest && newest.recordedSeq > lastOf(open)) return newest.isPromised ? "promised" : "declined";
  return open.length > 0 ? "asked" : "not-asked";
}
