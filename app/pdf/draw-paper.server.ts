import { createHash } from "node:crypto";
import fontkit from "@cantoo/fontkit";
import {
  beginText,
  endText,
  fill,
  lineTo,
  moveTo,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  type PDFOperator,
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
import { type PaperDocument, paperStrings } from "../domain/annex-document.ts";
import { done, failed, type Result } from "../domain/problem.ts";
import { layOutWithContents, withGeta } from "./contents.ts";
import type { Face, Ink, PageInk } from "./ink.ts";
import { graphemesOf } from "./line-break.ts";
import { findMissingGlyphs } from "./missing-glyphs.ts";
import { writeOutline } from "./outline.ts";
import { embeddedNames, type PaperFonts, readPaperFonts } from "./paper-fonts.server.ts";
import { page as format, ruleWidth } from "./paper-format.ts";

export type PrintOptions = {
  /** Moment written into the file; the same document and moment give the same bytes. */
  createdAt: Date;
  /** Embeds the fonts whole (12 MB). Only for the test that compares its ink with the subset's. */
  hasWholeFonts?: boolean;
  /** Prints 〓 where no font of ours has a character, instead of refusing: for papers that repeat what others wrote. */
  hasGeta?: boolean;
  /** Told after every page drawn, for long papers. */
  onPage?: (drawn: number, total: number) => void;
};
export type PrintedPaper = { bytes: Uint8Array; pageCount: number };
export type PaperPrinter = {
  /** Problems: `paper-glyph-missing`, one per place, naming the characters no font of ours has. */
  print(document: PaperDocument, options: PrintOptions): Promise<Result<PrintedPaper>>;
};

/**
 * Reads the fonts once and prints papers with them.
 * @param fontDir the folder that holds `@expo-google-fonts/` (the program's node_modules)
 */
export async function createPaperPrinter(fontDir: string | URL): Promise<PaperPrinter> {
  const fonts = await readPaperFonts(fontDir);
  return {
    print: async (given, options) => {
      const document = options.hasGeta ? withGeta(given, fonts.missingIn) : given;
      const problems = findMissingGlyphs(document, fonts.missingIn);
      if (problems.length > 0) return failed(...problems);
      const { pages, bookmarks } = layOutWithContents(document, fonts.measures);
      const pdf = await PDFDocument.create({ updateMetadata: false });
      describe(pdf, document, options.createdAt);
      const pens = await embedFonts(pdf, fonts, options.hasWholeFonts !== true);
      for (const [at, ink] of pages.entries()) {
        drawPage(pdf.addPage([format.width, format.height]), ink, pens);
        options.onPage?.(at + 1, pages.length);
      }
      writeOutline(pdf, bookmarks);
      return done({ bytes: await pdf.save(), pageCount: pages.length });
    },
  };
}

function describe(pdf: PDFDocument, document: PaperDocument, createdAt: Date): void {
  const title = [document.printedNo ?? "", document.title].filter((each) => each !== "").join("　");
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setLanguage("ja-JP");
  pdf.setProducer("Buntan");
  pdf.setCreator("Buntan");
  pdf.setCreationDate(createdAt);
  pdf.setModificationDate(createdAt);
  const seed = JSON.stringify([createdAt.toISOString(), document.audience, paperStrings(document)]);
  const id = PDFHexString.of(createHash("sha256").update(seed).digest("hex").slice(0, 32));
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id]);
}

/** A font in one document, with the code of every grapheme drawn so far. */
type Pen = { font: PDFFont; codes: Map<string, string> };
type Pens = Readonly<Record<Face, Pen>>;

async function embedFonts(pdf: PDFDocument, fonts: PaperFonts, isSubset: boolean): Promise<Pens> {
  pdf.registerFontkit(fontkit);
  const embed = async (face: Face): Promise<Pen> => ({
    font: await pdf.embedFont(fonts.bytes[face], { subset: isSubset, customName: embeddedNames[face] }),
    codes: new Map(),
  });
  return { body: await embed("body"), heading: await embed("heading") };
}

function drawPage(page: PDFPage, inks: PageInk, pens: Pens): void {
  const names = {
    body: page.node.newFontDictionary("Body", pens.body.font.ref),
    heading: page.node.newFontDictionary("Heading", pens.heading.font.ref),
  };
  // why: fills first, or the grey of a table head would cover what was drawn before it.
  const ordered = [
    ...inks.filter((each) => each.kind === "fill"),
    ...inks.filter((each) => each.kind !== "fill"),
  ];
  page.pushOperators(setLineWidth(ruleWidth));
  for (const ink of ordered) page.pushOperators(...operatorsOf(ink, names, pens));
}

type FontNames = Readonly<Record<Face, ReturnType<PDFPage["node"]["newFontDictionary"]>>>;

function operatorsOf(ink: Ink, names: FontNames, pens: Pens): PDFOperator[] {
  if (ink.kind === "rule")
    return [moveTo(round(ink.x1), round(ink.y1)), lineTo(round(ink.x2), round(ink.y2)), stroke()];
  if (ink.kind === "fill") {
    const { x, y, width, height, gray } = ink;
    return [
      setFillingGrayscaleColor(gray),
      rectangle(round(x), round(y), round(width), round(height)),
      fill(),
      setFillingGrayscaleColor(0),
    ];
  }
  return [
    beginText(),
    setFontAndSize(names[ink.face], ink.size),
    setCharacterSpacing(round(ink.spacing)),
    setTextMatrix(1, 0, 0, 1, round(ink.x), round(ink.y)),
    showText(encode(ink.text, pens[ink.face])),
    endText(),
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
