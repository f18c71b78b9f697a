import { systemsForTwoFactor } from "#db/queries/two-factor.server";
import type { Catalogues } from "~/catalogues.server";
import { applicabilityOf, hasOfficialText } from "~/domain/applicability";
import type { EditionRules } from "~/domain/applicability-data";
import type { Guideline } from "~/domain/guideline";
import { done, failed, problem } from "~/domain/problem";
import { catalogueRef } from "~/domain/provenance";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "./catalogues.server";
import { factsOn } from "./hospital-profile.server";
import { showMaintenanceRoute } from "./maintenance-route.server";
import type { Ports } from "./ports.server";

/**
 * 参照する編と項目: of one edition, for each system in use, from the hospital's facts of today, the system's form and the
 * walk of 保守委託機関編. The same queries whatever the number of systems.
 * @param input.guideline `id@version`; null for the edition that no other has replaced
 * Problems: catalogue-unknown (no such edition, or nothing is known of what it asks of whom).
 */
export async function showApplicability(ports: Ports, scope: Scope, input: { guideline: string | null }) {
  const catalogues = await cataloguesOf(ports, scope);
  const editions = editionsWithRules(catalogues);
  const isWanted = ({ guideline }: EditionWithRules) =>
    input.guideline === null
      ? guideline.head.replacedBy === null
      : catalogueRef(guideline.head) === input.guideline;
  const edition = editions.find(isWanted);
  if (!edition) return failed(problem("catalogue-unknown", { ref: input.guideline ?? "" }));
  const route = await showMaintenanceRoute(ports, scope, { day: "" });
  if (!route.ok) return route;
  const facts = await factsOn(ports.db, scope, route.value.today);
  const systems = await systemsForTwoFactor(ports.db, scope);
  const { guideline, rules } = edition;
  const { result } = route.value.walk;
  const asked = { staff: facts.staff, route: rules.entrusted === null ? null : result };
  return done({
    facts,
    guideline,
    rules,
    route: asked.route,
    editions: editions.map((each) => each.guideline.head),
    isOfficialTextLoaded: hasOfficialText(catalogues.guidelines.values(), guideline.head.version),
    systems: systems.map((system) => ({
      ...system,
      applicability: applicabilityOf(rules, guideline, { ...asked, form: system.form }),
    })),
  });
}

type EditionWithRules = { guideline: Guideline; rules: EditionRules };

/** Editions of which it is known what is read by whom; a hospital's own copy follows the rules of its version. */
function editionsWithRules(catalogues: Pick<Catalogues, "guidelines" | "rules">): EditionWithRules[] {
  return [...catalogues.guidelines.values()].flatMap((guideline): EditionWithRules[] => {
    const ref = catalogueRef(guideline.head);
    const { applicability } = catalogues.rules;
    const rules =
      applicability.find((each) => each.guideline === ref) ??
      applicability.find((each) => each.guideline.endsWith(`@${guideline.head.version}`));
    return rules ? [{ guideline, rules }] : [];
  });
}
