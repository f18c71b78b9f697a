import type { ProblemWords } from "../problem-words.ts";

const sides: Record<string, string> = { from: "older version", to: "newer version" };

/** Crosswalks and mappings. */
export const relationProblems = {
  "crosswalk-item-missing": (p) => ({
    what: `Item "${p.item ?? ""}" of the ${sides[p.side ?? ""] ?? "version"} stands in no line.`,
    next: 'Press "Propose again": every item will then stand in a line.',
  }),
  "crosswalk-item-twice": (p) => ({
    what: `Item "${p.item ?? ""}" of the ${sides[p.side ?? ""] ?? "version"} stands in two lines.`,
    next: "Correct the partners of one of them.",
  }),
  "crosswalk-item-unknown": (p) => ({
    what: `This crosswalk has no item or line "${p.item ?? ""}".`,
    next: "Reload the page and choose again.",
  }),
  "crosswalk-relation-unfit": (p) => ({
    what: `The relation does not fit the items (older ${p.from ?? "?"}, newer ${p.to ?? "?"}).`,
    next: 'Same and reworded join 1 with 1, split 1 with 2 or more, joined 2 or more with 1. Choose the items under "Change partners".',
  }),
  "crosswalk-unconfirmed": (p) => ({
    what: `${p.count ?? "?"} of ${p.total ?? "?"} lines have not been confirmed.`,
    next: 'Filter by "unconfirmed" and confirm the rest one by one.',
  }),
  "crosswalk-ends": () => ({
    what: "No crosswalk can be made between these two.",
    next: "Choose two different versions of one form. If a version is missing, make it from the official file first.",
  }),
  "mapping-key-unknown": (p) => ({
    what: `"${p.item ?? ""}" is no item of the catalogues being mapped.`,
    next: "Choose again from the items there are. The line can be neither kept nor published as it is.",
  }),
  "mapping-unconfirmed": (p) => ({
    what: `${p.count ?? "?"} of ${p.total ?? "?"} lines are neither taken nor rejected.`,
    next: 'Filter by "unconfirmed" and look at the rest.',
  }),
  "mapping-without-lines": () => ({
    what: "No line has been taken.",
    next: "Confirm a line or add one before publishing.",
  }),
  "mapping-ends": () => ({
    what: "No mapping can be made between these two.",
    next: "Choose two different catalogues that have rows (questionnaire, guideline, checklist, role sheet).",
  }),
  "relation-draft-closed": () => ({
    what: "This draft has been published or dropped already.",
    next: "To change it, make a new version.",
  }),
} satisfies ProblemWords;
