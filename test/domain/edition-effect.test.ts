import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AssessedAnswer, assess } from "~/domain/assessment";
import { clauseMentions } from "~/domain/clause-mentions";
import type { ClauseMoves } from "~/domain/clause-moves";
import { editionEffects, editionEffectsOf } from "~/domain/edition-effect";
import type { Guideline, Requirement } from "~/domain/guideline";
import type { MappingLine } from "~/domain/mapping";
import { type AnswerValue, answerValues } from "~/domain/questionnaire";
import { isGap } from "~/domain/verdict";

const head = {
  ...{ id: "gl", version: "7", title: "ガイドライン", issuer: "発行者", issuedOn: null },
  ...{ source: "試験", licence: "試験", notice: "", replacedBy: null },
};
const requirement = (key: string, chapter = "14", no: number | null = 1): Requirement => ({
  ...{ key, volume: "システム運用編", chapter, chapterTitle: "", no, summary: key, appliesTo: "" },
  ...{ isVendorRelevant: true, typicalEvidence: "", provenance: "official-number", confidence: "high" },
  ...{ verification: "", source: "試験", note: "" },
});
const guideline = (keys: string[], isTotalUnknown = true): Guideline => ({
  ...{ kind: "guideline", head, isTotalUnknown, facts: [], gaps: [] },
  requirements: keys.map((each, at) => requirement(each, "14", at + 1)),
});
const line = (requirementKey: string, questions: string[], more: Partial<MappingLine> = {}) => ({
  ...{
    id: `${requirementKey} ${questions}`,
    requirement: requirementKey,
    questions,
    rule: "all-yes" as const,
  },
  ...{ relation: "covers" as const, acceptsNotApplicable: true, reason: "試験" },
  ...{ origin: "published" as const, mapping: "m@1" },
  ...more,
});
type Line = ReturnType<typeof line>;
const answer = (ref: string, value: AnswerValue): AssessedAnswer => ({
  ...{ ref, no: ref, question: ref, clauses: [], answer: value, remark: "", cell: `S!${ref}` },
});
const effects = (said: Record<string, AnswerValue>, older: Line[], newer: Line[]) => {
  const answers = Object.entries(said).map(([ref, value]) => answer(ref, value));
  const [before, after] = [guideline(["A", "B"]), guideline(["X", "Y"])];
  return editionEffectsOf(assess(before, "gl@6", answers, older), assess(after, "gl@7", answers, newer));
};
const kindOf = (said: Record<string, AnswerValue>, older: Line[], newer: Line[]) =>
  effects(said, older, newer).find((each) => each.requirement === "X")?.kind;

describe("what a newer edition does to an answer", () => {
  it.each([
    [
      "はい was enough, now two are asked",
      { q: "yes", r: "no" },
      [line("A", ["q"])],
      [line("X", ["q", "r"])],
      "no-longer",
    ],
    [
      "対象外 was accepted, now it is not",
      { q: "not-applicable" },
      [line("A", ["q"])],
      [line("X", ["q"], { acceptsNotApplicable: false })],
      "no-longer",
    ],
    [
      "はい touches only, now",
      { q: "yes" },
      [line("A", ["q"])],
      [line("X", ["q"], { relation: "touches" })],
      "no-longer",
    ],
    ["it was a gap before", { q: "no" }, [line("A", ["q"])], [line("X", ["q"])], "still-gap"],
    [
      "one of two related was a gap",
      { q: "yes", r: "no" },
      [line("A", ["q"]), line("B", ["r"])],
      [line("X", ["q", "r"])],
      "still-gap",
    ],
    [
      "answers nobody asked about before",
      { q: "yes", r: "no" },
      [line("A", ["q"])],
      [line("X", ["r"])],
      "new-gap",
    ],
    ["a question the disclosure lacks", { q: "yes" }, [line("A", ["q"])], [line("X", ["z"])], "new-gap"],
    ["no line leads there", { q: "yes" }, [line("A", ["q"])], [line("Y", ["q"])], "unknown"],
    ["enough on both", { q: "yes" }, [line("A", ["q"])], [line("X", ["q"])], "fine"],
  ] as [string, Record<string, AnswerValue>, Line[], Line[], string][])(
    "%s",
    (_what, said, older, newer, kind) => {
      expect(kindOf(said, older, newer)).toBe(kind);
    },
  );

  it("names the older requirements that rest on the same answers, and the answers", () => {
    const [found] = effects({ q: "yes", r: "no" }, [line("A", ["q"])], [line("X", ["q", "r"])]);
    expect(found).toMatchObject({
      kind: "no-longer",
      before: [{ clause: "システム運用編 14①", verdict: "met" }],
      answers: [
        { no: "q", answer: "yes", cell: "S!q" },
        { no: "r", answer: "no", cell: "S!r" },
      ],
    });
  });

  it("every requirement is in exactly one kind, and only gaps are called gaps", () => {
    const refs = fc.constantFrom("q", "r", "s");
    const lines = (keys: string[]) =>
      fc.array(
        fc
          .tuple(fc.constantFrom(...keys), fc.uniqueArray(refs, { minLength: 1 }))
          .map(([key, questions]) => line(key, questions)),
        { maxLength: 4 },
      );
    fc.assert(
      fc.property(
        fc.dictionary(refs, fc.constantFrom(...answerValues)),
        lines(["A", "B"]),
        lines(["X", "Y"]),
        (said, older, newer) => {
          const found = effects(said, older, newer);
          expect(found.map((each) => each.requirement).sort()).toEqual(["X", "Y"]);
          for (const { kind, verdict } of found) {
            expect(editionEffects).toContain(kind);
            expect(isGap(verdict)).toBe(["no-longer", "new-gap", "still-gap"].includes(kind));
          }
        },
      ),
    );
  });
});

describe("clauses that a text quotes", () => {
  const moves: ClauseMoves = {
    kind: "clause-moves",
    head,
    from: "gl@5",
    to: "gl@7",
    isIncomplete: true,
    sources: ["試験"],
    moves: [{ from: "6.5 C.13", topic: "二要素", to: ["システム運用編 14①"], confidence: "high", note: "" }],
  };
  const found = (text: string, isTotalUnknown = true) =>
    clauseMentions(text, { ref: "gl@7", guideline: guideline(["X"], isTotalUnknown) }, [moves]).map(
      ({ clause, state, movedTo }) => [clause, state, movedTo.join()],
    );
  it.each([
    ["システム運用編 14①による", [["システム運用編 14①", "holds", ""]]],
    ["システム運用編１４（１）による", [["システム運用編 14①", "holds", ""]]],
    ["（6.5.C13）に定める", [["6.5 C.13", "moved", "システム運用編 14①"]]],
    [
      "6.5章 C.13、システム運用編 14②",
      [
        ["6.5 C.13", "moved", "システム運用編 14①"],
        ["システム運用編 14②", "unknown", ""],
      ],
    ],
    ["企画管理編 9①と企画管理編 9①", [["企画管理編 9①", "unknown", ""]]],
    ["システム運用編 14章の全体", []],
    ["第7条第2項、2026.4.1、版 6.0", []],
    ["", []],
  ])("「%s」", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("a clause the edition does not hold is gone only where the edition is known whole", () => {
    expect(found("システム運用編 14②", false)).toEqual([["システム運用編 14②", "gone", ""]]);
  });
});
