import type { Problem } from "~/domain/problem";
import { command } from "~/messages/command";
import { problemWords } from "~/messages/labels";
import { wordsOf } from "~/messages/words";

/** A Problem as one line for a person: what happened, where, what to do next. */
export function problemSentence(problem: Problem): string {
  const { what, next } = problemWords(wordsOf("ja"), problem);
  const place = problem.at === undefined || problem.at === "" ? "" : command.place(problem.at);
  return `${what}${place}${next}`;
}
