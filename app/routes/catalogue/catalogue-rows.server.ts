import type { Catalogues } from "~/catalogues.server";
import type { Catalogue } from "~/domain/any-catalogue";
import { clauseText } from "~/domain/guideline";
import { assertNever } from "~/domain/problem";
import type { Confidence, Provenance } from "~/domain/provenance";
import type { Words } from "~/messages/words";
import { relationRows, setRows } from "./relation-rows.server";

/** One row of any catalogue as the page shows it. */
export type CatalogueRow = {
  key: string;
  /** Printed number or clause; "" where no source states one. */
  no: string;
  /** True when the number is official, so that a person can compare it with the official text. */
  isConfirmable: boolean;
  text: string;
  details: string[];
  provenance: Provenance | null;
  confidence: Confidence | null;
  source: string;
};

const plain = { isConfirmable: false, confidence: null, source: "" } as const;
const given = (text: string | null, say: (text: string) => string) => (text ? [say(text)] : []);

/**
 * Rows of a catalogue with their details in words.
 * @param names names of accounts by id, for lines that people confirmed
 */
export function catalogueRows(
  catalogue: Catalogue,
  catalogues: Catalogues,
  words: Words,
  names: ReadonlyMap<string, string>,
): CatalogueRow[] {
  switch (catalogue.kind) {
    case "guideline":
      return guidelineRows(catalogue, words.catalogues);
    case "questionnaire":
      return catalogue.questions.map((each) => ({
        ...plain,
        key: each.key,
        no: each.no,
        text: each.question,
        details: [
          ...given(each.section, (text) => text),
          ...given(each.help, words.catalogues.help),
          ...given(each.askVendor, words.catalogues.ask),
          ...given((each.clauses ?? []).join("、"), words.catalogues.references),
        ],
        provenance: each.provenance,
      }));
    case "role-sheet":
      return roleSheetRows(catalogue, words.catalogues);
    case "checklist":
      return checklistRows(catalogue, words.catalogues);
    case "item-set":
      return setRows(catalogue, catalogues);
    case "crosswalk":
    case "mapping":
      return relationRows(catalogue, catalogues, words, names);
    default:
      return assertNever(catalogue);
  }
}

type Of<K extends Catalogue["kind"]> = Extract<Catalogue, { kind: K }>;
type CatalogueWords = Words["catalogues"];

function guidelineRows({ requirements }: Of<"guideline">, words: CatalogueWords): CatalogueRow[] {
  return requirements.map((each) => ({
    key: each.key,
    no: clauseText(each),
    isConfirmable: each.provenance === "official-number" && each.no !== null,
    text: each.summary,
    details: [
      [each.chapterTitle, each.isVendorRelevant ? words.vendor : words.hospital].filter(Boolean).join("・"),
      ...given(each.typicalEvidence, words.evidenceExample),
      ...given(each.appliesTo, words.appliesTo),
      ...given(each.note, words.note),
    ],
    provenance: each.provenance,
    confidence: each.confidence,
    source: each.source,
  }));
}

function roleSheetRows({ items }: Of<"role-sheet">, words: CatalogueWords): CatalogueRow[] {
  return items.map((each) => ({
    key: each.key,
    no: each.no ?? "",
    isConfirmable: each.provenance === "official-number" && each.no !== null,
    text: each.label,
    details: [
      words.part(each.part, each.group),
      ...given(each.content, (text) => text),
      ...given(each.risk, words.risk),
      ...given(each.recommended, words.recommended),
      ...given(each.guidelineRefs.join("、"), words.references),
    ],
    provenance: each.provenance,
    confidence: each.confidence,
    source: each.source,
  }));
}

function checklistRows({ items }: Of<"checklist">, words: CatalogueWords): CatalogueRow[] {
  return items.map((each) => ({
    ...plain,
    key: each.key,
    no: each.no,
    text: each.item,
    details: [
      [each.section, words.audience[each.audience]].filter(Boolean).join("・"),
      ...given(each.target, words.target),
      ...given(each.help, words.help),
      ...given(each.clauses.join("、"), words.references),
    ],
    provenance: each.provenance,
  }));
}
