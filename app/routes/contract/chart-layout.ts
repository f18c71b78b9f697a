import { scaleUtc } from "d3-scale";
import { type HistoryLane, type HistoryMark, historyLanes } from "~/domain/contract-history";
import type { Day } from "~/domain/day";

/** Measures of the chart in its own units (the SVG scales). */
export const chart = { width: 1048, left: 96, right: 1036, top: 62, row: 36 } as const;
const DOT = 24;

export type PlacedMark = {
  mark: HistoryMark;
  label: string;
  x: number;
  end: number;
  y: number;
  isLabelLeft: boolean;
};
export type PlacedLane = { lane: HistoryLane; y: number; height: number };
export type Tick = { x: number; year: number | null; month: number };

/** Text width at 13 px: full-width characters 13, others 7.5. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, each) => sum + (each <= "\u00ff" ? 7.5 : 13.2), 0);
}

function timeOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/**
 * Where everything of a 年表 stands: lanes grow by rows so that no label covers another.
 * @param labelOf words of a mark
 */
export function layOutChart(
  marks: readonly HistoryMark[],
  span: { from: Day; to: Day },
  labelOf: (mark: HistoryMark) => string,
) {
  const scale = scaleUtc([timeOf(span.from), timeOf(span.to)], [chart.left, chart.right]);
  const xOf = (day: Day) => Math.round(Math.min(Math.max(scale(timeOf(day)), chart.left), chart.right));
  let y: number = chart.top;
  const lanes: PlacedLane[] = [];
  const placed: PlacedMark[] = [];
  for (const lane of historyLanes) {
    const own = marks.filter((each) => each.lane === lane);
    const rows: number[] = [];
    for (const mark of [...own].sort((a, b) => (a.from < b.from ? -1 : 1))) {
      const label = labelOf(mark);
      const extent = extentOf(mark, label, xOf);
      const free = rows.findIndex((end) => end <= extent.start);
      const row = free < 0 ? rows.length : free;
      rows[row] = extent.until;
      const { x, end, isLabelLeft } = extent;
      placed.push({ mark, label: extent.label, x, end, y: y + row * chart.row, isLabelLeft });
    }
    const height = Math.max(1, rows.length) * chart.row;
    lanes.push({ lane, y, height });
    y += height;
  }
  return { lanes, placed, height: y + 2, xOf, ticks: ticksOf(span, xOf) };
}

/** What a mark covers with its label. A bar's label is cut to the bar; a dot's stands right of it, or left. */
function extentOf(mark: HistoryMark, label: string, xOf: (day: Day) => number) {
  const x = xOf(mark.from);
  if (mark.to !== undefined) {
    const end = mark.to === null ? chart.right : Math.max(xOf(mark.to), x + 4);
    return { x, end, start: x, until: end, label: cut(label, end - x - 16), isLabelLeft: false };
  }
  const width = textWidth(label) + DOT;
  const isLabelLeft = x + width > chart.right;
  const start = isLabelLeft ? x - width : x - 8;
  return { x, end: x, start, until: isLabelLeft ? x + 12 : x + width, label, isLabelLeft };
}

function cut(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let shown = text;
  while (shown !== "" && textWidth(`${shown}…`) > width) shown = [...shown].slice(0, -1).join("");
  return shown === "" ? "" : `${shown}…`;
}

/** Beginnings of years; of quarters too while the span is short enough to read them. */
function ticksOf(span: { from: Day; to: Day }, xOf: (day: Day) => number): Tick[] {
  const [first, last] = [Number(span.from.slice(0, 4)), Number(span.to.slice(0, 4))];
  const months = last - first <= 4 ? [1, 4, 7, 10] : [1];
  const ticks: Tick[] = [];
  for (let year = first; year <= last; year += 1) {
    for (const month of months) {
      const day = `${year}-${String(month).padStart(2, "0")}-01`;
      if (day >= span.from && day <= span.to)
        ticks.push({ x: xOf(day), year: month === 1 ? year : null, month });
    }
  }
  return ticks;
}
