import fc from "fast-check";
import { expect, it } from "vitest";
import { joinAnswers } from "~/domain/join-answers";
import { plainFormVersion, type Question } from "~/domain/questionnaire";

const question = (no: string, text: string, at: number): Question => ({
  key: `item:${at + 1}`,
  no,
  section: "",
  question: text,
  help: "",
  askVendor: "",
  clauses: [],
  provenance: "official-text",
});
const questions = (...rows: [no: string, text: string][]) =>
  rows.map(([no, text], at) => question(no, text, at));
const answers = (...rows: [no: string, text: string][]) => rows.map(([no, text]) => ({ no, question: text }));

it("joins by number and wording first, whatever the order and the width", () => {
  const asked = questions(["1", "架空の問い甲。"], ["1", "架空の問い乙。"]);
  expect(joinAnswers(answers(["１", "架空の 問い乙"], ["1", "架空の問い甲"]), asked)).toEqual([1, 0]);
});

it("falls back to a number that both sides hold once", () => {
  const asked = questions(["1", "甲"], ["2", "乙"]);
  expect(joinAnswers(answers(["2", "書き換えた乙"]), asked)).toEqual([1]);
});

it("joins rows without numbers by their place when the counts are equal", () => {
  const asked = questions(["1", "甲"], ["", "乙"], ["", "丙"]);
  expect(joinAnswers(answers(["1", "甲"], ["", "乙の言い換え"], ["", "丙の言い換え"]), asked)).toEqual([
    0, 1, 2,
  ]);
});

it("leaves an answer unjoined rather than force it", () => {
  const asked = questions(["1", "甲"], ["1", "乙"], ["3", "丙"]);
  expect(joinAnswers(answers(["1", "丁"]), asked)).toEqual([null]);
  expect(joinAnswers(answers(["3", "丙"], ["8", "戊"], ["9", "己"]), asked)).toEqual([2, null, null]);
  expect(joinAnswers(answers(["1", "甲"], ["7", "書き換え"], ["3", "丙"]), asked)).toEqual([0, null, 2]);
});

it("never gives one question to two answers, and joins a complete sheet completely", () => {
  const row = fc.tuple(fc.constantFrom("", "1", "2", "2.1"), fc.constantFrom("甲", "乙", "丙"));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), fc.array(row, { maxLength: 8 }), (left, right) => {
      const joined = joinAnswers(answers(...left), questions(...right)).filter((each) => each !== null);
      expect(new Set(joined).size).toBe(joined.length);
      const whole = joinAnswers(answers(...right), questions(...right));
      expect(whole).toEqual(right.map((_, at) => at));
    }),
  );
});

it("compares versions as printed, not as typed", () => {
  expect(["Ver.5.0", "第5.0版", "５．０", " 5.0 "].map(plainFormVersion)).toEqual([
    "5.0",
    "5.0",
    "5.0",
    "5.0",
  ]);
  expect(plainFormVersion("3.0a")).toBe("3.0a");
  expect(plainFormVersion("3.0a")).not.toBe(plainFormVersion("3.0"));
});
