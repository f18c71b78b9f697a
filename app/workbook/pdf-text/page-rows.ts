import type { Box, PageContent, Run } from "./page-content.ts";

/** One cell of a page: the columns it covers (from 1), how many rows, its text and where it stands. */
export type PageCell = {
  column: number;
  lastColumn: number;
  rowSpan: number;
  text: string;
  /** A line is drawn through the text. */
  isStruck: boolean;
};
export type PageRow = { top: number; bottom: number; cells: PageCell[]; isRuled: boolean };

/** Rows of one page, or why they are not certain. */
export type PageRows = { rows: PageRow[]; isCertain: boolean };

/** Number of the column in which a place lies; `edges` ascend and the first column lies left of the first. */
export function columnAt(edges: readonly number[], x: number): number {
  let column = 1;
  for (const edge of edges) if (x >= edge) column += 1;
  return column;
}

/** The place by which a run belongs to a column: just inside its beginning. */
export const startOf = (run: Run) => run.left + Math.min((run.right - run.left) / 2, run.size / 2);

/** The box of a run: a sign reaches up from its baseline and a little below it. */
export function boxOfRun(run: Run): Box {
  return {
    left: run.left,
    right: run.right,
    top: run.baseline - 0.85 * run.size,
    bottom: run.baseline + 0.15 * run.size,
  };
}

/** True when some of the page's loose lines goes through the middle of these runs. */
export function isStruckThrough(page: PageContent, runs: readonly Run[]): boolean {
  if (runs.length === 0) return false;
  const covered = runs.filter((run) =>
    page.across.some(
      ({ at, from, to }) =>
        at < run.baseline - 0.12 * run.size &&
        at > run.baseline - 0.65 * run.size &&
        Math.min(to, run.right) - Math.max(from, run.left) > 0.6 * (run.right - run.left),
    ),
  );
  return covered.length * 2 > runs.length;
}
