import { z } from "zod";
import { digitWidths } from "./era.ts";
import { catalogueHeadSchema } from "./provenance.ts";

/** Values a sentence may name as `{{placeholder}}`. A sentence that is printed needs each of them. */
export const placeholders = [
  "printedNo",
  "contractNumber",
  "contractTitle",
  "signedOn",
  "inForceFrom",
  "inForceTo",
  "hospitalLabel",
  "vendorLabel",
  "hospitalName",
  "vendorName",
  "systemNames",
  "systemCount",
  "roleSheetTitle",
  "roleSheetForm",
  "roleSheetRevisionNo",
  "roleSheetEffectiveFrom",
  "roleSheetRoundOn",
  "roleRowCount",
  "disclosureCount",
  "gapCount",
  "measureCount",
  "issuedOn",
  "templateTitle",
  "templateVersion",
] as const;
/** Only internal papers count decisions. */
export const internalPlaceholders = ["decisionCount"] as const;
export type Placeholder = (typeof placeholders)[number] | (typeof internalPlaceholders)[number];

/** Fields a column may name, by record source. These are the contract-safe ones: both parties read them. */
export const contractFields = {
  systems: ["name", "product", "version", "site", "form"],
  "role-rows": [
    "no",
    "label",
    "party",
    "what",
    "cost",
    "deadline",
    "clause",
    "firstCheck",
    "firstCheckOn",
    "completedOn",
    "remark",
    "emergencyParty",
    "endParty",
    "evidence",
  ],
  "disclosure-files": [
    "form",
    "formVersion",
    "formTitle",
    "product",
    "productVersion",
    "issuedOn",
    "fileName",
    "sha256",
    "counts",
  ],
  "disclosure-gaps": ["no", "question", "answer", "remark", "cell", "form", "measure", "dueOn", "clause"],
  measures: ["no", "question", "answer", "remark", "cell", "form", "measure", "dueOn", "clause"],
} as const;
/** Fields of an internal paper only: risk, acceptance, reasons, the inspector's text. */
export const internalFields = {
  decisions: [
    "clause",
    "summary",
    "verdict",
    "answers",
    "carriedFrom",
    "kind",
    "reason",
    "owner",
    "dueOn",
    "likelihood",
    "impact",
    "acceptedBy",
    "inspectionText",
  ],
} as const;
export type ContractSource = keyof typeof contractFields;
export type RecordSource = ContractSource | keyof typeof internalFields;

/** When a section, a clause or a table is printed at all. */
export const conditions = [
  "has-systems",
  "has-role-sheet",
  "no-role-sheet",
  "has-third-party",
  "has-open-no",
  "has-disclosures",
  "has-gaps",
  "no-gaps",
  "has-measures",
  "no-measures",
  "has-end",
  "no-end",
] as const;
export const conditionSchema = z.enum(conditions);
export type Condition = z.infer<typeof conditionSchema>;

const widthSchema = z.number().positive().max(100);
const alignSchema = z.enum(["left", "center"]).default("left");

function tableSchema<S extends string, F extends readonly [string, ...string[]]>(source: S, fields: F) {
  return z
    .strictObject({
      kind: z.literal("table"),
      source: z.literal(source),
      caption: z.string(),
      columns: z
        .array(
          z.strictObject({
            title: z.string().min(1),
            width: widthSchema,
            align: alignSchema,
            /** Several fields stand one below the other in the cell. */
            fields: z.array(z.enum(fields)).min(1),
            /** Words before a field that has a value, e.g. 「期限：」. */
            labels: z.partialRecord(z.enum(fields), z.string()).default({}),
            /** An empty cell of this column is a missing value. */
            isRequired: z.boolean().default(false),
          }),
        )
        .min(1),
      /** Printed instead of a table without rows. */
      empty: z.string().min(1),
      when: conditionSchema.optional(),
    })
    .refine((table) => Math.abs(table.columns.reduce((sum, each) => sum + each.width, 0) - 100) < 0.01, {
      path: ["columns"],
      message: "column widths do not add up to 100",
    });
}

const contractTableSchemas = [
  tableSchema("systems", contractFields.systems),
  tableSchema("role-rows", contractFields["role-rows"]),
  tableSchema("disclosure-files", contractFields["disclosure-files"]),
  tableSchema("disclosure-gaps", contractFields["disclosure-gaps"]),
  tableSchema("measures", contractFields.measures),
] as const;
const decisionTableSchema = tableSchema("decisions", internalFields.decisions);

/** 「準拠を保証」 and its like is a verdict that a paper of ours never gives (domain/contract-annexes 6). */
const verdictWords = /(準拠|適合)(していること)?を?(保証|証明|認定)/;

function textSchema(allowed: readonly string[]) {
  return z.string().superRefine((text, context) => {
    for (const [, name] of text.matchAll(/\{\{([^}]*)\}\}/g)) {
      if (!allowed.includes(name ?? "")) {
        context.addIssue({ code: "custom", message: `unknown placeholder ${name}`, params: { name } });
      }
    }
    if (verdictWords.test(text)) context.addIssue({ code: "custom", message: "promises a verdict" });
  });
}

/** level 1 = 項 (the first one is printed without a number), 2 = (1), 3 = ア. */
function clauseSchema(allowed: readonly string[]) {
  return z.strictObject({
    kind: z.literal("clause"),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: textSchema(allowed).min(1),
    when: conditionSchema.optional(),
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
    signature: z.enum(["none", "seal"]),
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
