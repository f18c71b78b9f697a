import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AssessedAnswer,
  type AssessmentLine,
  assess,
  countVerdicts,
  gapsFirst,
  judgeLine,
  linesFromClauses,
} from "~/domain/assessment";
import type { Guideline, Requirement } from "~/domain/guideline";
import type { MappingLine } from "~/domain/mapping";
import { type AnswerValue, answerValues } from "~/domain/questionnaire";
import { compareVerdicts, isGap } from "~/domain/verdict";

const line = (fields: Partial<MappingLine> = {}): MappingLine => ({
  id: "l",
  requirement: "R1",
  questions: ["q"],
  rule: "all-yes",
  relation: "covers",
  acceptsNotApplicable: true,
  reason: "試験",
  ...fields,
});

type Row = [rule: "all-yes" | "any-yes", answers: AnswerValue[], verdict: string, by: string];

describe("one line", () => {
  it.each<Row>([
    ["all-yes", ["yes"], "met", "all-yes"],
    ["all-yes", ["yes", "yes"], "met", "all-yes"],
    ["all-yes", ["yes", "no"], "unmet", "one-no"],
    ["all-yes", ["yes", "blank"], "unanswered", "some-unknown"],
    ["all-yes", ["no", "blank"], "unmet", "one-no"],
    ["all-yes", ["conflict"], "unanswered", "some-unknown"],
    ["all-yes", ["unclear"], "unanswered", "some-unknown"],
    ["all-yes", ["not-applicable"], "not-applicable", "all-not-applicable"],
    ["all-yes", ["yes", "not-applicable"], "met", "all-yes"],
    ["all-yes", ["no", "not-applicable"], "unmet", "one-no"],
    ["all-yes", [], "unanswered", "some-unknown"],
    ["any-yes", ["yes", "no"], "met", "any-yes"],
    ["any-yes", ["yes", "blank"], "met", "any-yes"],
    ["any-yes", ["no", "no"], "unmet", "no-yes-at-all"],
    ["any-yes", ["no", "blank"], "unanswered", "some-unknown"],
    ["any-yes", ["not-applicable", "not-applicable"], "not-applicable", "all-not-applicable"],
    ["any-yes", ["not-applicable", "no"], "unmet", "no-yes-at-all"],
    ["any-yes", [], "unanswered", "some-unknown"],
  ])("%s of %j is %s by %s", (rule, answers, verdict, by) => {
    expect(judgeLine(line({ rule }), answers, false)).toEqual({ verdict, rule: by });
  });

  it("takes 対象外 as いいえ where it does not settle the matter", () => {
    const strict = line({ acceptsNotApplicable: false });
    expect(judgeLine(strict, ["yes", "not-applicable"], false)).toEqual({
      verdict: "unmet",
      rule: "not-applicable-refused",
    });
    expect(judgeLine(strict, ["no", "not-applicable"], false).rule).toBe("one-no");
    expect(judgeLine({ ...strict, rule: "any-yes" }, ["not-applicable"], false).verdict).toBe("unmet");
  });

  it("leaves the rest open when a はい only touches, unless another line covers", () => {
    const touching = line({ relation: "touches" });
    expect(judgeLine(touching, ["yes"], false)).toEqual({ verdict: "partial", rule: "yes-touches-only" });
    expect(judgeLine(touching, ["yes"], true)).toEqual({ verdict: "met", rule: "all-yes" });
    expect(judgeLine(touching, ["no"], true).verdict).toBe("unmet");
  });
});

/** Best first. 対象外 counts as いいえ where it is refused, and is no better answer where it settles. */
const worse: Partial<Record<AnswerValue, AnswerValue[]>> = {
  yes: ["blank", "conflict", "unclear", "no"],
  blank: ["no"],
  conflict: ["no"],
  unclear: ["no"],
  "not-applicable": ["no"],
};
const answer = fc.constantFrom(...answerValues);
const anyLine = fc
  .record({
    rule: fc.constantFrom("all-yes" as const, "any-yes" as const),
    relation: fc.constantFrom("covers" as const, "touches" as const),
    acceptsNotApplicable: fc.boolean(),
  })
  .map(line);

