/**
 * What the disclosures say about a requirement. It states a self-declaration and judges nobody:
 * met = 開示上「はい」, partial = 一部, unmet = 「いいえ」あり, unanswered = 未回答 (blank, conflict, unclear),
 * not-applicable = 対象外, not-mapped = 対応付けなし. Unknown is a verdict; nothing is dropped.
 */
export const verdicts = ["not-applicable", "met", "partial", "not-mapped", "unanswered", "unmet"] as const;
export type Verdict = (typeof verdicts)[number];

/** The one order of "worse": the position in `verdicts`, best first. */
export function compareVerdicts(a: Verdict, b: Verdict): number {
  return verdicts.indexOf(a) - verdicts.indexOf(b);
}

/** The worst of several verdicts; `not-mapped` when there is none to look at. */
export function worstVerdict(given: readonly Verdict[]): Verdict {
  return (
    given.reduce<Verdict | null>(
      (worst, each) => (worst === null || compareVerdicts(each, worst) > 0 ? each : worst),
      null,
    ) ?? "not-mapped"
  );
}

/** A gap asks for a decision: いいえ, only partly said, or not answered. */
export function isGap(verdict: Verdict): boolean {
  return verdict === "unmet" || verdict === "partial" || verdict === "unanswered";
}
