import type { LookAlike } from "./reading.ts";

/** Files that are kept with a product without being read: the two look-alikes, and whatever a person says. */
export const documentKinds = ["mds2", "service-spec", "other"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/**
 * As what a look-alike is kept with its product. Null for the two that are read down a path of their own
 * (checklist, role sheet).
 */
export function documentKindOf(lookAlike: LookAlike | null): DocumentKind | null {
  if (lookAlike === "mds2" || lookAlike === "service-spec") return lookAlike;
  return lookAlike === null ? "other" : null;
}
