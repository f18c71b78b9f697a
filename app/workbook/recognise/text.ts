/** Anything folding would touch; most cells hold none of it. */
const foldable = /[\ufe0e-\ufe0f\u2000-\u200d\u202f\ufeff\u3000\u00a0！-～｡-ﾟ]/;

/**
 * Folds full-width letters, digits and signs to half width and half-width katakana to full width.
 * why: not NFKC as a whole, which would turn ⑤ into 5 and ☑ stays but ㊞ or № change under our feet.
 */
export function foldWidth(text: string): string {
  if (!foldable.test(text)) return text;
  return text
    .replace(/[！-～]|[｡-ﾟ]+/g, halfWidth)
    .replace(/[\u3000\u00a0\u2000-\u200a\u202f]/g, " ")
    .replace(/[\ufe0e-\ufe0f\u200b-\u200d\ufeff]/g, "");
}

const FULL_WIDTH = 0xfee0;

/** A full-width sign, or a run of half-width katakana, the other way. */
function halfWidth(each: string): string {
  const code = each.charCodeAt(0);
  return code <= 0xff5e ? String.fromCharCode(code - FULL_WIDTH) : each.normalize("NFKC");
}

/** Anything squashing would touch. */
const squashable = /[\ufe0e-\ufe0f\u200b-\u200d\s！-～｡-ﾟ]/;

/** Texts of this reading that were squashed: many rules ask of each cell. */
const squashed = new Map<string, string>();
const MAX_SQUASHED = 5_000;

/** Begins a reading: nothing is kept of the one before. */
export function forgetTexts(): void {
  squashed.clear();
}

/** Folded text without any white space: for comparing labels and words. */
export function squash(text: string): string {
  if (!squashable.test(text)) return text;
  const known = squashed.get(text);
  if (known !== undefined) return known;
  const flat = foldWidth(text).replace(/\s+/g, "");
  if (squashed.size < MAX_SQUASHED) squashed.set(text, flat);
  return flat;
}

/** The text as printed, with white space at its ends removed and line ends made `\n`. */
export function trimText(text: string): string {
  return (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text).trim();
}

/** Anything that is not one line already. */
const spaced = /[^\S ]|^ | $| {2}/;

/** One line: line breaks and runs of spaces become one space. */
export function oneLine(text: string): string {
  if (!spaced.test(text)) return text;
  return trimText(text).replace(/[\s\u3000]+/g, " ");
}

/** Folds full-width signs and spaces one for one: positions in the result are positions in the text. */
export function foldSigns(text: string): string {
  return text.replace(/[！-～]/g, halfWidth).replace(/\u3000/g, " ");
}

const sentence = /(?:か|下さい|ください)[。．.]?(?:[(（[［【][^)）\]］】]*[)）\]］】])?[。．.]?$|[？?]$/;

/** True when the text asks something; headings of sections do not. */
export function isQuestionSentence(text: string): boolean {
  return sentence.test(text.trim());
}
