import { addDays, type Day } from "./day.ts";
import type { Revision } from "./timeline.ts";

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

/** The period known by `knownSeq`: the last one recorded. Null when the contract was not known yet. */
export function periodKnownAt(periods: readonly ContractPeriod[], knownSeq: number): ContractPeriod | null {
  return periods.reduce<ContractPeriod | null>(
    (last, each) =>
      each.recordedSeq <= knownSeq && (last === null || each.recordedSeq > last.recordedSeq) ? each : last,
    null,
  );
}

/** The last day on which notice can be given, or null when the contract has no end or no notice period. */
export function noticeDay(inForceTo: Day | null, noticeDays: number | null): Day | null {
  return inForceTo === null || noticeDays === null ? null : addDays(inForceTo, -noticeDays);
}
