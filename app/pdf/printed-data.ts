import type { PaperBlock, PaperDocument } from "../domain/annex-document.ts";
import { assertNever } from "../domain/problem.ts";
import { fixedWords } from "./paper-format.ts";
import { printableText } from "./printable-text.ts";

type PrintedBlock =
  | { heading: { level: number; number: string; text: string } }
  | { paragraph: { indent: number; marker?: string; text: string } }
  | { note: string }
  | { table: { caption: string; columns: string[]; rows: string[][] } }
  | { signature: { parties: { label: string; name: string }[] } };

/** The printed document as data: every string in it stands on the pages, and nothing of what it was made from. */
export type PrintedData = {
  buntanPaper: 1;
  marks: string[];
  printedNo: string;
  title: string;
  header: string;
  footer: string;
  blocks: PrintedBlock[];
  editions: string[];
};

/**
 * What is embedded in the file. Sources of rows, the audience's name and other things that are not printed stay out:
 * who gets the paper gets nothing that is not on it.
 */
export function printedData(document: PaperDocument): PrintedData {
  return {
    buntanPaper: 1,
    marks: [
      ...(document.isDraft ? [fixedWords.draft] : []),
      ...(document.audience === "internal" ? [fixedWords.internal] : []),
    ],
    printedNo: printableText(document.printedNo ?? ""),
    title: printableText(document.title),
    header: printableText(document.header),
    footer: printableText(document.footer),
    blocks: document.blocks.map(printedBlock),
    editions: document.editions.map(printableText),
  };
}

function printedBlock(block: PaperBlock): PrintedBlock {
  const text = printableText;
  switch (block.kind) {
    case "heading":
      return { heading: { level: block.level, number: text(block.number), text: text(block.text) } };
    case "paragraph": {
      const marker = block.marker === undefined ? {} : { marker: text(block.marker) };
      return { paragraph: { indent: block.indent, ...marker, text: text(block.text) } };
    }
    case "note":
      return { note: text(block.text) };
    case "table": {
      const columns = block.columns.map((each) => text(each.title));
      const rows = block.rows.map((row) => row.cells.map(text));
      return { table: { caption: text(block.caption), columns, rows } };
    }
    case "signature": {
      const parties = block.parties.map(({ label, name }) => ({ label: text(label), name: text(name) }));
      return { signature: { parties } };
    }
    default:
      return assertNever(block);
  }
}
