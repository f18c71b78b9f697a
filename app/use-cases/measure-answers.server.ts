import { currentDisclosuresOf, type ShownDisclosure } from "#db/queries/disclosures.server";
import { answersCiting, answersNumbered } from "#db/queries/topic-answers.server";
import type { Catalogues } from "~/catalogues.server";
import { clauseText, parseClause } from "~/domain/guideline";
import type { MeasureAnswer } from "~/domain/measure-board";
import { catalogueRef } from "~/domain/provenance";
import { isOwnForm, type Question } from "~/domain/questionnaire";
import type { Scope } from "~/domain/scope";
import type { Measure } from "~/domain/self-check-templates";
import { parseClauses } from "./assess.server";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";

/** A question of a form that a published mapping leads to a measure. */
type LedQuestion = { measureKey: string; question: Question; mapping: string };

/**
 * What the current disclosures of product versions say to measures. Four queries, whatever the number of systems.
 * Published mappings lead from a question to a measure, and, in an official form, the clause printed in the question
 * itself, as in a comparison; likeness of words never does.
 */
export async function measureAnswers(
  ports: Ports,
  scope: Scope,
  productVersionIds: readonly string[],
  measures: readonly Measure[],
): Promise<MeasureAnswer[]> {
  const disclosures = await currentDisclosuresOf(ports.db, scope, [...new Set(productVersionIds)]);
  if (disclosures.length === 0) return [];
  const catalogues = await cataloguesOf(ports, scope);
  const asked = disclosures.map((disclosure) => ({
    disclosure,
    led: ledQuestions(catalogues, measures, disclosure),
  }));
  const questions = asked.flatMap((each) => each.led.map(({ question }) => question));
  const wanted = {
    numbers: [...new Set(questions.map((each) => each.no))].filter(Boolean),
    texts: [...new Set(questions.map((each) => each.question))],
  };
  const ids = disclosures.map((each) => each.id);
  const [answers, citing] = await Promise.all([
    answersNumbered(ports.db, scope, ids, wanted),
    answersCiting(
      ports.db,
      scope,
      disclosures.filter((each) => !isOwnForm(each.form)).map((each) => each.id),
    ),
  ]);
  const cited = citedMeasures(catalogues, measures);
  return asked.flatMap(({ disclosure, led }) => {
    const { id, productVersionId } = disclosure;
    const own = answers.filter((each) => each.disclosureId === id);
    const mapped = led.flatMap(({ measureKey, question, mapping }): MeasureAnswer[] => {
      const answer = own.find((each) =>
        question.no === "" ? each.question === question.question : each.no === question.no,
      );
      return answer ? [{ measureKey, productVersionId, mapping, ...answer }] : [];
    });
    const isMapped = (measureKey: string, cell: string) =>
      mapped.some((each) => each.measureKey === measureKey && each.cell === cell);
    const printed = citing
      .filter((each) => each.disclosureId === id)
      .flatMap(({ clauses, ...answer }) =>
        cited(parseClauses(clauses))
          .filter((measureKey) => !isMapped(measureKey, answer.cell))
          .map((measureKey): MeasureAnswer => ({ measureKey, productVersionId, mapping: null, ...answer })),
      );
    return [...mapped, ...printed];
  });
}

/** Keys of the measures whose requirements a printed clause names, in any edition. */
function citedMeasures(catalogues: Catalogues, measures: readonly Measure[]) {
  const byClause = new Map<string, Set<string>>();
  for (const { key, requirements } of measures) {
    for (const { guideline, requirement } of requirements) {
      const found = catalogues.guideline(guideline)?.requirements.find((each) => each.key === requirement);
      if (!found || found.no === null) continue;
      const clause = clauseText(found);
      byClause.set(clause, (byClause.get(clause) ?? new Set()).add(key));
    }
  }
  return (clauses: readonly string[]): string[] => {
    const named = clauses.flatMap((each) => {
      const parsed = parseClause(each);
      return parsed ? [...(byClause.get(clauseText(parsed)) ?? [])] : [];
    });
    return [...new Set(named)];
  };
}

function ledQuestions(
  catalogues: Catalogues,
  measures: readonly Measure[],
  disclosure: Pick<ShownDisclosure, "form" | "formVersion">,
): LedQuestion[] {
  const form = catalogues.questionnaireFor(disclosure.form, disclosure.formVersion);
  if (!form) return [];
  const byKey = new Map(form.questions.map((each) => [each.key, each]));
  return measures.flatMap(({ key, requirements }) => {
    const found = new Map<string, LedQuestion>();
    for (const { guideline, requirement } of requirements) {
      for (const mapping of catalogues.mappingsBetween(catalogueRef(form.head), guideline)) {
        const lines = mapping.lines.filter((line) => line.requirement === requirement);
        for (const questionKey of lines.flatMap((line) => line.questions)) {
          const question = byKey.get(questionKey);
          // why once: two guidelines may lead from the same question to the same measure.
          if (!question || found.has(questionKey)) continue;
          found.set(questionKey, { measureKey: key, question, mapping: catalogueRef(mapping.head) });
        }
      }
    }
    return [...found.values()];
  });
}
