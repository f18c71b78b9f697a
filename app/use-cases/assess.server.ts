import { z } from "zod";
import { confirmedClauses, decisionsOfSeries, type ShownDecision } from "#db/queries/decisions.server";
import { answersOf, findDisclosure, type ShownDisclosure } from "#db/queries/disclosures.server";
import { type Assessment, type AssessmentLine, assess, linesFromClauses } from "~/domain/assessment";
import { assessedAnswers } from "~/domain/disclosure";
import type { Guideline } from "~/domain/guideline";
import { done, failed, problem, type Result } from "~/domain/problem";
import { catalogueRef } from "~/domain/provenance";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";

export type DisclosureAssessment = {
  disclosure: ShownDisclosure;
  guideline: Guideline;
  guidelineRef: string;
  assessment: Assessment;
  /** Current decision of each requirement key. */
  decisions: Map<string, ShownDecision>;
  /** Every decision ever taken on this series and edition, newest first. */
  decisionHistory: ShownDecision[];
  /** Keys whose clause number a person compared with the official text. */
  confirmed: Set<string>;
};

const clausesSchema = z.array(z.string());

/**
 * 照合する: one disclosure against one edition. Verdicts are computed each time and never stored; five queries,
 * whatever the size. The default edition is the one that no other has replaced; an older one stays available.
 */
export async function assessDisclosure(
  ports: Ports,
  scope: Scope,
  input: { disclosureId: string; guideline: string | null },
): Promise<Result<DisclosureAssessment>> {
  const disclosure = await findDisclosure(ports.db, scope, input.disclosureId);
  if (!disclosure) return failed(problem("not-found"));
  const guidelineRef = input.guideline ?? defaultEdition(ports);
  const guideline = ports.catalogues.guideline(guidelineRef);
  if (!guideline) return failed(problem("catalogue-unknown", { ref: guidelineRef }));
  const [answers, history, confirmations] = await Promise.all([
    answersOf(ports.db, scope, disclosure.id),
    decisionsOfSeries(ports.db, scope, { ...disclosure, guideline: guidelineRef }),
    confirmedClauses(ports.db, scope, guidelineRef),
  ]);
  const superseded = new Set(history.map((each) => each.supersedes));
  const current = history.filter((each) => !superseded.has(each.id));
  return done({
    disclosure,
    guideline,
    guidelineRef,
    assessment: assessAnswers(ports, disclosure.form, guideline, guidelineRef, answers),
    decisions: new Map(current.map((each) => [each.requirement, each])),
    decisionHistory: history,
    confirmed: new Set(confirmations.map((each) => each.requirement)),
  });
}

/** The edition an assessment opens with: the one with the most items, because 7.0 is known in part only. */
export function defaultEdition(ports: Ports): string {
  const editions = [...ports.catalogues.guidelines.values()];
  editions.sort((a, b) => b.requirements.length - a.requirements.length);
  const first = editions[0];
  return first ? catalogueRef(first.head) : "";
}

type StoredAnswer = Awaited<ReturnType<typeof answersOf>>[number];

/** Published mappings where the form is a catalogue; else the clauses printed in its questions. */
function assessAnswers(
  ports: Ports,
  form: ShownDisclosure["form"],
  guideline: Guideline,
  guidelineRef: string,
  stored: readonly StoredAnswer[],
): Assessment {
  const questionnaire = ports.catalogues.questionnaireOfForm(form);
  const answers = assessedAnswers(
    stored.map(({ no, question, clauses, answer, remark, cell }) => ({
      no,
      question,
      answer,
      remark,
      cell,
      clauses: clausesSchema.parse(JSON.parse(clauses)),
    })),
    questionnaire,
  );
  if (questionnaire) {
    const mappings = ports.catalogues.mappingsBetween(catalogueRef(questionnaire.head), guidelineRef);
    const lines = mappings.flatMap((mapping) =>
      mapping.lines.map(
        (line): AssessmentLine => ({ ...line, origin: "published", mapping: catalogueRef(mapping.head) }),
      ),
    );
    return assess(guideline, guidelineRef, answers, lines);
  }
  const { lines, unknownClauses } = linesFromClauses(answers, guideline);
  return assess(guideline, guidelineRef, answers, lines, unknownClauses);
}
