/**
 * Comparing two wordings, explainably: what is only spelling is folded away (NFKC, spaces, marks), then either
 * the whole is equal, or the share of common letter pairs says how much is. It proposes; a person confirms.
 */

/** What is left of a wording when width, case, spaces and punctuation are taken away. */
export function wordingEssence(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s、。，．,.!?！？・:：;；「」『』（）()[\]【】"'“”]/g, "");
}

/** Letter pairs of a wording with how often each occurs; a single letter counts as itself. */
export type LetterPairs = { counts: ReadonlyMap<string, number>; size: number };

export function letterPairs(text: string): LetterPairs {
  const letters = [...wordingEssence(text)];
  const pairs = letters.length === 1 ? letters : letters.slice(1).map((each, at) => `${letters[at]}${each}`);
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return { counts, size: pairs.length };
}

function shared(a: LetterPairs, b: LetterPairs): number {
  let count = 0;
  for (const [pair, times] of a.counts) count += Math.min(times, b.counts.get(pair) ?? 0);
  return count;
}

/** Share of common letter pairs, 0 to 1 (Dice); 0 when one of them is empty. Symmetric. */
export function likeness(a: LetterPairs, b: LetterPairs): number {
  return a.size === 0 || b.size === 0 ? 0 : (2 * shared(a, b)) / (a.size + b.size);
}

/** How much of `part` stands in `whole`, 0 to 1. */
export function heldIn(part: LetterPairs, whole: LetterPairs): number {
  return part.size === 0 ? 0 : shared(part, whole) / part.size;
}

/** All of them as one wording, for asking how much of a whole its parts make up. */
export function joinPairs(all: readonly LetterPairs[]): LetterPairs {
  const counts = new Map<string, number>();
  for (const each of all) {
    for (const [pair, times] of each.counts) counts.set(pair, (counts.get(pair) ?? 0) + times);
  }
  return { counts, size: all.reduce((sum, each) => sum + each.size, 0) };
}

export type WordPiece = { text: string; isOnlyHere: boolean };
export type WordDifference = { before: WordPiece[]; after: WordPiece[] };

/** Longer wordings are compared as a whole: the table of the comparison grows with the square. */
const MAX_WORDS = 600;

/**
 * Two wordings word by word: each side as pieces, those marked that only it has. The pieces of a side put
 * together are exactly its text (property test). Words are those of `Intl.Segmenter` for Japanese.
 */
export function differenceByWord(before: string, after: string): WordDifference {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length > MAX_WORDS || b.length > MAX_WORDS) {
    const isOnlyHere = before !== after;
    return { before: pieces(a, () => !isOnlyHere), after: pieces(b, () => !isOnlyHere) };
  }
  const kept = longestCommon(a, b);
  return {
    before: pieces(a, (at) => kept.before.has(at)),
    after: pieces(b, (at) => kept.after.has(at)),
  };
}

const segmenter = new Intl.Segmenter("ja", { granularity: "word" });

function wordsOf(text: string): string[] {
  return [...segmenter.segment(text)].map((each) => each.segment);
}

/** Words that differ in width only are the same word. */
function sameWord(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a.normalize("NFKC") === b.normalize("NFKC");
}

function longestCommon(a: readonly string[], b: readonly string[]) {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] = sameWord(a[i], b[j])
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const kept = { before: new Set<number>(), after: new Set<number>() };
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (sameWord(a[i], b[j])) {
      kept.before.add(i++);
      kept.after.add(j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return kept;
}

function pieces(words: readonly string[], isKept: (at: number) => boolean): WordPiece[] {
  const joined: WordPiece[] = [];
  words.forEach((text, at) => {
    const isOnlyHere = !isKept(at);
    const last = joined.at(-1);
    if (last && last.isOnlyHere === isOnlyHere) last.text += text;
    else joined.push({ text, isOnlyHere });
  });
  return joined;
}
