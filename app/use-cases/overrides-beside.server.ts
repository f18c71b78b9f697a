import type { ShownOverride } from "#db/queries/verdict-overrides.server";
import { type Assessment, countVerdicts, type Finding } from "~/domain/assessment";
import { parseBasis } from "~/domain/decision-file";
import { currentOverride, isLapsed } from "~/domain/verdict-override";

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
