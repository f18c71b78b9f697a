import { attribute, firstPiece, type Parts, piecesOf, stylesXml } from "./part-xml.ts";
import { type SymbolFamily, symbolFamily } from "./symbol-fonts.ts";

/** What a cell's style says of how its text is seen. */
export type CellFont = {
  /** A font of pictures; null for letters. */
  family: SymbolFamily | null;
  /** The text has the colour of what lies under it, or no height to speak of. */
  isUnseen: boolean;
  /** Colour under the text, as `inkOf` names it. */
  paper: string;
};

export const plainFont: CellFont = { family: null, isUnseen: false, paper: "FFFFFF" };

/** Smaller letters than these nobody reads; in points. */
const SMALLEST = 3;
/** Colours that programs name by number: white and black (ECMA-376 Part 1, 18.8.27; 64 and 65 the system's). */
const numbered = new Map([
  ["0", "000000"],
  ["1", "FFFFFF"],
  ["8", "000000"],
  ["9", "FFFFFF"],
  ["64", "000000"],
  ["65", "FFFFFF"],
]);
/** Colours of the theme: paper and ink. */
const themed = new Map([
  ["0", "FFFFFF"],
  ["1", "000000"],
]);

/** One name for each colour; null where none is told. */
function colourOf(tag: string | undefined): string | null {
  if (tag === undefined || attribute(tag, "auto") !== null) return null;
  const rgb = attribute(tag, "rgb");
  if (rgb !== null) return rgb.slice(-6).toUpperCase();
  const [theme, indexed] = [attribute(tag, "theme"), attribute(tag, "indexed")];
  const tint = Number(attribute(tag, "tint") ?? "0");
  if (theme !== null) return (tint === 0 && themed.get(theme)) || `theme ${theme} ${tint}`;
  return indexed === null ? null : (numbered.get(indexed) ?? `number ${indexed}`);
}

type Ink = { family: SymbolFamily | null; colour: string; isTiny: boolean };

/** What a font (`font` of the styles, `rPr` of a run) says; `name` is the element that names it. */
export function inkOf(xml: string, name: "name" | "rFont"): Ink & { isNamed: boolean; isColoured: boolean } {
  const tag = (each: string) => new RegExp(`<${each}\\b[^<>]*>`).exec(xml)?.[0];
  const [font, charset, size] = [tag(name), tag("charset"), tag("sz")];
  const value = (each: string | undefined) => (each === undefined ? null : attribute(each, "val"));
  const set = value(charset);
  const colour = colourOf(tag("color"));
  return {
    family: symbolFamily(value(font) ?? "", set === null ? null : Number(set)),
    colour: colour ?? "000000",
    isTiny: Number(value(size) ?? SMALLEST) < SMALLEST,
    isNamed: font !== undefined,
    isColoured: colour !== null,
  };
}

/** The colour a fill lays under the text; one of two colours hides nothing. */
function paperOf(fill: string): string {
  const pattern = /<patternFill\b[^<>]*>/.exec(fill)?.[0];
  const type = pattern === undefined ? null : attribute(pattern, "patternType");
  if (type === "solid") return colourOf(/<fgColor\b[^<>]*>/.exec(fill)?.[0]) ?? "FFFFFF";
  return fill.includes("<gradientFill") ? "gradient" : "FFFFFF";
}

/** By cell style (`s` of a cell); null where nothing is out of the common, as in most books. */
export function cellFonts(parts: Parts): CellFont[] | null {
  const xml = stylesXml(parts);
  const list = (name: string, each: string) => [...piecesOf(firstPiece(xml, name)?.inner ?? "", each)];
  const inks = list("fonts", "font").map(({ inner }) => inkOf(inner, "name"));
  const papers = list("fills", "fill").map(({ inner }) => paperOf(inner));
  const formats = firstPiece(xml, "cellXfs")?.inner.matchAll(/<xf\b[^<>]*>/g) ?? [];
  const fonts = [...formats].map(([tag]): CellFont => {
    const ink = inks[Number(attribute(tag, "fontId") ?? "0")];
    const paper = papers[Number(attribute(tag, "fillId") ?? "0")] ?? plainFont.paper;
    if (!ink) return { ...plainFont, paper };
    return { family: ink.family, isUnseen: ink.isTiny || ink.colour === paper, paper };
  });
  const isPlain = ({ family, isUnseen, paper }: CellFont) =>
    family === null && !isUnseen && paper === plainFont.paper;
  return fonts.every(isPlain) ? null : fonts;
}
