import type { FigurePoint, FigureYear } from "~/domain/figures";
import { twoFactorStates } from "~/domain/two-factor";
import type { Words } from "~/messages/words";

export type FigureRow = {
  figure: string;
  when: string;
  part: string;
  count: number | null;
  total: number | null;
};

/** The figures as rows of one table: what, when, which part, how many of how many. */
export function figureRows(
  words: Words,
  shown: { points: readonly FigurePoint[]; years: readonly FigureYear[] },
): FigureRow[] {
  return [
    ...shown.points.flatMap((point) => pointRows(words, point)),
    ...shown.years.flatMap((year) => yearRows(words, year)),
  ];
}

function pointRows(words: Words, point: FigurePoint): FigureRow[] {
  const { figures, twoFactor } = words.overTime;
  const shares = (["disclosed", "roleSheets", "firstYes"] as const).map((name) => ({
    figure: figures[name].title,
    when: point.day,
    part: figures.share,
    ...point[name],
  }));
  const total = Object.values(point.twoFactor).reduce((sum, each) => sum + each, 0);
  const factors = [...twoFactorStates, "unknown" as const].map((state) => ({
    figure: figures.twoFactor.title,
    when: point.day,
    part: twoFactor.states[state],
    count: point.twoFactor[state],
    total,
  }));
  return [...shares, ...factors];
}

function yearRows(words: Words, { fiscalYear, completions, gaps }: FigureYear): FigureRow[] {
  const { figures } = words.overTime;
  const row = (figure: string, part: string, count: number | null): FigureRow => ({
    figure,
    when: String(fiscalYear),
    part,
    count,
    total: null,
  });
  return [
    row(figures.completions.title, figures.completions.count, completions.count),
    row(figures.completions.title, figures.completions.median, completions.medianDays),
    row(figures.completions.title, figures.completions.longest, completions.longestDays),
    row(figures.gaps.title, figures.gaps.opened, gaps.opened),
    row(figures.gaps.title, figures.gaps.closed, gaps.closed),
    row(figures.gaps.title, figures.gaps.open, gaps.openAtEnd),
  ];
}
