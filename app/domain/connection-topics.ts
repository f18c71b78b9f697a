import { z } from "zod";
import { proposedFields } from "./connection.ts";
import { catalogueHeadSchema } from "./provenance.ts";

/**
 * Which requirement of which guideline is about which field of the register of connections. Dated data like every
 * catalogue: a new edition of the guideline is a new line here and none in the program.
 */
const requirementTopicSchema = z.strictObject({
  field: z.enum(proposedFields),
  /** `id@version` */
  guideline: z.string().min(1),
  requirement: z.string().min(1),
  /** planned: a はい there says "by when", not "in place". */
  means: z.enum(["in-place", "planned"]),
});

/** A question of one edition of a form that speaks of a field for which no requirement stands. */
const questionTopicSchema = z.strictObject({
  field: z.enum(proposedFields),
  /** `id@version` */
  questionnaire: z.string().min(1),
  question: z.string().min(1),
  means: z.enum(["in-place", "possible"]),
});

/**
 * Words by which a question of any form, also one that a hospital loaded, speaks of a field: one of each list. Such an
 * answer is shown with its cell; alone its remark can propose a value, for a はい depends on how the question is put.
 */
const wordTopicSchema = z.strictObject({
  field: z.enum(proposedFields),
  words: z.array(z.array(z.string().min(1)).min(1)).min(1),
});

const writtenTopicSchema = z.union([requirementTopicSchema, questionTopicSchema, wordTopicSchema]);
export const connectionTopicsSchema = z.strictObject({
  kind: z.literal("connection-topics"),
  head: catalogueHeadSchema,
  topics: z.array(writtenTopicSchema).min(1),
});
/** `source`: the `id@version` of the list it stands in. */
export type ConnectionTopic = z.infer<typeof writtenTopicSchema> & { source: string };

/** True when a question holds one word of each list, whatever the width of its characters. */
export function speaksOf(words: readonly (readonly string[])[], question: string): boolean {
  const text = question.normalize("NFKC").replace(/\s+/g, "");
  return words.every((list) => list.some((each) => text.includes(each)));
}
