/** What a group can load, derive or write itself; the first four come from official files. */
export const catalogueKinds = [
  "questionnaire",
  "checklist",
  "role-sheet",
  "guideline",
  "item-set",
  "crosswalk",
  "mapping",
] as const;
export type CatalogueKind = (typeof catalogueKinds)[number];

export const catalogueDraftStates = ["draft", "published", "discarded"] as const;
export type CatalogueDraftState = (typeof catalogueDraftStates)[number];

export function isCatalogueKind(kind: unknown): kind is CatalogueKind {
  return catalogueKinds.some((each) => each === kind);
}
