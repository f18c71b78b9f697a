import type { Catalogues } from "~/catalogues.server";
import type { AssessedAnswer, AssessmentLine, ClauseKnowledge } from "~/domain/assessment";
import { carriedForAssessment } from "~/domain/carried-answer";
import { itemsOfQuestionnaire } from "~/domain/catalogue-item";
import type { Crosswalk } from "~/domain/crosswalk";
import type { Mapping } from "~/domain/mapping";
import { catalogueRef } from "~/domain/provenance";
import type { Questionnaire } from "~/domain/questionnaire";
import { newestOfEach } from "./relation-drafts.server";

/** What a disclosure is compared by: its answers (carried where need be) and the lines people published. */
export type AssessmentBasis = {
  answers: AssessedAnswer[];
  lines: AssessmentLine[];
  rejected: ClauseKnowledge["rejected"];
  carriedTo: { ref: string; version: string; crosswalk: string } | null;
};

/**
 * The published mappings of the form's own version. Where it has none but a newer version has, and a crosswalk
 * to that version is published, the answers are carried there; only then, and never further than one step.
 */
export function basisOfAssessment(
  catalogues: Catalogues,
  questionnaire: Questionnaire | null,
  guidelineRef: string,
  answers: readonly AssessedAnswer[],
  disclosure: { id: string; formVersion: string },
): AssessmentBasis {
  const plain = { answers: [...answers], lines: [], rejected: [], carriedTo: null };
  if (!questionnaire) return plain;
  const own = mappingsFor(catalogues, catalogueRef(questionnaire.head), guidelineRef);
  if (own.length > 0) return { ...plain, ...linesOf(own) };
  const bridge = bridgeFrom(catalogues, catalogueRef(questionnaire.head), guidelineRef);
  if (!bridge) return plain;
  const { crosswalk, newer, mappings } = bridge;
  return {
    answers: carriedForAssessment(
      crosswalk,
      answers,
      itemsOfQuestionnaire(newer),
      disclosure.id,
      disclosure.formVersion,
    ),
    ...linesOf(mappings),
    carriedTo: { ref: crosswalk.to, version: newer.head.version, crosswalk: catalogueRef(crosswalk.head) },
  };
}

/** Of each mapping the version published last. */
function mappingsFor(catalogues: Catalogues, fromRef: string, toRef: string): Mapping[] {
  return newestOfEach(catalogues.mappingsBetween(fromRef, toRef));
}

type Bridge = { crosswalk: Crosswalk; newer: Questionnaire; mappings: Mapping[] };

/** The crosswalk published last that leads to a version with mappings. */
function bridgeFrom(catalogues: Catalogues, fromRef: string, guidelineRef: string): Bridge | null {
  const bridges = newestOfEach(catalogues.crosswalks.values()).flatMap((crosswalk): Bridge[] => {
    const newer = catalogues.questionnaires.get(crosswalk.to);
    const mappings = mappingsFor(catalogues, crosswalk.to, guidelineRef);
    return crosswalk.from === fromRef && newer && mappings.length > 0 ? [{ crosswalk, newer, mappings }] : [];
  });
  return bridges.at(-1) ?? null;
}

function linesOf(mappings: readonly Mapping[]): Pick<AssessmentBasis, "lines" | "rejected"> {
  return {
    lines: mappings.flatMap((mapping) =>
      mapping.lines.map(
        (line): AssessmentLine => ({ ...line, origin: "published", mapping: catalogueRef(mapping.head) }),
      ),
    ),
    rejected: mappings.flatMap((mapping) => mapping.rejected ?? []),
  };
}
