import type { ProblemWord } from "../problem-words.ts";

/** Papers: what a person writes on a draft. */
export const paperProblems = {
  "paper-number-range": (p) => ({
    what: `The number is not between ${p.least ?? ""} and ${p.most ?? ""}.`,
    next: "Check the unit and write a number within the range.",
  }),
  "paper-rows-many": (p) => ({
    what: `The table has too many rows (${p.max ?? ""} at the most).`,
    next: "Take rows out, or divide them between two papers.",
  }),
  "hash-unreadable": () => ({
    what: "There is no value that reads as a SHA-256.",
    next: "Paste 64 hexadecimal digits, or choose a PDF.",
  }),
  "key-file-unreadable": () => ({
    what: "The file with the certificate cannot be opened.",
    next: "Check that it is a PKCS#12 file (.p12, .pfx) and that the password is its own.",
  }),
  "certificate-not-valid": (p) => ({
    what: `Today is outside the certificate's validity (${dayOf(p.from)} to ${dayOf(p.to)}).`,
    next: "Choose the file of a certificate that is valid.",
  }),
  "paper-verdict-words": () => ({
    what: "A sentence that guarantees or certifies that a guideline is met cannot stand on this paper.",
    next: "Write what the vendor does, as a fact.",
  }),
  "template-part-bound": () => ({
    what: "A table whose rows come from records, and its section, cannot be removed.",
    next: "Change the records that should not be printed.",
  }),
  "template-too-long": (p) => ({
    what: `More than one template can hold (${p.max ?? ""}).`,
    next: "Join sentences or use another paper.",
  }),
  "template-name-unknown": (p) => ({
    what: `This template has no value or clause named ｛${p.name ?? ""}｝.`,
    next: "Use a name from “Values to use in sentences”, or take the braces away.",
  }),
  "template-invalid": (p) => ({
    what: `The template cannot be read here (${p.reason ?? ""}).`,
    next: "Correct the field. If in doubt, stop changing and start from the version before.",
  }),
  "template-draft-closed": () => ({
    what: "This wording is already closed.",
    next: "Start again from the list of templates.",
  }),
  "template-unchanged": () => ({
    what: "The wording is the same as that of the version in use.",
    next: "Change it first, or stop changing.",
  }),
  "memorandum-nothing": () => ({
    what: "The chosen record holds no change to enter.",
    next: "Choose another record, or write in the table.",
  }),
} satisfies Record<string, ProblemWord>;

const dayOf = (moment: unknown) => String(moment ?? "").slice(0, 10);
