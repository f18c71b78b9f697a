import type { Respondent } from "./checklist.ts";
import { type Day, isRealDay } from "./day.ts";
import { type Problem, problem } from "./problem.ts";
import { type AnswerValue, answerValues } from "./questionnaire.ts";
import type { UnreadCell } from "./reading.ts";

/** 1回目, 2回目, 3回目 as the sheet prints them. */
export const MAX_ROUND = 9;

/** One row of an answered checklist. */
export type ChecklistAnswer = {
  /** Key in the edition it was answered on; null where the row was not found there, or no edition is known. */
  itemKey: string | null;
  no: string;
  section: string;
  item: string;
  answer: AnswerValue;
  remark: string;
  /** 目標日: by when an いいえ is to be mended; null where none stands or a person has still to name the year. */
  targetOn: Day | null;
  /** The target as it is written ("" where none is); kept even when it is a day. */
  targetText: string;
  /** 確認日 of this row as it is written; "" where the sheet has one day for all. */
  checkedText: string;
  /** `事業者確認用!C5`; "" for an answer that was not read from a cell. */
  cell: string;
  readAnswer: AnswerValue;
  readRemark: string;
  readReason: string | null;
  setBy: string | null;
  setAt: string | null;
  setReason: string | null;
};

/** 点検回答 before it is kept: who answered which edition, in which round, on which day, and every row. */
export type NewChecklistResponse = {
  respondent: Respondent;
  /** Needed for a vendor's sheet, null for the hospital's own. */
  vendorId: string | null;
  /** `id@version` of the edition; null when no catalogue of it is known. */
  checklistRef: string | null;
  title: string;
  round: number;
  /** 確認日. */
  answeredOn: string;
  /** Systems the sheet is about. */
  systemIds: readonly string[];
  answers: readonly ChecklistAnswer[];
  unread: readonly UnreadCell[];
};

/**
 * What keeps a response from being frozen: field-required and field-not-a-day by field, field-invalid for a
 * round outside 1–9, field-not-a-day at `answers.n.targetOn`, checklist-empty without a row. Rows nobody
 * decided stay blank, conflict or unclear; that is no problem.
 */
export function problemsOfResponse(response: NewChecklistResponse, today: Day): Problem[] {
  const problems: Problem[] = [];
  if (response.respondent === "vendor" && response.vendorId === null) {
    problems.push(problem("field-required", {}, "vendorId"));
  }
  if (response.title.trim() === "") problems.push(problem("field-required", {}, "title"));
  if (response.title.length > 300) problems.push(problem("field-too-long", { max: 300 }, "title"));
  if (!Number.isInteger(response.round) || response.round < 1 || response.round > MAX_ROUND) {
    problems.push(problem("field-invalid", { value: response.round }, "round"));
  }
  // why a day to come is none: nothing was checked on it yet.
  if (!isRealDay(response.answeredOn) || response.answeredOn > today) {
    problems.push(problem("field-not-a-day", { value: response.answeredOn }, "answeredOn"));
  }
  if (response.answers.length === 0) problems.push(problem("checklist-empty"));
  response.answers.forEach((each, at) => {
    if (each.targetOn !== null && !isRealDay(each.targetOn)) {
      problems.push(problem("field-not-a-day", { value: each.targetOn }, `answers.${at}.targetOn`));
    }
    if (!answerValues.includes(each.answer)) {
      problems.push(problem("field-not-an-option", { value: each.answer }, `answers.${at}.answer`));
    }
  });
  return problems;
}

/** An いいえ whose target day is missing: the official sheet wants one, and a person can still add it. */
export function withoutTarget(answers: readonly Pick<ChecklistAnswer, "answer" | "targetOn">[]): number {
  return answers.filter((each) => each.answer === "no" && each.targetOn === null).length;
}
