import type { ProblemWords } from "../problem-words.ts";

export const comparingProblems = {
  "override-same": () => ({
    what: "The chosen verdict is the one of the rule.",
    next: "Choose another one, or leave it as it is.",
  }),
  "override-reason-empty": () => ({
    what: "There is no reason for the override.",
    next: "Say which answer or remark you read otherwise than the rule, and why.",
  }),
  "override-none": () => ({
    what: "There is no override to take back.",
    next: "Load the page again and look at it as it is now.",
  }),
} satisfies ProblemWords;
