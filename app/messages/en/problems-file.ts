import type { ProblemWords } from "../problem-words.ts";

/** Other kinds of files, and what a person adds to them. */
export const fileProblems = {
  "file-password-wrong": () => ({
    what: "The password is wrong.",
    next: "Check capitals and width of the letters and enter it again.",
  }),
  "file-encryption-unsupported": () => ({
    what: "This kind of protection cannot be opened here.",
    next: "Open it in the program that made it and save it without a password.",
  }),
  "file-archive-empty": () => ({
    what: "The ZIP holds no file.",
    next: "Ask the vendor to send it again.",
  }),
  "file-archive-nothing-readable": () => ({
    what: "The ZIP holds no file that can be read (Excel, CSV, PDF, picture).",
    next: "Open the ZIP and choose the files you need.",
  }),
  "file-archive-many": (p) => ({
    what: `The ZIP holds ${p.count ?? "several"} readable files.`,
    next: "On the receiving page each becomes a receipt of its own. On the command line, unpack it and name one at a time.",
  }),
  "file-picture-only": () => ({
    what: "This is a picture; no text is read from it.",
    next: "Enter the answers on the receipt's page while looking at the picture.",
  }),
  "file-picture-too-large": () => ({
    what: "The picture is too large to be shown.",
    next: "Download the original, open it and enter the answers while looking at it.",
  }),
  "pdf-without-text": () => ({
    what: "This PDF has no text (a scan), so it is not read.",
    next: "Enter the answers on the receipt's page while looking at the pages, or ask the vendor for the workbook.",
  }),
  "pdf-page-without-text": (p) => ({
    what: `Page ${p.page ?? ""} has no text and was not read.`,
    next: "Look at the original whether that page holds answers.",
  }),
  "pdf-rows-uncertain": (p) => ({
    what: `On page ${p.page ?? ""} of the PDF it is not certain which words share a row. Nothing was guessed.`,
    next: "Ask the vendor for the workbook, or enter the answers while looking at the pages.",
  }),
  "pdf-row-across-pages": (p) => ({
    what: `The last row of page ${p.page ?? ""} seems to go on overleaf. The two parts were joined.`,
    next: "Compare question and answer of that row with the original.",
  }),
  "form-number-missing": (p) => ({
    what: `The number of ${p.count ?? 1} question(s) is not known (${p.cells ?? ""}).`,
    next: "Look at the sheet to see which question was answered.",
  }),
  "form-number-shortened": (p) => ({
    what: `By its neighbours the number “${p.no ?? ""}” may be “${p.maybe ?? ""}” without its last 0.`,
    next: "Look at the sheet to see which question was answered.",
  }),
  "form-header-unclear": (p) => ({
    what: `The value of a field (date, vendor, product, version …) cannot be read with certainty from “${p.text ?? ""}”.`,
    next: "Look at the sheet and enter it on the page of receipt.",
  }),
  "pdf-text-cut": (p) => ({
    what: `On page ${p.page ?? ""} the rest of “${p.text ?? ""}” is hidden by the edge of its cell. Only what is seen was read.`,
    next: "Ask the vendor for the rest, or for the workbook.",
  }),
  "pdf-text-hidden": (p) => ({
    what: `Page ${p.page ?? ""} holds the text “${p.text ?? ""}”, wholly hidden by the edge of its cell. It was not read.`,
    next: "Ask the vendor whether it matters, or for the workbook.",
  }),
  "pdf-characters-unknown": (p) => ({
    what: `Page ${p.page ?? ""} holds signs whose character is not known.`,
    next: "Compare the answers there with the original.",
  }),
  "pdf-too-many-pages": (p) => ({
    what: `The PDF has too many pages (limit ${p.limit ?? ""}).`,
    next: "Make a PDF of the answer pages only, or ask the vendor for the workbook.",
  }),
  "recipe-sheet-missing": (p) => ({
    what: `There is no sheet “${p.sheet ?? ""}”.`,
    next: "Choose the sheet again.",
  }),
  "recipe-columns-double": () => ({
    what: "One column was chosen for two things.",
    next: "Choose a column of its own for question, answer and remark.",
  }),
  "recipe-rows-order": () => ({
    what: "The last row lies above the headings.",
    next: "Choose the heading row and the last row again.",
  }),
  "recipe-used": (p) => ({
    what: `Read by the saved way of reading “${p.name ?? ""}”.`,
    next: "Compare the columns with the sheet.",
  }),
} satisfies ProblemWords;
