import { cellText, elementsOf, prefixOf } from "./xml-text.ts";

/** Text of a string; `rich` keeps its XML where it has runs with fonts of their own. */
export type CellString = { text: string; rich: string | null };

/** Longest text a spreadsheet cell can hold; a longer one was not written by a spreadsheet. */
export const MAX_CELL_TEXT = 32_767;

/** One string item: plain text, or runs with furigana (`rPh`), which is not part of the text. */
export function stringOf(xml: string, prefix: string): CellString {
  const plain = plainText(xml, prefix);
  if (plain !== null) return { text: plain, rich: null };
  const standing = xml.includes(`<${prefix}rPh`) ? withoutPhonetic(xml, prefix) : xml;
  let text = "";
  for (const { inner } of elementsOf(standing, `${prefix}t`)) text += cellText(inner);
  return { text: text.replace(/\r\n?/g, "\n"), rich: hasRuns(xml, prefix) ? xml : null };
}

const hasRuns = (xml: string, prefix: string) => xml.includes(`<${prefix}rPr`);

/** The text of a string that is one `t` and nothing else, as most are; null for any other. */
function plainText(xml: string, prefix: string): string | null {
  const open = `<${prefix}t`;
  const close = `</${prefix}t>`;
  if (!xml.startsWith(open) || !xml.endsWith(close) || xml.includes("\r")) return null;
  const from = xml.indexOf(">") + 1;
  const raw = xml.slice(from, xml.length - close.length);
  // why: a second tag, a `>` inside a quoted value or an empty element would need the longer way.
  if (from === 0 || from > 40 || raw.includes("<")) return null;
  return raw.includes(">") || xml.charCodeAt(from - 2) === SLASH ? null : cellText(raw);
}

const SLASH = 47;

function withoutPhonetic(xml: string, prefix: string): string {
  let [kept, from] = ["", 0];
  for (const { end, start } of elementsOf(xml, `${prefix}rPh`)) {
    kept += xml.slice(from, start);
    from = end;
  }
  return kept + xml.slice(from);
}

/** The shared strings of a book, in order. */
export function sharedStrings(xml: string): CellString[] {
  if (xml === "") return [];
  const prefix = prefixOf(xml, "sst");
  return [...elementsOf(xml, `${prefix}si`)].map(({ inner }) => stringOf(inner, prefix));
}

/** Conversations hung on cells: address → what was said, line by line; the names of the speakers are not kept. */
export function conversationsOf(xml: string): Map<string, string> {
  const found = new Map<string, string>();
  if (xml === "") return found;
  const prefix = prefixOf(xml, "ThreadedComments");
  for (const { tag, inner } of elementsOf(xml, `${prefix}threadedComment`)) {
    const address = addressIn(tag);
    if (address === undefined) continue;
    const said = [...elementsOf(inner, `${prefix}text`)].map((each) => cellText(each.inner)).join("");
    const before = found.get(address);
    found.set(address, before === undefined ? said : `${before}\n${said}`);
  }
  return found;
}

/** The cell a note hangs on, by its tag. */
const addressIn = (tag: string) => /\sref\s*=\s*["']([A-Z]{1,3}\d{1,7})/.exec(tag)?.[1];

/** Notes attached to cells: address → text, several of one cell in one. */
export function commentsOf(xml: string): Map<string, string> {
  const found = new Map<string, string>();
  if (xml === "") return found;
  const prefix = prefixOf(xml, "comments");
  for (const { tag, inner } of elementsOf(xml, `${prefix}comment`)) {
    const address = addressIn(tag);
    if (address === undefined) continue;
    const before = found.get(address);
    const { text } = stringOf(inner, prefix);
    found.set(address, before === undefined ? text : `${before}\n${text}`);
  }
  return found;
}
