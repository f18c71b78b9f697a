import { type Problem, problem } from "../../domain/problem.ts";
import type { ReadAnswer } from "../../domain/reading.ts";
import { isNextNumber } from "./numbers.ts";

/** Places named in one problem; a form that lost all of its numbers would fill a page. */
const NAMED = 10;

/**
 * What is doubtful about the numbers of one form's answers, in their order. Problems:
 * form-duplicate-number, form-number-missing, form-number-shortened.
 */
export function numberProblems(answers: readonly ReadAnswer[]): Problem[] {
  return [...duplicateNumbers(answers), ...missingNumbers(answers), ...shortenedNumbers(answers)];
}

/** A number that a row before it has already: official forms repeat none. */
function duplicateNumbers(answers: readonly ReadAnswer[]): Problem[] {
  const seen = new Set<string>();
  return answers.flatMap((answer) => {
    if (answer.no === "") return [];
    if (seen.has(answer.no)) return [problem("form-duplicate-number", { no: answer.no }, answer.cell)];
    seen.add(answer.no);
    return [];
  });
}

/** Items without a number among numbered ones: lost, or the second line of another item. */
function missingNumbers(answers: readonly ReadAnswer[]): Problem[] {
  const lost = answers.filter(({ no }) => no === "");
  const [first] = lost;
  if (!first || lost.length === answers.length) return [];
  const cells = lost.slice(0, NAMED).map(({ cell }) => cell);
  return [problem("form-number-missing", { count: lost.length, cells: cells.join("、") }, first.cell)];
}

/** 4.1 between 4.9 and 4.11: a spreadsheet drops the last 0 of 4.10 where the cell holds a number. */
function shortenedNumbers(answers: readonly ReadAnswer[]): Problem[] {
  return answers.flatMap(({ no, cell }, at) => {
    const [before, after] = [answers[at - 1]?.no ?? "", answers[at + 1]?.no ?? ""];
    const maybe = `${no}0`;
    if (!/^\d+(?:\.\d+)*\.\d$/.test(no) || before === "" || isNextNumber(before, no)) return [];
    const isFitting = isNextNumber(before, maybe) && (after === "" || isNextNumber(maybe, after));
    return isFitting ? [problem("form-number-shortened", { no, maybe }, cell)] : [];
  });
}
