import type { Finding } from "./assessment.ts";
import type { Day } from "./day.ts";
import { basisOf, type DecisionBasis, hasBasisChanged } from "./decision.ts";
import { type Problem, problem } from "./problem.ts";
import type { Recorded } from "./timeline.ts";
import { type Verdict, verdicts } from "./verdict.ts";

/**
 * 判定の上書き: a person reads the same answers otherwise than the rule does, and says why. The rule's verdict stays in
 * sight beside it. `verdict` null: the override is taken back from then on.
 */
export type VerdictOverride = Recorded & {
  requirement: string;
  verdict: Verdict | null;
  reason: string;
  /** The finding the person saw. */
  basis: DecisionBasis;
};

/** What an internal paper says of an override that holds: never without who read the answers so, when and why. */
export type OverrideNote = {
  verdict: Verdict;
  reason: string;
  /** Name of the person; "" when the account is gone. */
  by: string;
  on: Day;
};

/** Of several overrides of one requirement the one recorded last; null when there is none or it was taken back. */
export function currentOverride<O extends VerdictOverride>(
  overrides: readonly O[],
  requirement: string,
): O | null {
  const own = overrides.filter((each) => each.requirement === requirement);
  const superseded = new Set(own.map((each) => each.supersedes));
  const last = own
    .filter((each) => !superseded.has(each.id))
    .sort((a, b) => b.recordedSeq - a.recordedSeq)[0];
  return last === undefined || last.verdict === null ? null : last;
}

/** True when the answers are others than the person saw: the override no longer counts, the verdict of the lines does. */
export function isLapsed(
  override: Pick<VerdictOverride, "basis">,
  finding: Finding,
  guideline: string,
): boolean {
  return hasBasisChanged(override.basis, basisOf(finding, guideline));
}

const MAX_REASON = 4000;

/** Problems of an override before it is kept: a verdict other than the rule's, and a reason. */
export function readOverride(
  raw: { verdict: string; reason: string },
  computed: Verdict,
):
  | { override: { verdict: Verdict; reason: string }; problems: [] }
  | { override: null; problems: Problem[] } {
  const problems: Problem[] = [];
  const verdict = verdicts.find((each) => each === raw.verdict);
  const reason = raw.reason.trim();
  if (verdict === undefined) problems.push(problem("field-required", {}, "overrideVerdict"));
  if (verdict === computed) problems.push(problem("override-same", {}, "overrideVerdict"));
  if (reason === "") problems.push(problem("override-reason-empty", {}, "overrideReason"));
  if (reason.length > MAX_REASON)
    problems.push(problem("field-too-long", { max: MAX_REASON }, "overrideReason"));
  if (verdict === undefined || problems.length > 0) return { override: null, problems };
  return { override: { verdict, reason }, problems: [] };
}
