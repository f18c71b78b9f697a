import type { ProblemWords } from "../problem-words.ts";

/** Yearly checks: the hospital's own checklist, survey, measures. */
export const selfCheckProblems = {
  "target-without-no": () => ({
    what: "A row that is not answered No has a target day.",
    next: "Remove the target day or answer No.",
  }),
  "target-outside-year": ({ from = "", to = "" }) => ({
    what: `The target day lies outside this fiscal year (${from} to ${to}).`,
    next: "Enter a day within the fiscal year.",
  }),
  "day-outside-year": ({ from = "", to = "" }) => ({
    what: `The day of checking lies outside this fiscal year (${from} to ${to}).`,
    next: "Enter a day within it, or record it in the sheet of its own fiscal year.",
  }),
  "day-before-round": ({ day = "" }) => ({
    what: `The day of checking lies before that of the round before (${day}).`,
    next: "Enter that day or a later one.",
  }),
  "rounds-over": ({ rounds = "" }) => ({
    what: `All rounds of this fiscal year (${rounds}) are frozen.`,
    next: "If one is wrong, withdraw its answers with a reason and freeze it again.",
  }),
  "gate-unanswered": () => ({
    what: "The question at the gate is not answered.",
    next: "Say whether there is any medical information system, and save.",
  }),
  "own-checklist-open": ({ count = "" }) => ({
    what: `${count} rows are not answered yet.`,
    next: "Answer every row and save, then freeze the round.",
  }),
  "own-checklist-targets": ({ count = "", names = "" }) => ({
    what: `${count} rows answered No have no target day (${names}).`,
    next: "Enter target days within the fiscal year and save, then freeze the round.",
  }),
  "fiscal-year-outside": ({ year = "" }) => ({
    what: `Fiscal year ${year} cannot be chosen.`,
    next: "Choose one of the years listed.",
  }),
} satisfies ProblemWords;
