import { answersOfMany } from "#db/queries/clash-sources.server";
import type { Catalogues } from "~/catalogues.server";
import type { Assessment } from "~/domain/assessment";
import { assessedAnswers } from "~/domain/disclosure";
import type { FormId } from "~/domain/questionnaire";
import type { Scope } from "~/domain/scope";
import { assessAnswers, parseClauses } from "./assess.server";
import { basisOfAssessment } from "./assessment-basis.server";
import type { Ports } from "./ports.server";

type Disclosed = { id: string; form: FormId; formVersion: string };

/**
 * 照合 of many disclosures against one or more editions, by disclosure and edition: one query, whatever their
 * number. Verdicts are those of `assessDisclosure`; an edition nobody holds gives none.
 */
export async function assessMany(
  ports: Ports,
  scope: Scope,
  catalogues: Catalogues,
  disclosures: readonly Disclosed[],
  editions: readonly string[],
): Promise<Map<string, Map<string, Assessment>>> {
  const answers = await answersOfMany(
    ports.db,
    scope,
    disclosures.map((each) => each.id),
  );
  return new Map(
    disclosures.map((disclosure) => {
      const { id, form, formVersion } = disclosure;
      const questionnaire = catalogues.questionnaireFor(form, formVersion);
      const given = (answers.get(id) ?? []).map(({ clauses, ...each }) => ({
        ...each,
        clauses: parseClauses(clauses),
      }));
      const joined = assessedAnswers(given, questionnaire);
      const own = editions.flatMap((ref): [string, Assessment][] => {
        const guideline = catalogues.guideline(ref);
        if (!guideline) return [];
        const basis = basisOfAssessment(catalogues, questionnaire, ref, joined, disclosure);
        return [[ref, assessAnswers(ports, questionnaire, guideline, ref, basis)]];
      });
      return [id, new Map(own)];
    }),
  );
}
