import type { Catalogues } from "~/catalogues.server";
import { type CatalogueHead, catalogueRef } from "~/domain/provenance";

export type Edition = {
  ref: string;
  kind: "guideline" | "questionnaire" | "mapping" | "roleSheet" | "checklist" | "itemSet" | "crosswalk";
  title: string;
  version: string;
  issuer: string;
  notice: string;
  replacedBy: { version: string; on: string } | null;
  items: number;
  isTotalUnknown: boolean;
};

/** Every catalogue the program works with, guidelines first, with how many items each holds. */
export function editionsOf(catalogues: Catalogues): Edition[] {
  return [
    ...[...catalogues.guidelines.values()].map((each) =>
      edition("guideline", each.head, each.requirements.length, each.isTotalUnknown),
    ),
    ...[...catalogues.questionnaires.values()].map((each) =>
      edition("questionnaire", each.head, each.questions.length, false),
    ),
    ...[...catalogues.roleSheetForms.values()].map((each) =>
      edition("roleSheet", each.head, each.items.length, each.isTotalUnknown),
    ),
    ...[...catalogues.checklists.values()].map((each) =>
      edition("checklist", each.head, each.items.length, false),
    ),
    ...[...catalogues.itemSets.values()].map((each) =>
      edition("itemSet", each.head, each.items.length, false),
    ),
    ...[...catalogues.mappings.values()].map((each) =>
      edition("mapping", each.head, each.lines.length, false),
    ),
    ...[...catalogues.crosswalks.values()].map((each) =>
      edition("crosswalk", each.head, each.lines.length, false),
    ),
  ];
}

function edition(
  kind: Edition["kind"],
  head: CatalogueHead,
  items: number,
  isTotalUnknown: boolean,
): Edition {
  const { title, version, issuer, notice, replacedBy } = head;
  return { ref: catalogueRef(head), kind, title, version, issuer, notice, replacedBy, items, isTotalUnknown };
}
