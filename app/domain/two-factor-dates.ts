import { z } from "zod";
import { daySchema } from "./day.ts";
import { catalogueHeadSchema, confidenceSchema } from "./provenance.ts";

/** 二要素認証の期日: who asks until when. Dated data; a further edition is a further line and none in the program. */
export const twoFactorDateSchema = z.strictObject({
  key: z.string().min(1),
  asker: z.string().min(1),
  /** First day of a stretch (a fiscal year); null for a single day. */
  from: daySchema.nullable(),
  /** Last day on which a plan still fits. */
  by: daySchema,
  text: z.string().min(1),
  confidence: confidenceSchema,
  sourceCount: z.number().int().min(1),
  source: z.string().min(1),
});
export const twoFactorDatesSchema = z.strictObject({
  kind: z.literal("two-factor-dates"),
  head: catalogueHeadSchema,
  dates: z.array(twoFactorDateSchema).min(1),
});
export type TwoFactorDate = z.infer<typeof twoFactorDateSchema>;
