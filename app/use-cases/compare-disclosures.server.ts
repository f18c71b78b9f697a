import { findDisclosure, type ShownDisclosure, seriesOf } from "#db/queries/disclosures.server";
import { effectsOnDecisions, verdictEffects } from "~/domain/comparison-effect";
import { parseBasis } from "~/domain/decision-file";
import { compareDisclosures, type DisclosureComparison } from "~/domain/disclosure-comparison";
import { done, failed, problem, type Result } from "~/domain/problem";
import { catalogueRef } from "~/domain/provenance";
import type { Scope } from "~/domain/scope";
import { isGap } from "~/domain/verdict";
import { assessDisclosure, type DisclosureAssessment } from "./assess.server";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import { newestOfEach } from "./relation-drafts.server";

export type SeriesComparison = {
  disclosure: ShownDisclosure;
  /** All of the series, the newest first. */
  series: ShownDisclosure[];
  /** Null for the first of a series. */
  pair:
    | ({ older: ShownDisclosure; newer: ShownDisclosure; comparison: DisclosureComparison } & ReturnType<
        typeof effectsOf
      >)
    | null;
};

/**
 * 開示書を見比べる: a disclosure beside another of its series (the one made before it when none is named), row by
 * row, and what the newer one does to the verdicts of an edition and to the decisions taken on it. A constant
 * number of queries, whatever the two hold.
 * @returns Problems: not-found, when there is no such disclosure, or the other is of another series
 */
export async function compareInSeries(
  ports: Ports,
  scope: Scope,
  input: { disclosureId: string; withId: string | null; guideline: string | null },
): Promise<Result<SeriesComparison>> {
  const found = await findDisclosure(ports.db, scope, input.disclosureId);
  if (!found) return failed(problem("not-found"));
  const series = await seriesOf(ports.db, scope, found.productVersionId, found.form);
  const other = chosenOther(found, series, input.withId);
  if (!other.ok) return other;
  if (other.value === null) return done({ disclosure: found, series, pair: null });
  const [older, newer] = inOrder(found, other.value);
  const { guideline } = input;
  const [before, after] = await Promise.all([
    assessDisclosure(ports, scope, { disclosureId: older.id, guideline }),
    assessDisclosure(ports, scope, { disclosureId: newer.id, guideline }),
  ]);
  if (!before.ok) return before;
  if (!after.ok) return after;
  const crosswalks = newestOfEach((await cataloguesOf(ports, scope)).crosswalks.values());
  const comparison = compareDisclosures(sideOf(before.value), sideOf(after.value), crosswalks);
  return done({
    disclosure: found,
    series,
    pair: { older, newer, comparison, ...effectsOf(before.value, after.value) },
  });
}

/** Older first by the day it was made, of one day by its record. */
function inOrder(a: ShownDisclosure, b: ShownDisclosure): [ShownDisclosure, ShownDisclosure] {
  const isOlder = a.issuedOn < b.issuedOn || (a.issuedOn === b.issuedOn && a.recordedSeq < b.recordedSeq);
  return isOlder ? [a, b] : [b, a];
}

/** The one named, else the newest made before it that was not withdrawn; null where it is the first. */
function chosenOther(
  found: ShownDisclosure,
  series: readonly ShownDisclosure[],
  withId: string | null,
): Result<ShownDisclosure | null> {
  if (withId === null) {
    const before = series.filter(
      (each) => each.id !== found.id && each.withdrawnReason === null && inOrder(each, found)[0] === each,
    );
    return done(before[0] ?? null);
  }
  const named = series.find((each) => each.id === withId && each.id !== found.id);
  return named ? done(named) : failed(problem("not-found"));
}

function sideOf({ disclosure, questionnaire, answers }: DisclosureAssessment) {
  return {
    form: questionnaire ? catalogueRef(questionnaire.head) : null,
    formVersion: disclosure.formVersion,
    answers,
  };
}

/** Decisions are those in force on the series; a gap of the newer one without any is listed apart. */
function effectsOf(before: DisclosureAssessment, after: DisclosureAssessment) {
  const { guideline, guidelineRef, assessment, decisions } = after;
  const taken = [...decisions.values()].map(({ id, kind, requirement, dueOn, basis }) => ({
    ...{ id, kind, requirement, dueOn, basis: parseBasis(basis) },
  }));
  const { title, version, notice } = guideline.head;
  return {
    guideline: { ref: guidelineRef, title, version, notice },
    verdicts: verdictEffects(before.assessment.findings, assessment.findings),
    decisions: effectsOnDecisions(taken, assessment.findings, guidelineRef),
    openGaps: assessment.findings
      .filter((each) => isGap(each.verdict) && !decisions.has(each.requirement.key))
      .map(({ requirement, clause, verdict }) => ({ key: requirement.key, clause, verdict })),
  };
}
