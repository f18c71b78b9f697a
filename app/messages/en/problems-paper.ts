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
} satisfies Record<string, ProblemWord>;

const dayOf = (moment: unknown) => String(moment ?? "").slice(0, 10);
