import { contractState } from "./contract.ts";
import type { Day } from "./day.ts";
import type { Silence } from "./responsibility.ts";
import type { RowParty, SituationParty } from "./role-sheet.ts";

/**
 * その日の分担, over the whole hospital: of every sheet the revision that held on a day as far as was known, cut
 * by its contract's period. The same rule as `whoWasInCharge`, asked for many sheets at once.
 */
export type SheetThen = {
  roleSheetId: string;
  title: string;
  contractId: string;
  contractNumber: string;
  contractTitle: string;
  vendorId: string;
  vendorName: string;
  hospitalLabel: string;
  vendorLabel: string;
  /** The contract's period as known then; null when the contract was not known yet. */
  period: { inForceFrom: Day | null; inForceTo: Day | null } | null;
  /** The revision that held; null when none did. */
  revisionId: string | null;
  revisionNo: number | null;
  effectiveFrom: Day | null;
};

/** Why a sheet names nobody on the day; null when its revision holds. */
export function silenceOf(sheet: SheetThen, day: Day): Silence | null {
  if (sheet.period === null || contractState(sheet.period, day) !== "in-force") return "no-contract-then";
  return sheet.revisionId === null ? "no-revision-then" : null;
}

/** One row of a revision that held: who did it, and what proves it. */
export type RowThen = {
  id: string;
  revisionId: string;
  rowKey: string;
  no: string;
  label: string;
  party: RowParty;
  thirdPartyName: string;
  emergencyParty: SituationParty;
  endParty: SituationParty;
  leftOutReason: string;
  what: string;
  clause: string;
};
