import type { PaperBlock, PaperDocument } from "../domain/annex-document.ts";
import { assertNever } from "../domain/problem.ts";
import type { Bookmark, LeadingLink, Measures, PageInk, SignaturePlace } from "./ink.ts";
import { keptWithSignature, layOutSignature } from "./lay-out-signature.ts";
import { layOutTable, leastHeightOfTable } from "./lay-out-table.ts";
import {
  layOutEditions,
  layOutHeading,
  layOutNote,
  layOutParagraph,
  leastHeightOfParagraph,
} from "./lay-out-text.ts";
import { PageFlow, type TextPlace } from "./page-flow.ts";
import { contentWidth, fixedWords, page, sizes } from "./paper-format.ts";
import { OpenLists, type StructureElement } from "./structure.ts";

export type LaidOutPaper = {
  pages: PageInk[];
  bookmarks: Bookmark[];
  /** The paper as it is read: one Document. */
  structure: StructureElement;
  signatures: SignaturePlace[];
  links: LeadingLink[];
};

/** Places every string of a paper on pages. Pure: widths come in, positions in points come out. */
export function layOutPaper(document: PaperDocument, measures: Measures): LaidOutPaper {
  const running = new PageFlow(measures, { top: page.height, bottom: 0 }, null);
  const [header, footer] = [headerLines(document, running), footerLines(document, running)];
  const structure: StructureElement = { role: "Document", kids: [] };
  const top = Math.min(page.height - page.top, headerTop - header.lines.length * sizes.running.line - 6);
  const flow = new PageFlow(measures, { top, bottom: Math.max(page.bottom, footer.top + 10) }, structure);
  const lists = new OpenLists();
  layOutTitle(flow, document);
  const kept = keptWithSignature(flow, document.blocks);
  document.blocks.forEach((block, at) => {
    if (at === kept?.at) flow.ensure(kept.height);
    layOutBlock(flow, block, document.blocks[at + 1], lists);
  });
  layOutEditions(flow, document.editions);
  const { bookmarks, signatures } = flow;
  const links = leadingLinks(flow);
  return { pages: withRunningLines(flow, header, footer), bookmarks, structure, signatures, links };
}

/** Words that name a heading of the paper, with that heading; other words are words. */
function leadingLinks({ links, bookmarks }: PageFlow): LeadingLink[] {
  const targets = new Map<string, Bookmark>();
  for (const each of bookmarks)
    for (const name of [each.title, each.number])
      if (name !== "" && !targets.has(name)) targets.set(name, each);
  return links.flatMap((link) => {
    const to = targets.get(link.target);
    if (to === undefined) link.element.role = "Span";
    return to === undefined ? [] : [{ ...link, to }];
  });
}

const headerTop = page.height - 32;

function layOutTitle(flow: PageFlow, document: PaperDocument): void {
  const place: TextPlace = {
    face: "heading",
    format: sizes.title,
    x: page.left,
    width: contentWidth,
    align: "center",
  };
  if (document.printedNo !== null) {
    const number: TextPlace = { ...place, format: sizes.heading, align: "right" };
    const lines = flow.breakText(document.printedNo, number);
    flow.as("P", () => flow.lines(lines, number));
  }
  flow.bookmark(document.title, "");
  flow.as("H1", () => flow.lines(flow.breakText(document.title, place), place));
  flow.y -= 10;
}

function layOutBlock(
  flow: PageFlow,
  block: PaperBlock,
  next: PaperBlock | undefined,
  lists: OpenLists,
): void {
  if (block.kind !== "paragraph") lists.close();
  switch (block.kind) {
    case "heading":
      layOutHeading(flow, block, leastHeight(flow, next));
      break;
    case "paragraph":
      layOutParagraph(flow, block, lists);
      break;
    case "note":
      layOutNote(flow, block);
      break;
    case "table":
      layOutTable(flow, block);
      break;
    case "signature":
      layOutSignature(flow, block);
      break;
    default:
      assertNever(block);
  }
}

function leastHeight(flow: PageFlow, block: PaperBlock | undefined): number {
  if (block?.kind === "paragraph") return leastHeightOfParagraph(flow, block);
  return block?.kind === "table" ? leastHeightOfTable(flow, block) : sizes.body.line;
}

type Mark = { text: string; width: number };
type Header = { lines: string[]; place: TextPlace; marks: Mark[] };

/** The framed marks at the left and the running header beside them. */
function headerLines(document: PaperDocument, flow: PageFlow): Header {
  const words = [
    ...(document.isDraft ? [fixedWords.draft] : []),
    ...(document.audience === "internal" ? [fixedWords.internal] : []),
  ];
  const marks = words.map((text) => ({ text, width: flow.widthOf(text, "heading", sizes.mark.size) + 14 }));
  const used = marks.reduce((sum, each) => sum + each.width + 6, 0);
  const place: TextPlace = {
    face: "body",
    format: sizes.running,
    x: page.left + used,
    width: contentWidth - used,
    align: "right",
  };
  const text = [document.printedNo ?? "", document.header].filter((each) => each !== "").join("　");
  return { lines: text === "" ? [] : flow.breakText(text, place), place, marks };
}

type Footer = { lines: string[]; place: TextPlace; top: number };
/** Upper edge of the last line at the foot. */
const footTop = 42;

/** The footer beside n / N, at the right; a long one takes lines above its last. */
function footerLines(document: PaperDocument, flow: PageFlow): Footer {
  const width = contentWidth / 2 - 4 * sizes.note.size;
  const place: TextPlace = {
    face: "body",
    format: sizes.running,
    x: page.left + contentWidth - width,
    width,
    align: "right",
  };
  const lines = flow.breakText(document.footer, place);
  return { lines, place, top: footTop + (lines.length - 1) * sizes.running.line };
}

/** Header, marks and n / N on every page; n / N is known only now. */
function withRunningLines(flow: PageFlow, header: Header, footer: Footer): PageInk[] {
  const { pages } = flow;
  return pages.map((body, at) => {
    const running = new PageFlow(flow.measures, { top: headerTop, bottom: 0 }, null);
    drawMarks(running, header.marks);
    running.lines(header.lines, header.place);
    running.y = footer.top;
    running.lines(footer.lines, footer.place);
    const number: TextPlace = {
      ...header.place,
      x: page.left,
      width: contentWidth,
      format: { ...sizes.running, size: sizes.note.size },
      align: "center",
    };
    running.line(`${at + 1} / ${pages.length}`, number, footTop);
    return [...(running.pages[0] ?? []), ...body];
  });
}

function drawMarks(flow: PageFlow, marks: readonly Mark[]): void {
  const { line } = sizes.mark;
  const top = flow.y + 4;
  let x: number = page.left;
  for (const { text, width } of marks) {
    const [right, bottom] = [x + width, top - line];
    flow.line(text, { face: "heading", format: sizes.mark, x, width, align: "center" }, top);
    flow.put(
      { kind: "rule", x1: x, y1: top, x2: right, y2: top },
      { kind: "rule", x1: x, y1: bottom, x2: right, y2: bottom },
      { kind: "rule", x1: x, y1: top, x2: x, y2: bottom },
      { kind: "rule", x1: right, y1: top, x2: right, y2: bottom },
    );
    x = right + 6;
  }
}
