import type { AnswerValue } from "../../domain/questionnaire.ts";
import type { UnreadReason } from "../../domain/reading.ts";
import type { RowParty } from "../../domain/role-sheet.ts";
import { type Cell, doRangesMeet } from "../sheet.ts";
import type { CellUses } from "./cell-uses.ts";
import type { Grid } from "./grid.ts";
import { readMark } from "./marks.ts";
import { partyNamed, type RoleColumn, type RoleTable } from "./role-table.ts";
import { squash, trimText } from "./text.ts";
import { readWordCell } from "./word-cell.ts";

export type Said = { check: AnswerValue; reason: UnreadReason | null };
const isCheck = (role: RoleColumn | undefined) =>
  role === "checkYes" || role === "checkNo" || role === "check";

/**
 * 初回確認 of one row: marks in the columns of はい and いいえ, or a word in one column. Two answers are a conflict;
 * anything drawn over the columns, and a word no rule knows, needs a person.
 */
export function checkOfRow(
  grid: Grid,
  table: RoleTable,
  row: number,
  cells: readonly Cell[],
  uses: CellUses,
): Said & { cells: Cell[] } {
  const columns = [...table.columns].flatMap(([column, role]) => (isCheck(role) ? [column] : []));
  const own = cells.filter((each) => columns.includes(each.column));
  const drawn = grid.sheet.overlays.filter((each) =>
    columns.some((column) => doRangesMeet(each, { top: row, bottom: row, left: column, right: column })),
  );
  if (drawn.length > 0) {
    uses.see(drawn);
    const isControl = drawn.some((each) => each.kind === "control");
    return {
      check: "unclear",
      reason: isControl ? "control-without-state" : "shape-over-answer",
      cells: own,
    };
  }
  const found = own.flatMap((cell) => saidBy(cell, table.columns.get(cell.column)));
  const [first] = found;
  if (found.length > 1) return { check: "conflict", reason: "two-marks", cells: own };
  return { ...(first ?? { check: "blank", reason: null }), cells: own };
}

function saidBy(cell: Cell, role: RoleColumn | undefined): Said[] {
  if (squash(cell.text) !== "" && squash(cell.standing) === "") return [];
  const word = readWordCell(cell);
  if (role === "check") return word.answer === "blank" ? [] : [{ check: word.answer, reason: word.reason }];
  if (word.reason === "formula-without-value" || word.reason === "formula-error") {
    return [{ check: "unclear", reason: word.reason }];
  }
  const own = role === "checkYes" ? "yes" : "no";
  const mark = readMark(cell);
  if (mark.kind === "empty") return [];
  if (mark.kind === "chosen" || word.answer === own) return [{ check: own, reason: null }];
  return [{ check: "unclear", reason: mark.kind === "own-word" ? "word-unknown" : "mark-unknown" }];
}

/** 担当 of one row, by a word or by marks; null where nothing, or nothing a rule knows, is said. */
export function partyOfRow(
  table: RoleTable,
  cells: readonly Cell[],
): { party: RowParty | null; partyText: string } {
  const named = cells.find((each) => table.columns.get(each.column) === "party");
  if (named && squash(named.standing) !== "") {
    return { party: partyNamed(named.standing), partyText: trimText(named.standing) };
  }
  const beside = cells.filter((each) => table.parties.has(each.column) && squash(each.standing) !== "");
  const partyText = beside
    .map((each) => `${table.headings.get(each.column) ?? ""} ${trimText(each.standing)}`)
    .join(" / ");
  const marks = beside.map((each) => ({ kind: readMark(each).kind, party: table.parties.get(each.column) }));
  if (marks.some(({ kind }) => kind !== "chosen" && kind !== "empty")) return { party: null, partyText };
  const said = new Set(marks.flatMap(({ kind, party }) => (kind === "chosen" && party ? [party] : [])));
  const [only] = said;
  if (said.size === 2 && said.has("hospital") && said.has("vendor")) return { party: "both", partyText };
  return { party: said.size === 1 && only ? only : null, partyText };
}
