import { columnNumber, type Overlay } from "./sheet.ts";

/** What the parsing library does not tell about one sheet, read from its XML. */
export type SheetExtras = {
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  /** Addresses whose cell style strikes the text through. */
  struck: Set<string>;
  /** Addresses of formulas that were saved without a value; the formula's text. */
  withoutValue: Map<string, string>;
  overlays: Overlay[];
};

export type Parts = ReadonlyMap<string, Uint8Array>;

/** Text of a part; empty when the package has none of that name. */
export function partText(parts: Parts, name: string): string {
  const part = parts.get(name);
  return part ? new TextDecoder().decode(part) : "";
}

const attribute = (tag: string, name: string) =>
  new RegExp(`(?:^|[\\s:])${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

/** Style numbers (`s` of a cell) whose font is struck through. */
export function struckStyles(parts: Parts): Set<number> {
  const xml = partText(parts, "xl/styles.xml");
  const fonts = [
    ...(/<fonts\b[\s\S]*?<\/fonts>/.exec(xml)?.[0].matchAll(/<font\b(?:[^>]*\/>|[\s\S]*?<\/font>)/g) ?? []),
  ];
  const struckFonts = new Set(fonts.flatMap((font, at) => (isStruck(font[0]) ? [at] : [])));
  if (struckFonts.size === 0) return new Set();
  const formats = [...(/<cellXfs\b[\s\S]*?<\/cellXfs>/.exec(xml)?.[0].matchAll(/<xf\b[^>]*>/g) ?? [])];
  return new Set(
    formats.flatMap((format, at) => (struckFonts.has(Number(attribute(format[0], "fontId"))) ? [at] : [])),
  );
}

function isStruck(xml: string): boolean {
  const tag = /<(?:\w+:)?strike\b[^>]*>/.exec(xml)?.[0];
  return tag !== undefined && !/val="(?:0|false)"/.test(tag);
}

/** Text of a rich string without its struck-through runs and without furigana. */
export function standingText(richXml: string): string | null {
  if (!/strike/.test(richXml)) return null;
  const runs = [
    ...richXml
      .replace(/<rPh\b[\s\S]*?<\/rPh>/g, "")
      .matchAll(/<r>([\s\S]*?)<\/r>|<r\s[^>]*>([\s\S]*?)<\/r>/g),
  ];
  const standing = runs
    .map((run) => run[1] ?? run[2] ?? "")
    .filter((run) => !isStruck(run))
    .map((run) => /<t\b[^>]*>([\s\S]*?)<\/t>/.exec(run)?.[1] ?? "");
  return unescapeXml(standing.join(""));
}

/** Text of an XML attribute or element. */
export function unescapeXml(text: string): string {
  const signs: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replace(/&(?:(lt|gt|quot|apos|amp)|#(\d+)|#x([0-9a-f]+));/gi, (all, name, dec, hex) => {
    if (name) return signs[String(name).toLowerCase()] ?? all;
    return String.fromCodePoint(dec ? Number(dec) : Number.parseInt(String(hex), 16));
  });
}

/** Reads the extras of one sheet part. */
export function sheetExtras(parts: Parts, partName: string, struck: ReadonlySet<number>): SheetExtras {
  const xml = partText(parts, partName);
  return {
    hiddenRows: hiddenRows(xml),
    hiddenColumns: hiddenColumns(xml),
    struck: struck.size > 0 ? struckCells(xml, struck) : new Set(),
    withoutValue: xml.includes("<f") ? formulasWithoutValue(xml) : new Map(),
    overlays: [...drawnShapes(parts, partName), ...controls(xml)],
  };
}

/** Spreadsheets write 1 or true. */
const isHidden = (tag: string) => /^(?:1|true)$/.test(attribute(tag, "hidden") ?? "");

function hiddenRows(xml: string): Set<number> {
  const rows = [...xml.matchAll(/<row\s[^>]*>/g)].filter((row) => isHidden(row[0]));
  return new Set(rows.map((row) => Number(attribute(row[0], "r"))));
}

function hiddenColumns(xml: string): Set<number> {
  const hidden = new Set<number>();
  for (const [tag] of xml.matchAll(/<col\s[^>]*>/g)) {
    if (!isHidden(tag)) continue;
    const [from, to] = [Number(attribute(tag, "min")), Number(attribute(tag, "max"))];
    for (let column = from; column <= Math.min(to, 2_000); column += 1) hidden.add(column);
  }
  return hidden;
}

function struckCells(xml: string, struck: ReadonlySet<number>): Set<string> {
  const found = new Set<string>();
  for (const [tag] of xml.matchAll(/<c\s[^>]*>/g)) {
    const address = attribute(tag, "r");
    if (address && struck.has(Number(attribute(tag, "s") ?? "0"))) found.add(address);
  }
  return found;
}

function formulasWithoutValue(xml: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const chunk of xml.split("<c ").slice(1)) {
    const close = chunk.indexOf("</c>");
    const body = close >= 0 ? chunk.slice(0, close) : chunk;
    if (!/<f[\s/>]/.test(body) || /<v(?:\s[^>]*)?>[^<]|<v>\s*<\/v>|<is>/.test(body)) continue;
    const address = attribute(body, "r");
    const isText = /\bt="str"/.test(body);
    // why: an empty text result is written as t="str" with or without an empty value: the formula gave "".
    if (address && !isText) found.set(address, unescapeXml(`=${/<f[^>]*>([^<]*)/.exec(body)?.[1] ?? ""}`));
  }
  return found;
}

/** Part names the sheet points to, by relation type's last word. */
function targetsOf(parts: Parts, partName: string, type: string): string[] {
  const at = partName.lastIndexOf("/");
  const rels = partText(parts, `${partName.slice(0, at)}/_rels/${partName.slice(at + 1)}.rels`);
  return [...rels.matchAll(/<Relationship\b[^>]*>/g)]
    .filter((tag) => attribute(tag[0], "Type")?.endsWith(`/${type}`))
    .flatMap((tag) => attribute(tag[0], "Target") ?? [])
    .map((target) => resolvePart(partName.slice(0, at), target));
}

/** `../drawings/drawing1.xml` seen from `xl/worksheets` → `xl/drawings/drawing1.xml`. */
export function resolvePart(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = folder.split("/");
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}

const numberIn = (xml: string, tag: string) =>
  Number(new RegExp(`<xdr:${tag}>\\s*(\\d+)`).exec(xml)?.[1] ?? Number.NaN);

/** Rows and columns an anchor covers. An end at offset 0 only touches the next cell. */
function anchorRange(anchor: string, kind: Overlay["kind"]): Overlay[] {
  const from = /<xdr:from>([\s\S]*?)<\/xdr:from>|<from>([\s\S]*?)<\/from>/.exec(anchor);
  const to = /<xdr:to>([\s\S]*?)<\/xdr:to>|<to>([\s\S]*?)<\/to>/.exec(anchor);
  const start = from?.[1] ?? from?.[2];
  if (!start) return [];
  const end = to?.[1] ?? to?.[2] ?? start;
  const [top, left] = [numberIn(start, "row") + 1, numberIn(start, "col") + 1];
  const bottom = numberIn(end, "row") + (numberIn(end, "rowOff") === 0 && end !== start ? 0 : 1);
  const right = numberIn(end, "col") + (numberIn(end, "colOff") === 0 && end !== start ? 0 : 1);
  if (![top, left, bottom, right].every(Number.isFinite)) return [];
  return [{ kind, top, left, bottom: Math.max(top, bottom), right: Math.max(left, right) }];
}

function drawnShapes(parts: Parts, partName: string): Overlay[] {
  return targetsOf(parts, partName, "drawing").flatMap((name) => {
    const xml = partText(parts, name);
    const anchors = [
      ...xml.matchAll(/<xdr:(?:twoCell|oneCell)Anchor\b[\s\S]*?<\/xdr:(?:twoCell|oneCell)Anchor>/g),
    ];
    return anchors
      .filter((anchor) => !/<a14:compatExt|<xdr:graphicFrame/.test(anchor[0]))
      .flatMap((anchor) => anchorRange(anchor[0], "shape"));
  });
}

/** Form controls lie in the sheet part itself: `<control><controlPr><anchor>`. */
function controls(xml: string): Overlay[] {
  return [...xml.matchAll(/<control\s[\s\S]*?<\/control>/g)].flatMap((each) =>
    anchorRange(each[0], "control"),
  );
}

/** Column letters of an address, as a number; 0 when it is none. */
export function columnOfAddress(address: string): number {
  const letters = /^[A-Z]+/.exec(address)?.[0];
  return letters ? columnNumber(letters) : 0;
}
