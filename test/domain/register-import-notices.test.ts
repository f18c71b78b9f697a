import fc from "fast-check";
import { expect, it, test } from "vitest";
import { problem } from "~/domain/problem";
import { noticesOf, rangesOf } from "~/domain/register-import-notices";

const empty = (at: string) => problem("field-required", {}, at);
const nameless = (value: string) => problem("import-without-name", { value }, "vendorContact.phone");

it("says the same of many rows once, with all of them; most rows first", () => {
  const rows = [
    { row: 2, problems: [empty("system.name")] },
    { row: 3, problems: [empty("vendorContact.name"), nameless("03-1")] },
    { row: 4, problems: [empty("vendorContact.name"), nameless("03-2")] },
    { row: 5, problems: [] },
    { row: 9, problems: [empty("vendorContact.name")] },
  ];
  expect(noticesOf(rows).map((each) => [each.first.code, each.first.at, each.isSame, each.rows])).toEqual([
    ["field-required", "vendorContact.name", true, [3, 4, 9]],
    ["import-without-name", "vendorContact.phone", false, [3, 4]],
    ["field-required", "system.name", true, [2]],
  ]);
});

it("tells reasons of left-out rows apart", () => {
  const left = (reason: string) => problem("import-left-out", { reason });
  const rows = ["total", "note", "note"].map((reason, at) => ({ row: at + 2, problems: [left(reason)] }));
  expect(noticesOf(rows).map((each) => [each.first.params.reason, each.rows])).toEqual([
    ["note", [3, 4]],
    ["total", [2]],
  ]);
});

test("ranges hold exactly the rows, as few as possible", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (given) => {
      const rows = given.sort((a, b) => a - b);
      const ranges = rangesOf(rows);
      const all = ranges.flatMap(({ from, to }) =>
        Array.from({ length: to - from + 1 }, (_, at) => from + at),
      );
      expect(all).toEqual(rows);
      expect(ranges.every((each, at) => at === 0 || each.from > (ranges[at - 1]?.to ?? 0) + 1)).toBe(true);
    }),
  );
});
