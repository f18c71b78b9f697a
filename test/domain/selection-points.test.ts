import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AssessedAnswer } from "~/domain/assessment";
import { type AnswerValue, answerValues } from "~/domain/questionnaire";
import { itemsOfSet, recordsOf, type SelectionItem, selectionOf } from "~/domain/selection-points";

const item = (key: string): SelectionItem => ({ key, no: key, text: `${key} の問い` });
const answer = (ref: string, value: AnswerValue, fields: Partial<AssessedAnswer> = {}): AssessedAnswer => ({
  ref,
  no: ref,
  question: `${ref} の問い`,
  clauses: [],
  answer: value,
  remark: "",
  cell: `A!${ref}`,
  ...fields,
});

describe("the vendor's statement", () => {
  it.each<[AnswerValue | null, boolean]>([
    ["yes", true],
    ["not-applicable", true],
    ["no", false],
    ["blank", false],
    ["conflict", false],
    ["unclear", false],
    [null, false],
  ])("an item answered %s: all is said = %s", (value, isAll) => {
    const answers = value === null ? [] : [answer("b", value)];
    const found = selectionOf([item("a"), item("b")], [answer("a", "yes"), ...answers]);
    expect(found.isAll).toBe(isAll);
    expect(found.others.map((each) => each.key)).toEqual(isAll ? [] : ["b"]);
  });

  it("of no items nothing is said", () => {
    expect(selectionOf([], [answer("a", "yes")])).toMatchObject({ isAll: false, counts: { total: 0 } });
  });

  it("an item answered twice counts as the answer that leaves more to do, and both are shown", () => {
    const found = selectionOf([item("a")], [answer("a", "yes"), answer("a", "no")]);
    expect(found.others[0]?.answers.map((each) => each.answer)).toEqual(["yes", "no"]);
  });

  it("counts add up; every item that is neither はい nor 対象外 is named, once; other answers change nothing", () => {
    const answers = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.constantFrom(...answerValues));
    fc.assert(
      fc.property(answers, fc.uniqueArray(fc.constantFrom("a", "b", "c", "d")), (given, keys) => {
        const list = Object.entries(given).map(([ref, value]) => answer(ref, value));
        const items = keys.map(item);
        const { counts, others, isAll } = selectionOf(items, list);
        expect(counts.yes + counts.notApplicable + counts.others).toBe(counts.total);
        expect(counts.total).toBe(keys.length);
        const open = keys.filter((key) => given[key] !== "yes" && given[key] !== "not-applicable");
        expect(others.map((each) => each.key)).toEqual(open);
        expect(isAll).toBe(keys.length > 0 && open.length === 0);
        expect(selectionOf(items, [...list, answer("elsewhere", "no")]).counts).toEqual(counts);
      }),
    );
  });
});

it("items keep the set's order; one the catalogue lost keeps its number", () => {
  const set = {
    items: [
      { key: "b", no: "2" },
      { key: "gone", no: "9" },
    ],
  };
  const catalogue = [
    { key: "a", no: "1", text: "一" },
    { key: "b", no: null, text: "二" },
  ];
  expect(itemsOfSet(set, catalogue)).toEqual([
    { key: "b", no: "2", text: "二" },
    { key: "gone", no: "9", text: "" },
  ]);
});

describe("what is recorded of an item", () => {
  const decision = (no: string, fields = {}) => ({
    basis: { answers: [{ no, question: `${no} の問い`, answer: "no", remark: "", cell: "" }] },
    likelihood: null,
    impact: null,
    reason: "理由",
    inspectionText: "",
    ...fields,
  });
  const none = { risk: false, response: false, explanation: false };
  const point = { answers: [answer("a", "no")] };

  it.each([
    ["nothing", [], none],
    ["a decision on another item", [decision("b")], none],
    ["a decision", [decision("a")], { ...none, response: true }],
    ["half a risk", [decision("a", { likelihood: "low" })], { ...none, response: true }],
    [
      "everything, from two decisions",
      [decision("a", { likelihood: "low", impact: "high" }), decision("a", { inspectionText: "説明" })],
      { risk: true, response: true, explanation: true },
    ],
  ])("%s", (_name, decisions, expected) => {
    expect(recordsOf(point, decisions)).toEqual(expected);
  });

  it("a carried answer is found by the number it was given to; an absent item has no record", () => {
    const carried = {
      fromVersion: "4.1",
      fromNo: "old",
      fromQuestion: "old の問い",
      fromAnswer: "no" as const,
      crosswalk: "x@1",
      line: "l",
      isToConfirm: false,
    };
    const brought = { answers: [answer("a", "no", { carried })] };
    expect(recordsOf(brought, [decision("old")]).response).toBe(true);
    expect(recordsOf(brought, [decision("a")]).response).toBe(false);
    expect(recordsOf({ answers: [] }, [decision("a")])).toEqual(none);
  });
});
