import type { PaperBlock } from "../domain/annex-document.ts";
import { assertNever } from "../domain/problem.ts";
import { type LinkedPart, stretchesOfLines } from "./linked-text.ts";
import type { PageFlow, TextPlace } from "./page-flow.ts";
import { contentWidth, fixedWords, page, sizes } from "./paper-format.ts";
import { printableText } from "./printable-text.ts";
import { newElement, type OpenLists } from "./structure.ts";

type Block<K extends PaperBlock["kind"]> = Extract<PaperBlock, { kind: K }>;

const em = sizes.body.size;
const wide = { x: page.left, width: contentWidth, align: "left" } as const;

const headingPlace: TextPlace = { ...wide, face: "heading", format: sizes.heading };
const headingSkip = (block: Block<"heading">) => (block.level === 1 ? 9 : 5);

/** A heading stays with what follows it. */
export function layOutHeading(flow: PageFlow, block: Block<"heading">, leastNext: number): void {
  const text = `${block.number}${block.text}`;
  const lines = flow.breakText(text, headingPlace);
  flow.skip(headingSkip(block));
  flow.ensure(lines.length * sizes.heading.line + leastNext);
  flow.bookmark(text, block.number);
  flow.as(block.level === 1 ? "H2" : "H3", () => flow.lines(lines, headingPlace));
}

/**
 * 項, 号 and ア the way a Japanese contract sets them: the number at the indent, the text one full-width
 * space behind it, further lines one character in; a first 項 without number starts one character in.
 */
export function layOutParagraph(flow: PageFlow, block: Block<"paragraph">, lists: OpenLists): void {
  const { whole, lines, start, firstStart, nextStart } = breakParagraph(flow, block);
  const stretches = stretchesOfLines(
    whole,
    lines.map((each) => each.text),
    linkedParts(block),
  );
  const { label, body } = elementsOf(flow, block, lists);
  let fit = linesThatFit(flow, lines.length, sizes.body.line);
  lines.forEach(({ text, isLast }, at) => {
    if (fit === 0) {
      flow.newPage();
      fit = linesThatFit(flow, lines.length - at, sizes.body.line);
    }
    const left = at === 0 ? firstStart : nextStart;
    const marker = { ...bodyPlace, x: page.left + start };
    if (at === 0) flow.within(label, () => flow.line(block.marker ?? "", marker, flow.y));
    const rest = { ...bodyPlace, x: page.left + left, width: contentWidth - left };
    const options = { isJustified: !isLast, stretches: stretches[at] ?? [] };
    flow.within(body, () => flow.line(text, rest, flow.y, options));
    flow.y -= sizes.body.line;
    fit -= 1;
  });
}

const bodyPlace: TextPlace = { ...wide, face: "body", format: sizes.body };

function breakParagraph(flow: PageFlow, block: Block<"paragraph">) {
  const start = block.indent * em;
  const marker = block.marker ?? "";
  const numberWidth = marker === "" ? 0 : Math.max(2 * em, flow.widthOf(`${marker} `, "body", em));
  const firstStart = start + (marker === "" ? em : numberWidth);
  const nextStart = start + (marker === "" ? 0 : em);
  const whole = printableText(block.text);
  const lines = whole.split("\n").flatMap((part, at) => {
    const room = contentWidth - nextStart;
    const firstWidthPt = at === 0 ? contentWidth - firstStart : room;
    const broken = flow.breakText(part, { ...bodyPlace, width: room }, { firstWidthPt });
    return broken.map((text, no) => ({ text, isLast: no === broken.length - 1 }));
  });
  return { whole, lines, start, firstStart, nextStart };
}

/** All of a clause: its heading, a 項, a note; what is neither has no height that could be kept together. */
export function heightOfText(flow: PageFlow, block: PaperBlock): number | null {
  switch (block.kind) {
    case "heading": {
      const lines = flow.breakText(`${block.number}${block.text}`, headingPlace);
      return headingSkip(block) + lines.length * sizes.heading.line;
    }
    case "paragraph":
      return breakParagraph(flow, block).lines.length * sizes.body.line;
    case "note":
      return 4 + flow.breakText(block.text, notePlace).length * sizes.note.line;
    case "table":
    case "signature":
      return null;
    default:
      return assertNever(block);
  }
}

/** References of a paragraph where they stand in the text as it is drawn. */
function linkedParts({ text, references = [] }: Block<"paragraph">): LinkedPart[] {
  return references.map((each) => ({
    at: printableText(text.slice(0, each.at)).length,
    text: printableText(each.text),
    target: each.to,
  }));
}

/** 号, ア and what is below are items of a list; a 項 is a paragraph that begins with its number. */
function elementsOf(flow: PageFlow, block: Block<"paragraph">, lists: OpenLists) {
  if (flow.element === null) return { label: null, body: null };
  if (block.indent > 0 && (block.marker ?? "") !== "") return lists.next(flow.element, block.indent);
  lists.close();
  const body = newElement(flow.element, "P");
  return { label: body, body };
}

/** How many of the lines stay on this page: never one line alone at the foot or at the head of a page. */
function linesThatFit(flow: PageFlow, count: number, line: number): number {
  const fit = Math.floor((flow.room + 0.001) / line);
  if (fit >= count) return count;
  const kept = count - fit === 1 ? fit - 1 : fit;
  if (kept >= 2 || flow.isAtTop) return Math.max(1, kept);
  return 0;
}

/** Lines that a heading before a paragraph keeps with it. */
export function leastHeightOfParagraph(flow: PageFlow, block: Block<"paragraph">): number {
  const isLong = flow.widthOf(block.text, "body", em) > contentWidth - em;
  return sizes.body.line * (isLong ? 2 : 1);
}

const notePlace: TextPlace = {
  ...wide,
  x: page.left + em,
  width: contentWidth - em,
  face: "body",
  format: sizes.note,
};

export function layOutNote(flow: PageFlow, block: Block<"note">): void {
  const lines = flow.breakText(block.text, notePlace);
  flow.skip(2);
  flow.as("P", () => {
    for (const text of lines) {
      flow.ensure(sizes.note.line);
      flow.lines([text], notePlace);
    }
  });
  flow.y -= 2;
}

/** Catalogues and forms used, with their versions, at the end of every paper. */
export function layOutEditions(flow: PageFlow, editions: readonly string[]): void {
  if (editions.length === 0) return;
  const place: TextPlace = { ...wide, face: "body", format: sizes.edition };
  const items = editions.map((each) => flow.breakText(each, place));
  flow.skip(14);
  // why three at most: a long list goes on over pages, but its heading never stands alone.
  flow.ensure((Math.min(3, items.flat().length) + 1) * sizes.edition.line + 8);
  flow.put({ kind: "rule", x1: page.left, y1: flow.y, x2: page.left + contentWidth, y2: flow.y });
  flow.y -= 5;
  flow.as("P", () => flow.lines([fixedWords.editions], { ...place, face: "heading" }));
  flow.as("L", () => {
    for (const lines of items) flow.as("LI", () => flow.as("LBody", () => layOutEdition(flow, lines, place)));
  });
}

function layOutEdition(flow: PageFlow, lines: readonly string[], place: TextPlace): void {
  for (const text of lines) {
    flow.ensure(sizes.edition.line);
    flow.lines([text], place);
  }
}
