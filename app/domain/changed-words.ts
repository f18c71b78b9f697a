import { type Word, wordsInJapanese } from "./width.ts";

/** A piece of a text, and whether the other text has it. */
export type Piece = { text: string; isChanged: boolean };

/** Beyond this many pairs of words two texts are shown as wholly different: the table would cost more than it says. */
const MOST_PAIRS = 4_000_000;

/**
 * What changed between two texts, word by word: Latin words and numbers whole, Japanese by character, because it
 * has no spaces. The pieces of either side together are that side's text.
 */
export function changedWords(old: string, next: string): { old: Piece[]; next: Piece[] } {
  return changedPieces(old, next, wordsOf(old), wordsOf(next));
}

/**
 * What changed between two remarks, word by word as the dictionary of the language tells them; a word in another
 * width is the same word. The pieces of either side together are that side's text.
 */
export function changedRemark(old: string, next: string): { old: Piece[]; next: Piece[] } {
  return changedPieces(old, next, wordsInJapanese(old), wordsInJapanese(next));
}

function changedPieces(old: string, next: string, before: readonly Word[], after: readonly Word[]) {
  if (before.length * after.length > MOST_PAIRS) {
    return { old: [{ text: old, isChanged: true }], next: [{ text: next, isChanged: true }] };
  }
  const kept = keptPairs(before, after);
  return {
    old: piecesOf(before, new Set(kept.map(([at]) => at))),
    next: piecesOf(after, new Set(kept.map(([, at]) => at))),
  };
}

const wordsOf = (text: string): Word[] =>
  (text.match(/[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*|[\s\S]/gu) ?? []).map((each) => ({ text: each, key: each }));

/** Longest common sequence: places of the words that stayed, in both texts. */
function keptPairs(before: readonly Word[], after: readonly Word[]): [number, number][] {
  const width = after.length + 1;
  const length = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const at = i * width + j;
      length[at] =
        before[i]?.key === after[j]?.key
          ? (length[at + width + 1] ?? 0) + 1
          : Math.max(length[at + width] ?? 0, length[at + 1] ?? 0);
    }
  }
  const kept: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    if (before[i]?.key === after[j]?.key) kept.push([i++, j++]);
    else if ((length[(i + 1) * width + j] ?? 0) >= (length[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return kept;
}

function piecesOf(words: readonly Word[], kept: ReadonlySet<number>): Piece[] {
  const pieces: Piece[] = [];
  for (const [at, { text }] of words.entries()) {
    const isChanged = !kept.has(at);
    const last = pieces.at(-1);
    if (last && last.isChanged === isChanged) last.text += text;
    else pieces.push({ text, isChanged });
  }
  return pieces;
}
