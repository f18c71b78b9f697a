import type { ProblemWords } from "../problem-words.ts";

export const mailProblems = {} satisfies ProblemWords;
