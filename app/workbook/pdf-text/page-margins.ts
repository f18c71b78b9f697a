import type { Sheet } from "../sheet.ts";
import { addressOf } from "../sheet.ts";
import type { PageContent, Run } from "./page-content.ts";
import { segmentsOf, type TextLine, textLines } from "./text-lines.ts";

/** Share of the page's height at its top and foot where running titles and page numbers stand. */
const MARGIN = 0.09;

const pageNumber =
  /^[-–—\s(]*(?:p\.?|ページ|頁)?\s*\d{1,4}\s*(?:[/／of]+\s*\d{1,4})?\s*(?:ページ|頁)?[-–—\s)]*$/i;

/**
 * Takes running titles and page numbers off the pages: lines near the edge that stand at the same height on
 * other pages too, or are a page number. They become a sheet of their own (`余白`), so nothing is lost.
 */
export function withoutMargins(pages: readonly PageContent[]): {
  pages: PageContent[];
  margin: Sheet | null;
} {
  const lines = pages.map((page) => marginLines(page));
  const seen = new Map<string, number>();
  for (const key of lines.flatMap((own) => [...new Set(own.map(keyOf))]))
    seen.set(key, (seen.get(key) ?? 0) + 1);
  const taken: { page: number; text: string }[] = [];
  const kept = pages.map((page, at) => {
    const gone = new Set<Run>();
    for (const line of lines[at] ?? []) {
      const text = textOf(line);
      if ((seen.get(keyOf(line)) ?? 0) < 2 && !pageNumber.test(text)) continue;
      taken.push({ page: page.page, text });
      for (const run of line.runs) gone.add(run);
    }
    return { ...page, runs: page.runs.filter((run) => !gone.has(run)) };
  });
  return { pages: kept, margin: taken.length === 0 ? null : marginSheet(taken) };
}

const textOf = (line: TextLine) =>
  segmentsOf(line)
    .map((each) => each.text)
    .join(" ");

/** Height and text without digits: 「1 / 3」 and 「2 / 3」 are the same line. */
const keyOf = (line: TextLine) => `${Math.round(line.baseline / 3)} ${textOf(line).replace(/\d+/g, "#")}`;

function marginLines(page: PageContent): TextLine[] {
  return textLines(page.runs).filter(
    (line) => line.baseline < page.height * MARGIN || line.baseline > page.height * (1 - MARGIN),
  );
}

function marginSheet(taken: readonly { page: number; text: string }[]): Sheet {
  const cells = taken.map(({ text }, at) => ({
    row: at + 1,
    column: 1,
    address: addressOf(at + 1, 1),
    kind: "text" as const,
    text,
    standing: text,
    value: null,
    format: "General",
    comment: "",
  }));
  const none = { merges: [], hiddenRows: new Set<number>(), hiddenColumns: new Set<number>(), overlays: [] };
  return { name: "余白", isHidden: false, cells, ...none };
}
