import type { ProblemWords } from "../problem-words.ts";

export const choosingProblems = {
  "procurement-candidates-many": (p) => ({
    what: `A case holds ${p.max === undefined ? "a limited number of" : p.max} candidates at most.`,
    next: "Drop one that has no chance, with the reason, and add then.",
  }),
  "procurement-candidate-dropped": () => ({
    what: "This candidate was dropped.",
    next: "Add it again before you choose it.",
  }),
  "edition-pair-missing": () => ({
    what: "There are no two editions to compare.",
    next: "Choose two different editions. Where there is one only, load the newer one first.",
  }),
} satisfies ProblemWords;
