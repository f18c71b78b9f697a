import { type Assessment, type Finding, judgedVerdict } from "./assessment.ts";
import { isGap, type Verdict } from "./verdict.ts";

/** What a newer edition does to what a disclosure says; words in messages/. */
export const editionEffects = ["no-longer", "new-gap", "still-gap", "unknown", "fine"] as const;
export type EditionEffectKind = (typeof editionEffects)[number];
export type EditionEffect = {
  requirement: string;
  clause: string;
  summary: string;
  kind: EditionEffectKind;
  verdict: Verdict;
  /** Findings of the older edition that rest on the same answers. */
  before: { clause: string; verdict: Verdict }[];
  /** The answers of the newer finding, as the disclosure holds them. */
  answers: { no: string; answer: string; cell: string }[];
};

/**
 * 版の移行の影響: what the answers of one disclosure, good enough for the older edition, are on the newer one.
 * `no-longer`: a gap now, though every older requirement that rests on the same answers was none. `new-gap`: a gap
 * that rests on answers no older requirement used. `unknown`: no published line leads to the requirement, so
 * nothing can be said. Editions are joined by the answers only, never by their wording or numbers.
 */
export function editionEffectsOf(before: Assessment, after: Assessment): EditionEffect[] {
  const byAnswer = new Map<string, Finding[]>();
  for (const finding of before.findings) {
    for (const ref of refsOf(finding)) byAnswer.set(ref, [...(byAnswer.get(ref) ?? []), finding]);
  }
  const effects = after.findings.map((finding): EditionEffect => {
    const related = [...new Set(refsOf(finding).flatMap((ref) => byAnswer.get(ref) ?? []))];
    const answers = finding.lines.flatMap((each) => each.answers);
    return {
      requirement: finding.requirement.key,
      clause: finding.clause,
      summary: finding.requirement.summary,
      kind: kindOf(judgedVerdict(finding), related),
      verdict: judgedVerdict(finding),
      before: related.map((each) => ({ clause: each.clause, verdict: judgedVerdict(each) })),
      answers: [...new Map(answers.map((each) => [each.ref, each])).values()].map(({ no, answer, cell }) => ({
        ...{ no, answer, cell },
      })),
    };
  });
  return editionEffects.flatMap((kind) => effects.filter((each) => each.kind === kind));
}

function refsOf({ lines }: Finding): string[] {
  return [
    ...new Set(lines.flatMap(({ line, answers }) => [...line.questions, ...answers.map((each) => each.ref)])),
  ];
}

function kindOf(verdict: Verdict, related: readonly Finding[]): EditionEffectKind {
  if (verdict === "not-mapped") return "unknown";
  if (!isGap(verdict)) return "fine";
  const judged = related.filter((each) => judgedVerdict(each) !== "not-mapped");
  if (judged.length === 0) return "new-gap";
  return judged.some((each) => isGap(judgedVerdict(each))) ? "still-gap" : "no-longer";
}
