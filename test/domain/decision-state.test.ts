import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/domain/day";
import { type DecisionBasis, decisionKinds } from "~/domain/decision";
import {
  basisDifference,
  type DecisionFacts,
  decisionStateOf,
  isAcceptanceOver,
  linkKindsOf,
  promiseStateOf,
  reopenCausesOf,
} from "~/domain/decision-state";
import { answerValues } from "~/domain/questionnaire";
import { isGap, verdicts } from "~/domain/verdict";

const answer = (no: string, value = "no", remark = "") => ({
  no,
  question: `問${no}`,
  answer: value,
  remark,
  cell: "A1",
});
const basis = (change: Partial<DecisionBasis> = {}): DecisionBasis => ({
  requirement: "R1",
  clause: "14⑤",
  summary: "要約",
  guideline: "g@1",
  verdict: "unmet",
  answers: [answer("1")],
  lines: [],
  ...change,
});
const decision = (change: Partial<DecisionFacts> = {}): DecisionFacts => ({
  kind: "vendor-fix",
  dueOn: "2027-03-31",
  closedOn: null,
  isApproved: false,
  basis: basis(),
  ...change,
});
const TODAY = "2026-11-24";

describe("reopening by itself", () => {
  it("happens when an answer or a remark behind the decision is another one and the gap is still there", () => {
    const same = basis();
    expect(reopenCausesOf(decision(), same, TODAY)).toEqual([]);
    expect(reopenCausesOf(decision(), basis({ answers: [answer("1", "no", "未定")] }), TODAY)).toEqual([
      "basis-changed",
    ]);
    expect(
      reopenCausesOf(decision({ closedOn: "2026-01-01" }), basis({ verdict: "partial" }), TODAY),
    ).toEqual(["basis-changed"]);
  });

  it("does not happen when the vendor now answers はい, and does when there is no disclosure any more", () => {
    expect(
      reopenCausesOf(decision(), basis({ verdict: "met", answers: [answer("1", "yes")] }), TODAY),
    ).toEqual([]);
    expect(reopenCausesOf(decision(), null, TODAY)).toEqual(["basis-gone"]);
  });

  it("happens the day after an acceptance ends, not on its last day, and not once evidence closed it", () => {
    const accepted = decision({ kind: "accept-risk", dueOn: TODAY, isApproved: true });
    expect(reopenCausesOf(accepted, basis(), TODAY)).toEqual([]);
    expect(reopenCausesOf(accepted, basis(), addDays(TODAY, 1))).toEqual(["acceptance-over"]);
    expect(reopenCausesOf({ ...accepted, closedOn: TODAY }, basis(), addDays(TODAY, 1))).toEqual([]);
    expect(isAcceptanceOver({ ...accepted, kind: "vendor-fix" }, addDays(TODAY, 1))).toBe(false);
    expect(isAcceptanceOver({ ...accepted, dueOn: null }, addDays(TODAY, 1))).toBe(false);
  });

  it("once over stays over on every later day (property)", () => {
    fc.assert(
      fc.property(fc.nat(4000), fc.nat(4000), (until, later) => {
        const dueOn = addDays("2026-01-01", until);
        const over = isAcceptanceOver({ kind: "accept-risk", dueOn, closedOn: null }, addDays(dueOn, later));
        expect(over).toBe(later > 0);
      }),
    );
  });

  it("never happens by a basis that is the same, whatever it says (property)", () => {
    const any = fc.record({
      verdict: fc.constantFrom(...verdicts),
      answers: fc.array(
        fc.record({ no: fc.string(), answer: fc.constantFrom(...answerValues), remark: fc.string() }),
        { maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(any, any, (one, other) => {
        const of = (each: typeof one) =>
          basis({ ...each, answers: each.answers.map((a) => ({ ...answer(a.no), ...a })) });
        expect(reopenCausesOf(decision({ basis: of(one) }), of(one), TODAY)).toEqual([]);
        const causes = reopenCausesOf(decision({ basis: of(one) }), of(other), TODAY);
        const differs = JSON.stringify(one) !== JSON.stringify(other);
        expect(causes).toEqual(differs && isGap(other.verdict) ? ["basis-changed"] : []);
      }),
    );
  });
});

it("stands where its kind, its approval and its evidence put it; a reason to look again comes first", () => {
  const states = decisionKinds.map((kind) => decisionStateOf(decision({ kind }), []));
  expect(states).toEqual(["open", "open", "open", "awaiting-approval", "settled"]);
  expect(decisionStateOf(decision({ kind: "accept-risk", isApproved: true }), [])).toBe("accepted");
  for (const kind of decisionKinds) {
    expect(decisionStateOf(decision({ kind, closedOn: TODAY }), [])).toBe("closed");
    expect(decisionStateOf(decision({ kind, closedOn: TODAY }), ["basis-changed"])).toBe("reopened");
  }
});

it("shows what changed: verdict, answers, remarks, questions that came and went", () => {
  const then = basis({ answers: [answer("1"), answer("2", "yes"), answer("3")] });
  const now = basis({ verdict: "partial", answers: [answer("1", "yes"), answer("2", "yes"), answer("4")] });
  expect(basisDifference(then, now)).toEqual({
    verdict: { before: "unmet", after: "partial" },
    answers: [
      {
        no: "1",
        question: "問1",
        before: { answer: "no", remark: "" },
        after: { answer: "yes", remark: "" },
      },
      { no: "3", question: "問3", before: { answer: "no", remark: "" }, after: null },
      { no: "4", question: "問4", before: null, after: { answer: "no", remark: "" } },
    ],
  });
  expect(basisDifference(then, then)).toEqual({ verdict: null, answers: [] });
});

it("is linked where its kind is carried out", () => {
  expect(decisionKinds.map(linkKindsOf)).toEqual([[], ["role-row"], ["clause", "annex"], [], []]);
});

it("a promise counts by the vendor's newest word, unless it was asked again or the asking was withdrawn", () => {
  const asked = (recordedSeq: number, isRevoked = false) => ({ recordedSeq, isRevoked });
  const said = (recordedSeq: number, isPromised: boolean) => ({ recordedSeq, isPromised });
  expect(promiseStateOf([], [])).toBe("not-asked");
  expect(promiseStateOf([asked(1)], [])).toBe("asked");
  expect(promiseStateOf([asked(1, true)], [])).toBe("not-asked");
  expect(promiseStateOf([asked(1)], [said(2, true)])).toBe("promised");
  expect(promiseStateOf([asked(1)], [said(2, true), said(3, false)])).toBe("declined");
  expect(promiseStateOf([asked(1), asked(5)], [said(2, true)])).toBe("asked");
  expect(promiseStateOf([asked(1), asked(5, true)], [said(2, true)])).toBe("promised");
});
