import { z } from "zod";
import { confirmedClauses, decisionsOfSeries, type ShownDecision } from "#db/queries/decisions.server";
import { answersOf, findDisclosure, type ShownDisclosure } from "#db/queries/disclosures.server";
import type { Catalogues } from "~/catalogues.server";
import {
  type AssessedAnswer,
  type Assessment,
  type AssessmentLine,
  assess,
  linesFromClauses,
} from "~/domain/assessment";
import { assessedAnswers, isUnjoined } from "~/domain/disclosure";
import type { Guideline } from "~/domain/guideline";
import { done, failed, problem, type Result } from "~/domain/problem";
import { catalogueRef, type Provenance } from "~/domain/provenance";
import { isOwnForm, type Questionnaire } from "~/domain/questionnaire";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";

export type DisclosureAssessment = {
  disclosure: ShownDisclosure;
  guideline: Guideline;
  guidelineRef: string;
  /** The catalogue of exactly the disclosure's form and version; null where nobody has loaded it. */
  questionnaire: Questionnaire | null;
  assessment: Assessment;
  /** Answers that no item of that catalogue could be found for: listed, never forced. */
  unjoined: AssessedAnswer[];
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
  const catalogues = await cataloguesOf(ports, scope);
  const guidelineRef = input.guideline ?? defaultEdition(catalogues);
  const guideline = catalogues.guideline(guidelineRef);
  if (!guideline) return failed(problem("catalogue-unknown", { ref: guidelineRef }));
  const [answers, history, confirmations] = await Promise.all([
    answersOf(ports.db, scope, disclosure.id),
    decisionsOfSeries(ports.db, scope, { ...disclosure, guideline: guidelineRef }),
    confirmedClauses(ports.db, scope, guidelineRef),
  ]);
  const superseded = new Set(history.map((each) => each.supersedes));
  const current = history.filter((each) => !superseded.has(each.id));
  const questionnaire = catalogues.questionnaireFor(disclosure.form, disclosure.formVersion);
  const assessed = assessedAnswers(answers.map(answerOf), questionnaire);
  const lines = publishedLines(catalogues, questionnaire, guidelineRef);
  return done({
    disclosure,
    guideline,
    guidelineRef,
    questionnaire,
    assessment: assessAnswers(questionnaire, guideline, guidelineRef, assessed, lines),
    unjoined: questionnaire ? assessed.filter(isUnjoined) : [],
    decisions: new Map(current.map((each) => [each.requirement, each])),
    decisionHistory: history,
    confirmed: new Set([
      ...confirmations.map((each) => each.requirement),
      ...officialTextKeys(guideline.requirements),
    ]),
  });
}

/** The edition an assessment opens with: the one with the most items, because 7.0 is known in part only. */
export function defaultEdition(catalogues: Pick<Catalogues, "guidelines">): string {
  const editions = [...catalogues.guidelines.values()];
  editions.sort((a, b) => b.requirements.length - a.requirements.length);
  const first = editions[0];
  return first ? catalogueRef(first.head) : "";
}

/** Numbers that came with the official file itself, reviewed and published by a person, need no comparing. */
export function officialTextKeys(rows: readonly { key: string; provenance: Provenance }[]): string[] {
  return rows.filter((each) => each.provenance === "official-text").map((each) => each.key);
}

type StoredAnswer = Awaited<ReturnType<typeof answersOf>>[number];

function answerOf({
  no,
  question,
  clauses,
  answer,
  remark,
  cell,
}: StoredAnswer): Omit<AssessedAnswer, "ref"> {
  return { no, question, answer, remark, cell, clauses: clausesSchema.parse(JSON.parse(clauses)) };
}

function publishedLines(
  catalogues: Catalogues,
  questionnaire: Questionnaire | null,
  guidelineRef: string,
): AssessmentLine[] {
  if (!questionnaire) return [];
  return catalogues
    .mappingsBetween(catalogueRef(questionnaire.head), guidelineRef)
    .flatMap((mapping) =>
      mapping.lines.map(
        (line): AssessmentLine => ({ ...line, origin: "published", mapping: catalogueRef(mapping.head) }),
      ),
    );
}

/**
 * Published mappings where the form is a catalogue. An official form keeps the clauses printed in its questions
 * as lines of their own, whether anyone has loaded its catalogue or not; a form of ours prints none.
 */
function assessAnswers(
  questionnaire: Questionnaire | null,
  guideline: Guideline,
  guidelineRef: string,
  answers: readonly AssessedAnswer[],
  published: readonly AssessmentLine[],
): Assessment {
  if (questionnaire && isOwnForm(questionnaire.form)) {
    return assess(guideline, guidelineRef, answers, published);
  }
  const { lines, unknownClauses } = linesFromClauses(answers, guideline);
  return assess(guideline, guidelineRef, answers, [...published, ...lines], unknownClauses);
}
