import { z } from "zod";
import { conditionSchema, statements } from "./annex-condition.ts";
import { annexFieldSchema, verdictWords } from "./annex-field.ts";
import { signatures } from "./annex-input.ts";
import { paperKinds } from "./annex-kind.ts";
import { numberings } from "./annex-numbering.ts";
import { internalPlaceholders, placeholders } from "./annex-source.ts";
import { contractTableSchemas, decisionTableSchema } from "./annex-table.ts";
import { digitWidths } from "./era.ts";
import { catalogueHeadSchema } from "./provenance.ts";

function textSchema(allowed: readonly string[]) {
  return z.string().superRefine((text, context) => {
    for (const [, name] of text.matchAll(/\{\{([^}]*)\}\}/g)) {
      // Fields and references are checked against the file's own (annex-template-file).
      if (!allowed.includes(name ?? "") && !/^(field\.|ref:)./.test(name ?? "")) {
        context.addIssue({ code: "custom", message: `unknown placeholder ${name}`, params: { name } });
      }
    }
    if (verdictWords.test(text)) context.addIssue({ code: "custom", message: "promises a verdict" });
  });
}

/** level 1 = 項 (the first one is printed without a number), 2 = 号, 3 = ア, 4 = (ア) (annex-numbering). */
function clauseSchema(allowed: readonly string[]) {
  return z.strictObject({
    kind: z.literal("clause"),
    level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    text: textSchema(allowed).min(1),
    when: conditionSchema.optional(),
    /** Name by which other sentences refer to it: `{{ref:section.key}}`. */
    key: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/)
      .optional(),
    /** A fact the clause states: where the records do not bear it out, the paper cannot be issued. */
    states: z.enum(statements).optional(),
  });
}

function noteSchema(allowed: readonly string[]) {
  return z.strictObject({
    kind: z.literal("note"),
    text: textSchema(allowed).min(1),
    when: conditionSchema.optional(),
  });
}

const wordsSchema = z.strictObject({
  /** Stands where a required value is missing; only drafts can hold it. */
  missing: z.string().min(1),
  /** The same in a cell of a table, where there is little room. */
  missingCell: z.string().min(1),
  /** Stands where an optional value is empty. */
  blank: z.string().min(1),
  /** Between several fields of one cell or several names. */
  separator: z.string(),
  /** `{{yes}}`, `{{no}}`, `{{notApplicable}}`, `{{unanswered}}` of a disclosure. */
  counts: z.string(),
  /** How the template names itself among the editions. */
  edition: z.string().min(1),
  /** Code → word: `party.both`, `cost.included`, `firstCheck.no`, `answer.blank` … */
  codes: z.record(z.string().regex(/^[a-z][A-Za-z]*\.[a-z-]*$/), z.string()),
});

const contractBlockSchema = z.discriminatedUnion("kind", [
  clauseSchema(placeholders),
  noteSchema(placeholders),
  z.discriminatedUnion("source", contractTableSchemas),
]);
const everyPlaceholder = [...placeholders, ...internalPlaceholders];
const internalBlockSchema = z.discriminatedUnion("kind", [
  clauseSchema(everyPlaceholder),
  noteSchema(everyPlaceholder),
  z.discriminatedUnion("source", [...contractTableSchemas, decisionTableSchema]),
]);

function templateSchema<A extends "contract" | "internal", B extends z.ZodType>(
  audience: A,
  blockSchema: B,
  allowed: readonly string[],
) {
  return z.strictObject({
    kind: z.literal("annex"),
    head: catalogueHeadSchema,
    audience: z.literal(audience),
    paperKind: z.enum(paperKinds),
    numbering: z.enum(numberings).default("article"),
    /** 記入欄: what a person writes on the draft because no record holds it. */
    fields: z.array(annexFieldSchema).default([]),
    /** Title as printed; the head's title names the template. */
    title: z.string().min(1),
    /** What a contract calls this annex unless it counts otherwise; a proposal, never an official number. */
    defaultPrintedNo: z.string(),
    /** Width of digits in dates; article numbers are full width (第１条). */
    dateDigits: z.enum(digitWidths),
    header: textSchema(allowed),
    footerIssued: textSchema(allowed),
    footerDraft: z.string(),
    /** A 別紙 normally has no signature block; 記名押印 is a choice (contract-annexes, corrections). */
    signature: z.enum(signatures),
    /** Values without which the paper is not issued, printed or not. */
    required: z.array(z.enum(placeholders)),
    preamble: z.array(blockSchema),
    sections: z
      .array(
        z.strictObject({
          key: z.string().regex(/^[a-z][a-z0-9-]*$/),
          heading: z.string().min(1),
          when: conditionSchema.optional(),
          body: z.array(blockSchema).min(1),
        }),
      )
      .min(1),
    words: wordsSchema,
  });
}

export const contractAnnexTemplateSchema = templateSchema("contract", contractBlockSchema, placeholders);
export const internalAnnexTemplateSchema = templateSchema("internal", internalBlockSchema, everyPlaceholder);
export type ContractAnnexTemplate = z.infer<typeof contractAnnexTemplateSchema>;
export type InternalAnnexTemplate = z.infer<typeof internalAnnexTemplateSchema>;
export type AnnexTemplate = ContractAnnexTemplate | InternalAnnexTemplate;
export type AnnexBlock = AnnexTemplate["sections"][number]["body"][number];
export type AnnexTable = Extract<AnnexBlock, { kind: "table" }>;
export type AnnexColumn = AnnexTable["columns"][number];
