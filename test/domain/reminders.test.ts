import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/domain/day";
import { planReminders, reminderOf } from "~/domain/reminders";
import { defaultReminderDays } from "~/domain/request";
import { isWorkingDay } from "~/use-cases/working-days";

const plan = (since: string, dueOn: string, offsets: readonly number[] = defaultReminderDays) =>
  planReminders({ since, dueOn, offsets }, isWorkingDay).map((each) => `${each.offset} ${each.on}`);

describe("planReminders", () => {
  it("keeps working days as they are", () => {
    expect(plan("2026-10-01", "2026-11-20")).toEqual([
      "-14 2026-11-06",
      "-3 2026-11-17",
      "3 2026-11-24", // 11-23 is 勤労感謝の日
      "10 2026-11-30",
    ]);
  });

  it("moves a day off to the next working day, over 年末年始", () => {
    expect(plan("2026-10-01", "2026-12-26")).toEqual([
      "-14 2026-12-14",
      "-3 2026-12-23",
      "3 2027-01-04",
      "10 2027-01-05",
    ]);
  });

  it("never moves a reminder before the due day past it", () => {
    // due on a Sunday, three days before is a Thursday, the day before a Saturday
    expect(plan("2026-10-01", "2026-11-22", [-1, 0])).toEqual(["0 2026-11-20"]);
    // due in the turn of the year: everything before it is closed since 12-29
    expect(plan("2026-10-01", "2027-01-02", [-3])).toEqual(["-3 2026-12-28"]);
    // the due day itself is a working day: moving onto it is not past it
    expect(plan("2026-10-01", "2026-11-24", [-1])).toEqual(["-1 2026-11-24"]);
  });

  it("is silent on the day of asking and before", () => {
    expect(plan("2026-11-17", "2026-11-20")).toEqual(["3 2026-11-24", "10 2026-11-30"]);
  });

  it("makes one of two that meet, the nearer one", () => {
    expect(plan("2026-01-01", "2026-05-01", [2, 3, 4, 5])).toEqual(["2 2026-05-07"]);
  });

  it("only ever names working days after asking, each once, before-due ones never after the due day", () => {
    const day = fc.integer({ min: 0, max: 1000 }).map((count) => addDays("2026-01-01", count));
    const offsets = fc.array(fc.integer({ min: -90, max: 90 }), { maxLength: 10 });
    fc.assert(
      fc.property(day, day, offsets, (since, dueOn, days) => {
        const planned = planReminders({ since, dueOn, offsets: days }, isWorkingDay);
        expect(new Set(planned.map((each) => each.on)).size).toBe(planned.length);
        for (const { offset, on } of planned) {
          expect(days).toContain(offset);
          expect(isWorkingDay(on)).toBe(true);
          expect(on > since).toBe(true);
          if (offset <= 0) expect(on <= dueOn).toBe(true);
          else expect(on > dueOn).toBe(true);
        }
      }),
    );
  });
});

describe("reminderOf", () => {
  const planned = planReminders(
    { since: "2026-10-01", dueOn: "2026-11-20", offsets: defaultReminderDays },
    isWorkingDay,
  );
  const on = (today: string, written: number[] = []) =>
    reminderOf(planned, today, isWorkingDay, (offset) => written.includes(offset))?.offset ?? null;

  it("goes out on its day and once", () => {
    expect([on("2026-11-05"), on("2026-11-06"), on("2026-11-06", [-14])]).toEqual([null, -14, null]);
  });

  it("a missed one is sent once on the next working day, and only the newest", () => {
    expect(on("2026-11-07")).toBeNull(); // Saturday
    expect(on("2026-11-09")).toBe(-14);
    expect(on("2027-02-01")).toBe(10);
    expect(on("2027-02-01", [10])).toBeNull();
    expect(on("2027-02-01", [-14, -3, 3])).toBe(10);
  });
});
