import type { Run } from "./page-content.ts";

/** Runs that stand on one line, from left to right. */
export type TextLine = { baseline: number; size: number; runs: Run[] };

const han = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Lines from top to bottom; signs raised or lowered by less than half their size share a line. */
export function textLines(runs: readonly Run[]): TextLine[] {
  const lines: TextLine[] = [];
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline)) {
    const last = lines.at(-1);
    if (last && run.baseline - last.baseline <= 0.45 * Math.min(last.size, run.size)) {
      last.runs.push(run);
      last.size = Math.max(last.size, run.size);
    } else lines.push({ baseline: run.baseline, size: run.size, runs: [run] });
  }
  for (const line of lines) line.runs.sort((a, b) => a.left - b.left);
  return withRaised(lines);
}

/** Puts small raised signs (「※1」 behind a word) into the line they stand at. */
function withRaised(lines: TextLine[]): TextLine[] {
  const kept: TextLine[] = [];
  lines.forEach((line, at) => {
    const below = lines[at + 1];
    if (below === undefined || !isRaised(line, below)) kept.push(line);
    else below.runs = [...below.runs, ...line.runs].sort((a, b) => a.left - b.left);
  });
  return kept;
}

function isRaised(line: TextLine, below: TextLine): boolean {
  if (line.size > 0.8 * below.size || below.baseline - line.baseline > 0.75 * below.size) return false;
  return line.runs.every(
    (run) =>
      below.runs.every((each) => each.right <= run.left + 1 || each.left >= run.right - 1) &&
      below.runs.some((each) => Math.abs(run.left - each.right) <= 0.5 * below.size),
  );
}

/** Least clear space between two columns, in points. */
export const GUTTER = 3;

/**
 * Parts of a line that stand apart by more than a sign's width, or by less where a heading's word begins
 * (`starts`): a question may fill its column to the edge.
 */
export function segmentsOf(line: TextLine, starts: readonly number[] = []): Run[] {
  const segments: Run[] = [];
  for (const run of line.runs) {
    const last = segments.at(-1);
    const gap = last ? run.left - last.right : 0;
    const isColumn = gap >= GUTTER && starts.some((start) => Math.abs(start - run.left) <= 1.5);
    if (last && gap <= 0.9 * line.size && !isColumn) {
      last.text = joinRuns(last, run);
      last.right = Math.max(last.right, run.right);
    } else segments.push({ ...run });
  }
  return segments;
}

function joinRuns(one: Run, next: Run): string {
  return next.left - one.right > 0.22 * Math.max(one.size, next.size)
    ? `${one.text} ${next.text}`
    : `${one.text}${next.text}`;
}

/** Text of one cell: its lines put together the way Japanese is set, without a space inside a sentence. */
export function cellText(runs: readonly Run[]): string {
  return textLines(runs).map(lineText).reduce(joinLines, "").trim();
}

function lineText(line: TextLine): string {
  const [first, ...others] = line.runs;
  if (!first) return "";
  return others.reduce(
    (before, run) => ({
      ...run,
      text: joinRuns(before, run),
      right: Math.max(before.right, run.right),
    }),
    first,
  ).text;
}

export function joinLines(above: string, below: string): string {
  if (above === "" || below === "") return above + below;
  const isTight = han.test(above.slice(-1)) || han.test(below.slice(0, 1)) || /[-/]$/.test(above);
  return isTight ? above + below : `${above} ${below}`;
}
