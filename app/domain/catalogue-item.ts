import type { Catalogue } from "./any-catalogue.ts";
import type { Checklist } from "./checklist.ts";
import { canonicalClause } from "./clause-moves.ts";
import { clauseText, type Guideline } from "./guideline.ts";
import type { Questionnaire } from "./questionnaire.ts";
import type { RoleSheetForm } from "./role-sheet-form.ts";

/**
 * 項目: one row of any catalogue as comparisons see it. `no` is the number as printed (an attribute: editions
 * repeat numbers and leave them out); `clauses` are the references printed in or with the row, in one spelling.
 */
export type CatalogueItem = {
  key: string;
  no: string | null;
  section: string;
  text: string;
  clauses: string[];
};

/** Requirements of a guideline edition; an item without a known number cites nothing exactly. */
export function itemsOfGuideline(guideline: Guideline): CatalogueItem[] {
  return guideline.requirements.map((each) => ({
    key: each.key,
    no: clauseText(each),
    section: `${each.volume} ${each.chapter}`,
    text: each.summary,
    clauses: each.no === null ? [] : [clauseText(each)],
  }));
}

export function itemsOfRoleSheet(form: RoleSheetForm): CatalogueItem[] {
  return form.items.map((each) => ({
    key: each.key,
    no: each.no,
    section: each.group,
    text: each.label,
    clauses: inOneSpelling(each.guidelineRefs),
  }));
}

/** Questions of a form: what they print is taken as it is. */
export function itemsOfQuestionnaire({ questions }: Questionnaire): CatalogueItem[] {
  return questions.map((each) => ({
    key: each.key,
    no: each.no === "" ? null : each.no,
    section: each.section,
    text: each.question,
    clauses: inOneSpelling(each.clauses ?? []),
  }));
}

export function itemsOfChecklist({ items }: Checklist): CatalogueItem[] {
  return items.map((each) => ({
    key: each.key,
    no: each.no === "" ? null : each.no,
    section: each.section,
    text: each.item,
    clauses: inOneSpelling(each.clauses),
  }));
}

/** Rows of a catalogue that a mapping or a crosswalk can join; null for a kind that has none of its own. */
export function itemsOfCatalogue(catalogue: Catalogue): CatalogueItem[] | null {
  switch (catalogue.kind) {
    case "guideline":
      return itemsOfGuideline(catalogue);
    case "questionnaire":
      return itemsOfQuestionnaire(catalogue);
    case "role-sheet":
      return itemsOfRoleSheet(catalogue);
    case "checklist":
      return itemsOfChecklist(catalogue);
    case "mapping":
    case "item-set":
    case "crosswalk":
      return null;
  }
}

/** References in one spelling; one that no rule can read stays as it is printed. */
function inOneSpelling(clauses: readonly string[]): string[] {
  return [...new Set(clauses.map((each) => canonicalClause(each) ?? each))];
}
