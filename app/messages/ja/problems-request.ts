import type { ProblemWords } from "../problem-words.ts";

export const requestProblems = {} satisfies ProblemWords;
