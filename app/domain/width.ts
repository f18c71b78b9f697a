/**
 * Full and half width of one text. Only width is folded: 「①」, 「²」 and 「㍿」 are other characters, and a text
 * that differs in them says something else.
 */
const isOfWidth = /^[\uFF00-\uFFEF\u3000]/u;
const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });
const words = new Intl.Segmenter("ja", { granularity: "word" });

/** The text in one width. A half-width kana with its voice mark becomes one kana (ｶﾞ → ガ). */
export function foldWidth(text: string): string {
  return [...graphemes.segment(text)].map(({ segment }) => folded(segment)).join("");
}

const folded = (grapheme: string) => (isOfWidth.test(grapheme) ? grapheme.normalize("NFKC") : grapheme);

/** True for two texts that differ at most in width, white space and line breaks. */
export function isSameMeaning(a: string, b: string): boolean {
  return withoutSpace(a) === withoutSpace(b);
}

const withoutSpace = (text: string) => foldWidth(text).replace(/\s+/gu, "");

/** A word as it is written, and the same in one width, by which two words are compared. */
export type Word = { text: string; key: string };

/**
 * The words of a Japanese text in order; together they are the text. Words are told in the folded text, so that
 * the same sentence in another width has the same words.
 */
export function wordsInJapanese(text: string): Word[] {
  const written = [...graphemes.segment(text)].map(({ segment }) => ({ segment, plain: folded(segment) }));
  const found: Word[] = [];
  let at = 0;
  for (const { segment } of words.segment(written.map((each) => each.plain).join(""))) {
    const word = { text: "", key: /^\s+$/u.test(segment) ? " " : segment };
    for (let length = 0; length < segment.length; at += 1) {
      length += written[at]?.plain.length ?? segment.length;
      word.text += written[at]?.segment ?? "";
    }
    found.push(word);
  }
  return found;
}
