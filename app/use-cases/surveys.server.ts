import { factsForChecks, houseRecords } from "#db/queries/check-facts.server";
import { houseAnswersBetween, insertHouseAnswers } from "#db/queries/house-answers.server";
import { findHospital } from "#db/queries/people.server";
import type { CheckFacts, HouseRecord } from "~/domain/check-facts";
import { type Day, dayInTokyo } from "~/domain/day";
import { fiscalYearOf } from "~/domain/figures";
import { startOfFiscalYear } from "~/domain/own-checklist";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { type HouseQuestion, heldInYear, type Survey } from "~/domain/self-check-templates";
import {
  answerDay,
  answerOfYear,
  basisOf,
  bedClassOf,
  carriedAnswer,
  proposalFrom,
  type RawHouseAnswer,
  type ReadHouseAnswer,
  readHouseAnswer,
  surveyDay,
} from "~/domain/survey";
import type { Ports } from "./ports.server";
import { type Change, record } from "./record.server";

/** Fiscal years whose survey can be answered: from the first known one to the running one, newest first. */
function surveyYears(surveys: readonly Survey[], today: Day): number[] {
  const first = Math.min(...surveys.map((each) => each.fromFiscalYear));
  const last = fiscalYearOf(today);
  if (surveys.length === 0 || first > last) return [];
  return Array.from({ length: last - first + 1 }, (_, at) => last - at);
}

/** 実態調査の一覧: one line a fiscal year with how much of it is answered. One query. */
export async function listSurveys(ports: Ports, scope: Scope) {
  const today = dayInTokyo(ports.now());
  const { surveys } = ports.catalogues.selfChecks;
  const house = await houseRecords(ports.db, scope);
  const rows = surveyYears(surveys, today).flatMap((fiscalYear) => {
    const survey = heldInYear(surveys, fiscalYear);
    if (!survey) return [];
    const asked = surveyDay(survey, fiscalYear);
    const answered = survey.questions.filter((each) => answerOfYear(house, each.key, asked) !== null);
    return [
      {
        fiscalYear,
        asked,
        title: survey.head.title,
        total: survey.questions.length,
        answered: answered.length,
      },
    ];
  });
  return { today, rows };
}

type OpenedSurvey = { survey: Survey; asked: Day; today: Day };

function openSurvey(ports: Ports, fiscalYear: number): Result<OpenedSurvey> {
  const today = dayInTokyo(ports.now());
  const { surveys } = ports.catalogues.selfChecks;
  const survey = heldInYear(surveys, fiscalYear);
  if (!survey || !surveyYears(surveys, today).includes(fiscalYear)) return failed(problem("not-found"));
  return done({ survey, asked: surveyDay(survey, fiscalYear), today });
}

export type ShownSurvey = Awaited<ReturnType<typeof showSurvey>> extends Result<infer T> ? T : never;

/**
 * 実態調査に答える: each question with this year's answer, what the records suggest (with the records behind it), what
 * was said in the years before, and the national figures. 12 queries. Problems: not-found (a year that cannot be answered).
 */
export async function showSurvey(ports: Ports, scope: Scope, input: { fiscalYear: number }) {
  const opened = openSurvey(ports, input.fiscalYear);
  if (!opened.ok) return opened;
  const { survey, asked, today } = opened.value;
  const day = answerDay(asked, today);
  const [facts, shown, hospital] = await Promise.all([
    factsForChecks(ports.db, scope, day),
    houseAnswersBetween(ports.db, scope, startOfFiscalYear(input.fiscalYear), asked),
    findHospital(ports.db, scope),
  ]);
  const byId = new Map(shown.map((each) => [each.id, each]));
  const beds = hospital?.beds ?? null;
  return done({
    fiscalYear: input.fiscalYear,
    asked,
    day,
    today,
    head: survey.head,
    beds,
    bedClass: bedClassOf(survey.bedClasses, beds),
    bedClassNote: survey.bedClassNote,
    rows: survey.questions.map((question) => {
      const held = answerOfYear(facts.house, question.key, asked);
      return {
        question,
        held: held === null ? null : (byId.get(held.id) ?? null),
        carried: carriedAnswer(facts.house, question.key, asked),
        proposal: question.from === null ? null : proposalFrom(question.from, facts, day),
      };
    }),
  });
}

/**
 * 実態調査の回答を保存する: questions left empty stay unanswered; an answer that changed is kept as a new record, and
 * one of the same day supersedes the earlier one. What rests on the records keeps them beside it.
 * Problems: not-found, of each field (`value.<key>` …) as of `readHouseAnswer`, changed-meanwhile.
 */
export async function saveSurvey(
  ports: Ports,
  scope: Scope,
  input: { fiscalYear: number; answers: readonly RawHouseAnswer[] },
): Promise<Result<{ saved: number }>> {
  const opened = openSurvey(ports, input.fiscalYear);
  if (!opened.ok) return opened;
  const { survey, asked, today } = opened.value;
  const read = survey.questions.flatMap((question) => {
    const raw = input.answers.find((each) => each.questionKey === question.key);
    return raw ? [{ question, raw, ...readHouseAnswer(raw, question, today) }] : [];
  });
  const problems = read.flatMap((each) => each.problems);
  if (problems.length > 0) return failed(...problems);
  const day = answerDay(asked, today);
  const facts = await factsForChecks(ports.db, scope, day);
  const changed = read.flatMap(({ question, raw, answer }) => {
    const before = answerOfYear(facts.house, question.key, asked);
    return answer && isOther(before, answer) ? [{ question, raw, answer, before }] : [];
  });
  const change: Change = Object.fromEntries(
    changed.map(({ answer, before }) => [answer.questionKey, [before?.value ?? null, answer.value]]),
  );
  const head = { verb: "save-survey", noun: "survey", recordId: String(input.fiscalYear), change };
  return record(ports, scope, "self-check:write", head, async ({ tx, seq, at }) => {
    const now = await houseRecords(tx, scope);
    const isMoved = changed.some(
      ({ raw }) => (answerOfYear(now, raw.questionKey, asked)?.id ?? "") !== raw.seenId,
    );
    if (isMoved) return failed(problem("changed-meanwhile"));
    const rows = changed.map(({ question, answer, before }) => ({
      ...answer,
      ...groundOf(question, answer, { facts, day, asked }),
      id: ports.newId(),
      effectiveFrom: day,
      supersedes: before !== null && before.effectiveFrom === day ? before.id : null,
      recordedSeq: seq,
      recordedAt: at,
    }));
    await insertHouseAnswers(tx, scope, rows);
    return done({ saved: rows.length });
  });
}

/** What the answer rests on, and the records as they stand now where it rests on them. */
function groundOf(
  question: HouseQuestion,
  answer: ReadHouseAnswer,
  { facts, day, asked }: { facts: CheckFacts; day: Day; asked: Day },
) {
  const proposal = question.from === null ? null : proposalFrom(question.from, facts, day);
  const basis = basisOf(answer, proposal, carriedAnswer(facts.house, question.key, asked));
  return { basis, evidence: basis === "records" ? JSON.stringify(proposal) : null };
}

function isOther(before: HouseRecord | null, now: ReadHouseAnswer): boolean {
  if (before === null) return true;
  return before.value !== now.value || before.happenedOn !== now.happenedOn || before.note !== now.note;
}
