import { type Day, daysBetween } from "./day.ts";
import type { DecisionKind } from "./decision.ts";
import { type DecisionState, linkKindsOf, type PromiseState, type ReopenCause } from "./decision-state.ts";

/** What of a decision asks for work: a list each on the page of decisions. */
export const workLists = [
  "reopened",
  "overdue",
  "expiring",
  "awaiting-approval",
  "promise",
  "unlinked",
] as const;
export type WorkList = (typeof workLists)[number];

/** Days before the end of an acceptance in which it has to be decided anew: a committee meets once a month or two. */
export const EXPIRY_DAYS = 60;

export type DecisionWork = {
  kind: DecisionKind;
  state: DecisionState;
  causes: readonly ReopenCause[];
  dueOn: Day | null;
  isLinked: boolean;
  promise: PromiseState;
};

/** The lists a decision stands in on `today`; none when it asks for nothing. */
export function workListsOf(decision: DecisionWork, today: Day): WorkList[] {
  const { kind, state, dueOn } = decision;
  const left = dueOn === null ? null : daysBetween(today, dueOn);
  const isOpen = state === "open" || state === "reopened";
  const isIn: Record<WorkList, boolean> = {
    reopened: state === "reopened",
    overdue: isOpen && kind !== "accept-risk" && left !== null && left < 0,
    expiring: state === "accepted" && left !== null && left <= EXPIRY_DAYS,
    "awaiting-approval": state === "awaiting-approval",
    promise: state === "open" && kind === "vendor-fix" && decision.promise !== "promised",
    unlinked: state === "open" && linkKindsOf(kind).length > 0 && !decision.isLinked,
  };
  return workLists.filter((each) => isIn[each]);
}

/** 代理: somebody does another's work from one day to another, both included. */
export type StandIn = { accountId: string; substituteId: string; fromOn: Day; toOn: Day };

/** Accounts whose work is `accountId`'s on `today`: the own one, and those it stands in for. */
export function workOf(accountId: string, standIns: readonly StandIn[], today: Day): Set<string> {
  const others = standIns.filter(
    (each) => each.substituteId === accountId && each.fromOn <= today && today <= each.toOn,
  );
  return new Set([accountId, ...others.map((each) => each.accountId)]);
}

/**
 * True when the work is one of these people's: by the account the decision names, or, where it names none, by the
 * owner's name as it was typed.
 */
export function isWorkOf(
  work: { ownerAccountId: string | null; owner: string },
  people: readonly { id: string; name: string }[],
): boolean {
  if (work.ownerAccountId !== null) return people.some((each) => each.id === work.ownerAccountId);
  const typed = work.owner.normalize("NFKC").replace(/\s/gu, "");
  return people.some((each) => each.name.normalize("NFKC").replace(/\s/gu, "") === typed);
}
