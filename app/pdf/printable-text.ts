import type { PaperBlock, PaperDocument } from "../domain/annex-document.ts";
import { assertNever } from "../domain/problem.ts";

/**
 * The text as it is drawn: other spaces and tabs become a space, characters without width (soft hyphen,
 * zero-width space, byte order mark, direction marks) fall away, kana and their voicing marks become one
 * character. Texts from workbooks are full of them. Not NFC as a whole: that would turn U+FA19 into U+795E.
 */
export function printableText(text: string): string {
  return text
    .replace(/[\t\u00a0\u2000-\u200a\u202f\u205f]/g, " ")
    .replace(/[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g, "")
    .replace(/[\u3041-\u30fe][\u3099\u309a]/g, (kana) => kana.normalize("NFC"))
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n");
}

export type PlacedText = { text: string; place: string };

/** Every string of a paper with the place a person would look for it; the same strings as `paperStrings`. */
export function placedTexts(document: PaperDocument): PlacedText[] {
  const at = (place: string, ...texts: string[]) => texts.map((text) => ({ text, place }));
  return [
    ...at("printedNo", document.printedNo ?? ""),
    ...at("title", document.title),
    ...at("header", document.header),
    ...at("footer", document.footer),
    ...document.blocks.flatMap(placedTextsOfBlock),
    ...at("editions", ...document.editions),
  ].filter((each) => each.text !== "");
}

function placedTextsOfBlock(block: PaperBlock): PlacedText[] {
  const at = (place: string, ...texts: string[]) => texts.map((text) => ({ text, place }));
  switch (block.kind) {
    case "heading":
      return at(block.source?.place ?? block.number, block.number, block.text);
    case "paragraph":
      return at(block.source?.place ?? "paragraph", block.marker ?? "", block.text);
    case "note":
      return at("note", block.text);
    case "signature":
      return block.parties.flatMap((party) => at("signature", party.label, party.name));
    case "table":
      return [
        ...at(block.caption, block.caption, ...block.columns.map((each) => each.title)),
        ...block.rows.flatMap((row, no) =>
          at(`${block.caption} ${row.source?.place ?? no + 1}`.trim(), ...row.cells),
        ),
      ];
    default:
      return assertNever(block);
  }
}
