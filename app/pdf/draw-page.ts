import type { PDFFont, PDFPage } from "pdf-lib";
import type { Face, Ink, PageInk } from "./ink.ts";
import { graphemesOf } from "./line-break.ts";
import { ruleWidth } from "./paper-format.ts";
import type { StructureElement } from "./structure.ts";

/** A font in one document, with the code of every grapheme drawn so far. */
export type Pen = { font: PDFFont; codes: Map<string, string> };
export type Pens = Readonly<Record<Face, Pen>>;

type TextInk = Extract<Ink, { kind: "text" }>;

/**
 * Draws one page, every operator inside marked content: lines and greys as layout artifacts, running text as pagination
 * artifacts, the rest in the sequence of its element.
 *
 * why operators as text (ISO 32000-1, 8 and 9) and not as objects of the library: a page has some hundred of them, and
 * to make, to keep and to write each took a fifth of the time of printing.
 * @returns the element of each sequence; its index is the MCID
 */
export function drawPage(page: PDFPage, inks: PageInk, pens: Pens): StructureElement[] {
  const texts = inks.filter((each) => each.kind === "text");
  // why: fills first, or the grey of a table head would cover what was drawn before it.
  const shapes = [
    ...inks.filter((each) => each.kind === "fill"),
    ...inks.filter((each) => each.kind === "rule"),
  ];
  const operators: string[] = [];
  if (shapes.length > 0)
    operators.push("/Artifact <</Type /Layout>> BDC", `${ruleWidth} w`, ...shapes.map(shapeOf), "EMC");
  const sequences: StructureElement[] = [];
  const write = textWriter(page, pens);
  for (const { element, inks: drawn } of runsOf(texts)) {
    if (element === null) operators.push("/Artifact <</Type /Pagination>> BDC");
    else operators.push(`/${element.role} <</MCID ${sequences.push(element) - 1}>> BDC`);
    operators.push("BT", ...drawn.map(write), "ET", "EMC");
  }
  const { context } = page.doc;
  page.node.addContentStream(context.register(context.flateStream(operators.join("\n"))));
  return sequences;
}

/** Neighbours of the same element together: one sequence a page and element, as long as nothing comes between. */
function runsOf(texts: readonly TextInk[]): { element: StructureElement | null; inks: TextInk[] }[] {
  const runs: { element: StructureElement | null; inks: TextInk[] }[] = [];
  for (const ink of texts) {
    const last = runs.at(-1);
    if (last !== undefined && last.element === ink.element) last.inks.push(ink);
    else runs.push({ element: ink.element, inks: [ink] });
  }
  return runs;
}

function shapeOf(ink: Exclude<Ink, TextInk>): string {
  if (ink.kind === "rule")
    return `${round(ink.x1)} ${round(ink.y1)} m\n${round(ink.x2)} ${round(ink.y2)} l\nS`;
  const { x, y, width, height, gray } = ink;
  return `${gray} g\n${round(x)} ${round(y)} ${round(width)} ${round(height)} re\nf\n0 g`;
}

/** Writes line after line of one page; font and spacing are said again only when they change. */
function textWriter(page: PDFPage, pens: Pens): (ink: TextInk) => string {
  const names = {
    body: page.node.newFontDictionary("Body", pens.body.font.ref),
    heading: page.node.newFontDictionary("Heading", pens.heading.font.ref),
  };
  let [lastFont, lastSpacing] = ["", "0 Tc"];
  return (ink) => {
    const font = `${names[ink.face]} ${ink.size} Tf`;
    const spacing = `${round(ink.spacing)} Tc`;
    const changed = [...(font === lastFont ? [] : [font]), ...(spacing === lastSpacing ? [] : [spacing])];
    [lastFont, lastSpacing] = [font, spacing];
    const matrix = `1 0 0 1 ${round(ink.x)} ${round(ink.y)} Tm`;
    return [...changed, matrix, `<${encode(ink.text, pens[ink.face])}> Tj`].join("\n");
  };
}

/** Laid out and encoded one grapheme at a time and remembered: no ligature, and layout runs once for each. */
function encode(text: string, pen: Pen): string {
  let codes = "";
  for (const grapheme of graphemesOf(text)) codes += pen.codes.get(grapheme) ?? firstCode(grapheme, pen);
  return codes;
}

function firstCode(grapheme: string, pen: Pen): string {
  const code = pen.font.encodeText(grapheme).asString();
  pen.codes.set(grapheme, code);
  return code;
}

/** To a thousandth of a point: no number is written with an exponent, which PDF does not know. */
function round(points: number): number {
  return Math.round(points * 1000) / 1000;
}
