import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import fontkit, { type Font } from "@cantoo/fontkit";
import type { Face, Measures } from "./ink.ts";
import { graphemesOf } from "./line-break.ts";
import { readVariationSequences, type VariationSequences } from "./variation-sequences.ts";

const files: Readonly<Record<Face, string>> = {
  body: "@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf",
  heading: "@expo-google-fonts/biz-udgothic/700Bold/BIZUDGothic_700Bold.ttf",
};
/** Tag and name of a subset, as PDF wants them; fixed, so that the same paper gives the same bytes. */
export const embeddedNames: Readonly<Record<Face, string>> = {
  body: "ABCDEF+BIZUDMincho-Regular",
  heading: "ABCDEF+BIZUDGothic-Bold",
};

/** The fonts as bytes, read once, and what can be asked of them without a document. */
export type PaperFonts = {
  bytes: Readonly<Record<Face, Uint8Array>>;
  measures: Measures;
  /** Graphemes of the text that this face cannot draw, each once. */
  missingIn(text: string, face: Face): string[];
};

/**
 * Reads the two fonts of papers.
 * @param fontDir the folder that holds `@expo-google-fonts/` (the program's node_modules)
 */
export async function readPaperFonts(fontDir: string | URL): Promise<PaperFonts> {
  const dir = typeof fontDir === "string" ? fontDir : fileURLToPath(fontDir);
  const read = async (face: Face) => new Uint8Array(await readFile(path.join(dir, files[face])));
  const bytes = { body: await read("body"), heading: await read("heading") };
  const faces = { body: openFace(bytes.body), heading: openFace(bytes.heading) };
  return {
    bytes,
    measures: { body: faces.body.widthOf, heading: faces.heading.widthOf },
    missingIn: (text, face) => {
      const missing = graphemesOf(text).filter((each) => !faces[face].canDraw(each));
      return missing.length === 0 ? missing : [...new Set(missing)];
    },
  };
}

type OpenFace = { widthOf(grapheme: string): number; canDraw(grapheme: string): boolean };

/** A parsed font for asking only; documents parse their own, because a shared one loses glyphs when subset. */
function openFace(bytes: Uint8Array): OpenFace {
  const font = fontkit.create(bytes);
  if (font === null || !("layout" in font)) throw new Error("the file is not a single font");
  const sequences = readVariationSequences(bytes);
  const widths = new Map<string, number>();
  const drawable = new Map<string, boolean>();
  return {
    widthOf: (grapheme) => cached(widths, grapheme, () => advanceOf(font, grapheme)),
    canDraw: (grapheme) => cached(drawable, grapheme, () => hasGlyphs(font, sequences, grapheme)),
  };
}

/** Remembers one value per grapheme; measuring by layout each time is thirty times slower. */
function cached<T>(memory: Map<string, T>, key: string, make: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const value = make();
  // why: a stranger's text must not fill the memory of a process that runs for months.
  if (memory.size > 20_000) memory.clear();
  memory.set(key, value);
  return value;
}

function advanceOf(font: Font, grapheme: string): number {
  const { glyphs } = font.layout(grapheme);
  return glyphs.reduce((sum, each) => sum + each.advanceWidth, 0) / font.unitsPerEm;
}

function hasGlyphs(font: Font, sequences: VariationSequences, grapheme: string): boolean {
  if (/^[\r\n]+$/.test(grapheme)) return true;
  const points = Array.from(grapheme, (each) => each.codePointAt(0) ?? 0);
  const isKnown = points.every((point, at) => {
    if (!isVariationSelector(point)) return true;
    const base = points[at - 1];
    return base !== undefined && sequences.knows(base, point);
  });
  return isKnown && font.layout(grapheme).glyphs.every((each) => each.id !== 0);
}

function isVariationSelector(point: number): boolean {
  return (point >= 0xfe00 && point <= 0xfe0f) || (point >= 0xe0100 && point <= 0xe01ef);
}
