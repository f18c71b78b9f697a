import type { Rule } from "./page-content.ts";

/** Rules that lie this close to each other are one line (double borders, rounding), in points. */
const NEAR = 2.2;

/** A line as a person sees it: one place, and the stretches where it is drawn. */
export type Line = { at: number; parts: { from: number; to: number }[] };

/** Puts rules together that lie on one line and touch. Ascending by place. */
export function linesOf(rules: readonly Rule[]): Line[] {
  const lines: Line[] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const last = lines.at(-1);
    if (last && rule.at - last.at <= NEAR) last.parts.push({ from: rule.from, to: rule.to });
    else lines.push({ at: rule.at, parts: [{ from: rule.from, to: rule.to }] });
  }
  return lines.map(({ at, parts }) => ({ at, parts: joinedParts(parts) }));
}

function joinedParts(parts: { from: number; to: number }[]): { from: number; to: number }[] {
  const joined: { from: number; to: number }[] = [];
  for (const part of parts.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && part.from <= last.to + NEAR) last.to = Math.max(last.to, part.to);
    else joined.push({ ...part });
  }
  return joined;
}

/** True when the line is drawn at this place along it. */
export function isDrawnAt(line: Line | undefined, place: number): boolean {
  return line?.parts.some((part) => place >= part.from - 0.5 && place <= part.to + 0.5) ?? false;
}

export const lengthOf = (line: Line) => line.parts.reduce((sum, part) => sum + part.to - part.from, 0);
