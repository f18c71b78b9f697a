/**
 * Reading of spreadsheet XML without building a tree: attributes of a tag, text of an element. Everything is
 * found by searching forward once, so that no file makes it slow.
 */

/** Something in a part is not as the format demands; the file is refused rather than half read. */
export class DamagedPart extends Error {}

const isSpace = (code: number) => code === 32 || code === 9 || code === 10 || code === 13;

/** Raw value of an attribute in a tag's text (`<c r="A1"`), or null. Either quote, spaces around `=`. */
export function attributeOf(tag: string, name: string): string | null {
  for (let at = tag.indexOf(name); at > 0; at = tag.indexOf(name, at + 1)) {
    if (!isSpace(tag.charCodeAt(at - 1))) continue;
    let next = at + name.length;
    while (isSpace(tag.charCodeAt(next))) next += 1;
    if (tag[next] !== "=") continue;
    do next += 1;
    while (isSpace(tag.charCodeAt(next)));
    const quote = tag[next];
    const end = quote === '"' || quote === "'" ? tag.indexOf(quote, next + 1) : -1;
    return end < 0 ? null : tag.slice(next + 1, end);
  }
  return null;
}

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
const entity = /&(?:(lt|gt|quot|apos|amp)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g;
/** How spreadsheets write characters that XML forbids: `_x000D_`; a literal `_x` is `_x005F_x`. */
const escaped = /_x([0-9A-Fa-f]{4})_/g;

/** Text of XML character data. @throws RangeError on a number that is no character. */
export function xmlText(raw: string): string {
  if (!raw.includes("&")) return raw;
  return raw.replace(entity, (_all, name: string | undefined, dec: string | undefined, hex?: string) =>
    name ? (named[name] ?? "") : String.fromCodePoint(dec ? Number(dec) : Number.parseInt(hex ?? "", 16)),
  );
}

/** Text of a cell or a string item: XML text with the spreadsheet's own escapes. */
export function cellText(raw: string): string {
  if (!/[&<_]/.test(raw)) return raw;
  const text = xmlText(withoutCdata(raw));
  if (!text.includes("_x")) return text;
  return text.replace(escaped, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function withoutCdata(raw: string): string {
  if (!raw.includes("<![CDATA[")) return raw;
  const [first = "", ...rest] = raw.split("<![CDATA[");
  return rest.reduce((text, piece) => {
    const end = piece.indexOf("]]>");
    if (end < 0) throw new DamagedPart("CDATA");
    return text + piece.slice(0, end).replace(/&/g, "&amp;") + piece.slice(end + 3);
  }, first);
}

/** A part without its comments. */
export function withoutComments(xml: string): string {
  if (!xml.includes("<!--")) return xml;
  const [first = "", ...rest] = xml.split("<!--");
  return (
    first +
    rest
      .map((piece) => {
        const end = piece.indexOf("-->");
        if (end < 0) throw new DamagedPart("comment");
        return piece.slice(end + 3);
      })
      .join("")
  );
}

/** Namespace prefix of a part's root element, with its colon: `x:` or nothing. */
export function prefixOf(xml: string, root: string): string {
  for (let at = xml.indexOf(root); at > 0; at = xml.indexOf(root, at + 1)) {
    const open = xml.lastIndexOf("<", at);
    const prefix = xml.slice(open + 1, at);
    if (open >= 0 && /^(?:[\w.-]+:)?$/.test(prefix)) return prefix;
  }
  throw new DamagedPart(root);
}

/** True when `name` (`<x:c`) opens a tag here: it is followed by white space, `/` or `>`. */
export function opensAt(xml: string, name: string, at: number): boolean {
  if (!xml.startsWith(name, at)) return false;
  const code = xml.charCodeAt(at + name.length);
  return code === 62 || code === 47 || isSpace(code);
}

/** Where a tag ends: the index of its `>`, quoted values skipped. */
export function endOfTag(xml: string, at: number): number {
  let end = xml.indexOf(">", at);
  // why: a `>` inside a quoted value is legal; an odd number of quotes before it tells.
  for (let from = at; end >= 0; end = xml.indexOf(">", end + 1)) {
    const quote = openQuote(xml, from, end);
    if (quote === null) return end;
    const close = xml.indexOf(quote, end);
    if (close < 0) break;
    from = close + 1;
    end = close;
  }
  throw new DamagedPart("tag");
}

/** The quote that is still open between two places, or null. */
function openQuote(xml: string, from: number, to: number): string | null {
  let open: string | null = null;
  for (let at = from; at < to; at += 1) {
    const sign = xml[at];
    if (open === null && (sign === '"' || sign === "'")) open = sign;
    else if (sign === open) open = null;
  }
  return open;
}

/** `start` and `end` are places in the XML; `tag` lacks its `>`. */
export type Element = { tag: string; inner: string; start: number; end: number };

/** The next element of this name (with prefix) from a place on; nested ones of the same name do not occur. */
export function elementFrom(xml: string, name: string, from: number): Element | null {
  const open = `<${name}`;
  for (let at = xml.indexOf(open, from); at >= 0; at = xml.indexOf(open, at + 1)) {
    if (opensAt(xml, open, at)) return elementAt(xml, name, at);
  }
  return null;
}

/** The element that opens exactly here. @throws DamagedPart when it does not end. */
export function elementAt(xml: string, name: string, at: number): Element {
  const tagEnd = endOfTag(xml, at);
  const tag = xml.slice(at, tagEnd);
  if (xml.charCodeAt(tagEnd - 1) === 47) return { tag, inner: "", start: at, end: tagEnd + 1 };
  const close = closeOf(xml, `</${name}`, tagEnd);
  return { tag, inner: xml.slice(tagEnd + 1, close), start: at, end: xml.indexOf(">", close) + 1 };
}

function closeOf(xml: string, name: string, from: number): number {
  for (let at = xml.indexOf(name, from); at >= 0; at = xml.indexOf(name, at + 1)) {
    const code = xml.charCodeAt(at + name.length);
    if (code === 62 || (isSpace(code) && xml.includes(">", at))) return at;
  }
  throw new DamagedPart(name);
}

/** A cell's element: what its tag says, and what stands inside. `end` is a place in the XML. */
export type CellElement = { address: string | null; style: number; type: string; inner: string; end: number };

const [GREATER, SLASH, EQUALS, LETTER_R, LETTER_S, LETTER_T] = [62, 47, 61, 114, 115, 116];
const isQuote = (code: number) => code === 34 || code === 39;

/**
 * The cell that opens here, read in one pass: a sheet has more cells than anything else.
 * @throws DamagedPart when it does not end
 */
export function cellElementAt(xml: string, name: string, at: number): CellElement {
  let [address, style, type]: [string | null, number, string] = [null, 0, "n"];
  let end = at + name.length + 1;
  for (let code = xml.charCodeAt(end); code !== GREATER; code = xml.charCodeAt(end)) {
    if (Number.isNaN(code)) throw new DamagedPart("tag");
    if (!isQuote(code)) {
      end += 1;
      continue;
    }
    const close = xml.indexOf(xml.charAt(end), end + 1);
    if (close < 0) throw new DamagedPart("tag");
    const letter = attributeBefore(xml, end);
    if (letter === LETTER_R) address = xml.slice(end + 1, close);
    else if (letter === LETTER_S) style = Number(xml.slice(end + 1, close));
    else if (letter === LETTER_T) type = xml.slice(end + 1, close);
    end = close + 1;
  }
  if (xml.charCodeAt(end - 1) === SLASH) return { address, style, type, inner: "", end: end + 1 };
  const close = closeOf(xml, `</${name}`, end);
  return { address, style, type, inner: xml.slice(end + 1, close), end: xml.indexOf(">", close) + 1 };
}

/** The letter of an attribute whose name is one letter and whose value begins at this quote; 0 for others. */
function attributeBefore(xml: string, quote: number): number {
  let at = quote - 1;
  while (isSpace(xml.charCodeAt(at))) at -= 1;
  if (xml.charCodeAt(at) !== EQUALS) return 0;
  do at -= 1;
  while (isSpace(xml.charCodeAt(at)));
  return isSpace(xml.charCodeAt(at - 1)) ? xml.charCodeAt(at) : 0;
}

/** Every element of this name, in order. */
export function* elementsOf(xml: string, name: string): Generator<Element> {
  for (let found = elementFrom(xml, name, 0); found; found = elementFrom(xml, name, found.end)) yield found;
}
