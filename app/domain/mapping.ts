import { z } from "zod";
import { daySchema } from "./day.ts";
import { catalogueHeadSchema } from "./provenance.ts";

/**
 * One line that ties questions to a requirement. How answers become a verdict is part of the line
 * (`rule`), so that the same engine serves every form and edition.
 */
export const mappingRules = ["all-yes", "any-yes"] as const;
export const mappingRelations = ["covers", "touches"] as const;
/** The answer that speaks for the requirement. Most questions ask for はい; 「…を共用していますか」 asks for いいえ. */
export const expectedAnswers = ["yes", "no"] as const;
/**
 * What else a line may ask of its answers. Left out: はい is expected, no remark is needed, and はい means what it says.
 * why optional: lines that were published before these were known stay as they are.
 */
export const lineConditionsShape = {
  expected: z.enum(expectedAnswers).optional(),
  /** The expected answer counts in part only while its remark is empty. */
  remarkRequired: z.boolean().optional(),
  /** The form lets a vendor answer はい for what is planned; はい alone leaves open whether it is in place. */
  yesMayMeanPlanned: z.boolean().optional(),
};
export const mappingLineSchema = z.strictObject({
  id: z.string().min(1),
  requirement: z.string().min(1),
  questions: z.array(z.string().min(1)).min(1),
  /** all-yes: every question must be はい; any-yes: one はい is enough. */
  rule: z.enum(mappingRules),
  /** covers: the questions say all of it; touches: a はい alone leaves the rest open (verdict partial). */
  relation: z.enum(mappingRelations),
  /** False: 対象外 does not settle the requirement and counts as いいえ. */
  acceptsNotApplicable: z.boolean(),
  ...lineConditionsShape,
  reason: z.string().min(1),
  /** Who confirmed the line and when: an account's id of our own, a name in a file from elsewhere. */
  confirmedBy: z.string().min(1).optional(),
  confirmedOn: daySchema.optional(),
});
/** A proposal a person looked at and did not take; kept, so that nobody has to wonder whether it was missed. */
export const rejectedLineSchema = z.strictObject({
  requirement: z.string().min(1),
  questions: z.array(z.string().min(1)).min(1),
  /** May be empty: that a person said no is itself the record. */
  reason: z.string(),
  confirmedBy: z.string().min(1).optional(),
  confirmedOn: daySchema.optional(),
});
export const mappingSchema = z.strictObject({
  kind: z.literal("mapping"),
  head: catalogueHeadSchema,
  /** `id@version` of both ends. */
  from: z.string().min(1),
  to: z.string().min(1),
  lines: z.array(mappingLineSchema),
  rejected: z.array(rejectedLineSchema).optional(),
});
export type Mapping = z.infer<typeof mappingSchema>;
export type MappingLine = z.infer<typeof mappingLineSchema>;
export type ExpectedAnswer = (typeof expectedAnswers)[number];
export type MappingRule = (typeof mappingRules)[number];
export type MappingRelation = (typeof mappingRelations)[number];
