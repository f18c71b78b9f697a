import type { Problem, ProblemCode } from "../domain/problem.ts";

/** The sentence of one Problem: what happened, and what to do next. */
export type ProblemWord = (params: Problem["params"]) => { what: string; next: string };

/** Words of some codes; the areas together have them all. */
export type ProblemWords = Partial<Record<ProblemCode, ProblemWord>>;
