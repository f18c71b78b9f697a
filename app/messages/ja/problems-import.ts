import type { ProblemWords } from "../problem-words.ts";

export const importProblems = {} satisfies ProblemWords;
