import type { ProblemWords } from "../problem-words.ts";

export const decisionProblems = {
  "decision-kind-unfit": () => ({
    what: "This cannot be done with this kind of decision.",
    next: "Check the kind of decision, and decide anew if need be.",
  }),
  "decisions-too-many": (p) => ({
    what: `At most ${p.max ?? "a limited number"} can be chosen at once.`,
    next: "Choose fewer and do it in several steps.",
  }),
  "approval-own": () => ({
    what: "Whoever proposed to accept a risk cannot approve it.",
    next: "Another person of the management approves, or a signed sheet is recorded.",
  }),
  "approval-in-future": () => ({
    what: "The day of the approval is later than today.",
    next: "Check the day on which it was approved.",
  }),
  "paper-printer-failed": () => ({
    what: "The program that makes the paper stopped half way.",
    next: "Make it again. If it happens again, show this page to an administrator.",
  }),
  "stand-in-oneself": () => ({
    what: "Nobody can stand in for themselves.",
    next: "Choose another person.",
  }),
  "promise-not-open": () => ({
    what: "Something chosen is no promise that can be put before the vendor.",
    next: "Choose decisions that the vendor fixes, that are not completed and not asked about yet.",
  }),
  "promise-other-vendor": () => ({
    what: "Promises of another product were chosen, too.",
    next: "Ask for each version of a product apart.",
  }),
} satisfies ProblemWords;
