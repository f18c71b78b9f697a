import { boxOf, type Drawn, type Matrix, place, type Rule } from "./page-content.ts";

/** Thickest bar that is a line and not a surface, in points. */
const THIN = 2.5;
/** Shortest line that can separate anything. */
const SHORT = 4;
/** How far a line may slope and still be level. */
const LEVEL = 0.7;

type Point = [number, number];
export type Drawing = { across: Rule[]; down: Rule[]; drawn: Drawn[] };

/**
 * Lines and shapes of one path: codes 0 move, 1 line, 2 curve, 3 close, each followed by its numbers.
 * Level lines and thin bars are rules; anything round is a shape that may be somebody's mark.
 */
export function drawPath(path: ArrayLike<number>, matrix: Matrix, isStroked: boolean, into: Drawing): void {
  let points: Point[] = [];
  let isRound = false;
  const flush = () => {
    if (isRound) addShape(points, into);
    else if (isStroked) addEdges(points, into);
    else addBar(points, into);
    points = [];
    isRound = false;
  };
  for (let at = 0; at < path.length; ) {
    const code = path[at] ?? 3;
    const count = code === 2 ? 3 : code === 3 ? 0 : 1;
    if (code === 0) flush();
    for (let each = 0; each < count; each += 1) {
      points.push(place(matrix, path[at + 1 + each * 2] ?? 0, path[at + 2 + each * 2] ?? 0));
    }
    if (code === 2) isRound = true;
    const first = points[0];
    if (code === 3 && first) points.push(first);
    at += 1 + count * 2;
  }
  flush();
}

function addShape(points: Point[], into: Drawing): void {
  if (points.length === 0) return;
  const box = boxOf(points);
  if (box.right - box.left >= 3 || box.bottom - box.top >= 3) into.drawn.push({ kind: "shape", ...box });
}

function addEdges(points: Point[], into: Drawing): void {
  for (const [index, end] of points.entries()) {
    const start = points[index - 1];
    if (start) addRule(start, end, into);
  }
}

function addRule(start: Point, end: Point, into: Drawing): void {
  const { left, top, right, bottom } = boxOf([start, end]);
  if (bottom - top <= LEVEL && right - left >= SHORT) {
    into.across.push({ at: (top + bottom) / 2, from: left, to: right });
  } else if (right - left <= LEVEL && bottom - top >= SHORT) {
    into.down.push({ at: (left + right) / 2, from: top, to: bottom });
  } else if (right - left >= SHORT && bottom - top >= SHORT) {
    // why: a slanted stroke is how people strike things out or tick them.
    into.drawn.push({ kind: "shape", left, top, right, bottom });
  }
}

function addBar(points: Point[], into: Drawing): void {
  if (points.length < 3) return;
  const { left, top, right, bottom } = boxOf(points);
  const [width, height] = [right - left, bottom - top];
  if (height <= THIN && width >= SHORT) into.across.push({ at: (top + bottom) / 2, from: left, to: right });
  else if (width <= THIN && height >= SHORT)
    into.down.push({ at: (left + right) / 2, from: top, to: bottom });
}
