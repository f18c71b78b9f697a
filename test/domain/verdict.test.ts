import fc from "fast-check";
import { expect, it } from "vitest";
import { compareVerdicts, isGap, type Verdict, verdicts, worstVerdict } from "~/domain/verdict";

/** Best first, written out: the order is part of what people rely on. */
const order: Verdict[] = ["not-applicable", "met", "partial", "not-mapped", "unanswered", "unmet"];
const pairs = order.flatMap((a, i) => order.map((b, j) => [a, b, Math.sign(i - j)] as const));

it("has one order of worse", () => {
  expect([...verdicts]).toEqual(order);
});

it.each(pairs)("compares %s with %s", (a, b, sign) => {
  expect(Math.sign(compareVerdicts(a, b))).toBe(sign);
  expect(worstVerdict([a, b])).toBe(sign >= 0 ? a : b);
});

it("finds the worst of many, whatever their order; of none it is not-mapped", () => {
  expect(worstVerdict([])).toBe("not-mapped");
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...order), { minLength: 1 }), (given) => {
      const worst = worstVerdict(given);
      expect(given).toContain(worst);
      expect(given.every((each) => compareVerdicts(worst, each) >= 0)).toBe(true);
      expect(worstVerdict([...given].reverse())).toBe(worst);
    }),
  );
});

it("asks for a decision on いいえ, 一部 and 未回答 only", () => {
  expect(order.filter(isGap)).toEqual(["partial", "unanswered", "unmet"]);
});
