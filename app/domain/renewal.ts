import { noticeDay, renewedTo } from "./contract.ts";
import { addMonths, type Day, daysBetween } from "./day.ts";
import type { renewals } from "./register.ts";

/** 更新までに決めること: what a contract's records still leave open. A list of facts, no verdict. */
export const openMatters = [
  "gaps-undecided",
  "promises-overdue",
  "two-factor",
  "disclosure-missing",
  "disclosure-old",
  "role-sheet-missing",
  "role-sheet-old",
  "role-sheet-review",
  "roles-undecided",
  "servers-unclear",
  "update-clause-missing",
  "subcontractor-unapproved",
  "connection-unconfirmed",
] as const;
export type OpenMatterKind = (typeof openMatters)[number];
export type OpenMatter = { kind: OpenMatterKind; count: number };

/** The records of one contract that its renewal looks at. */
export type RenewalFacts = {
  /** Answers いいえ, blank or unclear of the covered systems' current disclosures without a decision. */
  gapsUndecided: number;
  promisesOverdue: number;
  /** Systems whose answers on two-factor sign-in are not はい, or that disclosed nothing of it. */
  systemsWithoutTwoFactor: number;
  systemsWithoutDisclosure: number;
  /** 作成日 of each current disclosure. */
  disclosedOn: readonly Day[];
  /** Effective days of the revisions in effect, one a sheet. */
  sheetsAgreedOn: readonly Day[];
  /** Role sheets somebody asked to look at again (a new system) and nobody has yet. */
  reviewsOpen: number;
  rowsUndecided: number;
  serversUnclear: number;
  vendorServersWithoutClause: number;
  subcontractorsUnapproved: number;
  connectionsUnconfirmed: number;
};

/** A disclosure or a role sheet older than this is looked at again before a renewal. */
export const STALE_MONTHS = 12;

/** What is to be settled, in the order of `openMatters`; nothing that is settled is named. */
export function openMattersOf(facts: RenewalFacts, today: Day): OpenMatter[] {
  const old = (days: readonly Day[]) => days.filter((each) => addMonths(each, STALE_MONTHS) < today).length;
  const counts: Record<OpenMatterKind, number> = {
    "gaps-undecided": facts.gapsUndecided,
    "promises-overdue": facts.promisesOverdue,
    "two-factor": facts.systemsWithoutTwoFactor,
    "disclosure-missing": facts.systemsWithoutDisclosure,
    "disclosure-old": old(facts.disclosedOn),
    "role-sheet-missing": facts.sheetsAgreedOn.length === 0 ? 1 : 0,
    "role-sheet-old": old(facts.sheetsAgreedOn),
    "role-sheet-review": facts.reviewsOpen,
    "roles-undecided": facts.rowsUndecided,
    "servers-unclear": facts.serversUnclear,
    "update-clause-missing": facts.vendorServersWithoutClause,
    "subcontractor-unapproved": facts.subcontractorsUnapproved,
    "connection-unconfirmed": facts.connectionsUnconfirmed,
  };
  return openMatters.flatMap((kind) => (counts[kind] > 0 ? [{ kind, count: counts[kind] }] : []));
}

export type RenewalTerms = {
  inForceTo: Day | null;
  renewal: (typeof renewals)[number];
  renewalMonths: number | null;
  noticeMonths: number | null;
  noticeDays: number | null;
};

export const renewalAlarms = ["ended", "notice-over", "notice-soon", "ends-soon", "calm"] as const;
export type RenewalAlarm = (typeof renewalAlarms)[number];

/** Days before the notice day, or the end of a contract without one, from which a contract is called for. */
export const ALARM_DAYS = 90;

/**
 * 自動更新されていれば: the period that runs today when a contract whose recorded end is over renewed itself by its own
 * clause, as often as it takes, and the last day for notice before that end. Counted from the recorded end, so that a
 * contract to the last day of a month goes on ending there. Null where nothing says so: what was recorded stands.
 */
export function expectedPeriod(
  terms: RenewalTerms,
  today: Day,
): { inForceTo: Day; noticeOn: Day | null } | null {
  const { inForceTo, renewal, renewalMonths } = terms;
  if (inForceTo === null || inForceTo >= today || renewal !== "automatic" || !renewalMonths) return null;
  let end = inForceTo;
  for (let times = 1; end < today; times += 1) end = renewedTo(inForceTo, renewalMonths * times);
  return { inForceTo: end, noticeOn: noticeDay(end, terms) };
}

/** The day for which a contract stands in the calendar: the next notice day, else the next end. */
export function calendarDay(renewal: NonNullable<ReturnType<typeof renewalOf>>): Day {
  const next = renewal.expected ?? renewal;
  return next.noticeOn ?? next.inForceTo;
}

/**
 * Where a contract stands before its end: the last day for notice, how near it is, and the end after one more
 * renewal where the contract says how long that is. Null for a contract without an end.
 */
export function renewalOf(terms: RenewalTerms, today: Day) {
  const { inForceTo } = terms;
  if (inForceTo === null) return null;
  const noticeOn = noticeDay(inForceTo, terms);
  const next =
    terms.renewal === "automatic" && terms.renewalMonths ? renewedTo(inForceTo, terms.renewalMonths) : null;
  const expected = expectedPeriod(terms, today);
  return { inForceTo, noticeOn, nextEnd: next, expected, alarm: alarmOf(inForceTo, noticeOn, today) };
}

function alarmOf(inForceTo: Day, noticeOn: Day | null, today: Day): RenewalAlarm {
  if (inForceTo < today) return "ended";
  if (noticeOn !== null && noticeOn < today) return "notice-over";
  if (noticeOn !== null && daysBetween(today, noticeOn) <= ALARM_DAYS) return "notice-soon";
  return daysBetween(today, inForceTo) <= ALARM_DAYS ? "ends-soon" : "calm";
}
