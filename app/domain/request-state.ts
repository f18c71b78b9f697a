import { addDays, addMonths, type Day, daysBetween } from "./day.ts";
import type { RequestState } from "./request.ts";

/** What moves a request from one state to another. */
export const requestActs = ["open", "submit", "refuse", "accept", "return", "revoke"] as const;
export type RequestAct = (typeof requestActs)[number];

/**
 * Every move there is; what is not listed cannot happen. Opening again never goes back, a sheet that lies with
 * the hospital cannot be changed by the vendor, and what is accepted or withdrawn stays so.
 */
const moves: Readonly<Record<RequestAct, Readonly<Partial<Record<RequestState, RequestState>>>>> = {
  open: {
    waiting: "opened",
    opened: "opened",
    submitted: "submitted",
    returned: "returned",
    accepted: "accepted",
    refused: "refused",
  },
  submit: { waiting: "submitted", opened: "submitted", returned: "submitted" },
  refuse: { waiting: "refused", opened: "refused", returned: "refused" },
  accept: { submitted: "accepted" },
  return: { submitted: "returned", refused: "returned" },
  revoke: {
    waiting: "revoked",
    opened: "revoked",
    submitted: "revoked",
    returned: "revoked",
    refused: "revoked",
  },
};

/** The state after an act, or null when the act is not possible there. */
export function stateAfter(state: RequestState, act: RequestAct): RequestState | null {
  return moves[act][state] ?? null;
}

/** True while the vendor may still change answers. */
export function isEditable(state: RequestState): boolean {
  return stateAfter(state, "submit") !== null;
}

/** True while the vendor owes an answer: only then is anybody reminded. */
export function isOwed(state: RequestState): boolean {
  return isEditable(state);
}

/** True when nothing can happen any more. */
export function isClosed(state: RequestState): boolean {
  return state === "accepted" || state === "revoked";
}

/** Whole days until the due day; negative when it is past. */
export function daysLeft(dueOn: Day, today: Day): number {
  return daysBetween(today, dueOn);
}

/** Days a link lives after the due day, because late answers are the rule. */
export const LINK_DAYS = 30;

/** The last day on which a link made on `today` opens: 30 days after the due day, or after today if that is later. */
export function linkEndsOn(dueOn: Day, today: Day): Day {
  return addDays(dueOn > today ? dueOn : today, LINK_DAYS);
}

/** Due day and day of asking of the next year's round. */
export function nextYear(round: { dueOn: Day; nextOn: Day }): { dueOn: Day; nextOn: Day } {
  return { dueOn: addMonths(round.dueOn, 12), nextOn: addMonths(round.nextOn, 12) };
}

/**
 * Key of what a request is about, for the rule "once per subject and round". Systems count as a set.
 * @returns e.g. `disclosure:<vendor>:<product version>`
 */
export function subjectOf(
  kind: string,
  target: {
    vendorId: string;
    productVersionId: string | null;
    contractId: string | null;
    systemIds: readonly string[];
  },
): string {
  const about =
    target.productVersionId ?? target.contractId ?? [...new Set(target.systemIds)].sort().join("+");
  return `${kind}:${target.vendorId}:${about}`;
}
