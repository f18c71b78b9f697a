import { z } from "zod";
import { done, failed, type Problem, problem, type Result } from "./problem.ts";
import { parseRow, type RawRow, rawOf, type TypedField } from "./role-row-input.ts";
import type { RoleRow } from "./role-sheet.ts";

/** What a vendor may have otherwise in a row. 初回確認 and 完了日 are the hospital's to say. */
export const proposedFields = [
  "party",
  "thirdPartyName",
  "emergencyParty",
  "endParty",
  "what",
  "cost",
  "deadline",
  "clause",
  "evidence",
] as const satisfies readonly TypedField[];
export type ProposedField = (typeof proposedFields)[number];
export type Proposed = Partial<Record<ProposedField, string>>;

export const proposedSchema = z.partialRecord(z.enum(proposedFields), z.string());
export const MAX_COMMENT = 2000;

/**
 * The part of what a vendor typed that differs from the row, with the same fields as the vendor saw them.
 * @returns Problems by field as for any row; proposal-empty when neither a field nor a comment says anything
 */
export function proposalOf(
  row: RoleRow,
  typed: Proposed,
  comment: string,
): Result<{ proposed: Proposed; seen: Proposed; comment: string }> {
  const raw = rawOf(row);
  const parsed = parseRow({ ...raw, ...typed });
  if (!parsed.ok) return parsed;
  const next = rawOf(parsed.value);
  const problems: Problem[] = [];
  const words = comment.trim();
  if (words.length > MAX_COMMENT) problems.push(problem("field-too-long", { max: MAX_COMMENT }, "comment"));
  const isThird = [next.party, next.emergencyParty, next.endParty].includes("third-party");
  if (isThird && next.thirdPartyName === "")
    problems.push(problem("third-party-unnamed", {}, "thirdPartyName"));
  const [proposed, seen]: [Proposed, Proposed] = [{}, {}];
  for (const field of proposedFields) {
    if (typed[field] === undefined || next[field] === raw[field]) continue;
    proposed[field] = next[field];
    seen[field] = raw[field];
  }
  if (Object.keys(proposed).length === 0 && words === "")
    problems.push(problem("proposal-empty", {}, "comment"));
  return problems.length > 0 ? failed(...problems) : done({ proposed, seen, comment: words });
}

/** Fields of a proposal that the hospital has written anew since the vendor saw them. */
export function movedFields(row: RoleRow, seen: Proposed): ProposedField[] {
  const raw: RawRow = rawOf(row);
  return proposedFields.filter((field) => seen[field] !== undefined && seen[field] !== raw[field]);
}
