import fontkit from "@cantoo/fontkit";
import { PDFDocument } from "pdf-lib";
import type { PaperDocument } from "../../app/domain/annex-document.ts";
import { layOutWithContents } from "../../app/pdf/contents.ts";
import { drawPage, type Pen } from "../../app/pdf/draw-page.ts";
import type { Face, PageInk } from "../../app/pdf/ink.ts";
import { readPaperFonts } from "../../app/pdf/paper-fonts.server.ts";
import { page as format } from "../../app/pdf/paper-format.ts";
import { nodeModules } from "./paper-fixtures.ts";

const fonts = await readPaperFonts(nodeModules);

/** The pages of a paper before they are a file. */
export const laidOut = (document: PaperDocument) => layOutWithContents(document, fonts.measures);

/**
 * Pages of many papers in one file with the fonts embedded whole: what the ink of the subsets is compared with.
 * One file, because the fonts weigh 12 MB.
 */
export async function withWholeFonts(pages: readonly PageInk[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.registerFontkit(fontkit);
  const pen = async (face: Face): Promise<Pen> => ({
    font: await pdf.embedFont(fonts.bytes[face], { subset: false }),
    codes: new Map(),
  });
  const pens = { body: await pen("body"), heading: await pen("heading") };
  for (const ink of pages) drawPage(pdf.addPage([format.width, format.height]), ink, pens);
  return pdf.save({ updateFieldAppearances: false });
}
