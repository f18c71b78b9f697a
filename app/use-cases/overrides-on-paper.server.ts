import type { ShownDecision } from "#db/queries/decisions.server";
import type { ShownDisclosure } from "#db/queries/disclosures.server";
import type { Scope } from "~/domain/scope";
import type { OverrideNote } from "~/domain/verdict-override";
import { assessMany } from "./assess-many.server";
import { cataloguesOf } from "./catalogues.server";
import { overrideNote } from "./overrides-beside.server";
import type { Ports } from "./ports.server";

type Decided = Pick<ShownDecision, "id" | "productVersionId" | "form" | "guideline" | "requirement">;
type Disclosed = Pick<ShownDisclosure, "id" | "productVersionId" | "form" | "formVersion">;

/**
 * The overrides that hold on the requirements decided about, by decision: what an internal paper prints beside the
 * verdict of the rules. One query and one for each edition, whatever the number of decisions.
 */
export async function overridesOfDecisions(
  ports: Ports,
  scope: Scope,
  decisions: readonly Decided[],
  disclosures: readonly Disclosed[],
): Promise<Map<string, OverrideNote>> {
  if (decisions.length === 0) return new Map();
  const editions = [...new Set(decisions.map((each) => each.guideline))];
  const assessed = await assessMany(ports, scope, await cataloguesOf(ports, scope), disclosures, editions);
  const notes = decisions.flatMap((each): [string, OverrideNote][] => {
    const current = disclosures.find(
      ({ productVersionId, form }) => productVersionId === each.productVersionId && form === each.form,
    );
    const findings = current && assessed.get(current.id)?.get(each.guideline)?.findings;
    const finding = findings?.find(({ requirement }) => requirement.key === each.requirement);
    const note = finding ? overrideNote(finding) : null;
    return note ? [[each.id, note]] : [];
  });
  return new Map(notes);
}
