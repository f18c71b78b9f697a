import { z } from "zod";
import { conditionSchema } from "./annex-condition.ts";
import { daySchema } from "./day.ts";
import { type Problem, problem } from "./problem.ts";

/**
 * 記入欄: values of a paper that no record holds (hours of the first notice, a percentage, a table of contacts). The
 * template says which, a person writes them on the draft, and the issued snapshot keeps them.
 */
/** 「準拠を保証」 and its like is a verdict that a paper of ours never gives (contract-annexes 6). */
export const verdictWords = /(準拠|適合)[^。]*(保証|証明|認定|宣言)/;

const keySchema = z.string().regex(/^[a-z][A-Za-z0-9]*$/);
const shared = {
  key: keySchema,
  label: z.string().min(1),
  /** Plain words: what it means and what is usual. */
  help: z.string().default(""),
  /** Without it the paper is not issued, printed or not. */
  isRequired: z.boolean().default(false),
  /** Asked for only while this holds. */
  when: conditionSchema.optional(),
};
const optionSchema = z.strictObject({
  value: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** As printed; may name `{{hospitalLabel}}` and `{{vendorLabel}}`, the contract's own labels. */
  label: z.string().min(1),
});

export const annexColumnFieldSchema = z.strictObject({
  key: keySchema,
  label: z.string().min(1),
  isRequired: z.boolean().default(false),
  /** Where given, a cell is one of these. */
  options: z.array(optionSchema).default([]),
});

export const annexFieldSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), ...shared }),
  z.strictObject({ type: z.literal("long-text"), ...shared }),
  z.strictObject({ type: z.literal("day"), ...shared }),
  z.strictObject({
    type: z.literal("whole"),
    ...shared,
    unit: z.string().default(""),
    least: z.number().int().default(0),
    most: z.number().int().default(1_000_000),
  }),
  z.strictObject({ type: z.literal("choice"), ...shared, options: z.array(optionSchema).min(2) }),
  z.strictObject({
    type: z.literal("rows"),
    ...shared,
    columns: z.array(annexColumnFieldSchema).min(1),
    /** Rows a new draft begins with; a person completes, changes or takes them out. */
    presets: z.array(z.record(keySchema, z.string())).default([]),
  }),
]);
export type AnnexField = z.infer<typeof annexFieldSchema>;
export type AnnexRowsField = Extract<AnnexField, { type: "rows" }>;

export const MAX_FIELD_CHARACTERS = 2000;
export const MAX_FIELD_ROWS = 200;

/** Written values by field: texts as typed and trimmed (days as ISO days, choices as codes), tables as rows. */
export const enteredSchema = z.record(
  z.string(),
  z.union([z.string(), z.array(z.record(z.string(), z.string()))]),
);
export type Entered = z.infer<typeof enteredSchema>;

export const textEntered = (entered: Entered, key: string): string => {
  const value = entered[key];
  return typeof value === "string" ? value : "";
};
export const rowsEntered = (entered: Entered, key: string): Record<string, string>[] => {
  const value = entered[key];
  return Array.isArray(value) ? value : [];
};

/** What a new draft begins with: the preset rows of its tables. */
export function presetsOf(fields: readonly AnnexField[]): Entered {
  return Object.fromEntries(
    fields.flatMap((field) =>
      field.type === "rows" && field.presets.length > 0 ? [[field.key, field.presets]] : [],
    ),
  );
}

/** True where something was written: a text that is not blank, a table with a row. */
export function isEntered(entered: Entered, field: AnnexField): boolean {
  return field.type === "rows"
    ? rowsEntered(entered, field.key).length > 0
    : textEntered(entered, field.key) !== "";
}

/**
 * Written values of one draft, checked against the template's fields: what is empty stays empty (it is listed as
 * missing when the paper is built), what cannot be read is a problem at `field` or `field.row.column` (from 1).
 * Values of keys the template does not know are left out; rows without any text are left out.
 * Problems: field-too-long, field-not-a-day, field-not-a-number, paper-number-range, paper-verdict-words, field-not-an-option,
 * paper-rows-many.
 */
export function readEntered(
  fields: readonly AnnexField[],
  raw: Entered,
): { entered: Entered; problems: Problem[] } {
  const problems: Problem[] = [];
  const entered: Entered = {};
  for (const field of fields) {
    if (field.type === "rows") {
      const rows = readRows(field, rowsEntered(raw, field.key), problems);
      if (rows.length > 0) entered[field.key] = rows;
      continue;
    }
    const value = readText(field, textEntered(raw, field.key), problems);
    if (value !== "") entered[field.key] = value;
  }
  return { entered, problems };
}

function readText(field: Exclude<AnnexField, AnnexRowsField>, raw: string, problems: Problem[]): string {
  const text = raw.replaceAll("\r\n", "\n").trim();
  if (text === "") return "";
  const wrong = (code: Parameters<typeof problem>[0], params: Parameters<typeof problem>[1] = {}) => {
    problems.push(problem(code, params, field.key));
    return text;
  };
  if (text.length > MAX_FIELD_CHARACTERS) return wrong("field-too-long", { max: MAX_FIELD_CHARACTERS });
  if (verdictWords.test(text)) return wrong("paper-verdict-words");
  switch (field.type) {
    case "text":
    case "long-text":
      return text;
    case "day":
      return daySchema.safeParse(text).success ? text : wrong("field-not-a-day", { value: text });
    case "whole": {
      const plain = text.normalize("NFKC").replaceAll(",", "");
      if (!/^\d{1,9}$/.test(plain)) return wrong("field-not-a-number", { value: text });
      const isInRange = Number(plain) >= field.least && Number(plain) <= field.most;
      return isInRange
        ? String(Number(plain))
        : wrong("paper-number-range", { least: field.least, most: field.most });
    }
    case "choice":
      return field.options.some((each) => each.value === text)
        ? text
        : wrong("field-not-an-option", { value: text });
  }
}

function readRows(
  field: AnnexRowsField,
  raw: readonly Record<string, string>[],
  problems: Problem[],
): Record<string, string>[] {
  const rows = raw
    .map((row) =>
      Object.fromEntries(
        field.columns.map(({ key }) => [key, (row[key] ?? "").replaceAll("\r\n", "\n").trim()]),
      ),
    )
    .filter((row) => Object.values(row).some((text) => text !== ""));
  if (rows.length > MAX_FIELD_ROWS) {
    problems.push(problem("paper-rows-many", { max: MAX_FIELD_ROWS }, field.key));
    return rows.slice(0, MAX_FIELD_ROWS);
  }
  for (const [at, row] of rows.entries()) {
    for (const { key, options } of field.columns) {
      const text = row[key] ?? "";
      const place = `${field.key}.${at + 1}.${key}`;
      if (text.length > MAX_FIELD_CHARACTERS) {
        problems.push(problem("field-too-long", { max: MAX_FIELD_CHARACTERS }, place));
      }
      if (verdictWords.test(text)) problems.push(problem("paper-verdict-words", {}, place));
      const isOption = options.length === 0 || text === "" || options.some((each) => each.value === text);
      if (!isOption) problems.push(problem("field-not-an-option", { value: text }, place));
    }
  }
  return rows;
}
