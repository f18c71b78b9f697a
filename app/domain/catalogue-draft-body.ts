import { z } from "zod";
import { formIdSchema } from "./questionnaire.ts";
import { unreadReasons } from "./reading.ts";
import { sheetViewSchema } from "./reading-file.ts";

/** Kinds that are read from an official file; subsets, crosswalks and mappings are made, not read. */
export const officialKinds = ["questionnaire", "checklist", "role-sheet", "guideline"] as const;
export type OfficialKind = (typeof officialKinds)[number];

/** Everything a draft's row can carry; all are texts until the catalogue is made. */
export const draftFields = [
  "no",
  "part",
  "volume",
  "chapter",
  "section",
  "text",
  "content",
  "audience",
  "target",
  "risk",
  "recommended",
  "clauses",
  "help",
] as const;
export type DraftField = (typeof draftFields)[number];

/** The fields of each kind in the order of its table. */
export const fieldsOfKind: Readonly<Record<OfficialKind, readonly DraftField[]>> = {
  questionnaire: ["no", "section", "text", "clauses", "help"],
  checklist: ["no", "section", "text", "audience", "target", "clauses", "help"],
  "role-sheet": ["no", "part", "section", "text", "content", "risk", "recommended", "clauses"],
  guideline: ["volume", "chapter", "no", "section", "text", "audience", "help"],
};

/** Fields whose value may be the same for the whole table, because the file prints no column for them. */
export const constantFields = ["part", "volume", "audience"] as const;

/** Fields that an empty cell takes from the row above: a merged cell keeps its text in its first row only. */
export const carriedFields: readonly DraftField[] = ["part", "volume", "chapter", "section"];

export const MAX_DRAFT_ITEMS = 2000;
export const MAX_FIELD_LENGTH = 4000;

const fieldTexts = z.partialRecord(z.enum(draftFields), z.string());
export type DraftTexts = z.infer<typeof fieldTexts>;

export const draftItemSchema = z.strictObject({
  /** Stable inside the draft, whatever its place; never shown as a number of the form. */
  row: z.number().int().positive(),
  fields: fieldTexts,
  /** As it was read; null for a row a person added. */
  read: fieldTexts.nullable(),
  /** `MDS!C22`; "" for a row a person added. */
  cell: z.string(),
  /** What the reader was unsure about. */
  reason: z.enum(unreadReasons).nullable(),
  isRemoved: z.boolean(),
  /** Why a person left the row out; "" for one that stands or was joined to another. */
  removedBecause: z.string().default(""),
  /** Row whose text took this one's in, null for a row that was never joined. */
  mergedInto: z.number().int().positive().nullable().default(null),
});
export type DraftItem = z.infer<typeof draftItemSchema>;

export const tableChoiceSchema = z.strictObject({
  sheet: z.string(),
  /** Row of the headings; items begin below it. */
  headerRow: z.number().int().min(0),
  /** Last row of the items; null = to the end of the sheet. */
  lastRow: z.number().int().positive().nullable(),
  /** Column numbers from 1. */
  columns: z.partialRecord(z.enum(draftFields), z.number().int().positive()),
  constants: z.partialRecord(z.enum(constantFields), z.string()),
});
/** Which column is what: proposed from the headings, corrected by a person. */
export type TableChoice = z.infer<typeof tableChoiceSchema>;

export const draftHeadSchema = z.strictObject({
  id: z.string(),
  version: z.string(),
  title: z.string(),
  issuer: z.string(),
  /** Day in ISO form or ""; not every file states it. */
  issuedOn: z.string(),
  licence: z.string(),
  notice: z.string(),
});
export type DraftHead = z.infer<typeof draftHeadSchema>;

/** Who told rows from each other: the reader that recognised the form, or the columns a person chose. */
export const rowTakers = ["reader", "columns"] as const;

/**
 * A draft from an official file. `items` is null until a person confirmed the columns. `sheets` is the file as
 * it was read, without the answers somebody filled in; empty for a file too large to keep beside its items.
 */
export const officialDraftSchema = z.strictObject({
  kind: z.enum(officialKinds),
  head: draftHeadSchema,
  /** MDS or SDS for a questionnaire, null for the other kinds. */
  form: formIdSchema.nullable(),
  sheets: z.array(sheetViewSchema),
  choice: tableChoiceSchema.nullable(),
  items: z.array(draftItemSchema).nullable(),
  unread: z.array(z.strictObject({ cell: z.string(), text: z.string(), reason: z.enum(unreadReasons) })),
  takenBy: z.enum(rowTakers).default("columns"),
});
export type OfficialDraft = z.infer<typeof officialDraftSchema>;

export function isOfficialKind(kind: string): kind is OfficialKind {
  return officialKinds.some((each) => each === kind);
}
