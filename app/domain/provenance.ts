import { z } from "zod";

/**
 * Where a row of a catalogue comes from. Official texts may not be shipped, so what ships is our own
 * wording, pinned to an official number where a source states one (domain/README 1 and 2).
 * `official-text`: loaded by a hospital from the official file, for itself; never part of what ships.
 */
export const provenances = ["official-number", "own-wording", "official-text"] as const;
export const provenanceSchema = z.enum(provenances);
export type Provenance = z.infer<typeof provenanceSchema>;

/** How sure we are that the official number and matter are as stated. */
export const confidences = ["high", "medium", "low"] as const;
export const confidenceSchema = z.enum(confidences);
export type Confidence = z.infer<typeof confidenceSchema>;

/** Key of a catalogue's row: `starter:…` for ours, `item:12` for the 12th row of an official file. */
export const catalogueItemKeySchema = z.string().regex(/^(starter:[a-z0-9-]+|item:[0-9]+)$/);

/** Head of every file under templates/: identity, issuer, source, licence. */
export const catalogueHeadSchema = z.strictObject({
  /** Stable id of the catalogue, e.g. `mhlw-guideline`. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  /** Version as its issuer prints it, e.g. `6.0`. */
  version: z.string().min(1),
  title: z.string().min(1),
  /** Who published the original; 「院内」 or the project for our own. */
  issuer: z.string().min(1),
  issuedOn: z.string().nullable(),
  source: z.string().min(1),
  licence: z.string().min(1),
  /** Note shown on every page that uses it. */
  notice: z.string(),
  /** `id@version` of the edition that replaced this one, and when. */
  replacedBy: z.strictObject({ version: z.string(), on: z.string() }).nullable(),
});
export type CatalogueHead = z.infer<typeof catalogueHeadSchema>;

/** `id@version`, the way catalogues are named in records and on paper. */
export function catalogueRef(head: { id: string; version: string }): string {
  return `${head.id}@${head.version}`;
}
