import fc from "fast-check";
import ICAL from "ical.js";
import { expect, it } from "vitest";
import { type CalendarEvent, calendarFile, weeksOf } from "~/domain/calendar-file";
import { addDays, daysBetween } from "~/domain/day";

const head = { name: "分担 期限（試験病院）", stamp: "2026-11-24T01:02:03.456Z" };
const event: CalendarEvent = {
  uid: "decision-due-1@buntan",
  day: "2026-12-31",
  title: "対応方針の期日",
  text: "くわしくは分担で",
};

/** Read by a library of others, not by ours. */
const read = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));

it("is read back by a calendar program: whole days, across the end of a year", () => {
  const [found] = read(calendarFile(head, [event]));
  expect(found?.uid).toBe(event.uid);
  expect(found?.summary).toBe(event.title);
  expect(found?.description).toBe(event.text);
  expect([found?.startDate.toString(), found?.endDate.toString()]).toEqual(["2026-12-31", "2027-01-01"]);
  expect(found?.startDate.isDate).toBe(true);
  expect(calendarFile(head, [event])).toContain("DTSTAMP:20261124T010203Z\r\n");
});

it("brings any text through, in lines of at most 75 octets with CRLF (property)", () => {
  const text = fc
    .string({ unit: "binary", maxLength: 90 })
    .map((each) => each.replace(/\p{Surrogate}/gu, ""))
    .map((each) => `予定${each}`);
  fc.assert(
    fc.property(fc.array(fc.record({ title: text, text }), { minLength: 1, maxLength: 2 }), (given) => {
      const events = given.map((each, at) => ({ ...event, ...each, uid: `u${at}@buntan` }));
      const file = calendarFile(head, events);
      const lines = file.split("\r\n");
      expect(Math.max(...lines.map((each) => Buffer.byteLength(each, "utf8")))).toBeLessThanOrEqual(75);
      expect(lines.filter((each) => /[\r\n]/.test(each))).toEqual([]);
      const plain = (each: string) => each.replace(/\r\n?/g, "\n").replace(/(?!\n)\p{Cc}/gu, "");
      expect(read(file).map((each) => [each.uid, each.summary, each.description])).toEqual(
        events.map((each) => [each.uid, plain(each.title), plain(each.text)]),
      );
    }),
    { numRuns: 60 },
  );
});

it("an empty calendar is one all the same", () => {
  expect(read(calendarFile(head, []))).toEqual([]);
});

it("weeks of a month hold each of its days once, from Sunday on, without a gap (property)", () => {
  expect(weeksOf("2026-02")[0]?.[0]).toBe("2026-02-01"); // begins on a Sunday and is four weeks long
  expect(weeksOf("2026-02")).toHaveLength(4);
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2190 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const name = `${year}-${String(month).padStart(2, "0")}`;
      const weeks = weeksOf(name);
      const days = weeks.flat();
      expect(new Date(`${days[0]}T00:00:00Z`).getUTCDay()).toBe(0);
      expect(days.every((each, at) => at === 0 || daysBetween(days[at - 1] ?? "", each) === 1)).toBe(true);
      const own = days.filter((each) => each.startsWith(name));
      expect(own[0]).toBe(`${name}-01`);
      expect(addDays(own.at(-1) ?? "", 1).slice(0, 7)).not.toBe(name);
      expect(weeks.every((week) => week.some((each) => each.startsWith(name)))).toBe(true);
    }),
  );
});
