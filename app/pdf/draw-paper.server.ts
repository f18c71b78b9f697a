import fontkit from "@cantoo/fontkit";
import { PDFDocument } from "pdf-lib";
import type { PaperDocument } from "../domain/annex-document.ts";
import { done, failed, type Result } from "../domain/problem.ts";
import { describeForArchive } from "./archive.ts";
import { layOutWithContents, withGeta } from "./contents.ts";
import { drawPage, type Pen, type Pens } from "./draw-page.ts";
import type { Face } from "./ink.ts";
import { findMissingGlyphs } from "./missing-glyphs.ts";
import { writeOutline } from "./outline.ts";
import { embeddedNames, type PaperFonts, readPaperFonts } from "./paper-fonts.server.ts";
import { page as format } from "./paper-format.ts";
import { writeSignatureFields } from "./signature-fields.ts";
import { writeLinks } from "./write-links.ts";
import { writeStructure } from "./write-structure.ts";

export type PrintOptions = {
  /** Moment written into the file; the same document and moment give the same bytes. */
  createdAt: Date;
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
      const { pages, bookmarks, structure, signatures, links } = layOutWithContents(document, fonts.measures);
      const pdf = await PDFDocument.create({ updateMetadata: false });
      await describeForArchive(pdf, document, options.createdAt);
      const pens = await embedFonts(pdf, fonts);
      const sequences = pages.map((ink, at) => {
        const drawn = drawPage(pdf.addPage([format.width, format.height]), ink, pens);
        options.onPage?.(at + 1, pages.length);
        return drawn;
      });
      writeOutline(pdf, bookmarks);
      const fields = isSignable(document) ? writeSignatureFields(pdf, signatures) : [];
      writeStructure(pdf, structure, sequences, [...fields, ...writeLinks(pdf, links)]);
      const bytes = await pdf.save({ updateFieldAppearances: false, objectsPerTick });
      return done({ bytes, pageCount: pages.length });
    },
  };
}

/**
 * why not the library's 50: after so many objects it waits for a timer, which alone took a third of the time of
 * twenty pages. Long papers are printed in a process of their own.
 */
const objectsPerTick = 2000;

/** A draft is nothing to sign, and internal papers have no parties. */
function isSignable(document: PaperDocument): boolean {
  return document.audience === "contract" && !document.isDraft;
}

async function embedFonts(pdf: PDFDocument, fonts: PaperFonts): Promise<Pens> {
  pdf.registerFontkit(fontkit);
  const embed = async (face: Face): Promise<Pen> => ({
    font: await pdf.embedFont(fonts.bytes[face], { subset: true, customName: embeddedNames[face] }),
    codes: new Map(),
  });
  return { body: await embed("body"), heading: await embed("heading") };
}
