import type { ProblemWords } from "../problem-words.ts";

export const requestProblems = {
  "request-no-target": () => ({ what: "Nobody is asked.", next: "Choose at least one vendor." }),
  "request-targets-many": (p) => ({
    what: `${p.max === undefined ? "Fewer" : `At most ${p.max}`} requests can be sent at once.`,
    next: "Divide the vendors and send two rounds.",
  }),
  "request-catalogue-unfit": () => ({
    what: "This form cannot be used for this kind of request.",
    next: "Choose a form of the right kind that has items for the vendor.",
  }),
  "request-contact-without-mail": () => ({
    what: "This contact has no mail address.",
    next: "A code is mailed before submitting: enter the contact's address first.",
  }),
  "request-subject-twice": () => ({
    what: "The same vendor and subject stand in this request twice.",
    next: "Leave one of the rows.",
  }),
  "request-due-past": () => ({ what: "The due day is past.", next: "Enter today or a later day." }),
  "request-state": () => ({
    what: "The request has moved on, so this is not possible any more.",
    next: "Open the page again to see where it stands.",
  }),
  "request-submission-older": () => ({
    what: "A newer submission has come in.",
    next: "Open the page again and look at the newer one.",
  }),
  "request-nothing-answered": () => ({
    what: "Nothing has been answered yet.",
    next: "Answer before you submit, or choose “Will not submit” and give the reason.",
  }),
  "request-unconfirmed": (p) => ({
    what: `${p.count ?? "Some"} answers taken over from last time have not been confirmed.`,
    next: "Look at each and press “Confirmed”, or choose another answer.",
  }),
  "request-not-verified": () => ({
    what: "The mailed code is needed before submitting.",
    next: "Press “Send the code” and enter the six digits.",
  }),
  "request-sections-only": () => ({
    what: "This link lets you answer some sections only.",
    next: "Whoever received the hospital's request submits the whole.",
  }),
  "request-link-over": () => ({
    what: "This link cannot be used.",
    next: "It has expired, was withdrawn, or is incomplete. Ask the hospital for a new link.",
  }),
  "request-code-wrong": (p) => ({
    what: "The code does not match.",
    next: `Enter the six digits of the mail again${p.left === undefined ? "" : ` (${p.left} tries left)`}.`,
  }),
  "request-code-over": () => ({
    what: "This code cannot be used any more.",
    next: "Press “Send the code” again. A code lasts 30 minutes and ten tries.",
  }),
  "request-code-often": () => ({
    what: "Too many codes were sent.",
    next: "Enter the code of the last mail, or wait an hour and press again.",
  }),
  "vendor-session-over": () => ({
    what: "This page was opened too long ago, or in another browser.",
    next: "Open the link of the mail again and press “Open”. Saved answers are still there.",
  }),
  "request-nothing-to-carry": () => ({
    what: "There is no earlier answer to take over.",
    next: "Choose an answer.",
  }),
  "request-files-many": (p) => ({
    what: `At most ${p.max ?? "a limited number of"} files can be attached.`,
    next: "Remove some, or put them into one file.",
  }),
  "request-workbook-other-form": () => ({
    what: "This file is another form than the one asked for. No answer was changed.",
    next: "Choose a file of the form asked for, or answer on this page.",
  }),
} satisfies ProblemWords;