it("never makes a better verdict of a worse answer", () => {
  const change = fc
    .record({
      line: anyLine,
      hasCover: fc.boolean(),
      answers: fc.array(answer, { minLength: 1, maxLength: 6 }),
    })
    .chain((given) =>
      fc.record({ given: fc.constant(given), at: fc.nat(given.answers.length - 1), pick: fc.nat() }),
    );
  fc.assert(
    fc.property(change, ({ given, at, pick }) => {
      const options = worse[given.answers[at] ?? "no"] ?? [];
      const next = options[pick % Math.max(1, options.length)];
      fc.pre(next !== undefined);
      const before = judgeLine(given.line, given.answers, given.hasCover).verdict;
      const changed = given.answers.with(at, next ?? "no");
      expect(
        compareVerdicts(judgeLine(given.line, changed, given.hasCover).verdict, before),
      ).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 2000 },
  );
});

const requirement = (key: string, no: number | null, fields: Partial<Requirement> = {}): Requirement => ({
  key,
  volume: "システム運用編",
  chapter: "14",
  chapterTitle: "",
  no,
  summary: key,
  appliesTo: "",
  isVendorRelevant: true,
  typicalEvidence: "",
  provenance: "own-wording",
  confidence: "high",
  verification: "",
  source: "試験",
  note: "",
  ...fields,
});
const guideline = (...requirements: Requirement[]): Guideline => ({
  kind: "guideline",
  head: {
    id: "g",
    version: "1",
    title: "g",
    issuer: "g",
    issuedOn: null,
    source: "g",
    licence: "g",
    notice: "",
    replacedBy: null,
  },
  isTotalUnknown: true,
  facts: [],
  gaps: [],
  requirements,
});
const given = (ref: string, value: AnswerValue, clauses: string[] = []): AssessedAnswer => ({
  ref,
  no: ref,
  question: ref,
  clauses,
  answer: value,
  remark: "",
  cell: `A!${ref}`,
});
const published = (fields: Partial<MappingLine>): AssessmentLine => ({
  ...line(fields),
  origin: "published",
  mapping: "m@1",
});

describe("a whole disclosure", () => {
  it("drops nothing: unmapped, absent, unused and the hospital's own all show", () => {
    const edition = guideline(
      requirement("R1", 1),
      requirement("R2", 2),
      requirement("R3", 3, { isVendorRelevant: false }),
    );
    const lines = [published({ requirement: "R1", questions: ["a", "gone"] })];
    const found = assess(edition, "g@1", [given("a", "yes"), given("b", "no")], lines);
    expect(found.findings.map((each) => [each.clause, each.verdict])).toEqual([
      ["システム運用編 14①", "unanswered"], // an absent question is an unanswered one
      ["システム運用編 14②", "not-mapped"],
    ]);
    expect(found.findings[0]?.lines[0]).toMatchObject({ absent: ["gone"], rule: "some-unknown" });
    expect(found.hospitalOwn.map((each) => each.key)).toEqual(["R3"]);
    expect(found.unusedAnswers.map((each) => each.ref)).toEqual(["b"]);
    expect(found.counts).toMatchObject({ unanswered: 1, "not-mapped": 1 });
  });

  it("takes the worst of a requirement's lines", () => {
    const lines = [
      published({ id: "1", requirement: "R1", questions: ["a"] }),
      published({ id: "2", requirement: "R1", questions: ["b"], relation: "touches" }),
    ];
    const verdictOf = (a: AnswerValue, b: AnswerValue) =>
      assess(guideline(requirement("R1", 1)), "g@1", [given("a", a), given("b", b)], lines).findings[0]
        ?.verdict;
    expect(verdictOf("yes", "yes")).toBe("met");
    expect(verdictOf("yes", "no")).toBe("unmet");
    expect(verdictOf("blank", "yes")).toBe("unanswered");
    expect(verdictOf("not-applicable", "yes")).toBe("met");
  });

  it("puts every finding in exactly one count, and gaps first without losing any", () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 12 }), (values) => {
        const edition = guideline(...values.map((_, at) => requirement(`R${at}`, at + 1)));
        const lines = values.map((_, at) =>
          published({ id: `${at}`, requirement: `R${at}`, questions: [`q${at}`] }),
        );
        const { findings, counts } = assess(
          edition,
          "g@1",
          values.map((value, at) => given(`q${at}`, value)),
          lines,
        );
        expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(values.length);
        expect(countVerdicts(findings)).toEqual(counts);
        const sorted = gapsFirst(findings);
        expect(new Set(sorted)).toEqual(new Set(findings));
        const kinds = sorted.map((each) => isGap(each.verdict));
        expect(kinds).toEqual([...kinds].sort((a, b) => Number(b) - Number(a)));
      }),
    );
  });
});

describe("clauses printed in the questions", () => {
  it("join all questions that cite one requirement, and name those the edition does not hold", () => {
    const edition = guideline(requirement("R1", 5), requirement("R2", null));
    const answers = [
      given("a", "yes", ["システム運用編 14⑤"]),
      given("b", "no", ["システム運用編14(5)", "6.5.C13"]),
      given("c", "yes", ["システム運用編 99①"]),
    ];
    const { lines, unknownClauses } = linesFromClauses(answers, edition);
    expect(lines).toMatchObject([{ requirement: "R1", questions: ["a", "b"], origin: "printed-clause" }]);
    expect(unknownClauses.map((each) => each.clause)).toEqual(["6.5.C13", "システム運用編 99①"]);
    expect(assess(edition, "g@1", answers, lines, unknownClauses).findings[0]?.verdict).toBe("unmet");
  });

  it("cite both requirements of a number that an edition prints twice", () => {
    const edition = guideline(requirement("R1", 1), requirement("R1-again", 1));
    const { lines } = linesFromClauses(
      [given("a", "yes", ["システム運用編 14①", "システム運用編 14①"])],
      edition,
    );
    expect(lines.map((each) => [each.requirement, each.questions])).toEqual([
      ["R1", ["a"]],
      ["R1-again", ["a"]],
    ]);
  });
});
