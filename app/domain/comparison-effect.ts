import type { Finding } from "./assessment.ts";
import { basisOf, type DecisionBasis, hasBasisChanged } from "./decision.ts";
import { compareVerdicts, isGap, type Verdict } from "./verdict.ts";

/** A requirement whose verdict is another one on the newer disclosure. */
export type VerdictEffect = {
  requirement: string;
  clause: string;
  summary: string;
  before: Verdict;
  after: Verdict;
  isWorse: boolean;
};

/** What a newer disclosure does to a decision that was taken: words in messages/. */
export const decisionEffects = ["holds", "basis-changed", "gap-gone", "requirement-gone"] as const;
export type DecisionEffectKind = (typeof decisionEffects)[number];
export type DecisionEffect<D> = { decision: D; kind: DecisionEffectKind; clause: string; summary: string };

/** Requirements whose verdicts differ, the worsened ones first, else in the order of the guideline. */
export function verdictEffects(before: readonly Finding[], after: readonly Finding[]): VerdictEffect[] {
  const was = new Map(before.map((each) => [each.requirement.key, each.verdict]));
  const effects = after.flatMap(({ requirement, clause, verdict }): VerdictEffect[] => {
    const old = was.get(requirement.key) ?? "not-mapped";
    if (old === verdict) return [];
    const { key, summary } = requirement;
    return [
      {
        requirement: key,
        clause,
        summary,
        before: old,
        after: verdict,
        isWorse: compareVerdicts(verdict, old) > 0,
      },
    ];
  });
  return [...effects.filter((each) => each.isWorse), ...effects.filter((each) => !each.isWorse)];
}

/** Every decision with what the findings of a disclosure do to it; those that hold come last. */
export function effectsOnDecisions<D extends { requirement: string; basis: DecisionBasis }>(
  decisions: readonly D[],
  findings: readonly Finding[],
  guideline: string,
): DecisionEffect<D>[] {
  const byKey = new Map(findings.map((each) => [each.requirement.key, each]));
  const effects = decisions.map((decision): DecisionEffect<D> => {
    const finding = byKey.get(decision.requirement);
    const { clause, summary } = decision.basis;
    if (!finding) return { decision, kind: "requirement-gone", clause, summary };
    if (!isGap(finding.verdict)) return { decision, kind: "gap-gone", clause, summary };
    const isChanged = hasBasisChanged(decision.basis, basisOf(finding, guideline));
    return { decision, kind: isChanged ? "basis-changed" : "holds", clause, summary };
  });
  return [
    ...effects.filter((each) => each.kind !== "holds"),
    ...effects.filter((each) => each.kind === "holds"),
  ];
}
