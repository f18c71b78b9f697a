import { z } from "zod";
import { catalogueHeadSchema, catalogueItemKeySchema, provenanceSchema } from "./provenance.ts";

/** Answer options printed on MDS/SDS sheets: はい / いいえ / 対象外. */
export const answerOptions = ["yes", "no", "not-applicable"] as const;
/** What a cell can say: an option, nothing, two things at once, or something only a person can tell. */
export const answerValues = [...answerOptions, "blank", "conflict", "unclear"] as const;
export const answerValueSchema = z.enum(answerValues);
export type AnswerOption = (typeof answerOptions)[number];
export type AnswerValue = (typeof answerValues)[number];

/**
 * The forms Buntan can hold. MDS and SDS are JAHIS/JIRA forms whose items hospitals load themselves;
 * the two in-house questionnaires are ours and are never named, sent or exported as MDS/SDS.
 */
export const formIds = ["MDS", "SDS", "in-house-product", "in-house-service"] as const;
export const formIdSchema = z.enum(formIds);
export type FormId = z.infer<typeof formIdSchema>;

/** True for the in-house questionnaires, whose items are ours. */
export function isOwnForm(form: FormId): boolean {
  return form.startsWith("in-house-");
}

export const questionSchema = z.strictObject({
  /**
   * Stable key inside this catalogue version: `starter:product-14-2` for a row of ours, `item:12` (its place
   * in the official file) for an imported one. why: editions repeat official numbers, and some rows have none.
   */
  key: catalogueItemKeySchema,
  /** Number as printed; "" where the official file prints none. A row of ours never carries an official one. */
  no: z.string(),
  section: z.string(),
  question: z.string().min(1),
  /** Plain-word help for a clerk: what is meant, why it matters; "" where the official file has none. */
  help: z.string(),
  /** What to ask the vendor when the answer is いいえ or unclear; "" for an imported row. */
  askVendor: z.string(),
  /** Clause references printed in the official question (`システム運用編 14⑤`). */
  clauses: z.array(z.string().min(1)).optional(),
  provenance: provenanceSchema,
});

export const questionnaireSchema = z.strictObject({
  kind: z.literal("questionnaire"),
  head: catalogueHeadSchema,
  form: formIdSchema,
  questions: z.array(questionSchema).min(1),
});
export type Questionnaire = z.infer<typeof questionnaireSchema>;
export type Question = z.infer<typeof questionSchema>;

/**
 * The version of a form as it is compared: 「Ver.5.0」, 「第5.0版」 and 「５．０」 are `5.0`. Nothing else is
 * folded; 3.0 and 3.0a are two editions.
 */
export function plainFormVersion(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .toLowerCase()
    .replace(/^(?:version|ver\.?|v|第)(?=\d)/, "")
    .replace(/(?<=\d[a-z]?)版$/, "");
}
