import fc from "fast-check";
import { expect, it } from "vitest";
import {
  assessedAnswers,
  correctedAnswers,
  countAnswers,
  currentOf,
  differencesOf,
  type SeriesMember,
} from "~/domain/disclosure";
import { answerValues, type Questionnaire } from "~/domain/questionnaire";
import type { ReadAnswer } from "~/domain/reading";

const answer = fc.constantFrom(...answerValues);

it("every answer ends in exactly one count", () => {
  fc.assert(
    fc.property(fc.array(answer), (values) => {
      const counts = countAnswers(values.map((each) => ({ answer: each })));
      expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(values.length);
      expect(counts.yes).toBe(values.filter((each) => each === "yes").length);
    }),
  );
});

it("the current disclosure is the newest 作成日 that is not withdrawn, whatever the order of upload", () => {
  const member = fc.record({
    issuedOn: fc.constantFrom("2024-04-01", "2025-04-01", "2026-04-01", "2026-04-02"),
    isWithdrawn: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(member), fc.integer(), (members, shift) => {
      const series: SeriesMember[] = members.map((each, at) => ({
        ...each,
        id: `d${at}`,
        recordedSeq: at + 1,
      }));
      const rotated = series
        .map((_, at) => series[(at + Math.abs(shift)) % series.length])
        .flatMap((each) => each ?? []);
      const current = currentOf(rotated);
      const candidates = series.filter((each) => !each.isWithdrawn);
      const newest = candidates
        .map((each) => each.issuedOn)
        .sort()
        .at(-1);
      const last = candidates.filter((each) => each.issuedOn === newest).at(-1) ?? null;
      expect(current).toEqual(last);
    }),
  );
});

const read = (no: string, value: ReadAnswer["answer"] = "yes"): ReadAnswer => ({
  no,
  section: "",
  question: `質問${no}`,
  clauses: [],
  answer: value,
  reason: null,
  remark: "読んだ備考",
  cell: `A!${no}`,
  cells: [],
  remarkCell: null,
});

it("takes the newest correction of a row and keeps what was read", () => {
  const correct = (ordinal: number, value: "no" | "yes", remark: string) => ({
    ordinal,
    answer: value,
    remark,
  });
  const corrections = [correct(1, "no", "一度目"), correct(1, "yes", "二度目")];
  const rows = correctedAnswers([read("1"), read("2", "blank")], corrections);
  expect(rows.map((each) => [each.answer, each.remark, each.read.answer])).toEqual([
    ["yes", "読んだ備考", "yes"],
    ["yes", "二度目", "blank"],
  ]);
  expect(rows[0]?.correction).toBeNull();
});

it("names an answer by the questionnaire's key, or by its row where there is no catalogue", () => {
  const question = {
    key: "starter:one",
    no: "1",
    section: "節",
    question: "質問",
    help: "説明",
    askVendor: "尋ねること",
    provenance: "own-wording" as const,
  };
  const head = {
    id: "q",
    version: "1",
    title: "質問票",
    issuer: "院内",
    issuedOn: null,
    source: "試験",
    licence: "MIT",
    notice: "",
    replacedBy: null,
  };
  const questionnaire: Questionnaire = {
    kind: "questionnaire",
    head,
    form: "in-house-product",
    questions: [question],
  };
  const answers = [read("1"), read("x")].map(({ no, question, clauses, answer: value, remark, cell }) => ({
    no,
    question,
    clauses,
    answer: value,
    remark,
    cell,
  }));
  expect(assessedAnswers(answers, questionnaire).map((each) => each.ref)).toEqual(["starter:one", "row:1"]);
  expect(assessedAnswers(answers, null).map((each) => each.ref)).toEqual(["row:0", "row:1"]);
});

const row = (no: string, question: string, value: "yes" | "no" | "blank", remark = "") => ({
  no,
  question,
  answer: value,
  remark,
});

it("lists what changed, came and went, and nothing else", () => {
  const before = [
    row("1", "同じ", "yes"),
    row("2", "変わる", "yes"),
    row("3", "消える", "no"),
    row("4", "備考", "yes"),
  ];
  const after = [
    row("1", "同じ", "yes"),
    row("2", "変わる", "no"),
    row("4", "備考", "yes", "追記"),
    row("5", "新しい", "blank"),
  ];
  expect(differencesOf(before, after)).toEqual([
    {
      no: "2",
      question: "変わる",
      before: { answer: "yes", remark: "" },
      after: { answer: "no", remark: "" },
    },
    {
      no: "4",
      question: "備考",
      before: { answer: "yes", remark: "" },
      after: { answer: "yes", remark: "追記" },
    },
    { no: "5", question: "新しい", before: null, after: { answer: "blank", remark: "" } },
    { no: "3", question: "消える", before: { answer: "no", remark: "" }, after: null },
  ]);
});

it("joins rows that repeat a number by their question", () => {
  const before = [row("1", "甲", "yes"), row("1", "乙", "no")];
  expect(differencesOf(before, before.toReversed())).toEqual([]);
});
