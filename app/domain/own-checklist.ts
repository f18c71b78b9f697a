import type { Checklist, ChecklistItem } from "./checklist.ts";
import type { ChecklistAnswer } from "./checklist-response.ts";
import { type Day, isRealDay } from "./day.ts";
import { type TopicWords, topicOf } from "./evidence-topic.ts";
import { endOfFiscalYear, fiscalYearOf } from "./figures.ts";
import { joinAnswers } from "./join-answers.ts";
import { type Problem, problem } from "./problem.ts";
import type { ChecklistYear } from "./self-check-templates.ts";

/** 入口の設問 of the hospital's own sheet: is there any system? "" = not answered yet. */
export const gateAnswers = ["", "yes", "no"] as const;
export type GateAnswer = (typeof gateAnswers)[number];
export const ownAnswers = ["", "yes", "no"] as const;
export type OwnAnswer = (typeof ownAnswers)[number];

export type OwnRow = { itemKey: string; answer: OwnAnswer; remark: string; targetOn: Day | null };

/** The question before all others: a row of the edition itself, or the year's; null where neither knows one. */
export type Gate = { itemKey: string | null; no: string; text: string };

/**
 * Rows the hospital answers, and its gate. An edition that prints the gate as a row of its own keeps it there;
 * only where it does not, the year's gate is asked in front.
 */
export function sheetOf(
  edition: Pick<Checklist, "items">,
  year: Pick<ChecklistYear, "gate">,
  topics: readonly TopicWords[],
): { gate: Gate | null; items: ChecklistItem[] } {
  const own = edition.items.filter((each) => each.audience !== "vendor");
  const printed = own.find((each) => topicOf(each.item, topics) === "gate");
  if (printed) {
    const gate = { itemKey: printed.key, no: printed.no, text: printed.item };
    return { gate, items: own.filter((each) => each !== printed) };
  }
  return { gate: year.gate && { itemKey: null, no: year.gate.no, text: year.gate.text }, items: own };
}

export function startOfFiscalYear(fiscalYear: number): Day {
  return `${fiscalYear}-04-01`;
}

export type RawOwnRow = { itemKey: string; answer: string; remark: string; targetOn: string };

/**
 * Reads what was typed into one row. 目標日 only after the year's answer (いいえ) and within the fiscal year.
 * Problems at `<field>.<itemKey>`: field-not-an-option, field-too-long, field-not-a-day, target-without-no,
 * target-outside-year.
 */
export function readOwnRow(
  raw: RawOwnRow,
  year: Pick<ChecklistYear, "answers" | "target">,
  fiscalYear: number,
): { row: OwnRow; problems: Problem[] } {
  const problems: Problem[] = [];
  const answer = year.answers.find((each) => each === raw.answer) ?? "";
  const at = (field: string) => `${field}.${raw.itemKey}`;
  if (raw.answer !== "" && answer === "") {
    problems.push(problem("field-not-an-option", { value: raw.answer }, at("answer")));
  }
  const remark = raw.remark.trim();
  if (remark.length > 2000) problems.push(problem("field-too-long", { max: 2000 }, at("remark")));
  const targetOn = raw.targetOn.trim();
  if (targetOn !== "" && !isRealDay(targetOn)) {
    problems.push(problem("field-not-a-day", { value: targetOn }, at("targetOn")));
  } else if (targetOn !== "" && answer !== year.target.after) {
    problems.push(problem("target-without-no", {}, at("targetOn")));
  } else if (targetOn !== "" && fiscalYearOf(targetOn) !== fiscalYear) {
    const params = { from: startOfFiscalYear(fiscalYear), to: endOfFiscalYear(fiscalYear) };
    problems.push(problem("target-outside-year", params, at("targetOn")));
  }
  return { row: { itemKey: raw.itemKey, answer, remark, targetOn: targetOn || null }, problems };
}

export type OwnProgress = { rows: number; answered: number; no: number; withoutTarget: string[] };

/** How far the sheet is: `withoutTarget` names the いいえ whose 目標日 is missing. */
export function progressOf(items: readonly ChecklistItem[], rows: ReadonlyMap<string, OwnRow>): OwnProgress {
  const answers = items.map((item) => ({ item, row: rows.get(item.key) }));
  const no = answers.filter(({ row }) => row?.answer === "no");
  return {
    rows: items.length,
    answered: answers.filter(({ row }) => row !== undefined && row.answer !== "").length,
    no: no.length,
    withoutTarget: no.filter(({ row }) => row?.targetOn === null).map(({ item }) => item.no || item.item),
  };
}

export type RoundToFreeze = {
  fiscalYear: number;
  year: Pick<ChecklistYear, "rounds">;
  /** Rounds frozen before, with their 確認日, and not withdrawn. */
  before: readonly { round: number; answeredOn: Day }[];
  answeredOn: string;
  today: Day;
  gate: Gate | null;
  gateAnswer: GateAnswer;
  items: readonly ChecklistItem[];
  rows: ReadonlyMap<string, OwnRow>;
};

