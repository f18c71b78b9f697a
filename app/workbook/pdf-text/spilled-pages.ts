import { columnRole } from "../recognise/labels.ts";
import { isItemNumber } from "../recognise/numbers.ts";
import { optionOfHeading } from "../recognise/words.ts";
import type { PageContent } from "./page-content.ts";
import { segmentsOf, type TextLine, textLines } from "./text-lines.ts";

/** How far apart two lines may stand and still be one row of the sheet, printed on two pages. */
const SAME_HEIGHT = 3;

type Lines = { page: PageContent; lines: { line: TextLine; texts: string[] }[] };

/**
 * Pages that hold further columns of the rows on a page before: a wide sheet is printed column by column, with
 * every row at the height it has on the first of its pages. What belongs together then stands on two pages,
 * and nothing but the height says so.
 */
export function spilledPages(pages: readonly PageContent[]): PageContent[] {
  const all = pages.map((page): Lines => {
    const lines = textLines(page.runs).map((line) => ({
      line,
      texts: segmentsOf(line).map((each) => each.text),
    }));
    return { page, lines };
  });
  const tables = all.filter(({ lines }) => lines.some(({ texts }) => texts.some(isOwnHeading)));
  return all
    .filter((each, at) => tables.some((table) => all.indexOf(table) < at && isSpilled(each, table)))
    .map(({ page }) => page);
}

/** Every table begins with these: a page that has them again goes on below, not beside. */
const isOwnHeading = (text: string) => columnRole(text) === "no" || columnRole(text) === "question";
const isHeading = (text: string) => columnRole(text) !== null || optionOfHeading(text) !== null;

function isSpilled({ lines }: Lines, table: Lines): boolean {
  if (lines.some(({ texts }) => texts.some(isOwnHeading) || isItemNumber(texts[0] ?? ""))) return false;
  const head = table.lines.find(({ texts }) => texts.some(isOwnHeading))?.line.baseline ?? 0;
  const isBeside = (own: TextLine) => Math.abs(own.baseline - head) <= SAME_HEIGHT;
  const heading = lines.find(({ line, texts }) => isBeside(line) && texts.every(isHeading));
  // why the first line: a cell's later lines stand where its own text ends.
  const heights = table.lines.map(({ line }) => line.baseline);
  const beside = lines.filter(({ line }) => heights.some((y) => Math.abs(y - line.baseline) <= SAME_HEIGHT));
  return heading !== undefined && beside.length * 2 > lines.length;
}
