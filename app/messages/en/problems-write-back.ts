import type { ProblemWords } from "../problem-words.ts";

const asXlsx = "Open it in Excel, save it as .xlsx and register that file.";
const otherKind = { what: "Only Excel files .xlsx and .xlsm can be written to.", next: asXlsx };
const noRows = "Ask the vendor for an Excel form, or write into the official form.";

/** By what the file is: why nothing is written into it, and what to do instead. */
const kinds: Readonly<Record<string, { what: string; next: string }>> = {
  xls: { what: "The old Excel format (.xls) cannot be written to.", next: asXlsx },
  csv: { what: "A CSV has no cells of a form, so it cannot be written to.", next: noRows },
  pdf: { what: "A PDF cannot be written to.", next: noRows },
  image: { what: "A picture cannot be written to.", next: noRows },
  tiff: { what: "A picture cannot be written to.", next: noRows },
  zip: {
    what: "A file inside a ZIP cannot be written to.",
    next: "Take the .xlsx out of the ZIP and register that file.",
  },
  encrypted: {
    what: "A file protected by a password cannot be written to.",
    next: "Open it in Excel, remove the password, save it as .xlsx and register that file.",
  },
};

/** Writing answers back into a workbook, and the one bound of a text file's cells. */
export const writeBackProblems = {
  "file-cell-too-long": (p) => ({
    what: `One field holds too much text (limit ${p.limit ?? ""} characters).`,
    next: "Look for a quotation mark that is never closed; open the file in a spreadsheet and save it again.",
  }),
  "write-back-kind": (p) => kinds[String(p.kind)] ?? otherKind,
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
  "write-back-target-elsewhere": (p) => ({
    what: `The form has no column for the target day of “${p.no ?? ""}”, so it was not written.`,
    next: "Write the day by hand, for example as a remark.",
  }),
  "write-back-not-from-file": () => ({
    what: "These answers were not read from a file, so there is none to write back to.",
    next: "Choose the official form to write them into the file you registered.",
  }),
  "write-back-form-filled": (p) => ({
    what: `The registered form is filled in (${p.cell ?? ""}), so nothing was written: answers would be mixed.`,
    next: "Register and publish the official form from a blank file.",
  }),
  "write-back-nothing-submitted": () => ({
    what: "Nothing was submitted for this request yet.",
    next: "Once the vendor submits, the answers can be written into the official form.",
  }),
  "write-back-role-sheet": () => ({
    what: "A role sheet is not answered question by question, so it is not written into an official form.",
    next: "Open the sheet under Roles to get it as Excel.",
  }),
  "write-back-unconfirmed": (p) => ({
    what: `“${p.no ?? ""}” was taken over and not confirmed yet, so it was not written.`,
    next: "Confirm it on the page of answers and get the file again.",
  }),
  "write-back-not-same": () => ({
    what: "Reading the written file again did not give the same answers. The file is not handed out.",
    next: "Write the answers by hand in the original.",
  }),
} satisfies ProblemWords;
