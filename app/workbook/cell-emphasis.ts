import { attribute, firstPiece, type Parts, piecesOf, stylesXml } from "./part-xml.ts";
import { columnNumber } from "./sheet.ts";

/**
 * What sets a cell apart at a place (row, column): weight, line and colour of its font, its fill; empty for
 * a plain cell. Cells without text have it too.
 */
export type EmphasisAt = (row: number, column: number) => string;

const isOn = (tag: string | undefined) => tag !== undefined && !/val="(?:0|false|none)"/.test(tag);
/** Black, or the colour of text in the book's theme. */
const plainColour = /(?:rgb="(?:FF)?000000"|theme="1"|indexed="(?:8|64)"|auto="1")/i;
/** White, or the colour of paper. */
const plainFill = /(?:rgb="(?:FF|00)?FFFFFF"|theme="0"(?![^<>]*tint)|indexed="(?:9|65)")/i;

function fontEmphasis(font: string): string {
  const colour = /<color\b[^<>]*>/.exec(font)?.[0];
  return [
    isOn(/<b\b[^<>]*>/.exec(font)?.[0]) ? "bold" : "",
    isOn(/<u\b[^<>]*>/.exec(font)?.[0]) ? "underline" : "",
    colour === undefined || plainColour.test(colour) ? "" : colour,
  ].join("");
}

function fillEmphasis(fill: string): string {
  const type = attribute(/<patternFill\b[^<>]*>/.exec(fill)?.[0] ?? "", "patternType");
  if (type === null) return fill.includes("<gradientFill") ? fill : "";
  const colour = /<fgColor\b[^<>]*>/.exec(fill)?.[0] ?? "";
  return type === "none" || (type === "solid" && plainFill.test(colour)) ? "" : `${type}${colour}`;
}

function emphasesIn(xml: string, list: string, name: string, emphasisOf: (each: string) => string): string[] {
  const all = firstPiece(xml, list)?.inner ?? "";
  return [...piecesOf(all, name)].map(({ tag, inner }) => emphasisOf(`${tag}${inner}`));
}

/** Emphasis of each cell style (`s` of a cell). */
export function emphasisStyles(parts: Parts): string[] {
  const xml = stylesXml(parts);
  const fonts = emphasesIn(xml, "fonts", "font", fontEmphasis);
  const fills = emphasesIn(xml, "fills", "fill", fillEmphasis);
  const formats = firstPiece(xml, "cellXfs")?.inner.matchAll(/<xf\b[^<>]*>/g) ?? [];
  return [...formats].map(([tag]) => {
    const [font, fill] = [attribute(tag, "fontId"), attribute(tag, "fillId")];
    return `${fonts[Number(font ?? -1)] ?? ""}${fills[Number(fill ?? -1)] ?? ""}`;
  });
}

/** Looks the cells' styles up on first use: most sheets are never asked. Undefined where all is plain. */
export function emphasisOfSheet(xml: string, styles: readonly string[]): EmphasisAt | undefined {
  if (styles.every((each) => each === "")) return undefined;
  let found: Map<string, string> | null = null;
  return (row, column) => {
    found ??= emphasisByPlace(xml, styles);
    return found.get(`${row}:${column}`) ?? "";
  };
}

function emphasisByPlace(xml: string, styles: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  let [row, column] = [0, 0];
  for (const [tag, name] of xml.matchAll(/<(row|c)(?=[\s/>])[^<>]*>/g)) {
    const at = attribute(tag, "r");
    if (name === "row") {
      [row, column] = [at === null ? row + 1 : Number(at), 0];
      continue;
    }
    // why counted: rows and cells may leave out where they stand.
    const place = at === null ? null : /^([A-Z]{1,3})(\d{1,7})$/.exec(at);
    column = place?.[1] ? columnNumber(place[1]) : column + 1;
    const emphasis = styles[Number(attribute(tag, "s") ?? "0")] ?? "";
    if (emphasis !== "") found.set(`${place?.[2] ?? row}:${column}`, emphasis);
  }
  return found;
}
