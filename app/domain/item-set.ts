import { z } from "zod";
import { catalogueHeadSchema } from "./provenance.ts";

/**
 * 項目の組: a subset of one catalogue, defined by a list of numbers a person pasted (the guideline's
 * 確認事項, say). Which numbers belong to it is data; no number stands in the program.
 */
export const itemSetSchema = z.strictObject({
  kind: z.literal("item-set"),
  head: catalogueHeadSchema,
  /** `id@version` of the catalogue the items belong to. */
  of: z.string().min(1),
  /** `no` as printed beside the stable key it was resolved to. */
  items: z.array(z.strictObject({ no: z.string(), key: z.string().min(1) })).min(1),
  /** Where the list was taken from, in the hospital's words. */
  note: z.string(),
});
export type ItemSet = z.infer<typeof itemSetSchema>;
