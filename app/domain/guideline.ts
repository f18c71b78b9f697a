import { z } from "zod";
import { catalogueHeadSchema, confidenceSchema, provenanceSchema } from "./provenance.ts";

/** Volumes of 医療情報システムの安全管理に関するガイドライン (7.0 adds 保守委託機関編). */
export const guidelineVolumes = [
  "概説編",
  "経営管理編",
  "企画管理編",
  "システム運用編",
  "保守委託機関編",
] as const;
export const guidelineVolumeSchema = z.enum(guidelineVolumes);
export type GuidelineVolume = z.infer<typeof guidelineVolumeSchema>;

export const requirementSchema = z.strictObject({
  /** Stable key inside the edition, e.g. `GL6.0-SO-14-5`. */
  key: z.string().min(1),
  volume: guidelineVolumeSchema,
  /** Chapter as printed, e.g. `14` or `3.4.1`. */
  chapter: z.string().min(1),
  chapterTitle: z.string(),
  /** Number of the 遵守事項 in its chapter (⑤ = 5); null where no source states it. */
  no: z.number().int().positive().nullable(),
  /** Our own short wording, never the official sentence; the printed one only in a hospital's own copy. */
  summary: z.string().min(1),
  /** 類型 Ⅰ–Ⅳ as the source states it, empty when it does not. */
  appliesTo: z.string(),
  /** False: the hospital's own duty; kept apart from a vendor's assessment. */
  isVendorRelevant: z.boolean(),
  /** The edition's form lets a vendor answer はい for what is planned (7.0: second factor until the next renewal). */
  yesMayMeanPlanned: z.boolean().optional(),
  typicalEvidence: z.string(),
  provenance: provenanceSchema,
  confidence: confidenceSchema,
  /** final-text / draft-… as the source list states it. */
  verification: z.string(),
  source: z.string().min(1),
  note: z.string(),
});

export const guidelineSchema = z.strictObject({
  kind: z.literal("guideline"),
  head: catalogueHeadSchema,
  /** True when it is not known how many items the edition has; pages then say 「全体数は未確認」. */
  isTotalUnknown: z.boolean(),
  /** Facts of the edition that no single item carries (what changed, dates), each with its sources. */
  facts: z.array(
    z.strictObject({
      key: z.string().min(1),
      text: z.string().min(1),
      confidence: confidenceSchema,
      sourceCount: z.number().int().min(1),
      source: z.string().min(1),
    }),
  ),
  /** What could not be established; shown to people as it is. */
  gaps: z.array(z.string()),
  requirements: z.array(requirementSchema),
});
export type Guideline = z.infer<typeof guidelineSchema>;
export type Requirement = z.infer<typeof requirementSchema>;

const circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

/** The way the guideline cites an item: 「システム運用編 14⑤」. Without a known number: 「システム運用編 14」. */
export function clauseText(requirement: Pick<Requirement, "volume" | "chapter" | "no">): string {
  return `${requirement.volume} ${requirement.chapter}${requirement.no === null ? "" : circledNumber(requirement.no)}`;
}

/** ① … ⑳, beyond that (21). */
export function circledNumber(no: number): string {
  return circled[no - 1] ?? `(${no})`;
}

/**
 * Reads a clause reference the way questions print it (「システム運用編 14⑤」, 「システム運用編14 (5)」,
 * half or full width). Null when the text is no reference to a volume and chapter.
 */
export function parseClause(
  text: string,
): { volume: GuidelineVolume; chapter: string; no: number | null } | null {
  // why: NFKC would turn ⑤ into 5 and make 14⑤ into 145, so only digits and spaces are folded.
  const flat = text.replace(/[０-９．（）]/g, (each) => each.normalize("NFKC")).replace(/\s+/g, "");
  const volume = guidelineVolumes.find((each) => flat.startsWith(each));
  if (!volume) return null;
  const match = /^第?(\d+(?:\.\d+)*)章?([①-⑳]|\(\d+\))?$/.exec(flat.slice(volume.length));
  if (!match?.[1]) return null;
  const mark = match[2];
  if (mark === undefined) return { volume, chapter: match[1], no: null };
  const at = circled.indexOf(mark);
  return { volume, chapter: match[1], no: at >= 0 ? at + 1 : Number(mark.replace(/\D/g, "")) };
}
