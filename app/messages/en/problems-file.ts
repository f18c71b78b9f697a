import type { ProblemWords } from "../problem-words.ts";

export const fileProblems = {} satisfies ProblemWords;
