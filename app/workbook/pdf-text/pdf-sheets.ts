import { type Problem, problem } from "../../domain/problem.ts";
import { addressOf, type Cell, type CellRange, type Overlay, type Sheet } from "../sheet.ts";
import type { PageContent } from "./page-content.ts";
import { columnAt, type PageCell, type PageRow } from "./page-rows.ts";
import { edgesOf, ruledRows } from "./ruled-rows.ts";
import { spilledPages } from "./spilled-pages.ts";
import { guttersOf, headingOf, isHeading, unruledRows } from "./unruled-rows.ts";

/** Rows of a page begin at this step, so that `C2014` is the 14th row of page 3. */
export const ROWS_PER_PAGE = 1000;

type Kind = "ruled" | "unruled";
type Rows = { page: PageContent; rows: PageRow[]; edges: readonly number[] };

/**
 * Pages as sheets for the recogniser, one for each stretch of pages with the same columns. The sheet's name
 * says the pages (`p.1-3`); an address counts columns as found on the page and rows by `ROWS_PER_PAGE`.
 * Problems: pdf-rows-uncertain (the page is then left out), pdf-row-across-pages.
 */
export function sheetsOfPages(pages: readonly PageContent[]): { sheets: Sheet[]; problems: Problem[] } {
  const spilled = spilledPages(pages);
  const problems = spilled.map(({ page }): Problem => problem("pdf-rows-uncertain", { page }, `p.${page}`));
  const sheets: Sheet[] = [];
  for (const stretch of stretches(pages.filter((page) => !spilled.includes(page)))) {
    const heading = stretch.kind === "ruled" ? undefined : headingOf(stretch.pages);
    const edges = heading ? guttersOf(stretch.pages, heading) : sharedEdges(stretch.pages);
    const found: Rows[] = [];
    for (const page of stretch.pages) {
      const rows =
        (stretch.kind === "ruled" ? ruledRows(page, edges) : null) ?? unruledRows(page, edges, heading);
      if (!rows.isCertain || rows.rows.length >= ROWS_PER_PAGE) {
        problems.push(problem("pdf-rows-uncertain", { page: page.page }, `p.${page.page}`));
      } else found.push({ page, rows: rows.rows, edges });
    }
    if (found.length > 0) sheets.push(sheetOf(withoutRepeats(found), problems));
  }
  return { sheets, problems };
}

/** Consecutive pages of one kind; ruled ones only while their columns are the same. */
function stretches(pages: readonly PageContent[]): { kind: Kind; pages: PageContent[] }[] {
  const found: { kind: Kind; pages: PageContent[]; edges: number[] }[] = [];
  for (const page of pages) {
    const edges = edgesOf(page);
    const kind: Kind = edges.length >= 3 && ruledRows(page, edges) !== null ? "ruled" : "unruled";
    const last = found.at(-1);
    const isSame = last?.kind === kind && (kind === "unruled" || areAlike(last.edges, edges));
    if (last && isSame) last.pages.push(page);
    else found.push({ kind, pages: [page], edges });
  }
  return found;
}

function areAlike(one: readonly number[], other: readonly number[]): boolean {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  return (
    few.every((edge) => many.some((each) => Math.abs(each - edge) <= 3)) && many.length - few.length <= 1
  );
}

function sharedEdges(pages: readonly PageContent[]): number[] {
  const edges: number[] = [];
  for (const edge of pages.flatMap(edgesOf).sort((a, b) => a - b)) {
    if (edge - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > 3) edges.push(edge);
  }
  return edges;
}

const keyOf = (row: PageRow) => row.cells.map((cell) => `${cell.column}:${cell.text}`).join("|");

