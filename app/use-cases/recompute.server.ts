import { answersOfDisclosures, type ShownDisclosure } from "#db/queries/disclosures.server";
import type { AssessedAnswer } from "~/domain/assessment";
import { assessedAnswers } from "~/domain/disclosure";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Verdict } from "~/domain/verdict";
import { assessAnswers, parseClauses } from "./assess.server";
import { basisOfAssessment } from "./assessment-basis.server";
import { cataloguesOf } from "./catalogues.server";
import { overridesBySeries, withOverrides } from "./overrides-beside.server";
import type { Ports } from "./ports.server";

/** Disclosures read at once: memory stays small, however many there are. */
const AT_ONCE = 50;

export type RecomputedDisclosure = Pick<ShownDisclosure, "id" | "form" | "formVersion" | "productVersionId">;

/**
 * 照合し直す: the verdicts of many disclosures against one edition, counted, as each one's own page counts them. Verdicts are
 * never stored, so this is what lists over many disclosures stand on; one query for 50 disclosures.
 * Problem: catalogue-unknown.
 */
export async function recomputeVerdicts(
  ports: Ports,
  scope: Scope,
  input: { disclosures: readonly RecomputedDisclosure[]; guideline: string },
): Promise<Result<Map<string, Record<Verdict, number>>>> {
  const catalogues = await cataloguesOf(ports, scope);
  const guideline = catalogues.guideline(input.guideline);
  if (!guideline) return failed(problem("catalogue-unknown", { ref: input.guideline }));
  const overridesOf = await overridesBySeries(ports, scope, input.guideline);
  const counts = new Map<string, Record<Verdict, number>>();
  for (let from = 0; from < input.disclosures.length; from += AT_ONCE) {
    const some = input.disclosures.slice(from, from + AT_ONCE);
    const answers = await answersByDisclosure(ports, scope, some);
    for (const each of some) {
      const questionnaire = catalogues.questionnaireFor(each.form, each.formVersion);
      const joined = assessedAnswers(answers.get(each.id) ?? [], questionnaire);
      const basis = basisOfAssessment(catalogues, questionnaire, input.guideline, joined, each);
      const assessment = assessAnswers(ports, questionnaire, guideline, input.guideline, basis);
      counts.set(each.id, withOverrides(assessment, overridesOf(each), input.guideline).counts);
    }
  }
  return done(counts);
}

async function answersByDisclosure(
  ports: Ports,
  scope: Scope,
  disclosures: readonly Pick<RecomputedDisclosure, "id">[],
): Promise<Map<string, Omit<AssessedAnswer, "ref">[]>> {
  const found = new Map<string, Omit<AssessedAnswer, "ref">[]>(disclosures.map(({ id }) => [id, []]));
  const rows = await answersOfDisclosures(
    ports.db,
    scope,
    disclosures.map((each) => each.id),
  );
  for (const { disclosureId, clauses, ...answer } of rows)
    found.get(disclosureId)?.push({ ...answer, clauses: parseClauses(clauses) });
  return found;
}
