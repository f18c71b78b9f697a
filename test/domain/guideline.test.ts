import fc from "fast-check";
import { expect, it } from "vitest";
import { circledNumber, clauseText, guidelineVolumes, parseClause } from "~/domain/guideline";

it.each([
  ["システム運用編 14⑤", "システム運用編", "14", 5],
  ["システム運用編14⑤", "システム運用編", "14", 5],
  ["システム運用編　１４⑤", "システム運用編", "14", 5],
  ["システム運用編 14 (5)", "システム運用編", "14", 5],
  ["システム運用編 14（５）", "システム運用編", "14", 5],
  ["システム運用編 第14章⑤", "システム運用編", "14", 5],
  ["経営管理編 3.4.1②", "経営管理編", "3.4.1", 2],
  ["経営管理編 ３．４．１②", "経営管理編", "3.4.1", 2],
  ["企画管理編 15", "企画管理編", "15", null],
  ["保守委託機関編 2⑳", "保守委託機関編", "2", 20],
  ["システム運用編 14(21)", "システム運用編", "14", 21],
])("%s is %s %s %s", (text, volume, chapter, no) => {
  expect(parseClause(text)).toEqual({ volume, chapter, no });
});

it.each(["", "6.5.C13", "14⑤", "システム運用編", "システム運用編 14⑤⑥", "運用編 14⑤", "システム運用編 C.14"])(
  "%s is no reference to a volume and chapter",
  (text) => {
    expect(parseClause(text)).toBeNull();
  },
);

it("reads what it writes", () => {
  const clause = fc.record({
    volume: fc.constantFrom(...guidelineVolumes),
    chapter: fc
      .array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 3 })
      .map((each) => each.join(".")),
    no: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
  });
  fc.assert(
    fc.property(clause, (each) => {
      expect(parseClause(clauseText(each))).toEqual(each);
    }),
  );
});

it("writes ① to ⑳, and brackets beyond", () => {
  expect([1, 20, 21].map(circledNumber)).toEqual(["①", "⑳", "(21)"]);
});
