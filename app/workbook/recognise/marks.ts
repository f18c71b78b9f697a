import type { Cell } from "../sheet.ts";
import { squash } from "./text.ts";
import { optionOfWord, splitRemarkNumber } from "./words.ts";

/** Signs that say "this one" in an option column. × and ☒ are not among them: they say yes or no by custom. */
const chosenSigns = new Set([..."○◯〇⭕●◉⦿⚫✓✔✅☑🗹🗸■レㇾv√"]);
/** Boxes printed empty: they say nothing. */
const emptySigns = new Set([..."□☐◻⬜▢▫"]);
/** Signs of a filled choice inside one cell, beside signs that are merely printed. */
const filledSigns = new Set([..."●◉⦿⚫✓✔✅☑🗹🗸■レㇾ√"]);

export type MarkReading =
  | { kind: "chosen"; remarkNumber: string | null }
  | { kind: "empty" }
  | { kind: "own-word" }
  | { kind: "unknown" };

/** What a cell in an option column says: `○` chosen, `□` empty, the option's own word, or not known. */
export function readMark(cell: Cell): MarkReading {
  if (cell.kind === "boolean") {
    return cell.text === "TRUE" ? { kind: "chosen", remarkNumber: null } : { kind: "empty" };
  }
  if (cell.kind === "number") {
    // why: a format may show a number as a sign; 0 shown as × or as nothing stays "not this one".
    if (chosenSigns.has(squash(cell.text))) return { kind: "chosen", remarkNumber: null };
    if (cell.value === 1) return { kind: "chosen", remarkNumber: null };
    return cell.value === 0 ? { kind: "empty" } : { kind: "unknown" };
  }
  if (cell.kind !== "text") return { kind: "unknown" };
  return readMarkText(cell.standing);
}

/** The same for text: marks, words, 「☑はい」, 「○※1」. */
export function readMarkText(text: string): MarkReading {
  if (chosenSigns.has(text)) return { kind: "chosen", remarkNumber: null };
  const flat = squash(text);
  if (flat === "") return { kind: "empty" };
  const simple = readSign(flat);
  if (simple) return simple;
  const numbered = splitRemarkNumber(flat);
  if (numbered) {
    const sign = readSign(numbered.body);
    if (sign?.kind === "chosen") return { kind: "chosen", remarkNumber: numbered.number };
  }
  return { kind: "unknown" };
}

function readSign(flat: string): MarkReading | null {
  const lower = flat.toLowerCase();
  const signs = [...flat];
  if (chosenSigns.has(lower) || lower === "1" || lower === "true" || lower === "(○)" || lower === "[x]") {
    // why: [x] is the tick of plain-text lists; a lone x is kept out because × means no here.
    return { kind: "chosen", remarkNumber: null };
  }
  if (emptySigns.has(flat) || ["0", "false", "()", "[]"].includes(lower)) return { kind: "empty" };
  if (optionOfWord(flat)) return { kind: "own-word" };
  const [first = "", ...rest] = signs;
  if (rest.length > 0 && optionOfWord(rest.join(""))) {
    if (chosenSigns.has(first)) return { kind: "chosen", remarkNumber: null };
    if (emptySigns.has(first)) return { kind: "empty" };
  }
  return null;
}

export function isChosenSign(sign: string): boolean {
  return chosenSigns.has(sign);
}

export function isFilledSign(sign: string): boolean {
  return filledSigns.has(sign);
}

export function isEmptySign(sign: string): boolean {
  return emptySigns.has(sign);
}