/**
 * What keeps the next round from being frozen: rounds-over, gate-unanswered, own-checklist-open (rows without an
 * answer), own-checklist-targets (いいえ without 目標日), and of the 確認日 field-not-a-day, day-outside-year,
 * day-before-round.
 */
export function problemsOfRound(round: RoundToFreeze): Problem[] {
  const problems = problemsOfDay(round);
  const next = nextRound(round.before);
  if (!round.year.rounds.some((each) => each.no === next)) {
    return [problem("rounds-over", { rounds: round.year.rounds.length })];
  }
  if (round.gate !== null && round.gateAnswer === "") problems.push(problem("gate-unanswered", {}, "gate"));
  if (round.gate !== null && round.gateAnswer === "no") return problems;
  const { rows, answered, withoutTarget } = progressOf(round.items, round.rows);
  if (answered < rows) problems.push(problem("own-checklist-open", { count: rows - answered }));
  if (withoutTarget.length > 0) {
    problems.push(
      problem("own-checklist-targets", { count: withoutTarget.length, names: withoutTarget.join("、") }),
    );
  }
  return problems;
}

function problemsOfDay({ answeredOn, today, fiscalYear, before }: RoundToFreeze): Problem[] {
  if (!isRealDay(answeredOn) || answeredOn > today) {
    return [problem("field-not-a-day", { value: answeredOn }, "answeredOn")];
  }
  if (fiscalYearOf(answeredOn) !== fiscalYear) {
    const params = { from: startOfFiscalYear(fiscalYear), to: endOfFiscalYear(fiscalYear) };
    return [problem("day-outside-year", params, "answeredOn")];
  }
  const last = before.reduce((most, each) => (each.answeredOn > most ? each.answeredOn : most), "");
  return answeredOn < last ? [problem("day-before-round", { day: last }, "answeredOn")] : [];
}

/** One more than the greatest round that still counts; a withdrawn one is done again under its number. */
export function nextRound(before: readonly { round: number }[]): number {
  return Math.max(0, ...before.map((each) => each.round)) + 1;
}

/** Rows of the response that a round freezes: the gate first, and nothing after a gate answered いいえ. */
export function answersOfRound(
  round: Pick<RoundToFreeze, "gate" | "gateAnswer" | "items" | "rows">,
): ChecklistAnswer[] {
  const { gate, gateAnswer, items, rows } = round;
  const front: ChecklistAnswer[] =
    gate === null || gateAnswer === ""
      ? []
      : [plainAnswer({ key: gate.itemKey, no: gate.no, section: "", item: gate.text }, gateAnswer)];
  if (gate !== null && gateAnswer === "no") return front;
  const own = items.map((item): ChecklistAnswer => {
    const row = rows.get(item.key);
    const answer = row === undefined || row.answer === "" ? "blank" : row.answer;
    return {
      ...plainAnswer(item, answer),
      remark: row?.remark ?? "",
      readRemark: row?.remark ?? "",
      targetOn: row?.targetOn ?? null,
      targetText: row?.targetOn ?? "",
    };
  });
  return [...front, ...own];
}

function plainAnswer(
  item: { key: string | null; no: string; section: string; item: string },
  answer: ChecklistAnswer["answer"],
): ChecklistAnswer {
  return {
    itemKey: item.key,
    no: item.no,
    section: item.section,
    item: item.item,
    answer,
    remark: "",
    targetOn: null,
    targetText: "",
    checkedText: "",
    cell: "",
    readAnswer: answer,
    readRemark: "",
    readReason: null,
    setBy: null,
    setAt: null,
    setReason: null,
  };
}

/**
 * Answers of another sheet beside the rows of this one: by key where both are of the same edition, otherwise by
 * number with wording (`joinAnswers`); a row nobody can place stays without one.
 */
export function besideRows<A extends { itemKey: string | null; no: string; item: string }>(
  items: readonly ChecklistItem[],
  answers: readonly A[],
  isSameEdition: boolean,
): Map<string, A> {
  if (isSameEdition) {
    const byKey = new Map(answers.flatMap((each) => (each.itemKey === null ? [] : [[each.itemKey, each]])));
    return new Map(
      items.flatMap((item): [string, A][] => {
        const found = byKey.get(item.key);
        return found ? [[item.key, found]] : [];
      }),
    );
  }
  const joined = joinAnswers(
    answers.map(({ no, item }) => ({ no, question: item })),
    items.map(({ no, item }) => ({ no, question: item })),
  );
  const found = new Map<string, A>();
  joined.forEach((at, answerAt) => {
    const [item, answer] = [at === null ? undefined : items[at], answers[answerAt]];
    if (item && answer) found.set(item.key, answer);
  });
  return found;
}
