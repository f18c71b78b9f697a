import type { ProblemWords } from "../problem-words.ts";

/** Writing answers back into a workbook, and the one bound of a text file's cells. */
export const writeBackProblems = {
  "file-cell-too-long": (p) => ({
    what: `One field holds too much text (limit ${p.limit ?? ""} characters).`,
    next: "Look for a quotation mark that is never closed; open the file in a spreadsheet and save it again.",
  }),
  "write-back-kind": () => ({
    what: "Only Excel files .xlsx and .xlsm can be written back to.",
    next: "Open it in Excel, save it as .xlsx and receive that file.",
  }),
  "catalogue-without-file": (p) => ({
    what: `The official file of “${p.ref ?? ""}” is not registered.`,
    next: "Register it under Forms and publish it; answers can then be written into it.",
  }),
  "write-back-sheet-missing": (p) => ({
    what: `The original has no sheet “${p.sheet ?? ""}”.`,
    next: "Download the original and check the names of its sheets.",
  }),
  "write-back-cell-missing": (p) => ({
    what: `No cell is known for the row “${p.no ?? ""}”.`,
    next: "Write this row by hand in the original. The other rows were written.",
  }),
  "write-back-cell-changed": (p) => ({
    what: `The row “${p.no ?? ""}” reads otherwise than on receipt, so it was not written.`,
    next: "Write this row by hand in the original.",
  }),
  "write-back-row-unmatched": (p) => ({
    what: `No row has both the number and the wording of “${p.no ?? ""}”.`,
    next: "Check that it is the same version of the form and copy this row by hand. Nothing is guessed.",
  }),
  "write-back-row-twice": (p) => ({
    what: `Two or more rows have the number and wording of “${p.no ?? ""}”.`,
    next: "Copy this row by hand.",
  }),
  "write-back-no-column": (p) => ({
    what: `The form has no column for the answer of “${p.no ?? ""}”.`,
    next: "Write this row by hand, for example as a remark.",
  }),
  "write-back-mark-unknown": (p) => ({
    what: `The cell of “${p.no ?? ""}” answers by a shape, a form control or an unknown word, which cannot be written.`,
    next: "Write this row by hand in the original.",
  }),
  "write-back-remark-elsewhere": (p) => ({
    what: `The remark of “${p.no ?? ""}” stands elsewhere (a numbered note); it was left as it is.`,
    next: "Correct the remark by hand in the original.",
  }),
  "write-back-undecided": (p) => ({
    what: `“${p.no ?? ""}” has no decided answer and was not written.`,
    next: "Ask the vendor for the answer.",
  }),
  "write-back-not-same": () => ({
    what: "Reading the written file again did not give the same answers. The file is not handed out.",
    next: "Write the answers by hand in the original.",
  }),
} satisfies ProblemWords;
