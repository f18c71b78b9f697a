import { isRealDay } from "./day.ts";
import { done, failed, type Problem, problem, type Result } from "./problem.ts";
import { costBearings, firstChecks, type RoleRow, rowParties, situationParties } from "./role-sheet.ts";

/** What a person types into a row, in the order of the grid. */
export const typedFields = [
  "party",
  "thirdPartyName",
  "emergencyParty",
  "endParty",
  "firstCheck",
  "firstCheckOn",
  "completedOn",
  "what",
  "cost",
  "deadline",
  "clause",
  "evidence",
  "remark",
] as const;
export type TypedField = (typeof typedFields)[number];

/** The fields of a row as text; `""` for an empty day. */
export type RawRow = Record<TypedField, string>;
export type TypedRow = Pick<RoleRow, TypedField>;

/** Longest texts, in characters. */
export const rowLimits = {
  label: 200,
  content: 2000,
  thirdPartyName: 200,
  what: 2000,
  deadline: 200,
  clause: 200,
  evidence: 500,
  remark: 2000,
  leftOutReason: 500,
} as const;

/** The row as text, to be shown in a form or compared with what somebody typed. */
export function rawOf(row: TypedRow): RawRow {
  return {
    party: row.party,
    thirdPartyName: row.thirdPartyName,
    emergencyParty: row.emergencyParty,
    endParty: row.endParty,
    firstCheck: row.firstCheck,
    firstCheckOn: row.firstCheckOn ?? "",
    completedOn: row.completedOn ?? "",
    what: row.what,
    cost: row.cost,
    deadline: row.deadline,
    clause: row.clause,
    evidence: row.evidence,
    remark: row.remark,
  };
}

/** Reads the typed fields. Problems carry the field's name: field-not-an-option, field-not-a-day, field-too-long. */
export function parseRow(raw: RawRow): Result<TypedRow> {
  const problems: Problem[] = [];
  const option = <T extends string>(field: TypedField, options: readonly T[], otherwise: T): T => {
    const found = options.find((each) => each === raw[field]);
    if (found === undefined) problems.push(problem("field-not-an-option", { value: raw[field] }, field));
    return found ?? otherwise;
  };
  const day = (field: "firstCheckOn" | "completedOn") => {
    if (raw[field] !== "" && !isRealDay(raw[field]))
      problems.push(problem("field-not-a-day", { value: raw[field] }, field));
    return raw[field] === "" ? null : raw[field];
  };
  const text = (field: keyof typeof rowLimits & TypedField) => {
    if (raw[field].length > rowLimits[field])
      problems.push(problem("field-too-long", { max: rowLimits[field] }, field));
    return raw[field].replace(/\r\n?/g, "\n").trim();
  };
  const fields: TypedRow = {
    firstCheck: option("firstCheck", firstChecks, ""),
    firstCheckOn: day("firstCheckOn"),
    completedOn: day("completedOn"),
    party: option("party", rowParties, "undecided"),
    emergencyParty: option("emergencyParty", situationParties, ""),
    endParty: option("endParty", situationParties, ""),
    thirdPartyName: text("thirdPartyName"),
    what: text("what"),
    cost: option("cost", costBearings, ""),
    deadline: text("deadline"),
    clause: text("clause"),
    evidence: text("evidence"),
    remark: text("remark"),
  };
  return problems.length > 0 ? failed(...problems) : done(fields);
}
