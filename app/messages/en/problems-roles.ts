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
  "joint-same-system": () => ({
    what: "The same system was chosen twice.",
    next: "Choose the system it meets.",
  }),
} satisfies ProblemWords;
