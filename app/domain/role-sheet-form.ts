import { z } from "zod";
import { catalogueHeadSchema, confidenceSchema, provenanceSchema } from "./provenance.ts";

/** A form of the 役割分担確認表: Part 1 is led by the hospital, Part 2 is joint (2024-06, three ministries). */
export const roleSheetItemSchema = z.strictObject({
  key: z.string().min(1),
  part: z.union([z.literal(1), z.literal(2)]),
  group: z.string(),
  /** Printed number with its branch, e.g. `A11` or `B3①`; null where no source states it. */
  no: z.string().nullable(),
  label: z.string().min(1),
  /** What is to be agreed: in our words, or as the official file prints it ("" where it has no such column). */
  content: z.string(),
  risk: z.string().nullable(),
  recommended: z.string().nullable(),
  guidelineRefs: z.array(z.string()),
  provenance: provenanceSchema,
  confidence: confidenceSchema,
  source: z.string().min(1),
});
export const roleSheetFormSchema = z.strictObject({
  kind: z.literal("role-sheet"),
  head: catalogueHeadSchema,
  isTotalUnknown: z.boolean(),
  gaps: z.array(z.string()),
  items: z.array(roleSheetItemSchema).min(1),
});
export type RoleSheetForm = z.infer<typeof roleSheetFormSchema>;
export type RoleSheetItem = z.infer<typeof roleSheetItemSchema>;
