import type { AnswerOption } from "../../domain/questionnaire.ts";
import { squash } from "./text.ts";

/** Words that mean an option when they stand alone. 「可」「済」「要」 and the like are left to a person. */
const optionWords: Record<AnswerOption, readonly string[]> = {
  yes: ["はい", "ハイ", "yes", "y"],
  no: ["いいえ", "イイエ", "いえ", "no", "n"],
  "not-applicable": [
    "対象外",
    "非対象",
    "対象外(該当なし)",
    "該当なし",
    "該当しない",
    "非該当",
    "n/a",
    "na",
    "n.a.",
    "n.a",
    "notapplicable",
  ],
};

const optionOf = new Map<string, AnswerOption>(
  Object.entries(optionWords).flatMap(([option, words]) =>
    words.map((word): [string, AnswerOption] => [
      word,
      option === "yes" ? "yes" : option === "no" ? "no" : "not-applicable",
    ]),
  ),
);

/** Signs that close a word without changing it: 「はい。」「いいえ、」. */
const closing = /[。.、,!．｡]+$/;

/** Longest text that can be a lone word, spaces between its letters included. */
const LONGEST_WORD = 40;

/** What lists of choices print before a word: 「1.はい」「2：いいえ」「③対象外」. */
const choiceNumber = /^(?:\d{1,2}[.:)、]|\(\d{1,2}\)|[①-⑨])/;
const quoted = /^[「『"'“](.+)[」』"'”]$/;

/**
 * The option a lone word names, or null. Width, case, spaces, quotation marks, the number of the choice and
 * a closing 。 do not matter.
 */
export function optionOfWord(text: string): AnswerOption | null {
  if (text.length > LONGEST_WORD) return null;
  const word = squash(text).toLowerCase();
  const found =
    optionOf.get(word) ?? (closing.test(word) ? optionOf.get(word.replace(closing, "")) : undefined);
  if (found || !/^[\d(①-⑨「『"'“]/.test(word)) return found ?? null;
  const bare = (quoted.exec(word)?.[1] ?? word).replace(choiceNumber, "").replace(closing, "");
  return optionOf.get(bare) ?? null;
}

/** The option a column heading names: 「はい」「はい (Yes)」「Yes」「(はい)」. */
export function optionOfHeading(text: string): AnswerOption | null {
  if (text.length > 40 || /^[\d.]*$/.test(text)) return null;
  const heading = squash(text).toLowerCase();
  // why: most cells are no heading; what goes on for longer than any word before a bracket or a stroke is none.
  const end = heading.length > 16 ? heading.search(/[([【/・]/) : 0;
  if (end < 0 || end > 16) return null;
  if (end === 0 && !/[([【/・]/.test(heading)) return optionOf.get(heading) ?? optionOfWord(heading);
  const bare = heading.replace(/[(（[【].*?[)）\]】]/g, "");
  const inner = /^[(（[【](.+?)[)）\]】]$/.exec(heading)?.[1];
  const parts = bare.split(/[/／・]/);
  const options = parts.map((part) => optionOfWord(part));
  const first = options[0] ?? null;
  if (bare !== "n/a" && parts.length > 1 && first && options.every((option) => option === first))
    return first;
  return optionOfWord(bare) ?? (inner ? optionOfWord(inner) : null);
}

const splitWord = /^(.+?)(?:(?:※|注|備考|\*)\s*[([]?(\d{1,3})[)\]]?|[([](?:※|注|備考|\*)?(\d{1,3})[)\]])$/;

/** 「はい※1」「はい(2)」 → the word and the remark number; null when there is no number. */
export function splitRemarkNumber(text: string): { body: string; number: string } | null {
  const match = splitWord.exec(squash(text));
  const number = match?.[2] ?? match?.[3];
  return match?.[1] && number ? { body: match[1], number } : null;
}

/** How many different options a text names anywhere: headings such as 「はい/いいえ/対象外」. */
export function countOptionsNamed(text: string): number {
  // why first: it is asked of every short text, and most hold neither sign.
  if (!/[いyｙnｎ]/i.test(text)) return 0;
  const flat = squash(text).toLowerCase();
  if (!/はい|いいえ|yes|no/.test(flat)) return 0;
  return [/はい|\byes\b/, /いいえ|\bno\b/, /対象外|該当なし|n\/a/].filter((each) => each.test(flat)).length;
}
