import { answersOfMany } from "#db/queries/clash-sources.server";
import type { Catalogues } from "~/catalogues.server";
import type { Assessment } from "~/domain/assessment";
import type { FormId } from "~/domain/questionnaire";
import type { Scope } from "~/domain/scope";
import { assessStored } from "./assess.server";
import type { Ports } from "./ports.server";

type Disclosed = { id: string; form: FormId; formVersion: string };

/**
 * 照合 of many disclosures against one or more editions, by disclosure and edition: one query, whatever their
 * number. Verdicts are those of the mappings; what a person set beside them is not among them. An edition nobody
 * holds gives none.
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
    disclosures.map((disclosure) => [
      disclosure.id,
      new Map(
        editions.flatMap((ref): [string, Assessment][] => {
          const own = answers.get(disclosure.id) ?? [];
          const assessment = assessStored(ports, catalogues, disclosure, own, ref);
          return assessment === null ? [] : [[ref, assessment]];
        }),
      ),
    ]),
  );
}
