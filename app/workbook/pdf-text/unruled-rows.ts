import { columnRole } from "../recognise/labels.ts";
import { isItemNumber } from "../recognise/numbers.ts";
import { isBlockHeading } from "../recognise/remarks.ts";
import { optionOfHeading } from "../recognise/words.ts";
import { headedColumns, numberedRows } from "./numbered-rows.ts";
import type { PageContent, Run } from "./page-content.ts";
import { columnAt, type PageCell, type PageRow, type PageRows, startOf } from "./page-rows.ts";
import { freeRows } from "./ruled-rows.ts";
import { lengthOf, linesOf } from "./rules.ts";
import { cellText, GUTTER, segmentsOf, type TextLine, textLines } from "./text-lines.ts";

/** How much wider the space between rows must be than the space between lines of one row. */
const APART = 1.25;

/** True for a line that names columns. */
export function isHeading(texts: readonly string[]): boolean {
  return texts.filter((text) => columnRole(text) !== null || optionOfHeading(text) !== null).length >= 2;
}

const textsOf = (line: TextLine) => segmentsOf(line).map((each) => each.text);
const startsOf = (heading: readonly Run[]) => heading.map((each) => each.left);

/** The words of the first line on these pages that names columns; empty when none does. */
export function headingOf(pages: readonly PageContent[]): Run[] {
  for (const page of pages) {
    const line = textLines(page.runs).find((each) => isHeading(textsOf(each)));
    if (line) return segmentsOf(line);
  }
  return [];
}

/** Places between columns that no line of the tables crosses, over all these pages. */
export function guttersOf(pages: readonly PageContent[], heading: readonly Run[]): number[] {
  const spans = pages
    .flatMap((page) => tableLines(page))
    .flatMap((line) => segmentsOf(line, startsOf(heading)))
    .map(({ left, right }) => ({ left, right }))
    .sort((a, b) => a.left - b.left);
  const gutters: number[] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const { left, right } of spans) {
    if (left - reach >= GUTTER && Number.isFinite(reach)) gutters.push((left + reach) / 2);
    reach = Math.max(reach, right);
  }
  return gutters;
}

/** Lines of a page from its first heading on (all of them without one) that are parted into columns. */
function tableLines(page: PageContent): TextLine[] {
  const lines = textLines(page.runs);
  const first = lines.findIndex((line) => isHeading(textsOf(line)));
  return lines.slice(Math.max(0, first)).filter((line) => segmentsOf(line).length >= 3);
}

/**
 * Rows of a page without drawn cells: between its level lines where there are any, else by the space between
 * lines. Certain only when every way to see it agrees.
 */
export function unruledRows(
  page: PageContent,
  edges: readonly number[],
  heading: readonly Run[] = headingOf([page]),
): PageRows {
  const lines = textLines(page.runs);
  const at = lines.findIndex((line) => isHeading(textsOf(line)));
  const hasTable = at >= 0 || tableLines(page).length > 0;
  if (!hasTable) return { rows: freeRows(page.runs, edges), isCertain: true };
  const starts = startsOf(heading);
  const { table, foot } = withoutFoot(lines.slice(Math.max(0, at)), edges);
  const above = freeRows(
    lines.slice(0, Math.max(0, at)).flatMap((line) => line.runs),
    edges,
  );
  const isParted = table.every(
    (line) => isInColumns(line, edges, starts) && !isRunTogether(line, starts, edges),
  );
  const columns = headedColumns(heading, edges);
  const blocks =
    banded(page, table, edges) ?? (columns && numberedRows(table, columns)) ?? spaced(table, edges);
  if (!isParted || blocks === null) return { rows: [], isCertain: false };
  const rows = blocks.map((block) => rowOf(block, edges, starts));
  const below = freeRows(
    foot.flatMap((line) => line.runs),
    edges,
  );
  return { rows: [...above, ...rows, ...below], isCertain: true };
}

/** Remarks below the last number, under a heading of their own, are text and no rows of the table. */
function withoutFoot(lines: TextLine[], edges: readonly number[]): { table: TextLine[]; foot: TextLine[] } {
  const last = lines.findLastIndex((line) => startsWithNumber(line, edges));
  const at = lines.findIndex(
    (line, index) => index > last && last >= 0 && isBlockHeading(textsOf(line).join("")),
  );
  return at < 0 ? { table: lines, foot: [] } : { table: lines.slice(0, at), foot: lines.slice(at) };
}

