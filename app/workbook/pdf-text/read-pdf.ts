import { type Problem, problem } from "../../domain/problem.ts";
import type { ReadOptions, WorkbookReading } from "../../domain/reading.ts";
import { readByRecipe } from "../recognise/read-by-recipe.ts";
import { recogniseWorkbook } from "../recognise/recognise-workbook.ts";
import { refusedReading } from "../refused-reading.ts";
import { contentOfPage } from "./content-of-page.ts";
import { type OpenPdf, openPdf } from "./open-pdf.ts";
import type { PageContent } from "./page-content.ts";
import { withoutMargins } from "./page-margins.ts";
import { sheetsOfPages } from "./pdf-sheets.ts";

/** Cut texts of one page that are named one by one. */
const MOST_CUT = 20;

/** Pages without a word at the beginning after which a PDF counts as scanned. */
const SCAN_AFTER = 3;

/**
 * Reads a PDF that carries its text: rows are rebuilt from where the words stand, by the drawn lines where
 * there are any, and go the way of every workbook. Where the rows are not certain nothing is read from that
 * page and it is said. A scan is never read: `pages` tells how many a person can look at.
 * Problems: those of `openPdf` and `sheetsOfPages`, pdf-without-text, pdf-page-without-text,
 * pdf-characters-unknown, pdf-text-cut, pdf-text-hidden, and those of `recogniseWorkbook`.
 */
export async function readPdf(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
): Promise<WorkbookReading> {
  const opened = await openPdf(bytes, options.password);
  if (!opened.ok) return refusedReading(...opened.problems);
  const { document, close } = opened.value;
  const count = document.numPages;
  try {
    const pages = await readPages(opened.value);
    if (pages === null) return unread([], [problem("pdf-without-text")], count);
    const { pages: bodies, margin } = withoutMargins(pages);
    const { sheets, problems } = sheetsOfPages(bodies.filter((page) => page.runs.length > 0));
    const all = [...problemsOfPages(pages), ...problems];
    const whole = margin ? [...sheets, margin] : sheets;
    const reading = options.recipe
      ? readByRecipe(whole, fileName, options.recipe)
      : recogniseWorkbook(whole, fileName);
    // why: with a page left out, what was read of the others would look like the whole disclosure.
    const isWhole = problems.every((each) => each.code !== "pdf-rows-uncertain");
    if (!isWhole) return { ...reading, ...unread(reading.sheets, all, count) };
    return { ...reading, problems: [...reading.problems, ...all], pages: count };
  } finally {
    await close();
  }
}

function unread(sheets: WorkbookReading["sheets"], problems: Problem[], pages: number): WorkbookReading {
  return { recognised: "unknown", lookAlike: null, forms: [], problems, sheets, pages };
}

/** Every page; null when the first ones hold no word at all, or none does. */
async function readPages(pdf: OpenPdf): Promise<PageContent[] | null> {
  const pages: PageContent[] = [];
  for (let number = 1; number <= pdf.document.numPages; number += 1) {
    const page = await contentOfPage(pdf, number);
    pages.push(page);
    if (number >= SCAN_AFTER && pages.every((each) => each.runs.length === 0)) return null;
  }
  return pages.some((page) => page.runs.length > 0) ? pages : null;
}

function problemsOfPages(pages: readonly PageContent[]): Problem[] {
  return pages.flatMap(({ page, runs, hasUnknownSign, cutTexts, hiddenTexts, drawn }) => [
    ...(runs.length === 0 && drawn.length > 0
      ? [problem("pdf-page-without-text", { page }, `p.${page}`)]
      : []),
    ...cutTexts.slice(0, MOST_CUT).map((text) => problem("pdf-text-cut", { page, text }, `p.${page}`)),
    ...hiddenTexts.slice(0, MOST_CUT).map((text) => problem("pdf-text-hidden", { page, text }, `p.${page}`)),
    ...(hasUnknownSign ? [problem("pdf-characters-unknown", { page }, `p.${page}`)] : []),
  ]);
}
