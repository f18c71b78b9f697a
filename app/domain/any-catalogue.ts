import type { z } from "zod";
import type { CatalogueKind } from "./catalogue-draft.ts";
import { type Checklist, checklistSchema } from "./checklist.ts";
import { type Crosswalk, crosswalkSchema } from "./crosswalk.ts";
import { type Guideline, guidelineSchema } from "./guideline.ts";
import { type ItemSet, itemSetSchema } from "./item-set.ts";
import { type Mapping, mappingSchema } from "./mapping.ts";
import { type Questionnaire, questionnaireSchema } from "./questionnaire.ts";
import { type RoleSheetForm, roleSheetFormSchema } from "./role-sheet-form.ts";

/** Every kind of catalogue, whether it ships under templates/ or a group published it. */
export type Catalogue = Guideline | Questionnaire | Mapping | RoleSheetForm | Checklist | ItemSet | Crosswalk;

/** The strict shape of each kind: of the files under templates/, of imported JSON and of stored bodies. */
export const schemaOfKind: Readonly<Partial<Record<CatalogueKind, z.ZodType<Catalogue>>>> = {
  guideline: guidelineSchema,
  questionnaire: questionnaireSchema,
  mapping: mappingSchema,
  "role-sheet": roleSheetFormSchema,
  checklist: checklistSchema,
  "item-set": itemSetSchema,
  crosswalk: crosswalkSchema,
};
