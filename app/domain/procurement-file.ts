import { z } from "zod";
import { type ChoiceBasis, type WeightKind, weightKinds } from "./procurement.ts";

const count = z.number().int().nonnegative();
const basisSchema = z.strictObject({
  form: z.string().nullable(),
  candidates: z.array(
    z.strictObject({
      candidateId: z.string(),
      name: z.string(),
      vendor: z.string(),
      disclosureId: z.string().nullable(),
      counts: z.strictObject({
        yes: count,
        no: count,
        notApplicable: count,
        open: count,
        notComparable: count,
      }),
      points: z.strictObject({ reached: count, possible: count }),
      mustOpen: z.array(z.string()),
    }),
  ),
});

/** Parses the JSON text of a stored choice. @throws when it is not one (a defect, not a person's error). */
export function parseChoiceBasis(json: string): ChoiceBasis {
  return basisSchema.parse(JSON.parse(json));
}

const weightsSchema = z.record(z.string(), z.record(z.string(), z.enum(weightKinds)));
/** Weights by form (`id@version`) and item key. */
export type StoredWeights = Record<string, Record<string, WeightKind>>;

export function parseWeights(json: string): StoredWeights {
  return weightsSchema.parse(JSON.parse(json));
}
