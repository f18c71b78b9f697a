import type { ProblemWords } from "../problem-words.ts";

/** Receiving checklists, role sheets and documents. */
export const receiptProblems = {
  "checklist-empty": () => ({
    what: "The checklist has no row.",
    next: "Open the file and see whether it holds a table of items.",
  }),
  "checklist-withdrawn": () => ({
    what: "This answered checklist has been withdrawn already.",
    next: "Open it again from the list.",
  }),
  "recipe-answer-missing": () => ({
    what: "No column of answers is chosen.",
    next: "Point at the two columns for yes and no, or at one column with words; not at both.",
  }),
  "proposal-row-taken": () => ({
    what: "This row has been taken over or passed over already.",
    next: "Open the page again to see how it stands.",
  }),
  "proposal-sheet-other": () => ({
    what: "The chosen role sheet does not belong to the chosen contract.",
    next: "Choose a role sheet of that contract.",
  }),
} satisfies ProblemWords;
