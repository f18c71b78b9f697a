import type { PaperDocument } from "../domain/annex-document.ts";
import { type Problem, problem } from "../domain/problem.ts";
import type { Face } from "./ink.ts";
import { placedTexts, printableText } from "./printable-text.ts";

/**
 * What the fonts cannot draw, one `paper-glyph-missing` per place, before a single page is made: the PDF
 * library itself prints an empty box and says nothing.
 * @param missingIn the graphemes of a text that a face cannot draw
 */
export function findMissingGlyphs(
  document: PaperDocument,
  missingIn: (text: string, face: Face) => string[],
): Problem[] {
  const byPlace = new Map<string, Set<string>>();
  for (const { text, place } of placedTexts(document)) {
    const drawn = printableText(text);
    // why: headings, table heads and labels use the other face; both have to know every character.
    const missing = [...missingIn(drawn, "body"), ...missingIn(drawn, "heading")];
    if (missing.length === 0) continue;
    const known = byPlace.get(place) ?? new Set();
    missing.forEach((each) => {
      known.add(each);
    });
    byPlace.set(place, known);
  }
  return [...byPlace].map(([place, characters]) =>
    problem(
      "paper-glyph-missing",
      {
        character: [...characters].join(" "),
        codes: [...characters].map(codesOf).join(" "),
        count: characters.size,
      },
      place,
    ),
  );
}

/** `U+20BB7`, or `U+845B+E0105` for a sequence. */
function codesOf(grapheme: string): string {
  const points = Array.from(grapheme, (each) => (each.codePointAt(0) ?? 0).toString(16).toUpperCase());
  return `U+${points.map((each) => each.padStart(4, "0")).join("+")}`;
}
