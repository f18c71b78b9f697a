import { z } from "zod";
import { proposedFields } from "./connection.ts";
import { catalogueHeadSchema } from "./provenance.ts";

/**
 * Which requirement of which guideline is about which field of the register of connections. Dated data like every
 * catalogue: a new edition of the guideline is a new line here and none in the program.
 */
export const connectionTopicSchema = z.strictObject({
  field: z.enum(proposedFields),
  /** `id@version` */
  guideline: z.string().min(1),
  requirement: z.string().min(1),
  /** planned: a はい there says "by when", not "in place". */
  means: z.enum(["in-place", "planned"]),
});
export const connectionTopicsSchema = z.strictObject({
  kind: z.literal("connection-topics"),
  head: catalogueHeadSchema,
  topics: z.array(connectionTopicSchema).min(1),
});
export type ConnectionTopic = z.infer<typeof connectionTopicSchema>;
