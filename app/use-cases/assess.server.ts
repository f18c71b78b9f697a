import { z } from "zod";
import { accountNames } from "#db/queries/confirmers.server";
import { confirmedClauses, decisionsOfSeries, type ShownDecision } from "#db/queries/decisions.server";
import { answersOf, findDisclosure, type ShownDisclosure } from "#db/queries/disclosures.server";
import { overridesOfSeries, type ShownOverride } from "#db/queries/verdict-overrides.server";
import type { Catalogues } from "~/catalogues.server";
import {
  type AssessedAnswer,
  type Assessment,
  type AssessmentLine,
  assess,
  linesFromClauses,
} from "~/domain/assessment";
import { movesOf } from "~/domain/clause-moves";
import type { CrosswalkLine } from "~/domain/crosswalk";
import { assessedAnswers, isUnjoined } from "~/domain/disclosure";
import type { Guideline } from "~/domain/guideline";
import { done, failed, problem, type Result } from "~/domain/problem";
import { catalogueRef, type Provenance } from "~/domain/provenance";
import { isOwnForm, type Questionnaire } from "~/domain/questionnaire";
import type { Scope } from "~/domain/scope";
import { type AssessmentBasis, basisOfAssessment } from "./assessment-basis.server";
import { cataloguesOf } from "./catalogues.server";
import { withOverrides } from "./overrides-beside.server";
import type { Ports } from "./ports.server";

export type DisclosureAssessment = {
  disclosure: ShownDisclosure;
  guideline: Guideline;
  guidelineRef: string;
  /** The catalogue of exactly the disclosure's form and version; null where nobody has loaded it. */
  questionnaire: Questionnaire | null;
  assessment: Assessment;
  /** Every answer in the order of the sheet, joined to the form's own items. */
  answers: AssessedAnswer[];
  /** Answers that no item of that catalogue could be found for: listed, never forced. */
  unjoined: AssessedAnswer[];
  /** The newer version whose published mappings are used, when the form's own version has none; else null. */
  carriedTo: AssessmentBasis["carriedTo"];
  /** Lines of the crosswalk the answers were carried by, by their ids; empty where nothing was carried. */
  carriedLines: ReadonlyMap<string, CrosswalkLine>;
  /** Current decision of each requirement key. */
  decisions: Map<string, ShownDecision>;
  /** Every decision ever taken on this series and edition, newest first. */
  decisionHistory: ShownDecision[];
  /** Every override ever recorded on this series and edition, in that order. */
  overrideHistory: ShownOverride[];
  /** Keys whose clause number a person compared with the official text. */
  confirmed: Set<string>;
};

const clausesSchema = z.array(z.string());

/**
 * 照合する: one disclosure against one edition. Verdicts are computed each time and never stored; seven queries,
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
  const series = { ...disclosure, guideline: guidelineRef };
  const [answers, history, confirmations, overrides] = await Promise.all([
    answersOf(ports.db, scope, disclosure.id),
    decisionsOfSeries(ports.db, scope, series),
    confirmedClauses(ports.db, scope, guidelineRef),
    overridesOfSeries(ports.db, scope, series),
  ]);
  const superseded = new Set(history.map((each) => each.supersedes));
  const current = history.filter((each) => !superseded.has(each.id));
  const questionnaire = catalogues.questionnaireFor(disclosure.form, disclosure.formVersion);
  const joined = assessedAnswers(answers.map(answerOf), questionnaire);
  const basis = basisOfAssessment(catalogues, questionnaire, guidelineRef, joined, disclosure);
  const { lines, carriedLines } = await withConfirmers(ports, scope, basis, catalogues);
  const assessment = assessAnswers(ports, questionnaire, guideline, guidelineRef, { ...basis, lines });
  return done({
    disclosure,
    guideline,
    guidelineRef,
    questionnaire,
    carriedTo: basis.carriedTo,
    carriedLines,
    assessment: withOverrides(assessment, overrides, guidelineRef),
    overrideHistory: overrides,
    answers: joined,
    unjoined: questionnaire ? joined.filter(isUnjoined) : [],
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

type StoredAnswer = Pick<
  Awaited<ReturnType<typeof answersOf>>[number],
  "no" | "question" | "clauses" | "answer" | "remark" | "cell"
>;

/**
 * The same comparison for answers that were read already: no query, so that many disclosures cost one reading.
 * @returns null when nobody has loaded the edition
 */
export function assessStored(
  ports: Ports,
  catalogues: Catalogues,
  disclosure: Pick<ShownDisclosure, "id" | "form" | "formVersion">,
  answers: readonly StoredAnswer[],
  guidelineRef: string,
): Assessment | null {
  const guideline = catalogues.guideline(guidelineRef);
  if (!guideline) return null;
  const questionnaire = catalogues.questionnaireFor(disclosure.form, disclosure.formVersion);
  const joined = assessedAnswers(answers.map(answerOf), questionnaire);
  const basis = basisOfAssessment(catalogues, questionnaire, guidelineRef, joined, disclosure);
  return assessAnswers(ports, questionnaire, guideline, guidelineRef, basis);
}

function answerOf({
  no,
  question,
  clauses,
  answer,
  remark,
  cell,
}: StoredAnswer): Omit<AssessedAnswer, "ref"> {
  return { no, question, answer, remark, cell, clauses: parseClauses(clauses) };
}

/** Printed clauses out of their JSON column. */
export function parseClauses(stored: string): string[] {
  return stored === "[]" ? [] : clausesSchema.parse(JSON.parse(stored));
}

/** Names of whoever confirmed lines of mappings and of the crosswalk, in place of their accounts; at most one query. */
async function withConfirmers(
  ports: Ports,
  scope: Scope,
  basis: AssessmentBasis,
  catalogues: Catalogues,
): Promise<{ lines: AssessmentLine[]; carriedLines: Map<string, CrosswalkLine> }> {
  const crosswalk = basis.carriedTo && catalogues.crosswalks.get(basis.carriedTo.crosswalk);
  const carried = crosswalk ? crosswalk.lines : [];
  const ids = [...basis.lines, ...carried].flatMap((each) => each.confirmedBy ?? []);
  const names = await accountNames(ports.db, scope, ids);
  const named = <L extends { confirmedBy?: string | undefined }>(line: L): L => {
    const name = line.confirmedBy === undefined ? undefined : names.get(line.confirmedBy);
    return name === undefined ? line : { ...line, confirmedBy: name };
  };
  return {
    lines: basis.lines.map(named),
    carriedLines: new Map(carried.map((each) => [each.id, named(each)])),
  };
}

/**
 * Published mappings where the form is a catalogue. An official form keeps the clauses printed in its questions
 * as lines of their own, whether anyone has loaded its catalogue or not; a form of ours prints none.
 */
export function assessAnswers(
  ports: Ports,
  questionnaire: Questionnaire | null,
  guideline: Guideline,
  guidelineRef: string,
  basis: AssessmentBasis,
): Assessment {
  if (questionnaire && isOwnForm(questionnaire.form)) {
    return assess(guideline, guidelineRef, basis.answers, basis.lines);
  }
  const { lines, unknownClauses } = linesFromClauses(basis.answers, guideline, {
    published: basis.lines,
    rejected: basis.rejected,
    movedTo: (clause) =>
      movesOf(ports.catalogues.clauseMoves, clause, guidelineRef).flatMap((each) => each.to),
  });
  return assess(guideline, guidelineRef, basis.answers, [...basis.lines, ...lines], unknownClauses);
}
