import type { ProblemWords } from "../problem-words.ts";

const quoted = (value: string | number | undefined) =>
  value === undefined || value === "" ? "" : ` “${value}”`;
const noted = (value: string | number | undefined) =>
  value === undefined || value === "" ? "" : ` (${value})`;

/** Reading a disclosure: what happened, and what to do next. */
export const readingProblems = {
  "form-unreadable": () => ({
    what: "What was sent could not be read.",
    next: "Open the page anew and send it again.",
  }),

  "form-not-found": () => ({
    what: "No table of answers was found.",
    next: "Choose a file that has a filled sheet of MDS, SDS or the in-house questionnaire.",
  }),
  "form-kind-unknown": () => ({
    what: "There is a table of answers, but nothing says whether it is an MDS, an SDS or neither.",
    next: "Check its title; if it is an MDS or SDS, choose the form on the receipt page.",
  }),
  "form-of-neighbours": (p) => ({
    what: `Sheet${quoted(p.sheet)} names no form. It was read as ${p.form ?? "the same form"}, like sheet${quoted(p.other)} of the same file.`,
    next: "Check on the sheet itself that it belongs there; if not, say on the receipt page how to read the file.",
  }),
  "form-columns-missing": (p) => ({
    what: `Columns that are needed are missing${quoted(p.columns)}.`,
    next: "Check that the heading row (number, question, yes, no, not applicable, remark) is still there.",
  }),
  "form-version-unknown": (p) => ({
    what: `The version of the form is not known${noted(p.form)}.`,
    next: "Look for it on the cover, and choose it on the page of receipt.",
  }),
  "form-look-alike": () => ({
    what: "This seems to be another, similar document. It is not received as a disclosure.",
    next: "Ask the vendor for MDS or SDS.",
  }),
  "form-date-impossible": (p) => ({
    what: `The date${quoted(p.text)} does not exist.`,
    next: "Ask the vendor and enter the right date.",
  }),
  "form-part-not-read": (p) => ({
    what: `A part was not read${noted(p.part)}.`,
    next: "Open the place and compare it with the file.",
  }),
  "form-margin-not-read": (p) => ({
    what: `The printed header or footer of sheet${quoted(p.sheet)} holds words that were not read${noted(p.text)}.`,
    next: "See whether they say a version, a maker or a condition.",
  }),
  "form-drawing-not-read": (p) => ({
    what: `Sheet${quoted(p.sheet)} has ${p.count ?? 1} shapes, pictures or controls over no answer${noted(p.text)}.`,
    next: "Look at the sheet to see whether one of them matters.",
  }),
  "form-quote-open": (p) => ({
    what: `A quotation mark does not close where its field ends${noted(p.text)}: rows below may have gone into it.`,
    next: "Mend the quotation marks of the file, or open it in Excel and save it as .xlsx.",
  }),
  "form-hidden-sheet": (p) => ({
    what: `There is a hidden sheet${quoted(p.sheet)}.`,
    next: "Ask the vendor whether it matters.",
  }),
  "form-duplicate-number": (p) => ({
    what: `Several rows have the same number${quoted(p.no)}.`,
    next: "Check which answer is to be used.",
  }),
} satisfies ProblemWords;
