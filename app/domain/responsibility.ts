import { type ContractPeriod, contractState } from "./contract.ts";
import type { Day } from "./day.ts";
import type { RoleRow, RowParty } from "./role-sheet.ts";
import { asOf, type Revision } from "./timeline.ts";

/** A frozen, agreed revision of a role sheet with its rows. */
export type RoleSheetRevision = Revision & { roleSheetId: string; revisionNo: number; rows: RoleRow[] };

/** Why nobody can be named; words in messages/. */
export const silences = ["no-contract-then", "no-revision-then", "row-not-in-revision"] as const;
export type Silence = (typeof silences)[number];

export type Responsibility =
  | { kind: "party"; party: RowParty; thirdPartyName: string; row: RoleRow; revision: RoleSheetRevision }
  | { kind: "silent"; why: Silence };

/**
 * "Who was in charge of this on DAY, as known then?" — one sheet of one contract.
 * The period in the contract's terms of that day, as known at `knownSeq`, cuts the answer; a revision outside it
 * names nobody.
 */
export function whoWasInCharge(
  periods: readonly ContractPeriod[],
  revisions: readonly RoleSheetRevision[],
  rowKey: string,
  day: Day,
  knownSeq: number,
): Responsibility {
  const period = asOf(periods, day, knownSeq);
  if (period === null || contractState(period, day) !== "in-force")
    return { kind: "silent", why: "no-contract-then" };
  const revision = asOf(revisions, day, knownSeq);
  if (revision === null) return { kind: "silent", why: "no-revision-then" };
  const row = revision.rows.find((each) => each.rowKey === rowKey);
  if (row === undefined) return { kind: "silent", why: "row-not-in-revision" };
  return { kind: "party", party: row.party, thirdPartyName: row.thirdPartyName, row, revision };
}
