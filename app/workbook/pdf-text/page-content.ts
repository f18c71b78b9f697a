/**
 * What stands on one page of a PDF, in points from the page's upper left corner as it is shown.
 * Text drawn by one command and not torn apart by a gap is one run.
 */
export type Run = { text: string; left: number; right: number; baseline: number; size: number };
export type Box = { left: number; top: number; right: number; bottom: number };
/** A drawn line: across at `at` = y from left to right, or down at `at` = x from top to bottom. */
export type Rule = { at: number; from: number; to: number };
/** Something drawn or laid over the page that may be an answer: a picture, an oval, a note, a form field. */
export type Drawn = Box & { kind: "shape" | "control" };

export type PageContent = {
  page: number;
  width: number;
  height: number;
  runs: Run[];
  across: Rule[];
  down: Rule[];
  drawn: Drawn[];
  /** A sign whose character nobody can know (private use, missing). */
  hasUnknownSign: boolean;
  /** What is seen of texts that the page shows in part only: the rest lies outside of their cell. */
  cutTexts: string[];
  /** Texts no part of which is seen: each lies wholly outside of the cell it was written for. */
  hiddenTexts: string[];
};

/** `[a, b, c, d, e, f]` of a transformation, as PDF writes it. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function combine(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function place([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The box around a set of points. */
export function boxOf(points: readonly (readonly [number, number])[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}
