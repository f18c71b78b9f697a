import { buildAnnex } from "../../app/domain/annex.ts";
import type { ContractPaper } from "../../app/domain/annex-document.ts";
import type { Entered } from "../../app/domain/annex-field.ts";
import type { ContractPaperInput } from "../../app/domain/annex-input.ts";
import type { ContractAnnexTemplate } from "../../app/domain/annex-template.ts";
import { fullInput } from "./papers.ts";

/**
 * Snapshots a template has to print well: everything written; names as long as they come; sixty rows in every table;
 * and next to nothing, which is a draft.
 */
export const paperCases = ["full", "long-names", "sixty-rows", "nearly-empty"] as const;
export type PaperCase = (typeof paperCases)[number];

export function paperOfCase(template: ContractAnnexTemplate, name: PaperCase): ContractPaper {
  const built = buildAnnex(template, inputOf(template, name));
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  return built.value.document;
}

function inputOf(template: ContractAnnexTemplate, name: PaperCase): ContractPaperInput {
  const full = fullInput(template);
  switch (name) {
    case "full":
      return full;
    case "long-names":
      return withNames(full, (text) => `${text}${longTail}`);
    case "sixty-rows":
      return withRows(full, 60);
    case "nearly-empty":
      return { ...withRows(full, 0), entered: {} };
  }
}

/** A name as registers hold them: a department in a centre of a foundation, Latin, half and full width, a rare kanji. */
const longTail =
  "（独立行政法人地域医療機能推進機構髙﨑医療情報センター医療情報システム運用管理部第２課 Hybrid-Cloud/EMR Integration Platform v12.3.4-rc1 専用構成）";

/** Keys whose values are names that people give; codes, days and numbers stay. */
const named = new Set([
  "name",
  "product",
  "site",
  "label",
  "title",
  "hospitalName",
  "vendorName",
  "what",
  "os",
  "work",
  "measure",
  "question",
  "remark",
  "department",
  "quote",
  "document",
]);

function withNames(input: ContractPaperInput, change: (text: string) => string): ContractPaperInput {
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return named.has(key) && value !== "" ? change(value) : value;
    if (Array.isArray(value)) return value.map((each) => walk(each, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([own, each]) => [own, walk(each, own)]));
  };
  const { entered = {}, ...rest } = input;
  return { ...(walk(rest, "") as ContractPaperInput), entered: longer(entered, change) }; // the same shape as before
}

/** Written texts grow; days, numbers and codes of choices are told by what they look like. */
function longer(entered: Entered, change: (text: string) => string): Entered {
  const grown = (text: string) => (/^[\x20-\x7e]*$/.test(text) ? text : change(text));
  const row = (cells: Record<string, string>) =>
    Object.fromEntries(Object.entries(cells).map(([key, text]) => [key, grown(text)]));
  return Object.fromEntries(
    Object.entries(entered).map(([key, value]) => [
      key,
      typeof value === "string" ? grown(value) : value.map(row),
    ]),
  );
}

/** Every list of records and every written table with so many rows, told apart by a number where they have a name. */
function withRows(input: ContractPaperInput, count: number): ContractPaperInput {
  const { entered = {}, roleSheet, updates, editions, ...rest } = input;
  const lists = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [
      key,
      Array.isArray(value) ? repeated<unknown>(value, count) : value,
    ]),
  );
  const written = Object.fromEntries(
    Object.entries(entered).map(([key, value]) => [
      key,
      typeof value === "string" ? value : repeated(value, count),
    ]),
  );
  const sheet = roleSheet === null ? null : { ...roleSheet, rows: repeated(roleSheet.rows, count) };
  const same = { ...lists, editions, roleSheet: sheet, entered: written } as unknown as ContractPaperInput; // the same shape as before
  return updates === undefined ? same : { ...same, updates };
}

function repeated<T>(rows: readonly T[], count: number): T[] {
  return rows.length === 0
    ? []
    : Array.from({ length: count }, (_each, at) => numbered(rows[at % rows.length] as T, at + 1));
}

function numbered<T>(row: T, no: number): T {
  if (typeof row !== "object" || row === null || !("name" in row)) return row;
  return { ...row, name: `${String(row.name)} ${no}` };
}
