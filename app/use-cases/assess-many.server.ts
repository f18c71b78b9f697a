import { answersOfMany } from "#db/queries/clash-sources.server";
import type { Catalogues } from "~/catalogues.server";
import type { Assessment } from "~/domain/assessment";
import type { FormId } from "~/domain/questionnaire";
import type { Scope } from "~/domain/scope";
import { assessStored } from "./assess.server";
import { overridesBySeries, withOverrides } from "./overrides-beside.server";
import type { Ports } from "./ports.server";

type Disclosed = { id: string; productVersionId: string; form: FormId; formVersion: string };

/**
 * 照合 of many disclosures against one or more editions, by disclosure and edition, with the overrides beside the
 * verdicts: one query and one an edition, whatever the number of disclosures. An edition nobody holds gives none.
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
  const overrides = new Map<string, Awaited<ReturnType<typeof overridesBySeries>>>();
  for (const ref of editions) overrides.set(ref, await overridesBySeries(ports, scope, ref));
  return new Map(
    disclosures.map((disclosure) => [
      disclosure.id,
      new Map(
        editions.flatMap((ref): [string, Assessment][] => {
          const own = answers.get(disclosure.id) ?? [];
          const assessment = assessStored(ports, catalogues, disclosure, own, ref);
          if (assessment === null) return [];
          return [[ref, withOverrides(assessment, overrides.get(ref)?.(disclosure) ?? [], ref)]];
        }),
      ),
    ]),
  );
}
