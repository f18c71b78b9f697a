import { type EmphasisAt, emphasisOfSheet } from "./cell-emphasis.ts";
import type { CellFont } from "./cell-fonts.ts";
import { inkOf } from "./cell-fonts.ts";
import { overlaysOf } from "./drawn-parts.ts";
import { joinedMargins } from "./margin-text.ts";
import {
  attribute,
  firstPiece,
  type Parts,
  piecesOf,
  plainSheetXml,
  relationsOf,
  stylesXml,
  unescapeXml,
} from "./part-xml.ts";
import { isStruck } from "./rich-text.ts";
import { type CellRange, type Overlay, rangeOf } from "./sheet.ts";

export { type Parts, partText, resolvePart } from "./part-xml.ts";

/** What the parsing library does not tell about one sheet, read from its XML. */
export type SheetExtras = {
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  /** Ranges whose conditional formatting may strike text through. */
  maybeStruck: CellRange[];
  /** Ranges whose conditional formatting may hide what stands there. */
  maybeUnseen: CellRange[];
  overlays: Overlay[];
  /** Words of its printed header and footer; "" when there are none. */
  marginText: string;
  emphasisAt?: EmphasisAt;
};

/** Style numbers (`s` of a cell) whose font is struck through. */
export function struckStyles(parts: Parts): Set<number> {
  const xml = stylesXml(parts);
  const fonts = [...piecesOf(firstPiece(xml, "fonts")?.inner ?? "", "font")];
  const struckFonts = new Set(fonts.flatMap((font, at) => (isStruck(font.inner) ? [at] : [])));
  if (struckFonts.size === 0) return new Set();
  const formats = [...(firstPiece(xml, "cellXfs")?.inner.matchAll(/<xf\b[^<>]*>/g) ?? [])];
  return new Set(
    formats.flatMap((format, at) => (struckFonts.has(Number(attribute(format[0], "fontId"))) ? [at] : [])),
  );
}

/** What the styles part says, by cell style: struck through, set apart, out of the common in its font. */
export type BookStyles = {
  struck: ReadonlySet<number>;
  emphasis: readonly string[];
  fonts: readonly CellFont[] | null;
};

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
    ...doubtfulRanges(parts, xml),
    overlays: overlaysOf(parts, partName, xml),
    marginText: marginText(xml),
    ...(emphasisAt ? { emphasisAt } : {}),
  };
}

const marginNames = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];

function marginText(xml: string): string {
  const margins = firstPiece(xml, "headerFooter")?.inner ?? "";
  return joinedMargins([...piecesOf(margins, ...marginNames)].map(({ inner }) => unescapeXml(inner)));
}

/** Spreadsheets write 1 or true; a row or column of no size to speak of is as hidden. */
const isHidden = (tag: string) => {
  const size = attribute(tag, "ht") ?? attribute(tag, "width");
  return /^(?:1|true)$/.test(attribute(tag, "hidden") ?? "") || (size !== null && Number(size) < 0.5);
};

function hiddenRows(xml: string): Set<number> {
  const hidden = new Set<number>();
  if (!/hidden|\bht="0/.test(xml)) return hidden;
  let row = 0;
  for (const [tag] of xml.matchAll(/<row(?=[\s/>])[^<>]*>/g)) {
    row = Number(attribute(tag, "r") ?? row + 1);
    if (isHidden(tag)) hidden.add(row);
  }
  return hidden;
}

function hiddenColumns(xml: string): Set<number> {
  const hidden = new Set<number>();
  for (const [tag] of xml.slice(0, Math.max(0, xml.indexOf("<sheetData"))).matchAll(/<col\s[^<>]*>/g)) {
    if (!isHidden(tag)) continue;
    const [from, to] = [Number(attribute(tag, "min")), Number(attribute(tag, "max"))];
    for (let column = from; column <= Math.min(to, 2_000); column += 1) hidden.add(column);
  }
  return hidden;
}

/** Ranges whose conditional formats may strike through, or hide, what stands there. */
function doubtfulRanges(parts: Parts, xml: string): Pick<SheetExtras, "maybeStruck" | "maybeUnseen"> {
  if (!xml.includes("<cfRule")) return { maybeStruck: [], maybeUnseen: [] };
  const styles = firstPiece(stylesXml(parts), "dxfs")?.inner ?? "";
  const rules = [...piecesOf(styles, "dxf")].map(({ inner }) => inner);
  const numbersOf = (isMeant: (rule: string) => boolean) =>
    new Set(rules.flatMap((rule, at) => (isMeant(rule) ? [String(at)] : [])));
  return {
    maybeStruck: rangesOfRules(xml, numbersOf(isStruck)),
    maybeUnseen: rangesOfRules(xml, numbersOf(isHiding)),
  };
}

/** White letters on nothing else than paper, or a number format that shows nothing. */
function isHiding(rule: string): boolean {
  const format = /<numFmt\b[^<>]*\bformatCode="([^"]*)"/.exec(rule)?.[1];
  if (format !== undefined && /^[;\s]+$/.test(format)) return true;
  const ink = inkOf(firstPiece(rule, "font")?.inner ?? "", "name");
  return ink.isColoured && ink.colour === "FFFFFF" && !rule.includes("<fill");
}

function rangesOfRules(xml: string, struck: ReadonlySet<string>): CellRange[] {
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
