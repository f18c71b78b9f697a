import { z } from "zod";
import { catalogueHeadSchema, catalogueItemKeySchema, provenanceSchema } from "./provenance.ts";

/** Who answers a row of the checklist: 医療機関確認用, 事業者確認用, or both sheets print it. */
export const checklistAudiences = ["hospital", "vendor", "both"] as const;
export type ChecklistAudience = (typeof checklistAudiences)[number];

/** Whose answered sheet it is: 事業者確認用 of one vendor, or the hospital's own 医療機関確認用. */
export const respondents = ["vendor", "hospital"] as const;
export type Respondent = (typeof respondents)[number];

export const checklistItemSchema = z.strictObject({
  key: catalogueItemKeySchema,
  /** Number as printed; "" where the edition prints none. */
  no: z.string(),
  section: z.string(),
  item: z.string().min(1),
  audience: z.enum(checklistAudiences),
  /** What the row sets as its aim (目標, 期限), as printed; "" where there is none. */
  target: z.string(),
  help: z.string(),
  clauses: z.array(z.string().min(1)),
  provenance: provenanceSchema,
});

/** One edition of 医療機関におけるサイバーセキュリティ対策チェックリスト, or a list of the same shape. */
export const checklistSchema = z.strictObject({
  kind: z.literal("checklist"),
  head: catalogueHeadSchema,
  items: z.array(checklistItemSchema).min(1),
});
export type Checklist = z.infer<typeof checklistSchema>;
export type ChecklistItem = z.infer<typeof checklistItemSchema>;
