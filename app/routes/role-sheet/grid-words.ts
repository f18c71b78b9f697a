import { type ChoiceField, choiceFields, choicesOf, type GridWords } from "~/domain/role-grid";
import type { TypedField } from "~/domain/role-row-input";
import type { Words } from "~/messages/words";
import { cellWord, type Labels } from "./party-words";

const party: readonly (readonly [string, string])[] = [
  ["病院", "hospital"],
  ["医療機関", "hospital"],
  ["発注者", "hospital"],
  ["委託者", "hospital"],
  ["事業者", "vendor"],
  ["受注者", "vendor"],
  ["受託者", "vendor"],
  ["ベンダー", "vendor"],
  ["双方", "both"],
  ["両者", "both"],
  ["共同", "both"],
  ["甲乙", "both"],
  ["甲・乙", "both"],
  ["甲及び乙", "both"],
  ["第三者", "third-party"],
  ["丙", "third-party"],
];
const same: readonly (readonly [string, string])[] = [
  ["平常時と同じ", "same"],
  ["同じ", "same"],
  ["同左", "same"],
  ["同上", "same"],
];
/** How spreadsheets in hospitals write it, beside the words on the screen. The contract's own labels come first. */
const customary: GridWords = {
  party: [...party, ["未定", "undecided"], ["協議中", "undecided"]],
  emergencyParty: [...party, ...same],
  endParty: [...party, ...same],
  firstCheck: [
    ["はい", "yes"],
    ["○", "yes"],
    ["〇", "yes"],
    ["済", "yes"],
    ["yes", "yes"],
    ["いいえ", "no"],
    ["×", "no"],
    ["✕", "no"],
    ["no", "no"],
    ["未確認", ""],
  ],
  cost: [
    ["含む", "included"],
    ["保守料に含む", "included"],
    ["別途", "separate"],
    ["有償", "separate"],
    ["協議", "negotiate"],
    ["なし", "none"],
    ["無", "none"],
    ["無償", "none"],
    ["決めていない", ""],
  ],
};

/** The words a cell of each column understands. A label of the contract wins over a customary word. */
export function gridWords(words: Words, labels: Labels): GridWords {
  const own = (field: ChoiceField) =>
    choicesOf[field]
      .map((value) => [cellWord(words, labels, field, value), value] as const)
      .filter(([word]) => word !== "");
  return {
    party: [...own("party"), ...customary.party],
    emergencyParty: [...own("emergencyParty"), ...customary.emergencyParty],
    endParty: [...own("endParty"), ...customary.endParty],
    firstCheck: [...own("firstCheck"), ...customary.firstCheck],
    cost: [...own("cost"), ...customary.cost],
  };
}

/** What a person may choose in a column, in its order; empty for columns of free text. */
export function choiceWords(words: Words, labels: Labels, field: TypedField): string[] {
  const choice = choiceFields.find((each) => each === field);
  return choice ? choicesOf[choice].map((value) => cellWord(words, labels, choice, value)) : [];
}
