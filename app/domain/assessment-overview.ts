import { countVerdicts, type Finding, gapsFirst, judgedVerdict } from "./assessment.ts";
import { isGap, type Verdict } from "./verdict.ts";

export type ChapterOverview = {
  /** `システム運用編 14`, the address of the chapter. */
  key: string;
  volume: string;
  chapter: string;
  title: string;
  total: number;
  counts: Record<Verdict, number>;
};

/** The chapter a finding stands under. */
export function chapterKey({ requirement }: Pick<Finding, "requirement">): string {
  return `${requirement.volume} ${requirement.chapter}`;
}

/** Chapters in the guideline's order, each with its counts; every finding is in exactly one. */
export function chaptersOf(findings: readonly Finding[]): ChapterOverview[] {
  const groups = new Map<string, Finding[]>();
  for (const each of findings) groups.set(chapterKey(each), [...(groups.get(chapterKey(each)) ?? []), each]);
  return [...groups].flatMap(([key, own]) => {
    const first = own[0]?.requirement;
    if (!first) return [];
    const { volume, chapter, chapterTitle } = first;
    return [{ key, volume, chapter, title: chapterTitle, total: own.length, counts: countVerdicts(own) }];
  });
}

/** Gaps nobody has decided on, worst first. `decided` are the requirement keys with a current decision. */
export function undecidedGaps(findings: readonly Finding[], decided: ReadonlySet<string>): Finding[] {
  return gapsFirst(findings).filter(
    (each) => isGap(judgedVerdict(each)) && !decided.has(each.requirement.key),
  );
}

/** The undecided one that follows `after` in that order, else the first; null when none is left. */
export function nextUndecided(undecided: readonly Finding[], after: string | null): Finding | null {
  const at = undecided.findIndex((each) => each.requirement.key === after);
  return undecided[at + 1] ?? undecided.find((each) => each.requirement.key !== after) ?? null;
}
