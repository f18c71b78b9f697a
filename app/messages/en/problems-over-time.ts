import type { ProblemWords } from "../problem-words.ts";

export const overTimeProblems = {
  "incident-in-future": () => ({
    what: "The day it happened lies in the future.",
    next: "Check the day and correct it.",
  }),
  "two-factor-no-plan": () => ({
    what: "No row was filled in.",
    next: "Enter a planned day, or why it is not possible, in at least one row and save again.",
  }),
  "two-factor-preconditions": () => ({
    what: "The three preconditions of the jump host are not all fulfilled.",
    next: "Tick those that were checked, or choose “planned”.",
  }),
  "correction-reason-empty": () => ({
    what: "The reason of the correction is missing.",
    next: "Write what was wrong with the record before, and why.",
  }),
  "past-view": () => ({
    what: "Nothing can be changed from a page that shows a past time.",
    next: "Go back to today, then do it again.",
  }),
  "entry-before-first": (p) => ({
    what: `That day is before the first entry (from ${p.day ?? "?"}).`,
    next: "Check the day. If it was the same earlier, correct the first entry.",
  }),
  "entry-after-end": (p) => ({
    what: `It is recorded as over from ${p.day ?? "?"}.`,
    next: "Check the day. If the end is a mistake, take the end back first.",
  }),
  "entry-later-stands": (p) => ({
    what: `An entry that begins later (${p.day ?? "?"}) is recorded.`,
    next: "Correct the day of that entry first, or choose an end after it.",
  }),
  "entry-not-ended": () => ({
    what: "No end is recorded.",
    next: "Read the page again. Somebody may have taken the end back already.",
  }),
} satisfies ProblemWords;
