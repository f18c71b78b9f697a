import { z } from "zod";
import { guidelineVolumeSchema } from "./guideline.ts";
import { catalogueHeadSchema, confidenceSchema } from "./provenance.ts";

/** How well one rule is known: shown beside it, until the official text has been loaded. */
const sourced = {
  text: z.string().min(1),
  confidence: confidenceSchema,
  sourceCount: z.number().int().min(1),
  source: z.string().min(1),
};

/** 類型 of an edition: whether the hospital has people who run systems, and the form of the system. */
export const hospitalClassSchema = z.strictObject({
  name: z.string().min(1),
  hasStaff: z.boolean(),
  form: z.enum(["on-premise", "cloud"]),
  ...sourced,
});

/** Rows that hospitals of these classes may shorten where the contract holds them; the vendor is asked first. */
export const reliefSchema = z.strictObject({
  key: z.string().min(1),
  classes: z.array(z.string().min(1)).min(1),
  volume: guidelineVolumeSchema,
  /** `except`: numbers of 遵守事項 that stay. A row whose number is not known stays, too, where there are any. */
  chapters: z
    .array(
      z.strictObject({ chapter: z.string().min(1), except: z.array(z.number().int().positive()).readonly() }),
    )
    .min(1),
  ...sourced,
});

export const editionRulesSchema = z.strictObject({
  /** `id@version` */
  guideline: z.string().min(1),
  volumes: z.array(guidelineVolumeSchema).min(1),
  classes: z.array(hospitalClassSchema),
  reliefs: z.array(reliefSchema),
  notes: z.array(z.strictObject({ key: z.string().min(1), ...sourced })),
  /** 保守委託機関編: the volumes that are enough, and the facts of the edition's catalogue that say so. */
  entrusted: z
    .strictObject({
      volumes: z.array(guidelineVolumeSchema).min(1),
      facts: z.array(z.string().min(1)).min(1),
    })
    .nullable(),
  /** 確認事項: the facts of the edition's catalogue that say what is asked of which items. */
  selectionFacts: z.array(z.string().min(1)),
});

/** 参照する編と項目: dated data like every catalogue; a new edition is a new entry here and none in the program. */
export const applicabilitySchema = z.strictObject({
  kind: z.literal("applicability"),
  head: catalogueHeadSchema,
  editions: z.array(editionRulesSchema).min(1),
});
export type EditionRules = z.infer<typeof editionRulesSchema>;
export type Relief = z.infer<typeof reliefSchema>;
export type HospitalClass = z.infer<typeof hospitalClassSchema>;
export type SourcedText = { key: string } & Pick<Relief, "text" | "confidence" | "sourceCount" | "source">;
