import {
  beginText,
  endText,
  fill,
  lineTo,
  moveTo,
  type PDFFont,
  PDFHexString,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  rectangle,
  setCharacterSpacing,
  setFillingGrayscaleColor,
  setFontAndSize,
  setLineWidth,
  setTextMatrix,
  showText,
  stroke,
} from "pdf-lib";
import type { Face, Ink, PageInk } from "./ink.ts";
import { graphemesOf } from "./line-break.ts";
import { ruleWidth } from "./paper-format.ts";
import type { StructureElement } from "./structure.ts";

/** A font in one document, with the code of every grapheme drawn so far. */
export type Pen = { font: PDFFont; codes: Map<string, string> };
export type Pens = Readonly<Record<Face, Pen>>;

type TextInk = Extract<Ink, { kind: "text" }>;
type FontNames = Readonly<Record<Face, ReturnType<PDFPage["node"]["newFontDictionary"]>>>;

/**
 * Draws one page, every operator inside marked content: lines and greys as layout artifacts, running text as pagination
 * artifacts, the rest in the sequence of its element.
 * @returns the element of each sequence; its index is the MCID
 */
export function drawPage(page: PDFPage, inks: PageInk, pens: Pens): StructureElement[] {
  const names = {
    body: page.node.newFontDictionary("Body", pens.body.font.ref),
    heading: page.node.newFontDictionary("Heading", pens.heading.font.ref),
  };
  const texts = inks.filter((each) => each.kind === "text");
  // why: fills first, or the grey of a table head would cover what was drawn before it.
  const shapes = [
    ...inks.filter((each) => each.kind === "fill"),
    ...inks.filter((each) => each.kind === "rule"),
  ];
  const operators: PDFOperator[] = [];
  if (shapes.length > 0)
    operators.push(
      begin("Artifact", "<</Type /Layout>>"),
      setLineWidth(ruleWidth),
      ...shapes.flatMap(shapeOf),
      end(),
    );
  const sequences: StructureElement[] = [];
  for (const { element, inks: drawn } of runsOf(texts)) {
    if (element === null) operators.push(begin("Artifact", "<</Type /Pagination>>"));
    else operators.push(begin(element.role, `<</MCID ${sequences.push(element) - 1}>>`));
    operators.push(beginText(), ...drawn.flatMap((each) => textOf(each, names, pens)), endText(), end());
  }
  page.pushOperators(...operators);
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

function begin(tag: string, properties: string): PDFOperator {
  return PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [PDFName.of(tag), properties]);
}

function end(): PDFOperator {
  return PDFOperator.of(PDFOperatorNames.EndMarkedContent);
}

function shapeOf(ink: Exclude<Ink, TextInk>): PDFOperator[] {
  if (ink.kind === "rule")
    return [moveTo(round(ink.x1), round(ink.y1)), lineTo(round(ink.x2), round(ink.y2)), stroke()];
  const { x, y, width, height, gray } = ink;
  return [
    setFillingGrayscaleColor(gray),
    rectangle(round(x), round(y), round(width), round(height)),
    fill(),
    setFillingGrayscaleColor(0),
  ];
}

function textOf(ink: TextInk, names: FontNames, pens: Pens): PDFOperator[] {
  return [
    setFontAndSize(names[ink.face], ink.size),
    setCharacterSpacing(round(ink.spacing)),
    setTextMatrix(1, 0, 0, 1, round(ink.x), round(ink.y)),
    showText(encode(ink.text, pens[ink.face])),
  ];
}

/** Laid out and encoded one grapheme at a time and remembered: no ligature, and layout runs once for each. */
function encode(text: string, pen: Pen): PDFHexString {
  const codes = graphemesOf(text).map((grapheme) => {
    const known = pen.codes.get(grapheme);
    if (known !== undefined) return known;
    const code = pen.font.encodeText(grapheme).asString();
    pen.codes.set(grapheme, code);
    return code;
  });
  return PDFHexString.of(codes.join(""));
}

function round(points: number): number {
  return Math.round(points * 1000) / 1000;
}
