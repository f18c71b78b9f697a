import type { Scope } from "~/domain/scope";
import { isGap, verdicts } from "~/domain/verdict";
import { defaultEdition } from "~/use-cases/assess.server";
import { cataloguesOf } from "~/use-cases/catalogues.server";
import type { Ports } from "~/use-cases/ports.server";
import { type RecomputedDisclosure, recomputeVerdicts } from "~/use-cases/recompute.server";

/** How many requirements of the edition an assessment opens with are gaps, by disclosure; none where there is no edition. */
export async function gapsOf(
  ports: Ports,
  scope: Scope,
  disclosures: readonly RecomputedDisclosure[],
): Promise<Record<string, number>> {
  const guideline = defaultEdition(await cataloguesOf(ports, scope));
  const counted = await recomputeVerdicts(ports, scope, { disclosures, guideline });
  if (!counted.ok) return {};
  const gaps = verdicts.filter(isGap);
  return Object.fromEntries(
    [...counted.value].map(([id, counts]) => [id, gaps.reduce((sum, each) => sum + counts[each], 0)]),
  );
}
