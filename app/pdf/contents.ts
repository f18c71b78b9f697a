import type { PaperBlock, PaperDocument } from "../domain/annex-document.ts";
import { assertNever } from "../domain/problem.ts";
import type { Face, Measures } from "./ink.ts";
import { type LaidOutPaper, layOutPaper } from "./lay-out-paper.ts";
import { graphemesOf } from "./line-break.ts";
import { printableText } from "./printable-text.ts";

/**
 * Lays a paper out; one with a 目次 twice, because its page numbers are known only then. The cells of a page number
 * hold as many digits both times, so that nothing moves.
 */
export function layOutWithContents(document: PaperDocument, measures: Measures): LaidOutPaper {
  if (!document.blocks.some(isContents)) return layOutPaper(document, measures);
  const first = layOutPaper(numbered(document, new Map()), measures);
  const pages = new Map<string, number>();
  for (const { title, pageIndex } of first.bookmarks) if (!pages.has(title)) pages.set(title, pageIndex + 1);
  return layOutPaper(numbered(document, pages), measures);
}

const isContents = (block: PaperBlock) => block.kind === "table" && block.isContents === true;
/** Wide enough for every paper: the figure space keeps the place of a digit. */
const DIGITS = 4;

function numbered(document: PaperDocument, pages: ReadonlyMap<string, number>): PaperDocument {
  const blocks = document.blocks.map((block) => {
    if (block.kind !== "table" || block.isContents !== true) return block;
    const rows = block.rows.map((row) => {
      const page = pages.get(row.cells[0] ?? "");
      const number = page === undefined ? "0".repeat(DIGITS) : String(page);
      return { ...row, cells: [...row.cells.slice(0, -1), number] };
    });
    return { ...block, rows };
  });
  return { ...document, blocks };
}

/** The paper with 〓 in the place of every character that a face cannot draw. */
export function withGeta(
  document: PaperDocument,
  missingIn: (text: string, face: Face) => string[],
): PaperDocument {
  const replaced = (text: string) => {
    const drawn = printableText(text);
    const missing = new Set([...missingIn(drawn, "body"), ...missingIn(drawn, "heading")]);
    if (missing.size === 0) return text;
    return graphemesOf(drawn)
      .map((each) => (missing.has(each) ? "〓" : each))
      .join("");
  };
  const blocks = document.blocks.map((block): PaperBlock => {
    switch (block.kind) {
      case "heading":
      case "note":
        return { ...block, text: replaced(block.text) };
      case "paragraph":
        return { ...block, text: replaced(block.text) };
      case "table":
        return {
          ...block,
          caption: replaced(block.caption),
          rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(replaced) })),
        };
      case "signature":
        return {
          ...block,
          parties: block.parties.map(({ label, name }) => ({ label: replaced(label), name: replaced(name) })),
        };
      default:
        return assertNever(block);
    }
  });
  return {
    ...document,
    title: replaced(document.title),
    header: replaced(document.header),
    footer: replaced(document.footer),
    editions: document.editions.map(replaced),
    blocks,
  };
}
