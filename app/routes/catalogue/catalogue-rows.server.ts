import type { Catalogues } from "~/catalogues.server";
import { clauseText } from "~/domain/guideline";
import type { Mapping } from "~/domain/mapping";
import { assertNever } from "~/domain/problem";
import type { Confidence, Provenance } from "~/domain/provenance";
import type { Words } from "~/messages/words";
import type { AnyCatalogue } from "./find-catalogue.server";

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

/** Rows of a catalogue with their details in words. */
export function catalogueRows(
  catalogue: AnyCatalogue,
  catalogues: Catalogues,
  { catalogues: words, mappingRelations, lineRules }: Words,
): CatalogueRow[] {
  const given = (text: string | null, say: (text: string) => string) => (text ? [say(text)] : []);
  switch (catalogue.kind) {
    case "guideline":
      return catalogue.requirements.map((each) => ({
        key: each.key,
        no: clauseText(each),
        isConfirmable: each.provenance === "official-number" && each.no !== null,
        text: each.summary,
        details: [
          [each.chapterTitle, each.isVendorRelevant ? words.vendor : words.hospital]
            .filter(Boolean)
            .join("・"),
          ...given(each.typicalEvidence, words.evidenceExample),
          ...given(each.appliesTo, words.appliesTo),
          ...given(each.note, words.note),
        ],
        provenance: each.provenance,
        confidence: each.confidence,
        source: each.source,
      }));
    case "questionnaire":
      return catalogue.questions.map((each) => ({
        key: each.key,
        no: each.no,
        isConfirmable: false,
        text: each.question,
        details: [each.section, words.help(each.help), words.ask(each.askVendor)],
        provenance: each.provenance,
        confidence: null,
        source: "",
      }));
    case "role-sheet":
      return catalogue.items.map((each) => ({
        key: each.key,
        no: each.no ?? "",
        isConfirmable: each.provenance === "official-number" && each.no !== null,
        text: each.label,
        details: [
          words.part(each.part, each.group),
          each.content,
          ...given(each.risk, words.risk),
          ...given(each.recommended, words.recommended),
          ...given(each.guidelineRefs.join("、"), words.references),
        ],
        provenance: each.provenance,
        confidence: each.confidence,
        source: each.source,
      }));
    case "mapping":
      return mappingRows(catalogue, catalogues, (line, nos) => [
        words.mappedFrom(nos),
        `${lineRules[line.rule]}・${mappingRelations[line.relation]}・${
          line.acceptsNotApplicable ? words.acceptsNotApplicable : words.refusesNotApplicable
        }`,
        words.reason(line.reason),
      ]);
    default:
      return assertNever(catalogue);
  }
}

function mappingRows(
  mapping: Mapping,
  catalogues: Catalogues,
  details: (line: Mapping["lines"][number], nos: string) => string[],
): CatalogueRow[] {
  const requirements = new Map(
    catalogues.guideline(mapping.to)?.requirements.map((each) => [each.key, each]),
  );
  const nos = new Map(
    catalogues.questionnaires.get(mapping.from)?.questions.map((each) => [each.key, each.no]),
  );
  return mapping.lines.map((line) => {
    const requirement = requirements.get(line.requirement);
    return {
      key: line.id,
      no: requirement ? clauseText(requirement) : line.requirement,
      isConfirmable: false,
      text: requirement?.summary ?? line.requirement,
      details: details(line, line.questions.map((each) => nos.get(each) ?? each).join("、")),
      provenance: null,
      confidence: null,
      source: "",
    };
  });
}
