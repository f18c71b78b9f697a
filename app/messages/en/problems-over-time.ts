import type { ProblemWords } from "../problem-words.ts";

export const overTimeProblems = {
  "incident-in-future": () => ({
    what: "The day it happened lies in the future.",
    next: "Check the day and correct it.",
  }),
  "two-factor-preconditions": () => ({
    what: "The three preconditions of the jump host are not all fulfilled.",
    next: "Tick those that were checked, or choose “planned”.",
  }),
  "correction-reason-empty": () => ({
    what: "The reason of the correction is missing.",
    next: "Write what was wrong with the record before, and why.",
  }),
} satisfies ProblemWords;
