import type { PaperBlock } from "../domain/annex-document.ts";
import type { PageFlow, TextPlace } from "./page-flow.ts";
import { contentWidth, fixedWords, page, sizes } from "./paper-format.ts";
import { printableText } from "./printable-text.ts";
import { newElement, type OpenLists } from "./structure.ts";

type Block<K extends PaperBlock["kind"]> = Extract<PaperBlock, { kind: K }>;

const em = sizes.body.size;
const wide = { x: page.left, width: contentWidth, align: "left" } as const;

/** A heading stays with what follows it. */
export function layOutHeading(flow: PageFlow, block: Block<"heading">, leastNext: number): void {
  const text = `${block.number}${block.text}`;
  const place: TextPlace = { ...wide, face: "heading", format: sizes.heading };
  const lines = flow.breakText(text, place);
  flow.skip(block.level === 1 ? 9 : 5);
  flow.ensure(lines.length * sizes.heading.line + leastNext);
  flow.bookmark(text);
  flow.as(block.level === 1 ? "H2" : "H3", () => flow.lines(lines, place));
}

/**
 * 項, 号 and ア the way a Japanese contract sets them: the number at the indent, the text one full-width
 * space behind it, further lines one character in; a first 項 without number starts one character in.
 */
export function layOutParagraph(flow: PageFlow, block: Block<"paragraph">, lists: OpenLists): void {
  const start = block.indent * em;
  const marker = block.marker ?? "";
  const numberWidth = marker === "" ? 0 : Math.max(2 * em, flow.widthOf(`${marker} `, "body", em));
  const firstStart = start + (marker === "" ? em : numberWidth);
  const nextStart = start + (marker === "" ? 0 : em);
  const place: TextPlace = { ...wide, face: "body", format: sizes.body };
  const lines = printableText(block.text)
    .split("\n")
    .flatMap((part, at) => {
      const room = contentWidth - nextStart;
      const firstWidthPt = at === 0 ? contentWidth - firstStart : room;
      const broken = flow.breakText(part, { ...place, width: room }, { firstWidthPt });
      return broken.map((text, no) => ({ text, isLast: no === broken.length - 1 }));
    });
  const { label, body } = elementsOf(flow, block, lists);
  let fit = linesThatFit(flow, lines.length, sizes.body.line);
  lines.forEach(({ text, isLast }, at) => {
    if (fit === 0) {
      flow.newPage();
      fit = linesThatFit(flow, lines.length - at, sizes.body.line);
    }
    const left = at === 0 ? firstStart : nextStart;
    if (at === 0) flow.within(label, () => flow.line(marker, { ...place, x: page.left + start }, flow.y));
    const rest = { ...place, x: page.left + left, width: contentWidth - left };
    flow.within(body, () => flow.line(text, rest, flow.y, !isLast));
    flow.y -= sizes.body.line;
    fit -= 1;
  });
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

export function layOutNote(flow: PageFlow, block: Block<"note">): void {
  const place: TextPlace = {
    ...wide,
    x: page.left + em,
    width: contentWidth - em,
    face: "body",
    format: sizes.note,
  };
  const lines = flow.breakText(block.text, place);
  flow.skip(2);
  flow.as("P", () => {
    for (const text of lines) {
      flow.ensure(sizes.note.line);
      flow.lines([text], place);
    }
  });
  flow.y -= 2;
}

const signatureLine = 26;
const signaturePlace: TextPlace = { ...wide, face: "body", format: { ...sizes.body, line: signatureLine } };
/** From the values of the block to the right edge. */
const signatureWidth = contentWidth - 18 * em;

/** 署名欄: a blank day, then each party: 記名押印 with room for its seal, or 記載内容の確認 with who confirmed. */
export function layOutSignature(flow: PageFlow, block: Block<"signature">): void {
  const rows = block.style === "seal" ? sealRows : confirmationRows;
  flow.skip(18);
  // why each name as broken: the block stays whole, and a long name takes more than its one line.
  const heights = block.parties.map(({ name }) => {
    const nameLines = flow.breakText(name, { ...signaturePlace, width: signatureWidth }).length;
    return (rows.length - 1 + nameLines) * signatureLine + 8;
  });
  flow.ensure(signatureLine + heights.reduce((sum, each) => sum + each, 0));
  const place = signaturePlace;
  flow.as("P", () => {
    if (block.style === "confirmation")
      flow.lines([fixedWords.confirmation], { ...place, x: page.left + em });
    else flow.lines([fixedWords.signedOn], { ...place, x: page.left + 5 * em });
  });
  for (const party of block.parties) layOutParty(flow, place, party, rows);
}

/** `person`: left blank, and where the party signs when nobody stamps. */
type SignatureRow = { label: string; value: "name" | "blank" | "seal" | "person" | "day" };
const sealRows: readonly SignatureRow[] = [
  { label: fixedWords.address, value: "blank" },
  { label: fixedWords.name, value: "name" },
  { label: fixedWords.representative, value: "seal" },
];
const confirmationRows: readonly SignatureRow[] = [
  { label: fixedWords.name, value: "name" },
  { label: fixedWords.department, value: "blank" },
  { label: fixedWords.person, value: "person" },
  { label: fixedWords.confirmedOn, value: "day" },
];

function layOutParty(
  flow: PageFlow,
  place: TextPlace,
  party: { label: string; name: string },
  rows: readonly SignatureRow[],
): void {
  flow.y -= 8;
  const labels = { ...place, x: page.left + 13 * em, width: 4 * em };
  const values = { ...place, x: page.left + 18 * em, width: signatureWidth };
  const heading: TextPlace = { ...place, face: "heading", x: page.left + 8 * em, width: 5 * em };
  flow.as("P", () => flow.line(party.label, heading, flow.y));
  for (const { label, value } of rows) {
    const top = flow.y;
    flow.as("P", () => {
      flow.line(label, labels, top);
      const text = value === "name" ? party.name : value === "day" ? fixedWords.signedOn : "";
      flow.lines(text === "" ? [""] : flow.breakText(text, values), values);
      if (value === "seal" || value === "person") keepSignaturePlace(flow, party.label, top, values);
      if (value === "seal") flow.line(fixedWords.seal, { ...values, align: "right" }, top);
    });
  }
}

/** The blank of the line, up to 印: an electronic signature shows there if the program that signs draws one. */
function keepSignaturePlace(flow: PageFlow, label: string, top: number, { x, width }: TextPlace): void {
  if (flow.element === null) return;
  const box = { x, y: top - signatureLine, width: width - 2 * em, height: signatureLine };
  const element = newElement(flow.element, "Form");
  flow.signatures.push({ label, pageIndex: flow.pages.length - 1, ...box, element });
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