/** Headings that each page repeats stand once: rows at a page's top that the first page has, down to its heading. */
function withoutRepeats(found: Rows[]): Rows[] {
  const [first, ...others] = found;
  if (!first) return found;
  const heading = first.rows.findIndex((row) => isHeading(row.cells.map((cell) => cell.text)));
  if (heading < 0) return found;
  const known = new Set(first.rows.slice(0, heading + 3).map(keyOf));
  const kept = others.map((each) => {
    const at = each.rows.findIndex((row) => !known.has(keyOf(row)));
    const head = each.rows.slice(0, Math.max(0, at));
    const isRepeat = head.some((row) => isHeading(row.cells.map((cell) => cell.text)));
    return isRepeat ? { ...each, rows: each.rows.slice(at) } : each;
  });
  return [first, ...kept];
}

function sheetOf(found: Rows[], problems: Problem[]): Sheet {
  const numbers = found.map((each) => each.page.page);
  const [from, to] = [Math.min(...numbers), Math.max(...numbers)];
  const joined = joinAcrossPages(found, problems);
  const cells: Cell[] = [];
  const merges: CellRange[] = [];
  for (const { page, rows } of joined) {
    rows.forEach((row, at) => {
      const number = (page.page - 1) * ROWS_PER_PAGE + at + 1;
      for (const cell of row.cells) {
        if (cell.text !== "") cells.push(sheetCell(cell, number));
        const bottom = number + Math.min(cell.rowSpan, rows.length - at) - 1;
        if (bottom > number || cell.lastColumn > cell.column) {
          merges.push({ top: number, left: cell.column, bottom, right: cell.lastColumn });
        }
      }
    });
  }
  return {
    name: from === to ? `p.${from}` : `p.${from}-${to}`,
    isHidden: false,
    cells,
    merges,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    overlays: joined.flatMap(overlaysOf),
  };
}

function sheetCell(cell: PageCell, row: number): Cell {
  const place = { row, column: cell.column, address: addressOf(row, cell.column) };
  const standing = cell.isStruck ? "" : cell.text;
  return { ...place, kind: "text", text: cell.text, standing, value: null, format: "General", comment: "" };
}

/**
 * A drawn row that a page break cut in two: the next page then begins without a number where others have one.
 * The parts are put together and it is said, because nothing on the page proves it.
 */
function joinAcrossPages(found: Rows[], problems: Problem[]): Rows[] {
  for (const [at, each] of found.entries()) {
    const before = found[at - 1];
    const last = before?.rows.at(-1);
    const first = each.rows[0];
    if (!before || !last?.isRuled || !first?.isRuled) continue;
    const firstColumn = Math.min(...each.rows.flatMap((row) => row.cells.map((cell) => cell.column)));
    const isCut =
      first.cells.every((cell) => cell.column > firstColumn && cell.lastColumn === cell.column) &&
      last.cells.some((cell) => cell.column === firstColumn) &&
      first.cells.length > 0;
    if (!isCut) continue;
    for (const cell of first.cells) {
      const above = last.cells.find((each) => each.column === cell.column);
      if (above) above.text += cell.text;
      else last.cells.push(cell);
    }
    last.cells.sort((a, b) => a.column - b.column);
    each.rows.shift();
    const page = before.page.page;
    problems.push(problem("pdf-row-across-pages", { page }, `p.${page}`));
  }
  return found;
}

/** What is drawn or laid over the page, by the rows and columns it touches. */
function overlaysOf({ page, rows, edges }: Rows): Overlay[] {
  return page.drawn.flatMap((drawn): Overlay[] => {
    const touched = rows.flatMap((row, at) => (row.top < drawn.bottom && row.bottom > drawn.top ? [at] : []));
    const [first, last] = [touched[0], touched.at(-1)];
    if (first === undefined || last === undefined) return [];
    const base = (page.page - 1) * ROWS_PER_PAGE + 1;
    const range = {
      top: base + first,
      bottom: base + last,
      left: columnAt(edges, drawn.left),
      right: columnAt(edges, drawn.right),
    };
    if (drawn.kind === "shape") return [{ ...range, kind: "shape", text: "" }];
    const state = { isChecked: null, caption: "", link: null };
    return [{ ...range, ...state, kind: "control", row: range.top, column: range.left }];
  });
}
