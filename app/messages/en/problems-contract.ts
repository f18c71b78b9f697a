import type { ProblemWords } from "../problem-words.ts";

/** Contracts over time, their documents and clauses, servers, subcontractors and connections. */
export const contractProblems = {
  "lines-too-many": (p) => ({
    what: `There are too many lines (at most ${p.max ?? "?"}).`,
    next: "Join lines that are alike and save again.",
  }),
  "amendment-before-contract": (p) => ({
    what: `The amendment begins before the contract's first day (${p.day ?? "?"}).`,
    next: "Check the day. To put the first terms right, use “Correct”.",
  }),
  "amendment-unnamed": () => ({
    what: "The memorandum has neither a number nor a title.",
    next: "Enter one of them, so that the paper behind the change can be found.",
  }),
  "amendment-without-change": () => ({
    what: "Nothing differs from what the contract says on the day from which this counts.",
    next: "Change what changed, or write what the memorandum settles beside these fields.",
  }),
  "renewal-not-later": (p) => ({
    what: `The contract's last day is not later than before the renewal (${p.day ?? "?"}).`,
    next: "Enter the last day after the renewal. To end the contract earlier, use the form of an amendment.",
  }),
  "revision-superseded": () => ({
    what: "These terms were already replaced by another correction.",
    next: "Open the terms that count now on the contract's page and correct those.",
  }),
  "document-withdrawn": () => ({
    what: "This document was already withdrawn.",
    next: "Reload the list of documents. The right file can be added as a new document.",
  }),
  "document-in-use": (p) => ({
    what: `${p.count ?? "?"} quoted clauses or amendments rest on this document.`,
    next: "Point those clauses or amendments to another document first.",
  }),
  "clause-page-outside": (p) => ({
    what: `Page ${p.page ?? "?"} is outside the document (${p.pages ?? "?"} pages).`,
    next: "Enter the page as counted from the first page of the PDF.",
  }),
  "clause-page-without-document": () => ({
    what: "A page is given, but no document it belongs to.",
    next: "Choose a document or leave the page empty.",
  }),
  "clause-not-then": (p) => ({
    what: `On ${p.day ?? "?"} clause “${p.number ?? "?"}” did not stand in a contract that covered this server${p.from ? ` (it stands from ${p.from})` : ""}.`,
    next: "Check the day, or choose a clause that stood then. Without a quoted one, write the clause in words.",
  }),
  "clause-other-contract": () => ({
    what: "The chosen clause is not of a contract that covers this server.",
    next: "Choose a clause of a contract that covers the server's system.",
  }),
  "subcontractor-cycle": () => ({
    what: "With that principal the chain of subcontracting would be a ring.",
    next: "Choose a company above this one, or the contract's vendor.",
  }),
  "subcontractor-too-deep": (p) => ({
    what: `Subcontracting goes down at most ${p.max ?? "?"} levels.`,
    next: "Choose another principal. If there are more levels, write them into the note of the lowest company.",
  }),
  "subcontractor-has-children": (p) => ({
    what: `${p.count ?? "?"} companies still work for this one.`,
    next: "Put them away or change their principal first.",
  }),
  "name-change-same": () => ({
    what: "The new name is the same as the name on that day.",
    next: "Check the name or the day of the change.",
  }),
  "declaration-list-changed": () => ({
    what: "A server or system was changed while you were looking.",
    next: "Look at the new list and confirm again that it is complete.",
  }),
} satisfies ProblemWords;
