import type { ProblemWords } from "../problem-words.ts";

export const catalogueProblems = {} satisfies ProblemWords;
