import type { ProblemWords } from "../problem-words.ts";

const quoted = (value: string | number | undefined) =>
  value === undefined || value === "" ? "" : ` “${value}”`;

/** Role sheets: rows, cells, negotiation. */
export const roleProblems = {
  "role-row-locked": (p) => ({
    what: `The row${quoted(p.label)} is settled: both sides agreed on it.`,
    next: "To change it, open it again with a reason.",
  }),
  "role-row-not-locked": () => ({ what: "This row is not settled.", next: "Please reload the page." }),
  "role-row-left-out": (p) => ({
    what: `The row${quoted(p.label)} is left out of this contract.`,
    next: "To write into it, take it back with a reason.",
  }),
  "role-row-not-left-out": () => ({ what: "This row is not left out.", next: "Please reload the page." }),
  "role-cell-word-unknown": (p) => ({
    what: `This cell does not know the word${quoted(p.value)}.`,
    next: "Use one of the words of the column and paste again.",
  }),
  "proposal-empty": () => ({
    what: "The proposal says nothing.",
    next: "Change a field, or write what to talk about.",
  }),
  "proposal-closed": () => ({ what: "This proposal was answered.", next: "Please reload the page." }),
  "review-settled": () => ({ what: "This review was settled.", next: "Please reload the page." }),
  "proposal-row-moved": (p) => ({
    what: `The row${quoted(p.label)} was written anew in the proposed fields since the vendor saw it.`,
    next: "Compare, and decline with an answer or edit the row and talk again.",
  }),
  "joint-same-system": () => ({
    what: "The same system was chosen twice.",
    next: "Choose the system it meets.",
  }),
} satisfies ProblemWords;
