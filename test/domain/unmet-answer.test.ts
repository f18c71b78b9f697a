import { expect, it } from "vitest";
import { type AssessmentLine, unmetAnswerOf } from "~/domain/assessment";
import { judgeLine } from "~/domain/line-rule";
import type { MappingLine } from "~/domain/mapping";
import type { AnswerValue } from "~/domain/questionnaire";

const lineOf = (change: Partial<MappingLine>): AssessmentLine => ({
  id: "l",
  requirement: "R1",
  questions: [],
  rule: "all-yes",
  relation: "covers",
  acceptsNotApplicable: true,
  reason: "試験",
  origin: "published",
  mapping: "m@1",
  ...change,
});
const lineFinding = (change: Partial<MappingLine>, values: readonly AnswerValue[]) => {
  const line = lineOf(change);
  const answers = values.map((answer, at) => ({
    ...{ ref: `q${at}`, no: `${at}`, question: "問い", clauses: [], answer, remark: "備考", cell: "A!A1" },
  }));
  return { line, ...judgeLine(line, answers, false), answers, absent: [] };
};
type Row = [MappingLine["rule"], "yes" | "no", boolean, AnswerValue[], string | null];

it.each<Row>([
  ["all-yes", "yes", true, ["no"], null],
  ["all-yes", "yes", false, ["not-applicable"], "not-applicable"],
  ["all-yes", "yes", false, ["yes", "not-applicable"], "not-applicable"],
  ["all-yes", "yes", false, ["no", "not-applicable"], null],
  ["any-yes", "yes", false, ["not-applicable", "not-applicable"], "not-applicable"],
  ["any-yes", "yes", false, ["no", "not-applicable"], null],
  ["all-yes", "no", true, ["yes"], "yes"],
  ["all-yes", "no", false, ["yes", "not-applicable"], "yes"],
  ["all-yes", "no", false, ["no", "not-applicable"], "not-applicable"],
  ["any-yes", "no", true, ["yes", "yes"], "yes"],
  ["all-yes", "yes", true, ["yes"], null],
  ["all-yes", "yes", true, ["blank"], null],
  ["all-yes", "yes", true, ["not-applicable"], null],
])("%s expecting %s (対象外 accepted: %s) of %j is unmet by %s", (rule, expected, accepts, answers, by) => {
  const found = lineFinding({ rule, expected, acceptsNotApplicable: accepts }, answers);
  expect(unmetAnswerOf({ verdict: found.verdict, lines: [found] })).toBe(by);
});

it("a line with いいえ beside it takes the word いいえ back; a line that is met says nothing", () => {
  const refused = lineFinding({ acceptsNotApplicable: false }, ["not-applicable"]);
  const met = lineFinding({}, ["yes"]);
  expect(unmetAnswerOf({ verdict: "unmet", lines: [met, refused] })).toBe("not-applicable");
  expect(unmetAnswerOf({ verdict: "unmet", lines: [refused, lineFinding({}, ["no"])] })).toBeNull();
});
