import type { Day } from "./day.ts";
import { type Problem, problem } from "./problem.ts";

/** 担当: who does it. Printed with the labels of the contract (甲乙丙, 発注者・受注者). */
export const rowParties = ["hospital", "vendor", "both", "third-party", "undecided"] as const;
export type RowParty = (typeof rowParties)[number];

/**
 * Who acts in an emergency, and at the end of the contract. Empty = not settled, which is not the same as
 * `same` (as in normal times): nothing may be concluded from silence.
 */
export const situationParties = ["", "same", "hospital", "vendor", "both", "third-party"] as const;
export type SituationParty = (typeof situationParties)[number];

/** When somebody acts: 平常時 / 緊急時 / 契約の終了時. */
export const situations = ["normal", "emergency", "end"] as const;
export type Situation = (typeof situations)[number];

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
  /** In normal times. */
  party: RowParty;
  thirdPartyName: string;
  emergencyParty: SituationParty;
  endParty: SituationParty;
  /** What exactly is done. */
  what: string;
  cost: CostBearing;
  deadline: string;
  clause: string;
  /** 証跡: what shows that it was done. */
  evidence: string;
  remark: string;
  /** Why the row does not concern this contract; empty = it does. A row is left out, never dropped. */
  leftOutReason: string;
};

/** A row nobody has written into yet: everything undecided. */
export function emptyRow(
  place: Pick<RoleRow, "rowKey" | "itemKey" | "part" | "group" | "no" | "label" | "content">,
): RoleRow {
  return {
    ...place,
    firstCheck: "",
    firstCheckOn: null,
    completedOn: null,
    party: "undecided",
    thirdPartyName: "",
    emergencyParty: "",
    endParty: "",
    what: "",
    cost: "",
    deadline: "",
    clause: "",
    evidence: "",
    remark: "",
    leftOutReason: "",
  };
}

/** Who acts in a situation: 平常時の担当 where the row says 「平常時と同じ」, undecided where it says nothing. */
export function partyIn(row: RoleRow, situation: Situation): RowParty {
  if (situation === "normal") return row.party;
  const said = situation === "emergency" ? row.emergencyParty : row.endParty;
  if (said === "same") return row.party;
  return said === "" ? "undecided" : said;
}

export const isLeftOut = (row: Pick<RoleRow, "leftOutReason">) => row.leftOutReason !== "";

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
  const isThirdParty = [row.party, row.emergencyParty, row.endParty].includes("third-party");
  if (isThirdParty && row.thirdPartyName.trim() === "") {
    problems.push(problem("third-party-unnamed", { label: row.label }, at("thirdPartyName")));
  }
  return problems;
}

export type RoleSheetCounts = {
  /** Rows that concern this contract. */
  rows: number;
  leftOut: number;
  undecided: number;
  /** Nothing said about who acts in an emergency. */
  noEmergency: number;
  firstNo: number;
  openNo: number;
  unchecked: number;
};

/** What the bar above the table shows; `openNo` = いいえ without 完了日. Rows that were left out count apart. */
export function countRows(rows: readonly RoleRow[]): RoleSheetCounts {
  const own = rows.filter((each) => !isLeftOut(each));
  return {
    rows: own.length,
    leftOut: rows.length - own.length,
    undecided: own.filter((each) => each.party === "undecided").length,
    noEmergency: own.filter((each) => partyIn(each, "emergency") === "undecided").length,
    firstNo: own.filter((each) => each.firstCheck === "no").length,
    openNo: own.filter((each) => each.firstCheck === "no" && each.completedOn === null).length,
    unchecked: own.filter((each) => each.firstCheck === "").length,
  };
}
