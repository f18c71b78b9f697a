import type { Problem } from "../domain/problem.ts";

/** Ends the reading of a file from anywhere below it; the problem says why. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}
