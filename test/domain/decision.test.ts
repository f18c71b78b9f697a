import { expect, it } from "vitest";
import type { Finding, LineFinding } from "~/domain/assessment";
import {
  basisOf,
  checkDecision,
  type DecisionBasis,
  type DecisionInput,
  decisionKinds,
  hasBasisChanged,
  isDecisionOpen,
  requiredOfDecision,
} from "~/domain/decision";
import type { Requirement } from "~/domain/guideline";

const full: DecisionInput = {
  kind: "accept-risk",
  reason: "理由",
  measure: "約束",
  owner: "担当",
  dueOn: "2027-03-31",
  likelihood: "low",
  impact: "high",
  acceptedBy: "委員会",
  inspectionText: "説明",
};

it.each(decisionKinds)("%s: each field it cannot do without is asked for alone", (kind) => {
  expect(checkDecision({ ...full, kind })).toEqual([]);
  for (const field of requiredOfDecision[kind]) {
    const isDay = ["dueOn", "likelihood", "impact"].includes(field);
    const problems = checkDecision({ ...full, kind, [field]: isDay ? null : " " });
    expect(problems.map((each) => each.at)).toEqual([field]);
  }
});

it("refuses a day that does not exist", () => {
  expect(checkDecision({ ...full, dueOn: "2027-02-30" }).map((each) => each.code)).toEqual([
    "field-not-a-day",
  ]);
});

it("stays open until it is closed; 対象外 never waits", () => {
  for (const kind of decisionKinds) {
    expect(isDecisionOpen({ kind, closedOn: null })).toBe(kind !== "not-applicable");
    expect(isDecisionOpen({ kind, closedOn: "2026-01-01" })).toBe(false);
  }
});

const used = {
  ref: "q1",
  no: "1",
  question: "質問",
  clauses: [],
  answer: "no" as const,
  remark: "備考",
  cell: "A!C1",
};
const lineOf = (id: string): LineFinding => ({
  line: {
    id,
    requirement: "R1",
    questions: ["q1"],
    rule: "all-yes",
    relation: "covers",
    acceptsNotApplicable: true,
    reason: "試験",
    origin: "published",
    mapping: "m@1",
  },
  verdict: "unmet",
  rule: "one-no",
  answers: [used],
  absent: [],
});
const requirement: Requirement = {
  key: "R1",
  volume: "システム運用編",
  chapter: "14",
  chapterTitle: "",
  no: 5,
  summary: "要約",
  appliesTo: "",
  isVendorRelevant: true,
  typicalEvidence: "",
  provenance: "own-wording",
  confidence: "high",
  verification: "",
  source: "試験",
  note: "",
};

it("keeps each answer once, with its cell and remark", () => {
  const lines = [lineOf("l1"), lineOf("l2")];
  const finding: Finding = { requirement, clause: "システム運用編 14⑤", verdict: "unmet", lines };
  expect(basisOf(finding, "g@1")).toEqual({
    requirement: "R1",
    clause: "システム運用編 14⑤",
    summary: "要約",
    guideline: "g@1",
    verdict: "unmet",
    answers: [{ no: "1", question: "質問", answer: "no", remark: "備考", cell: "A!C1" }],
    lines: [
      { id: "l1", rule: "one-no", verdict: "unmet" },
      { id: "l2", rule: "one-no", verdict: "unmet" },
    ],
  });
});

it("notices that the disclosure now says something else", () => {
  const basis: DecisionBasis = {
    requirement: "R1",
    clause: "",
    summary: "",
    guideline: "g@1",
    verdict: "unmet",
    answers: [{ no: "1", question: "質問", answer: "no", remark: "備考", cell: "A!C1" }],
    lines: [],
  };
  const moved = basis.answers.map((each) => ({ ...each, cell: "A!C9" }));
  expect(hasBasisChanged(basis, { ...basis, answers: moved })).toBe(false); // another place says the same
  expect(hasBasisChanged(basis, { ...basis, verdict: "partial" })).toBe(true);
  const reworded = basis.answers.map((each) => ({ ...each, remark: "新しい備考" }));
  expect(hasBasisChanged(basis, { ...basis, answers: reworded })).toBe(true);
});
