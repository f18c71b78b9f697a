import type { Catalogues } from "~/catalogues.server";
import type { Catalogue } from "~/domain/any-catalogue";
import { catalogueRef } from "~/domain/provenance";

/** The catalogue of a reference (`mhlw-guideline@6.0`), whatever its kind; null when there is none. */
export function findCatalogue(catalogues: Catalogues, ref: string): Catalogue | null {
  return catalogues.all.find((each) => catalogueRef(each.head) === ref) ?? null;
}
