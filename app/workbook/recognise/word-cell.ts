import type { AnswerOption, AnswerValue } from "../../domain/questionnaire.ts";
import type { UnreadReason } from "../../domain/reading.ts";
import type { Cell } from "../sheet.ts";
import { isChosenSign, isEmptySign, isFilledSign, readMarkText } from "./marks.ts";
import { foldWidth, squash } from "./text.ts";
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
  // why: a number may be shown as a word (format 「[=1]"はい";"いいえ"」), and a person reads the word.
  const shown = cell.kind === "number" ? optionOfWord(cell.text) : null;
  if (shown) return clear(shown);
  if (cell.kind !== "text") return unclear("word-unknown");
  const flat = squash(cell.standing);
  if (flat === "") return blank;
  // why: what parts printed words stays when the other words are struck through: 「はい・」.
  const isStruck = cell.standing !== cell.text;
  const option = optionOfWord(isStruck ? flat.replace(/^[・/、,|]+|[・/、,|]+$/g, "") : flat);
  if (option) return clear(option);
  const numbered = splitRemarkNumber(flat);
  const numberedOption = numbered ? optionOfWord(numbered.body) : null;
  if (numbered && numberedOption) return clear(numberedOption, numbered.number);
  const list = readCheckList(foldWidth(cell.standing)) ?? readCheckList(flat);
  if (list) return list;
  const noted = numbered ? readCheckList(numbered.body) : null;
  if (numbered && noted && noted.reason === null && noted.answer !== "blank") {
    return { ...noted, remarkNumber: numbered.number };
  }
  return unclear([...flat].length === 1 ? "mark-unknown" : "word-unknown");
}

/** A cell that holds an answer and nothing else; a number says something of its own where numbers stand. */
export function isAnswerAlone(cell: Cell): boolean {
  if (cell.kind !== "text" || /^\d+$/.test(squash(cell.text))) return false;
  if (/^chosen$|^own-word$/.test(readMarkText(cell.standing).kind)) return true;
  const word = readWordCell(cell);
  return word.reason === null && word.answer !== "blank";
}

type Item = { option: AnswerOption; sign: string };
/** A word or a sign of a list; `isApart`: a space or a stroke stands before it. */
type Token = { text: string; option: AnswerOption | null; isApart: boolean };

const listWord = /はい|いいえ|対象外|該当なし|非該当|yes|no|n\/a/iy;
const separator = /[\s/／・|｜,、;()（）[\]【】]/;

/** Splits 「☑はい□いいえ」 into words and signs; null when anything else stands in the cell. */
function wordsAndSigns(text: string): Token[] | null {
  const tokens: Token[] = [];
  let isApart = true;
  for (let at = 0; at < text.length; ) {
    listWord.lastIndex = at;
    const word = listWord.exec(text)?.[0];
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (word || isChosenSign(sign) || isEmptySign(sign)) {
      tokens.push({ text: word ?? sign, option: word ? optionOfWord(word) : null, isApart });
      isApart = false;
    } else if (separator.test(sign)) isApart = true;
    else if (sign !== ":") return null;
    at += word ? word.length : sign.length;
  }
  return tokens;
}

/**
 * Pairs each word with the sign before it, or after it when the list begins with a word and ends with a
 * sign. With words at both ends a sign belongs to the word it touches. Null when that is not certain.
 */
function itemsOf(tokens: Token[]): Item[] | null {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (first.option && !last.option) return pair([...tokens].reverse())?.reverse() ?? null;
  return first.option && last.option ? pairTouching(tokens) : pair(tokens);
}

function pair(tokens: Token[]): Item[] | null {
  const items: Item[] = [];
  let sign = "";
  for (const token of tokens) {
    if (token.option) {
      items.push({ option: token.option, sign });
      sign = "";
    } else if (sign !== "") return null;
    else sign = token.text;
  }
  return sign === "" ? items : null;
}

function pairTouching(tokens: Token[]): Item[] | null {
  const items: Item[] = [];
  let [sign, isForNext] = ["", false];
  for (const [at, token] of tokens.entries()) {
    if (token.option) {
      items.push({ option: token.option, sign: isForNext ? sign : "" });
      isForNext = false;
      continue;
    }
    const before = items.at(-1);
    const isBesideNext = tokens[at + 1]?.isApart === false;
    if (before?.sign !== "" || isForNext || token.isApart !== isBesideNext) return null;
    if (isBesideNext) [sign, isForNext] = [token.text, true];
    else before.sign = token.text;
  }
  return items;
}

/** Boxes made of brackets: `[x]` and `( )`. */
const withBoxes = (text: string) => text.replace(/\[x\]/gi, "☑").replace(/\[\s*\]|\(\s*\)/g, "□");

/** Reads a list of options in one cell. Null when the cell is no such list. */
function readCheckList(text: string): WordReading | null {
  const tokens = wordsAndSigns(withBoxes(text));
  if (!tokens?.some((each) => each.option)) return null;
  const items = itemsOf(tokens);
  if (!items) return unclear(tokens.length === 2 ? "word-unknown" : "all-words-printed");
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
