import type { ProblemWords } from "../problem-words.ts";

const named = (value: string | number | undefined) => (value === undefined ? "" : ` {${value}}`);
const reason = (value: string | number | undefined) =>
  value === undefined || value === "" ? "" : ` (${value})`;

export const mailProblems = {
  "mail-placeholder-unknown": ({ name }) => ({
    what: `This mail does not know the placeholder${named(name)}.`,
    next: "Use the listed placeholders only; braces serve for nothing else.",
  }),
  "mail-placeholder-missing": ({ name }) => ({
    what: `The text lacks the placeholder${named(name)}.`,
    next: "Put it somewhere into the text, or the recipient cannot go on.",
  }),
  "mail-placeholder-in-subject": ({ name }) => ({
    what: `The subject cannot hold${named(name)}.`,
    next: "Mail servers log subjects: put link and code into the text.",
  }),
  "mail-subject-lines": () => ({
    what: "The subject has a line break.",
    next: "Write the subject on one line.",
  }),
  "mail-contact-without-address": ({ name }) => ({
    what: `No mail address is registered for ${name === undefined || name === "" ? "the recipient" : name}.`,
    next: "Add the address to the vendor's contact and send again.",
  }),
  "mail-base-url-missing": () => ({
    what: "The address that links start with is not configured.",
    next: "Set BUNTAN_BASE_URL to an address that vendors can open.",
  }),
  "mail-refused": ({ reason: text }) => ({
    what: `The mail server refused the mail${reason(text)}.`,
    next: "Check the recipient's address; you can then send again.",
  }),
  "mail-unreachable": ({ reason: text }) => ({
    what: `The mail could not be handed to the mail server${reason(text)}.`,
    next: "Check its settings and the network; it is also tried again by itself.",
  }),
  "mail-result-unknown": ({ reason: text }) => ({
    what: `It is not known whether the mail server took the mail${reason(text)}.`,
    next: "Ask the recipient, then choose in the outbox whether it arrived or is sent again.",
  }),
  "mail-not-waiting": () => ({
    what: "This mail has left already or is no longer needed.",
    next: "Open the outbox again to see how it stands.",
  }),
} satisfies ProblemWords;
