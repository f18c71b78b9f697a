import { noticeDay } from "./contract.ts";
import { addMonths, type Day, daysBetween } from "./day.ts";
import type { DecisionKind } from "./decision.ts";

/** 期限: days that ask for something, by where they come from. */
export const deadlineKinds = [
  "decision-due",
  "acceptance-end",
  "request-due",
  "role-review",
  "notice-day",
  "contract-end",
  "certificate-end",
  "support-end",
  "disclosure-old",
  "checklist-target",
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** One day with the record it comes from. `name` names the record, `about` whom or what it concerns. */
export type Deadline = {
  kind: DeadlineKind;
  day: Day;
  recordId: string;
  name: string;
  about: string;
  /** Where a decision is seen: on the assessment of a disclosure, at its requirement. */
  decidedAt?: DecisionPlace;
  /** What tells days of one kind and record apart, for as long as both stand: a certificate, an item. */
  part?: string;
};
export type DecisionPlace = { disclosureId: string; guideline: string; requirement: string };

/** The records that carry days. Days that are not given are null. */
export type DeadlineFacts = {
  decisions: readonly ({
    id: string;
    kind: DecisionKind;
    dueOn: Day | null;
    name: string;
    about: string;
  } & DecisionPlace)[];
  contracts: readonly {
    id: string;
    inForceTo: Day | null;
    noticeMonths: number | null;
    noticeDays: number | null;
    name: string;
    about: string;
  }[];
  /** Certificates of subcontractors; `recordId` is the contract they work under. */
  certificates?: readonly { id: string; part?: string; expiresOn: Day; name: string; about: string }[];
  /** Product versions that a system in use runs on. */
  versions: readonly { id: string; supportEndsOn: Day | null; name: string; about: string }[];
  /** Requests to vendors that wait for an answer. */
  requests: readonly { id: string; dueOn: Day; name: string; about: string }[];
  /** Role sheets that wait to be looked at again; `id` is the sheet. */
  reviews: readonly { id: string; dueOn: Day; name: string; about: string }[];
  /** いいえ of the newest checklists with their 目標日; `id` is the own sheet. */
  targets?: readonly { id: string; part?: string; targetOn: Day; name: string; about: string }[];
  /** Current disclosures. */
  disclosures: readonly { id: string; issuedOn: Day; name: string; about: string }[];
};

/** A disclosure asks to be renewed a year after its 作成日. */
export const DISCLOSURE_MONTHS = 12;

/** All days that the records name, earliest first; of one day in the order of `deadlineKinds`. */
export function deadlinesOf(facts: DeadlineFacts): Deadline[] {
  const found: (Omit<Deadline, "day"> & { day: Day | null })[] = [
    ...facts.decisions.map(({ id, kind, dueOn, name, about, disclosureId, guideline, requirement }) => ({
      ...one(kind === "accept-risk" ? "acceptance-end" : "decision-due", dueOn, id, name, about),
      decidedAt: { disclosureId, guideline, requirement },
    })),
    ...facts.contracts.flatMap(({ id, inForceTo, name, about, ...notice }) => [
      one("notice-day", noticeDay(inForceTo, notice), id, name, about),
      one("contract-end", inForceTo, id, name, about),
    ]),
    ...facts.requests.map(({ id, dueOn, name, about }) => one("request-due", dueOn, id, name, about)),
    ...facts.reviews.map(({ id, dueOn, name, about }) => one("role-review", dueOn, id, name, about)),
    ...(facts.certificates ?? []).map(({ id, part, expiresOn, name, about }) => ({
      ...one("certificate-end", expiresOn, id, name, about),
      ...(part === undefined ? {} : { part }),
    })),
    ...(facts.targets ?? []).map(({ id, part, targetOn, name, about }) => ({
      ...one("checklist-target", targetOn, id, name, about),
      ...(part === undefined ? {} : { part }),
    })),
    ...facts.versions.map(({ id, supportEndsOn, name, about }) =>
      one("support-end", supportEndsOn, id, name, about),
    ),
    ...facts.disclosures.map(({ id, issuedOn, name, about }) =>
      one("disclosure-old", addMonths(issuedOn, DISCLOSURE_MONTHS), id, name, about),
    ),
  ];
  return found.flatMap((each) => (each.day === null ? [] : [{ ...each, day: each.day }])).sort(inOrder);
}

function one(kind: DeadlineKind, day: Day | null, recordId: string, name: string, about: string) {
  return { kind, day, recordId, name, about };
}

function inOrder(a: Deadline, b: Deadline): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return deadlineKinds.indexOf(a.kind) - deadlineKinds.indexOf(b.kind) || (a.recordId < b.recordId ? -1 : 1);
}

export const urgencies = ["over", "today", "soon", "later"] as const;
export type Urgency = (typeof urgencies)[number];

/** How near a day is: over (before today), today, soon (within `soonDays` days), later. */
export function urgencyOf(day: Day, today: Day, soonDays: number): Urgency {
  const left = daysBetween(today, day);
  if (left < 0) return "over";
  if (left === 0) return "today";
  return left <= soonDays ? "soon" : "later";
}

/** The deadlines from today on, at most `days` days ahead. */
export function comingDeadlines(deadlines: readonly Deadline[], today: Day, days: number): Deadline[] {
  return deadlines.filter((each) => {
    const left = daysBetween(today, each.day);
    return left >= 0 && left <= days;
  });
}
