import { overridesOfEdition, type ShownOverride } from "#db/queries/verdict-overrides.server";
import { type Assessment, countVerdicts, type Finding } from "~/domain/assessment";
import { dayInTokyo } from "~/domain/day";
import { parseBasis } from "~/domain/decision-file";
import type { Scope } from "~/domain/scope";
import { currentOverride, isLapsed, type OverrideNote } from "~/domain/verdict-override";
import type { Ports } from "./ports.server";

/** Puts the overrides in force beside the findings they are about, and counts anew. */
export function withOverrides(
  assessment: Assessment,
  overrides: readonly ShownOverride[],
  guideline: string,
): Assessment {
  if (overrides.length === 0) return assessment;
  const parsed = overrides.map((each) => ({ ...each, basis: parseBasis(each.basis) }));
  const findings = assessment.findings.map((finding): Finding => {
    const current = currentOverride(parsed, finding.requirement.key);
    if (current === null || current.verdict === null) return finding;
    const { id, verdict, reason, by, recordedAt } = current;
    const override = { id, verdict, reason, by, recordedAt, isLapsed: isLapsed(current, finding, guideline) };
    return { ...finding, override };
  });
  return { ...assessment, findings, counts: countVerdicts(findings) };
}

type Series = { productVersionId: string; form: string };

/** Every override of one edition by the series it belongs to; one query, whatever the number of disclosures. */
export async function overridesBySeries(
  ports: Ports,
  scope: Scope,
  guideline: string,
): Promise<(series: Series) => readonly ShownOverride[]> {
  const keyOf = ({ productVersionId, form }: Series) => `${productVersionId} ${form}`;
  const found = new Map<string, ShownOverride[]>();
  for (const each of await overridesOfEdition(ports.db, scope, guideline)) {
    const own = found.get(keyOf(each));
    if (own) own.push(each);
    else found.set(keyOf(each), [each]);
  }
  return (series) => found.get(keyOf(series)) ?? [];
}

/** The override of a finding that holds, as papers of the house print it beside the verdict of the rules. */
export function overrideNote({ override }: Pick<Finding, "override">): OverrideNote | null {
  if (!override || override.isLapsed) return null;
  const { verdict, reason, by, recordedAt } = override;
  return { verdict, reason, by: by ?? "", on: dayInTokyo(recordedAt) };
}
