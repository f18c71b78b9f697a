import type { Catalogues } from "~/catalogues.server";
import type { Guideline } from "~/domain/guideline";
import type { Mapping } from "~/domain/mapping";
import type { Questionnaire } from "~/domain/questionnaire";
import type { RoleSheetForm } from "~/domain/role-sheet-form";

export type AnyCatalogue = Guideline | Questionnaire | Mapping | RoleSheetForm;

/** The catalogue of a reference (`mhlw-guideline@6.0`), whatever its kind; null when there is none. */
export function findCatalogue(catalogues: Catalogues, ref: string): AnyCatalogue | null {
  return (
    catalogues.guidelines.get(ref) ??
    catalogues.questionnaires.get(ref) ??
    catalogues.mappings.get(ref) ??
    catalogues.roleSheetForms.get(ref) ??
    null
  );
}
