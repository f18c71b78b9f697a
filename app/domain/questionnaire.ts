import { z } from "zod";
import { catalogueHeadSchema, provenanceSchema } from "./provenance.ts";

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

export const questionSchema = z.strictObject({
  /** Stable key inside this catalogue version, e.g. `starter:product-14-2`. */
  key: z.string().regex(/^starter:[a-z0-9-]+$/),
  /** Number printed on our own form; never an official number. */
  no: z.string().min(1),
  section: z.string().min(1),
  question: z.string().min(1),
  /** Plain-word help for a clerk: what is meant, why it matters. */
  help: z.string().min(1),
  /** What to ask the vendor when the answer is いいえ or unclear. */
  askVendor: z.string().min(1),
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
