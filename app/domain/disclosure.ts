import type { AssessedAnswer } from "./assessment.ts";
import type { Day } from "./day.ts";
import { joinAnswers } from "./join-answers.ts";
import type { AnswerValue, Questionnaire } from "./questionnaire.ts";
import type { ReadAnswer } from "./reading.ts";

/** 開示書 in its series (one hospital, product version and form). */
export type SeriesMember = { id: string; issuedOn: Day; recordedSeq: number; isWithdrawn: boolean };

/**
 * The current disclosure of a series: the newest 作成日 that is not withdrawn, whatever the order of upload;
 * of two made on one day the one recorded later. Null when all are withdrawn.
 */
export function currentOf<M extends SeriesMember>(series: readonly M[]): M | null {
  return series.reduce<M | null>((newest, each) => {
    if (each.isWithdrawn) return newest;
    if (newest === null || each.issuedOn > newest.issuedOn) return each;
    return each.issuedOn === newest.issuedOn && each.recordedSeq > newest.recordedSeq ? each : newest;
  }, null);
}

/** A disclosure with when it was withdrawn, if it was. */
export type SeriesEntry = { id: string; issuedOn: Day; recordedSeq: number; withdrawnSeq: number | null };

/**
 * The disclosure of a series that counted on a day, as known then: of those recorded by then and made by that day
 * the newest that was not withdrawn by then. Null when there was none.
 */
export function currentThen<M extends SeriesEntry>(
  series: readonly M[],
  day: Day,
  knownSeq: number,
): M | null {
  const known = series
    .filter((each) => each.recordedSeq <= knownSeq && each.issuedOn <= day)
    .map((each) => ({ ...each, isWithdrawn: each.withdrawnSeq !== null && each.withdrawnSeq <= knownSeq }));
  return currentOf(known);
}

/** Another value set by a person for one read row; the newest one counts. */
export type Correction = { ordinal: number; answer: AnswerValue; remark: string };

/** What will be saved: the reading with every row's newest correction. */
export function correctedAnswers<C extends Correction>(
  answers: readonly ReadAnswer[],
  corrections: readonly C[],
): { read: ReadAnswer; ordinal: number; answer: AnswerValue; remark: string; correction: C | null }[] {
  const newest = new Map(corrections.map((each) => [each.ordinal, each]));
  return answers.map((read, ordinal) => {
    const correction = newest.get(ordinal) ?? null;
    return {
      read,
      ordinal,
      answer: correction?.answer ?? read.answer,
      remark: correction?.remark ?? read.remark,
      correction,
    };
  });
}

export type AnswerCounts = { yes: number; no: number; notApplicable: number; blank: number; unclear: number };

/** Counts with every answer in exactly one of them; conflict and unclear are both "unclear" to a reader. */
export function countAnswers(answers: readonly { answer: AnswerValue }[]): AnswerCounts {
  const count = (...values: AnswerValue[]) => answers.filter((each) => values.includes(each.answer)).length;
  return {
    yes: count("yes"),
    no: count("no"),
    notApplicable: count("not-applicable"),
    blank: count("blank"),
    unclear: count("conflict", "unclear"),
  };
}

/**
 * An answer as an assessment sees it: by the key of the question it was joined to (`joinAnswers`), else by its
 * row, `row:n`. Nothing is left out.
 */
export function assessedAnswers(
  answers: readonly Omit<AssessedAnswer, "ref">[],
  questionnaire: Questionnaire | null,
): AssessedAnswer[] {
  const questions = questionnaire?.questions ?? [];
  const joined = joinAnswers(answers, questions);
  return answers.map((each, ordinal) => {
    const question = joined[ordinal] ?? null;
    const key = question === null ? null : questions[question]?.key;
    return { ...each, ref: key ?? `row:${ordinal}` };
  });
}

/** True for an answer that no question of the catalogue could be found for. */
export function isUnjoined(answer: Pick<AssessedAnswer, "ref">): boolean {
  return answer.ref.startsWith("row:");
}

/**
 * What changed since the disclosure before: rows are joined by number, and by question text where the form
 * repeats or leaves out numbers. Only rows that differ are returned.
 */
export type AnswerDifference = {
  no: string;
  question: string;
  before: { answer: AnswerValue; remark: string } | null;
  after: { answer: AnswerValue; remark: string } | null;
};
export function differencesOf(
  before: readonly Pick<AssessedAnswer, "no" | "question" | "answer" | "remark">[],
  after: readonly Pick<AssessedAnswer, "no" | "question" | "answer" | "remark">[],
): AnswerDifference[] {
  const keyOf = (each: { no: string; question: string }) => `${each.no}\u0000${each.question}`;
  const old = new Map(before.map((each) => [keyOf(each), each]));
  const differences: AnswerDifference[] = [];
  for (const each of after) {
    const was = old.get(keyOf(each)) ?? null;
    old.delete(keyOf(each));
    if (was && was.answer === each.answer && was.remark === each.remark) continue;
    differences.push({ no: each.no, question: each.question, before: shown(was), after: shown(each) });
  }
  for (const gone of old.values()) {
    differences.push({ no: gone.no, question: gone.question, before: shown(gone), after: null });
  }
  return differences;
}

function shown(each: { answer: AnswerValue; remark: string } | null) {
  return each && { answer: each.answer, remark: each.remark };
}
