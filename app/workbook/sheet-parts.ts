import { type EmphasisAt, emphasisOfSheet } from "./cell-emphasis.ts";
import { overlaysOf } from "./drawn-parts.ts";
import {
  attribute,
  firstPiece,
  type Parts,
  partText,
  piecesOf,
  plainSheetXml,
  plainXml,
  relationsOf,
  unescapeXml,
  withoutPieces,
} from "./part-xml.ts";
import { type CellRange, type Overlay, rangeOf } from "./sheet.ts";

export { type Parts, partText, resolvePart } from "./part-xml.ts";

/** What the parsing library does not tell about one sheet, read from its XML. */
export type SheetExtras = {
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  /** Ranges whose conditional formatting may strike text through. */
  maybeStruck: CellRange[];
  overlays: Overlay[];
  emphasisAt?: EmphasisAt;
};

/** Style numbers (`s` of a cell) whose font is struck through. */
export function struckStyles(parts: Parts): Set<number> {
  const xml = plainXml(partText(parts, "xl/styles.xml"));
  const fonts = [...piecesOf(firstPiece(xml, "fonts")?.inner ?? "", "font")];
  const struckFonts = new Set(fonts.flatMap((font, at) => (isStruck(font.inner) ? [at] : [])));
  if (struckFonts.size === 0) return new Set();
  const formats = [...(firstPiece(xml, "cellXfs")?.inner.matchAll(/<xf\b[^<>]*>/g) ?? [])];
  return new Set(
    formats.flatMap((format, at) => (struckFonts.has(Number(attribute(format[0], "fontId"))) ? [at] : [])),
  );
}

function isStruck(xml: string): boolean {
  const tag = /<(?:\w+:)?strike\b[^<>]*>/.exec(xml)?.[0];
  return tag !== undefined && !/val="(?:0|false)"/.test(tag);
}

/** Text of a rich string without its struck-through runs and without furigana. */
export function standingText(richXml: string): string | null {
  if (!/strike/.test(richXml)) return null;
  const standing = [...piecesOf(withoutPieces(plainXml(richXml), "rPh"), "r")]
    .filter(({ inner }) => !isStruck(inner))
    .map(({ inner }) => firstPiece(inner, "t")?.inner ?? "");
  return unescapeXml(standing.join(""));
}

/** What the styles part says, by cell style: struck through, set apart. */
export type BookStyles = { struck: ReadonlySet<number>; emphasis: readonly string[] };

/** Reads the extras of one sheet part, whose XML is given. */
export function sheetExtras(
  parts: Parts,
  partName: string,
  sheetXml: string,
  styles: BookStyles,
): SheetExtras {
  const xml = plainSheetXml(sheetXml);
  const emphasisAt = emphasisOfSheet(xml, styles.emphasis);
  return {
    hiddenRows: hiddenRows(xml),
    hiddenColumns: hiddenColumns(xml),
    maybeStruck: xml.includes("<cfRule") ? maybeStruck(xml, struckRules(parts)) : [],
    overlays: overlaysOf(parts, partName, xml),
    ...(emphasisAt ? { emphasisAt } : {}),
  };
}

/** Spreadsheets write 1 or true. */
const isHidden = (tag: string) => /^(?:1|true)$/.test(attribute(tag, "hidden") ?? "");

function hiddenRows(xml: string): Set<number> {
  if (!xml.includes("hidden")) return new Set();
  const hidden = new Set<number>();
  let row = 0;
  for (const [tag] of xml.matchAll(/<row(?=[\s/>])[^<>]*>/g)) {
    row = Number(attribute(tag, "r") ?? row + 1);
    if (isHidden(tag)) hidden.add(row);
  }
  return hidden;
}

function hiddenColumns(xml: string): Set<number> {
  const hidden = new Set<number>();
  if (!xml.includes("hidden")) return hidden;
  for (const [tag] of xml.matchAll(/<col\s[^<>]*>/g)) {
    if (!isHidden(tag)) continue;
    const [from, to] = [Number(attribute(tag, "min")), Number(attribute(tag, "max"))];
    for (let column = from; column <= Math.min(to, 2_000); column += 1) hidden.add(column);
  }
  return hidden;
}

/** Numbers of the conditional formats that strike text through. */
function struckRules(parts: Parts): Set<string> {
  const xml = firstPiece(plainXml(partText(parts, "xl/styles.xml")), "dxfs")?.inner ?? "";
  const rules = [...piecesOf(xml, "dxf")];
  return new Set(rules.flatMap((rule, at) => (isStruck(rule.inner) ? [String(at)] : [])));
}

function maybeStruck(xml: string, struck: ReadonlySet<string>): CellRange[] {
  if (struck.size === 0) return [];
  return [...piecesOf(xml, "conditionalFormatting")].flatMap(({ tag: format, inner }) => {
    const isStriking = [...inner.matchAll(/<cfRule\b[^<>]*>/g)].some(([tag]) =>
      struck.has(attribute(tag, "dxfId") ?? ""),
    );
    const places = isStriking ? (attribute(format, "sqref") ?? "").split(" ") : [];
    return places.flatMap((place) => rangeOf(place) ?? []);
  });
}

/** Part names the sheet points to, by relation type's last word. */
export function targetsOf(parts: Parts, partName: string, type: string): string[] {
  return relationsOf(parts, partName).flatMap((each) => (each.type === type ? [each.target] : []));
}
