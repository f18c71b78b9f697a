import { addDays, addMonths, type Day } from "./day.ts";
import { asOf, type Revision } from "./timeline.ts";

export const contractKinds = ["sale", "maintenance", "use", "lease", "rental", "outsourcing"] as const;
export type ContractKind = (typeof contractKinds)[number];

/** What the parties call each other; labels of one contract, never of Buntan (甲 is not always the hospital). */
export type PartyLabels = { hospitalLabel: string; vendorLabel: string };

/** The period of a contract as recorded at one time. `inForceTo` null = without end. */
export type ContractPeriod = Revision & { inForceFrom: Day | null; inForceTo: Day | null };

export const contractStates = ["undated", "before", "in-force", "expired"] as const;
export type ContractState = (typeof contractStates)[number];

/** Where a contract stands on a day. The last day of the period still counts as in force. */
export function contractState(
  period: { inForceFrom: Day | null; inForceTo: Day | null },
  day: Day,
): ContractState {
  if (period.inForceFrom === null) return "undated";
  if (day < period.inForceFrom) return "before";
  return period.inForceTo !== null && day > period.inForceTo ? "expired" : "in-force";
}

/**
 * The period known by `knownSeq`: that of the last terms in effect, so that a later correction of earlier terms
 * does not shorten a contract that was renewed since. Null when the contract was not known yet.
 */
export function periodKnownAt(periods: readonly ContractPeriod[], knownSeq: number): ContractPeriod | null {
  return asOf(periods, "9999-12-31", knownSeq);
}

/** Notice before the end of a contract, as agreed: so many months, so many days, or both. */
export type NoticePeriod = { noticeMonths: number | null; noticeDays: number | null };

/**
 * The last day on which notice can be given: from the contract's last day back by the months, then by the days.
 * A day of month that does not exist becomes the last one that does, which is never later than agreed. Null when
 * the contract has no end or no notice period.
 */
export function noticeDay(inForceTo: Day | null, notice: NoticePeriod): Day | null {
  const { noticeMonths, noticeDays } = notice;
  if (inForceTo === null || (noticeMonths === null && noticeDays === null)) return null;
  return addDays(addMonths(inForceTo, -(noticeMonths ?? 0)), -(noticeDays ?? 0));
}

/**
 * The last day after one more renewal: the day before the same date so many months on. A contract that ends on
 * the last day of a month goes on ending there (2024-02-29 + 12 → 2025-02-28).
 */
export function renewedTo(inForceTo: Day, months: number): Day {
  return addDays(addMonths(addDays(inForceTo, 1), months), -1);
}
