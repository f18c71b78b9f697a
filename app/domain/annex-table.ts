import { z } from "zod";
import { conditionSchema } from "./annex-condition.ts";
import { contractFields, internalFields } from "./annex-source.ts";

const widthSchema = z.number().positive().max(100);
const alignSchema = z.enum(["left", "center"]).default("left");

function columnSchema<F extends z.ZodType<string>, L extends z.ZodType>(field: F, labels: L) {
  return z.strictObject({
    title: z.string().min(1),
    width: widthSchema,
    align: alignSchema,
    /** Several fields stand one below the other in the cell. */
    fields: z.array(field).min(1),
    /** Words before a field that has a value, e.g. 「期限：」. */
    labels,
    /** An empty cell of this column is a missing value. */
    isRequired: z.boolean().default(false),
  });
}

const common = {
  kind: z.literal("table"),
  caption: z.string(),
  /** Printed instead of a table without rows. */
  empty: z.string().min(1),
  when: conditionSchema.optional(),
};

type Widths = { columns: readonly { width: number }[] };
const isWhole = (table: Widths) =>
  Math.abs(table.columns.reduce((sum, each) => sum + each.width, 0) - 100) < 0.01;
const notWhole = { path: ["columns"], message: "column widths do not add up to 100" };

function tableSchema<S extends string, F extends readonly [string, ...string[]]>(source: S, fields: F) {
  const field = z.enum(fields);
  const columns = z.array(columnSchema(field, z.partialRecord(field, z.string()).default({}))).min(1);
  return z.strictObject({ ...common, source: z.literal(source), columns }).refine(isWhole, notWhole);
}

/** Rows written on the draft; `field` names the 記入欄, and columns name its columns (annex-template-file checks). */
const enteredTableSchema = z
  .strictObject({
    ...common,
    source: z.literal("entered"),
    field: z.string().min(1),
    columns: z.array(columnSchema(z.string(), z.record(z.string(), z.string()).default({}))).min(1),
  })
  .refine(isWhole, notWhole);

export const contractTableSchemas = [
  tableSchema("systems", contractFields.systems),
  tableSchema("role-rows", contractFields["role-rows"]),
  tableSchema("role-situations", contractFields["role-situations"]),
  tableSchema("disclosure-files", contractFields["disclosure-files"]),
  tableSchema("disclosure-gaps", contractFields["disclosure-gaps"]),
  tableSchema("measures", contractFields.measures),
  tableSchema("servers", contractFields.servers),
  tableSchema("subcontractors", contractFields.subcontractors),
  tableSchema("connections", contractFields.connections),
  tableSchema("two-factor", contractFields["two-factor"]),
  tableSchema("clauses", contractFields.clauses),
  tableSchema("vendor-contacts", contractFields["vendor-contacts"]),
  tableSchema("papers", contractFields.papers),
  enteredTableSchema,
] as const;
export const decisionTableSchema = tableSchema("decisions", internalFields.decisions);
