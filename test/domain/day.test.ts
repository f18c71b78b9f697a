import fc from "fast-check";
import { expect, it } from "vitest";
import {
  addDays,
  addMonths,
  dayInTokyo,
  dayOf,
  daySchema,
  daysBetween,
  endOfDayInTokyo,
  isRealDay,
} from "~/domain/day";

it.each([
  ["2024-02-29", true],
  ["2025-02-29", false],
  ["2000-02-29", true],
  ["2100-02-29", false],
  ["2026-04-31", false],
  ["1868-01-25", true],
  ["1867-12-31", false],
  ["2200-12-31", true],
  ["2201-01-01", false],
  ["2026-4-1", false],
  ["2026-04-01T00:00:00Z", false],
  ["２０２６-04-01", false],
])("%s is a day: %s", (text, isReal) => {
  expect(isRealDay(text)).toBe(isReal);
  expect(daySchema.safeParse(text).success).toBe(isReal);
});

it.each([
  ["2026-03-31T14:59:59.999Z", "2026-03-31"],
  ["2026-03-31T15:00:00.000Z", "2026-04-01"], // midnight in Tokyo, the new fiscal year
  ["2025-12-31T15:00:00.000Z", "2026-01-01"],
  ["2024-02-28T15:00:00.000Z", "2024-02-29"],
  ["2019-04-30T15:00:00.000Z", "2019-05-01"], // 令和元年 begins
])("%s falls on %s in Tokyo", (moment, day) => {
  expect(dayInTokyo(moment)).toBe(day);
  expect(dayInTokyo(new Date(moment))).toBe(day);
});

const anyDay = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2150, 0, 1) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

it("a day ends a millisecond before the next one in Tokyo", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const end = endOfDayInTokyo(day);
      expect(dayInTokyo(end)).toBe(day);
      expect(dayInTokyo(new Date(Date.parse(end) + 1))).toBe(addDays(day, 1));
    }),
  );
});

it("adding days and counting them are inverse", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -9000, max: 9000 }), (day, count) => {
      expect(daysBetween(day, addDays(day, count))).toBe(count);
      expect(addDays(addDays(day, count), -count)).toBe(day);
    }),
  );
});

it.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2024-01-31", 1, "2024-02-29"],
  ["2026-03-31", -1, "2026-02-28"],
  ["2026-11-30", 3, "2027-02-28"],
  ["2024-02-29", 12, "2025-02-28"],
  ["2026-12-15", 1, "2027-01-15"],
])("%s plus %i months is %s", (day, count, expected) => {
  expect(addMonths(day, count)).toBe(expected);
});

it("builds a day from parts or says that there is none", () => {
  expect(dayOf(2026, 4, 1)).toBe("2026-04-01");
  expect(dayOf(2025, 2, 29)).toBeNull();
  expect(dayOf(2026, 13, 1)).toBeNull();
});
