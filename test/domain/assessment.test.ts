import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AssessedAnswer,
  type AssessmentLine,
  assess,
  countVerdicts,
  gapsFirst,
  linesFromClauses,
} from "~/domain/assessment";
import type { Guideline, Requirement } from "~/domain/guideline";
import { judgeLine } from "~/domain/line-rule";
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

/** Answers with a remark each, as a careful vendor gives them. */
const judge = (given: MappingLine, answers: readonly AnswerValue[], hasCover: boolean) =>
  judgeLine(
    given,
    answers.map((each) => ({ answer: each, remark: "備考" })),
    hasCover,
  );

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
    expect(judge(line({ rule }), answers, false)).toEqual({ verdict, rule: by });
  });

  it("takes 対象外 as いいえ where it does not settle the matter", () => {
    const strict = line({ acceptsNotApplicable: false });
    expect(judge(strict, ["yes", "not-applicable"], false)).toEqual({
      verdict: "unmet",
      rule: "not-applicable-refused",
    });
    expect(judge(strict, ["no", "not-applicable"], false).rule).toBe("one-no");
    expect(judge({ ...strict, rule: "any-yes" }, ["not-applicable"], false).verdict).toBe("unmet");
  });

  it("leaves the rest open when a はい only touches, unless another line covers", () => {
    const touching = line({ relation: "touches" });
    expect(judge(touching, ["yes"], false)).toEqual({ verdict: "partial", rule: "yes-touches-only" });
    expect(judge(touching, ["yes"], true)).toEqual({ verdict: "met", rule: "all-yes" });
    expect(judge(touching, ["no"], true).verdict).toBe("unmet");
  });
});

describe("what a line may ask beside its rule", () => {
  const bare = (...answers: AnswerValue[]) => answers.map((each) => ({ answer: each, remark: " 　" }));

  it.each<[MappingLine["rule"], AnswerValue[], string, string]>([
    ["all-yes", ["no", "no"], "met", "all-no"],
    ["all-yes", ["no", "yes"], "unmet", "one-yes"],
    ["all-yes", ["yes"], "unmet", "one-yes"],
    ["all-yes", ["no", "blank"], "unanswered", "some-unknown"],
    ["all-yes", ["not-applicable"], "not-applicable", "all-not-applicable"],
    ["any-yes", ["yes", "no"], "met", "any-no"],
    ["any-yes", ["yes", "yes"], "unmet", "no-no-at-all"],
  ])("where いいえ is expected, %s of %j is %s by %s", (rule, answers, verdict, by) => {
    expect(judge(line({ rule, expected: "no" }), answers, false)).toEqual({ verdict, rule: by });
  });

  it.each<[MappingLine["rule"], AnswerValue[], boolean, string, string]>([
    ["all-yes", ["yes"], false, "partial", "remark-missing"],
    ["all-yes", ["yes"], true, "met", "all-yes"],
    ["all-yes", ["no"], false, "unmet", "one-no"],
    ["all-yes", ["blank"], false, "unanswered", "some-unknown"],
    ["all-yes", ["not-applicable"], false, "not-applicable", "all-not-applicable"],
    ["any-yes", ["yes", "no"], false, "partial", "remark-missing"],
    ["any-yes", ["no"], false, "unmet", "no-yes-at-all"],
  ])(
    "with a remark required, %s of %j (written: %s) is %s by %s",
    (rule, answers, isWritten, verdict, by) => {
      const asked = line({ rule, remarkRequired: true });
      const found = isWritten ? judge(asked, answers, false) : judgeLine(asked, bare(...answers), false);
      expect(found).toEqual({ verdict, rule: by });
    },
  );

  it("every expected answer needs its remark under all-yes, one under any-yes", () => {
    const mixed = [
      { answer: "yes" as const, remark: "書いた" },
      { answer: "yes" as const, remark: "" },
    ];
    expect(judgeLine(line({ remarkRequired: true }), mixed, false).rule).toBe("remark-missing");
    expect(judgeLine(line({ rule: "any-yes", remarkRequired: true }), mixed, false).verdict).toBe("met");
  });

  it("a はい that may mean planned is a part only, unless another line covers", () => {
    const planned = line({ yesMayMeanPlanned: true });
    expect(judge(planned, ["yes"], false)).toEqual({ verdict: "partial", rule: "yes-may-mean-planned" });
    expect(judge(planned, ["yes"], true).verdict).toBe("met");
    expect(judge(planned, ["no"], false)).toEqual({ verdict: "unmet", rule: "one-no" });
    expect(judge(planned, ["blank"], false).verdict).toBe("unanswered");
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
    remarkRequired: fc.boolean(),
    yesMayMeanPlanned: fc.boolean(),
  })
  .map(line);

/** The same answers as a question that expects いいえ would get them. */
const turned: Partial<Record<AnswerValue, AnswerValue>> = { yes: "no", no: "yes" };

it("expecting いいえ is expecting はい of the turned answers", () => {
  fc.assert(
    fc.property(anyLine, fc.array(answer), fc.boolean(), (given, answers, hasCover) => {
      const there = answers.map((each) => turned[each] ?? each);
      expect(judge({ ...given, expected: "no" }, there, hasCover).verdict).toBe(
        judge({ ...given, expected: "yes" }, answers, hasCover).verdict,
      );
    }),
  );
});

it("asking for more never makes a better verdict", () => {
  const lenient = { remarkRequired: false, yesMayMeanPlanned: false, acceptsNotApplicable: true };
  const remarks = fc.array(fc.record({ answer, remark: fc.constantFrom("", "備考") }));
  fc.assert(
    fc.property(anyLine, remarks, fc.boolean(), (given, answers, hasCover) => {
      const [strict, free] = [given, { ...given, ...lenient }].map(
        (each) => judgeLine(each, answers, hasCover).verdict,
      );
      expect(compareVerdicts(strict ?? "unmet", free ?? "unmet")).toBeGreaterThanOrEqual(0);
    }),
  );
});

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
      const before = judge(given.line, given.answers, given.hasCover).verdict;
      const changed = given.answers.with(at, next ?? "no");
      expect(
        compareVerdicts(judge(given.line, changed, given.hasCover).verdict, before),
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
  it("a printed clause of a requirement whose はい may mean planned leaves it open; a line that asks apart settles it", () => {
    const edition = guideline(requirement("R1", 5, { yesMayMeanPlanned: true }));
    const answers = [given("a", "yes", ["システム運用編 14⑤"]), given("b", "yes")];
    const { lines } = linesFromClauses(answers, edition);
    const [open] = assess(edition, "g@1", answers, lines).findings;
    expect(open).toMatchObject({ verdict: "partial", lines: [{ rule: "yes-may-mean-planned" }] });
    const apart = published({ requirement: "R1", questions: ["b"] });
    const [settled] = assess(edition, "g@1", answers, [...lines, apart]).findings;
    expect(settled?.verdict).toBe("met");
    const touching = published({ requirement: "R1", questions: ["b"], relation: "touches" });
    expect(assess(edition, "g@1", answers, [...lines, touching]).findings[0]?.verdict).toBe("partial");
  });

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
