import { keptPairs } from "./kept-pairs.ts";
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
  const kept = keptPairs(
    before.map((each) => each.key),
    after.map((each) => each.key),
  );
  return {
    old: piecesOf(before, new Set(kept.map(([at]) => at))),
    next: piecesOf(after, new Set(kept.map(([, at]) => at))),
  };
}

const wordsOf = (text: string): Word[] =>
  (text.match(/[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*|[\s\S]/gu) ?? []).map((each) => ({ text: each, key: each }));

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
