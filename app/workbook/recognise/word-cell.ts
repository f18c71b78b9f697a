import type { AnswerOption, AnswerValue } from "../../domain/questionnaire.ts";
import type { UnreadReason } from "../../domain/reading.ts";
import type { Cell } from "../sheet.ts";
import { isChosenSign, isEmptySign, isFilledSign } from "./marks.ts";
import { squash } from "./text.ts";
import { optionOfWord, splitRemarkNumber } from "./words.ts";

export type WordReading = { answer: AnswerValue; reason: UnreadReason | null; remarkNumber: string | null };

const blank: WordReading = { answer: "blank", reason: null, remarkNumber: null };
const unclear = (reason: UnreadReason): WordReading => ({ answer: "unclear", reason, remarkNumber: null });
const clear = (answer: AnswerOption, remarkNumber: string | null = null): WordReading => ({
  answer,
  reason: null,
  remarkNumber,
});

/** What a cell of the one answer column says: 「はい。」, `N/A`, 「☑はい □いいえ □対象外」. */
export function readWordCell(cell: Cell): WordReading {
  if (cell.kind === "formula-without-value") return unclear("formula-without-value");
  if (cell.kind === "error") return unclear("formula-error");
  if (cell.kind !== "text") return unclear("word-unknown");
  const flat = squash(cell.standing);
  if (flat === "") return blank;
  const option = optionOfWord(flat);
  if (option) return clear(option);
  const numbered = splitRemarkNumber(flat);
  const numberedOption = numbered ? optionOfWord(numbered.body) : null;
  if (numbered && numberedOption) return clear(numberedOption, numbered.number);
  const list = readCheckList(flat);
  if (list) return list;
  const noted = numbered ? readCheckList(numbered.body) : null;
  if (numbered && noted && noted.reason === null && noted.answer !== "blank") {
    return { ...noted, remarkNumber: numbered.number };
  }
  return unclear([...flat].length === 1 ? "mark-unknown" : "word-unknown");
}

type Item = { option: AnswerOption; sign: string };

const listWord = /はい|いいえ|対象外|該当なし|非該当|yes|no|n\/a/iy;
const separator = /[\s/／・|｜,、;()（）[\]【】]/;

/** Splits 「☑はい□いいえ」 into words and signs; null when anything else stands in the cell. */
function wordsAndSigns(flat: string): string[] | null {
  const tokens: string[] = [];
  for (let at = 0; at < flat.length; ) {
    listWord.lastIndex = at;
    const word = listWord.exec(flat)?.[0];
    const sign = String.fromCodePoint(flat.codePointAt(at) ?? 0);
    if (word) tokens.push(word);
    else if (isChosenSign(sign) || isEmptySign(sign)) tokens.push(sign);
    else if (!separator.test(sign)) return null;
    at += word ? word.length : sign.length;
  }
  return tokens;
}

/** Pairs each word with the sign before it, or after it when the list begins with a word. */
function itemsOf(tokens: string[]): Item[] | null {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return null;
  const isSignFirst = !optionOfWord(first);
  if (!isSignFirst && !optionOfWord(last)) return pair([...tokens].reverse())?.reverse() ?? null;
  return pair(tokens);
}

function pair(tokens: string[]): Item[] | null {
  const items: Item[] = [];
  let sign = "";
  for (const token of tokens) {
    const option = optionOfWord(token);
    if (option) {
      items.push({ option, sign });
      sign = "";
    } else if (sign !== "") return null;
    else sign = token;
  }
  return sign === "" ? items : null;
}

/** Reads a list of options in one cell. Null when the cell is no such list. */
function readCheckList(flat: string): WordReading | null {
  const tokens = wordsAndSigns(flat);
  const items = tokens && itemsOf(tokens);
  if (!items || items.length === 0) return null;
  const chosen = chosenOf(items);
  const [first] = chosen;
  if (chosen.length > 1) {
    const isOneOption = chosen.every((item) => item.option === first?.option);
    return isOneOption
      ? unclear("word-unknown")
      : { answer: "conflict", reason: "two-marks", remarkNumber: null };
  }
  if (first) return clear(first.option);
  return items.every((item) => isEmptySign(item.sign)) ? blank : unclear("all-words-printed");
}

/** Filled signs count; ○ counts only when it is not itself the printed, unfilled sign of the list. */
function chosenOf(items: Item[]): Item[] {
  const filled = items.filter((item) => isFilledSign(item.sign));
  if (filled.length > 0) return filled;
  const circled = items.filter((item) => isChosenSign(item.sign));
  return circled.length === items.length && items.length > 1 ? [] : circled;
}
