import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countVerdicts, type Finding, gapsFirst, judgedVerdict } from "~/domain/assessment";
import { undecidedGaps } from "~/domain/assessment-overview";
import { basisOf } from "~/domain/decision";
import { type AnswerValue, answerValues } from "~/domain/questionnaire";
import { isGap, type Verdict, verdicts } from "~/domain/verdict";
import { currentOverride, isLapsed, readOverride, type VerdictOverride } from "~/domain/verdict-override";

const finding = (verdict: Verdict, answer: AnswerValue = "no", remark = "", key = "R1"): Finding => ({
  requirement: {
    key,
    volume: "システム運用編",
    chapter: "14",
    chapterTitle: "",
    no: 5,
    summary: "要約",
    appliesTo: "",
    isVendorRelevant: true,
    typicalEvidence: "",
    provenance: "official-number",
    confidence: "medium",
    verification: "",
    source: "試験",
    note: "",
  },
  clause: "システム運用編 14⑤",
  verdict,
  lines: [
    {
      line: {
        id: "l",
        requirement: key,
        questions: ["q"],
        rule: "all-yes",
        relation: "covers",
        acceptsNotApplicable: true,
        reason: "試験",
        origin: "published",
        mapping: "m@1",
      },
      verdict,
      rule: "one-no",
      answers: [{ ref: "q", no: "1", question: "問", clauses: [], answer, remark, cell: "A1" }],
      absent: [],
    },
  ],
});
const override = (fields: Partial<VerdictOverride> = {}): VerdictOverride => ({
  id: "a",
  requirement: "R1",
  verdict: "met",
  reason: "理由",
  basis: basisOf(finding("unmet"), "g@1"),
  recordedSeq: 1,
  supersedes: null,
  ...fields,
});
const marked = (verdict: Verdict, by: Verdict, isOver: boolean): Finding => ({
  ...finding(verdict),
  override: { id: "a", verdict: by, reason: "理由", by: null, recordedAt: "", isLapsed: isOver },
});

describe("which one is in force", () => {
  it("the last of a requirement, none after it was taken back", () => {
    const first = override();
    const second = override({ id: "b", verdict: "partial", recordedSeq: 2, supersedes: "a" });
    const lifted = override({ id: "c", verdict: null, recordedSeq: 3, supersedes: "b" });
    expect(currentOverride([first], "R1")).toBe(first);
    expect(currentOverride([first, second], "R1")).toBe(second);
    expect(currentOverride([first, second, lifted], "R1")).toBeNull();
    expect(currentOverride([first], "R2")).toBeNull();
    expect(currentOverride([], "R1")).toBeNull();
  });

  it("lapses when the answer, the remark or the verdict of the rule changes, and for nothing else", () => {
    const seen = override();
    expect(isLapsed(seen, finding("unmet"), "g@1")).toBe(false);
    expect(isLapsed(seen, finding("unmet", "no", "備考"), "g@1")).toBe(true);
    expect(isLapsed(seen, finding("unmet", "blank"), "g@1")).toBe(true);
    expect(isLapsed(seen, finding("unanswered"), "g@1")).toBe(true);
  });
});

describe("what counts", () => {
  it("the person's verdict while it holds, else the rule's; every pair", () => {
    for (const ruled of verdicts) {
      expect(judgedVerdict(finding(ruled))).toBe(ruled);
      for (const by of verdicts) {
        expect(judgedVerdict(marked(ruled, by, false))).toBe(by);
        expect(judgedVerdict(marked(ruled, by, true))).toBe(ruled);
      }
    }
  });

  it("counts, order and gaps follow it, and nothing is lost", () => {
    const one = fc.record({
      ruled: fc.constantFrom(...verdicts),
      by: fc.option(fc.constantFrom(...verdicts)),
      isOver: fc.boolean(),
      answer: fc.constantFrom(...answerValues),
    });
    fc.assert(
      fc.property(fc.array(one), (given) => {
        const all = given.map(({ ruled, by, isOver }, at) => ({
          ...(by === null ? finding(ruled) : marked(ruled, by, isOver)),
          clause: `${at}`,
        }));
        const counts = countVerdicts(all);
        expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(all.length);
        for (const verdict of verdicts)
          expect(counts[verdict]).toBe(all.filter((each) => judgedVerdict(each) === verdict).length);
        const sorted = gapsFirst(all).map((each) => isGap(judgedVerdict(each)));
        expect(sorted).toEqual([...sorted].sort((a, b) => Number(b) - Number(a)));
        expect(undecidedGaps(all, new Set()).length).toBe(
          all.filter((each) => isGap(judgedVerdict(each))).length,
        );
      }),
    );
  });
});

it.each<[string, string, Verdict, string[]]>([
  ["met", "備考に書いてある", "unmet", []],
  ["", "理由", "unmet", ["field-required"]],
  ["適合", "理由", "unmet", ["field-required"]],
  ["unmet", "理由", "unmet", ["override-same"]],
  ["met", " 　", "unmet", ["override-reason-empty"]],
  ["unmet", "", "unmet", ["override-same", "override-reason-empty"]],
  ["met", "長".repeat(4001), "unmet", ["field-too-long"]],
])("%s because of %s on %s: %j", (verdict, reason, ruled, codes) => {
  const read = readOverride({ verdict, reason }, ruled);
  expect(read.problems.map((each) => each.code)).toEqual(codes);
  expect(read.override === null).toBe(codes.length > 0);
});
