import type { Condition, RecordCondition, Statement } from "./annex-condition.ts";
import { type Entered, textEntered } from "./annex-field.ts";
import type { PaperInput, PaperRoleRow } from "./annex-input.ts";
import { assertNever } from "./problem.ts";

/** Whether a section, clause or table with this condition is printed. */
export function holds(condition: Condition | undefined, input: PaperInput): boolean {
  if (condition === undefined) return true;
  if (typeof condition === "string") return holdsRecord(condition, input);
  const entered: Entered = input.entered ?? {};
  const value = entered[condition.field];
  if ("is" in condition) return condition.is.includes(textEntered(entered, condition.field));
  return (value !== undefined && value.length > 0) === condition.isGiven;
}

function holdsRecord(condition: RecordCondition, input: PaperInput): boolean {
  const rows = (input.roleSheet?.rows ?? []).filter((each) => !isRowLeftOut(each));
  const servers = input.servers ?? [];
  switch (condition) {
    case "has-systems":
      return input.systems.length > 0;
    case "has-role-sheet":
      return input.roleSheet !== null;
    case "no-role-sheet":
      return input.roleSheet === null;
    case "has-third-party":
      return rows.some((each) => each.party === "third-party");
    case "has-situations":
      return rows.some(hasSituation);
    case "has-open-no":
      return rows.some((each) => each.firstCheck === "no" && each.completedOn === null);
    case "has-disclosures":
      return input.disclosures.length > 0;
    case "has-gaps":
      return input.gaps.length > 0;
    case "no-gaps":
      return input.gaps.length === 0;
    case "has-measures":
      return input.gaps.some((each) => each.measure !== null);
    case "no-measures":
      return input.gaps.every((each) => each.measure === null);
    case "has-end":
      return input.contract.inForceTo !== null;
    case "no-end":
      return input.contract.inForceTo === null;
    case "has-servers":
      return servers.length > 0;
    case "no-servers":
      return servers.length === 0;
    case "servers-all-vendor":
      return servers.length > 0 && servers.every((each) => each.bearer === "vendor");
    case "servers-not-all-vendor":
      return servers.some((each) => each.bearer !== "vendor");
    case "updates-entrusted":
      return unmetOf("updates-entrusted", input).length === 0;
    case "has-subcontractors":
      return (input.subcontractors ?? []).length > 0;
    case "no-subcontractors":
      return (input.subcontractors ?? []).length === 0;
    case "has-connections":
      return (input.connections ?? []).length > 0;
    case "no-connections":
      return (input.connections ?? []).length === 0;
    case "has-two-factor":
      return (input.twoFactor ?? []).length > 0;
    case "no-two-factor":
      return (input.twoFactor ?? []).length === 0;
    case "has-papers":
      return (input.papers ?? []).length > 0;
    default:
      return assertNever(condition);
  }
}

/**
 * Why a statement cannot be printed, as places a person can look up: each server that is not the vendor's written
 * responsibility, and `declaration` while nobody has declared the list complete. Empty = it may be printed.
 */
export function unmetOf(statement: Statement, input: PaperInput): string[] {
  const own = (input.servers ?? []).filter((each) => each.bearer !== "vendor").map((each) => each.name);
  if (statement === "servers-all-vendor") return (input.servers ?? []).length === 0 ? ["servers"] : own;
  const { updates } = input;
  if (updates === undefined) return ["declaration"];
  const uncovered = [...new Set([...own, ...updates.uncovered])];
  return updates.declaredOn === null ? ["declaration", ...uncovered] : uncovered;
}

/** A row that does not concern the contract: printed with its reason, without a duty. */
export const isRowLeftOut = (row: PaperRoleRow): boolean => (row.leftOutReason ?? "") !== "";

/** A row that says who acts in an emergency or at the end of the contract, or what shows that it was done. */
export const hasSituation = (row: PaperRoleRow): boolean =>
  !isRowLeftOut(row) &&
  [row.emergencyParty, row.endParty, row.evidence].some((each) => (each ?? "").trim() !== "");