/** Parts of one line that stand apart must fall into columns of their own. */
function isInColumns(line: TextLine, edges: readonly number[], starts: readonly number[]): boolean {
  const segments = segmentsOf(line, starts);
  const columns = segments.map((each) => columnAt(edges, startOf(each)));
  return segments.length < 3 || new Set(columns).size === columns.length;
}

/** Text that runs on under the next heading: with a mark behind it nobody could tell where the cell ended. */
function isRunTogether(line: TextLine, heads: readonly number[], edges: readonly number[]): boolean {
  const segments = segmentsOf(line, heads);
  const crossing = segments.filter((each) =>
    heads.some((head) => each.left < head - 2 && each.right > head + 1),
  );
  const isFree = segments.length === 1 && !startsWithNumber(line, edges);
  return crossing.some((each) => !isFree || /[○◯〇⭕●◉✓✔✅☑■レ√vV1１×☒]$/u.test(each.text));
}

function numbersIn(lines: readonly TextLine[], edges: readonly number[]): number {
  return lines.filter((line) => startsWithNumber(line, edges)).length;
}

function startsWithNumber(line: TextLine, edges: readonly number[]): boolean {
  const first = cellsOfLines([line], edges)[0];
  return first !== undefined && isItemNumber(first.text);
}

/** Rows between level lines that reach over most of the table. */
function banded(page: PageContent, lines: TextLine[], edges: readonly number[]): TextLine[][] | null {
  const all = linesOf(page.across);
  const longest = Math.max(0, ...all.map(lengthOf));
  const rules = all.filter((line) => lengthOf(line) >= 0.9 * longest && longest > page.width / 3);
  if (rules.length < 4) return null;
  const bands = new Map<number, TextLine[]>();
  for (const line of lines) {
    const band = rules.filter((rule) => rule.at <= line.baseline - 0.35 * line.size).length;
    bands.set(band, [...(bands.get(band) ?? []), line]);
  }
  const blocks = [...bands.values()];
  return blocks.every((block) => numbersIn(block, edges) <= 1) ? blocks : null;
}

/** Rows by the space between lines; null when it does not tell rows from the lines of one row. */
function spaced(lines: TextLine[], edges: readonly number[]): TextLine[][] | null {
  const body = lines.slice(1);
  if (body.every((line) => startsWithNumber(line, edges))) return lines.map((line) => [line]);
  const gaps = lines.slice(1).map((line, at) => line.baseline - (lines[at]?.baseline ?? 0));
  const sorted = [...gaps].sort((a, b) => a - b);
  let limit = 0;
  let widest = APART;
  sorted.forEach((gap, at) => {
    const next = sorted[at + 1];
    if (next !== undefined && next / gap >= widest) {
      widest = next / gap;
      limit = gap;
    }
  });
  if (limit === 0) return null;
  const blocks: TextLine[][] = [];
  lines.forEach((line, at) => {
    const gap = gaps[at - 1];
    if (gap === undefined || gap > limit) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  });
  return blocks.every((block, at) => at === 0 || isOneRow(block, edges)) ? blocks : null;
}

/** One number in the block; without any, it may only be a line that heads a section. */
function isOneRow(block: readonly TextLine[], edges: readonly number[]): boolean {
  const numbers = numbersIn(block, edges);
  return (
    numbers === 1 || (numbers === 0 && block.length === 1 && segmentsOf(block[0] ?? noLine).length === 1)
  );
}

const noLine: TextLine = { baseline: 0, size: 0, runs: [] };

function cellsOfLines(
  lines: readonly TextLine[],
  edges: readonly number[],
  starts: readonly number[] = [],
): PageCell[] {
  const columns = new Map<number, Run[]>();
  for (const line of lines) {
    for (const segment of segmentsOf(line, starts)) {
      const column = columnAt(edges, startOf(segment));
      columns.set(column, [...(columns.get(column) ?? []), segment]);
    }
  }
  return [...columns]
    .sort((a, b) => a[0] - b[0])
    .map(([column, runs]) => ({
      column,
      lastColumn: column,
      rowSpan: 1,
      text: cellText(runs),
      isStruck: false,
    }));
}

function rowOf(block: readonly TextLine[], edges: readonly number[], starts: readonly number[]): PageRow {
  const [first = noLine, last = first] = [block[0], block.at(-1)];
  return {
    top: first.baseline - first.size,
    bottom: last.baseline + 0.2 * last.size,
    cells: cellsOfLines(block, edges, starts),
    isRuled: false,
  };
}
