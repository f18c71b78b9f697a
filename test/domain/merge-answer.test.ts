import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GivenAnswer } from "~/domain/draft-answer";
import { mergeAnswers } from "~/domain/merge-answer";

const given = (
  answer: GivenAnswer["answer"],
  remark = "",
  condition: GivenAnswer["condition"] = "none",
): GivenAnswer => ({ answer, remark, condition });
const anyGiven = fc.record({
  answer: fc.constantFrom("yes" as const, "no" as const, "not-applicable" as const, null),
  remark: fc.constantFrom("", "a", "b"),
  condition: fc.constantFrom("none" as const, "paid-option" as const, "planned" as const),
});

describe("two people in one item", () => {
  it("joins an answer of one with a remark of the other", () => {
    const base = given(null);
    const both = mergeAnswers(base, given("yes"), given(null, "管理画面だけ"));
    expect(both).toEqual({ merged: given("yes", "管理画面だけ"), conflicts: [] });
  });

  it("names what both changed differently, and keeps mine there", () => {
    const both = mergeAnswers(given("yes", "a"), given("no", "a"), given("not-applicable", "b"));
    expect(both).toEqual({ merged: given("no", "b"), conflicts: ["answer"] });
  });

  it("takes answer and condition together", () => {
    const both = mergeAnswers(given("no", "", "planned"), given("no", "", "planned"), given("yes"));
    expect(both.merged).toEqual(given("yes"));
  });

  it("nobody's change is lost without being named", () => {
    fc.assert(
      fc.property(anyGiven, anyGiven, anyGiven, (base, mine, theirs) => {
        const { merged, conflicts } = mergeAnswers(base, mine, theirs);
        const parts = {
          answer: (each: GivenAnswer) => `${each.answer}/${each.condition}`,
          remark: (each: GivenAnswer) => each.remark,
        };
        for (const part of ["answer", "remark"] as const) {
          const of = parts[part];
          if (conflicts.includes(part)) {
            expect(new Set([of(base), of(mine), of(theirs)]).size).toBe(3);
            continue;
          }
          if (of(mine) !== of(base)) expect(of(merged)).toBe(of(mine));
          if (of(theirs) !== of(base)) expect(of(merged)).toBe(of(theirs));
          if (of(mine) === of(theirs)) expect(of(merged)).toBe(of(mine));
        }
      }),
    );
  });

  it("is the same from both sides", () => {
    fc.assert(
      fc.property(anyGiven, anyGiven, anyGiven, (base, mine, theirs) => {
        const one = mergeAnswers(base, mine, theirs);
        const other = mergeAnswers(base, theirs, mine);
        expect(one.conflicts).toEqual(other.conflicts);
        if (one.conflicts.length === 0) expect(one.merged).toEqual(other.merged);
      }),
    );
  });
});
