import type { Day } from "./day.ts";
import { type Problem, problem } from "./problem.ts";

/** 担当: who does it. Printed with the labels of the contract (甲乙丙, 発注者・受注者). */
export const rowParties = ["hospital", "vendor", "both", "third-party", "undecided"] as const;
export type RowParty = (typeof rowParties)[number];

/** 初回確認: not asked yet is a state of its own. */
export const firstChecks = ["", "yes", "no"] as const;
export type FirstCheck = (typeof firstChecks)[number];

/** 費用: 含む / 別途 / 協議 / なし; empty = not settled. */
export const costBearings = ["", "included", "separate", "negotiate", "none"] as const;
export type CostBearing = (typeof costBearings)[number];

/** One row of a 役割分担確認表. `rowKey` stays the same through all revisions of the sheet. */
export type RoleRow = {
  rowKey: string;
  /** Key in the form's catalogue; null for a row the hospital added. */
  itemKey: string | null;
  part: 1 | 2;
  group: string;
  no: string;
  label: string;
  content: string;
  firstCheck: FirstCheck;
  /** Empty = the round's date on the sheet. */
  firstCheckOn: Day | null;
  /** Only after いいえ (確認表 15066/4). */
  completedOn: Day | null;
  party: RowParty;
  thirdPartyName: string;
  /** What exactly is done. */
  what: string;
  cost: CostBearing;
  deadline: string;
  clause: string;
  remark: string;
};

/**
 * Problems of one row: 完了日 only after いいえ and not before the first check; a third party has a name.
 * @param roundOn the date of the round on the sheet, used where the row has none of its own
 */
export function checkRow(row: RoleRow, roundOn: Day | null): Problem[] {
  const problems: Problem[] = [];
  const at = (field: string) => `${row.rowKey}.${field}`;
  if (row.completedOn !== null && row.firstCheck !== "no") {
    problems.push(problem("completed-without-no", { label: row.label }, at("completedOn")));
  }
  const checkedOn = row.firstCheckOn ?? roundOn;
  if (
    row.firstCheck === "no" &&
    row.completedOn !== null &&
    checkedOn !== null &&
    row.completedOn < checkedOn
  ) {
    problems.push(
      problem("completed-before-first-check", { label: row.label, day: checkedOn }, at("completedOn")),
    );
  }
  if (row.party === "third-party" && row.thirdPartyName.trim() === "") {
    problems.push(problem("third-party-unnamed", { label: row.label }, at("thirdPartyName")));
  }
  return problems;
}

export type RoleSheetCounts = {
  rows: number;
  undecided: number;
  firstNo: number;
  openNo: number;
  unchecked: number;
};

/** What the bar above the table shows; `openNo` = いいえ without 完了日. */
export function countRows(rows: readonly RoleRow[]): RoleSheetCounts {
  return {
    rows: rows.length,
    undecided: rows.filter((each) => each.party === "undecided").length,
    firstNo: rows.filter((each) => each.firstCheck === "no").length,
    openNo: rows.filter((each) => each.firstCheck === "no" && each.completedOn === null).length,
    unchecked: rows.filter((each) => each.firstCheck === "").length,
  };
}
