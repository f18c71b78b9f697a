import type { UnmetAnswer } from "../domain/assessment.ts";
import { type Problem, type ProblemCode, problemClasses } from "../domain/problem.ts";
import { type RegisterNoun, registerFields } from "../domain/register.ts";
import type { Verdict } from "../domain/verdict.ts";
import type { Words } from "./words.ts";

type Labels = Readonly<Record<string, string>>;

/** Label of a register's field; the name itself when it has none (a test shows that none is missing). */
export function fieldLabel(words: Words, noun: RegisterNoun, name: string): string {
  const labels: Labels = words.fields[noun];
  return labels[name] ?? name;
}

/** Hint under a register's field, or "". */
export function fieldHint(words: Words, noun: RegisterNoun, name: string): string {
  const hints: Readonly<Partial<Record<RegisterNoun, Labels>>> = words.fieldHints;
  return hints[noun]?.[name] ?? "";
}

/** Heading of a list's column: columns that are fields have the field's label. */
export function columnLabel(words: Words, noun: RegisterNoun, name: string): string {
  const own: Labels = words.columns[noun];
  return own[name] ?? fieldLabel(words, noun, name);
}

/** Word of an option (`role` = `support` → 「サポート」); the stored code when it is none. */
export function optionLabel(words: Words, noun: RegisterNoun, field: string, value: string): string {
  const byField: Readonly<Record<string, Labels>> = words.options[noun];
  return byField[field]?.[value] ?? value;
}

/** True when the field of a register holds one option of a list. */
export function isOptionField(noun: RegisterNoun, field: string): boolean {
  const specs: Readonly<Record<string, { kind: string }>> = registerFields[noun];
  return specs[field]?.kind === "option";
}

/** The verdict's word; where no いいえ was said, what was answered in its place (`unmetAnswerOf`). */
export function verdictWord(words: Words, verdict: Verdict, unmetAnswer: UnmetAnswer | null): string {
  return unmetAnswer !== null && verdict === "unmet"
    ? words.unmetWords[unmetAnswer].word
    : words.verdicts[verdict].word;
}

/** What happened and what to do next; an unknown code (from a newer server) speaks as `unexpected`. */
export function problemWords(words: Words, problem: Problem): { what: string; next: string } {
  const code: ProblemCode = problem.code in problemClasses ? problem.code : "unexpected";
  return words.problems[code](problem.params);
}
