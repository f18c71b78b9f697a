import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "../../app/domain/day.ts";
import { eraOf, eras, formatDay, withDigits } from "../../app/domain/era.ts";

const intl = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
  era: "long",
  year: "numeric",
  month: "long",
  day: "numeric",
  timeZone: "UTC",
});
const byIntl = (day: string) => intl.format(new Date(`${day}T00:00:00Z`));

describe("formatDay", () => {
  test.each([
    ["2026-11-24", "2026年11月24日", "令和8年11月24日"],
    ["2019-04-30", "2019年4月30日", "平成31年4月30日"],
    ["2019-05-01", "2019年5月1日", "令和元年5月1日"],
    ["1989-01-07", "1989年1月7日", "昭和64年1月7日"],
    ["1989-01-08", "1989年1月8日", "平成元年1月8日"],
    ["1926-12-24", "1926年12月24日", "大正15年12月24日"],
    ["1926-12-25", "1926年12月25日", "昭和元年12月25日"],
    ["1912-07-29", "1912年7月29日", "明治45年7月29日"],
    ["1912-07-30", "1912年7月30日", "大正元年7月30日"],
  ])("%s", (day, western, japanese) => {
    expect(formatDay(day, "western")).toBe(western);
    expect(formatDay(day, "japanese")).toBe(japanese);
  });

  test("prints full-width digits when asked, and 元 stays 元", () => {
    expect(formatDay("2026-11-24", "japanese", "full")).toBe("令和８年１１月２４日");
    expect(formatDay("2019-05-01", "japanese", "full")).toBe("令和元年５月１日");
  });

  test("a day before 明治 is printed 西暦", () => {
    expect(eraOf("1868-01-24")).toBeNull();
    expect(formatDay("1868-01-24", "japanese")).toBe("1868年1月24日");
  });

  test("agrees with Intl on every day of every change of era since 1873 (solar calendar)", () => {
    for (const { firstDay } of eras.slice(1)) {
      for (let offset = -40; offset <= 40; offset += 1) {
        const day = addDays(firstDay, offset);
        expect(formatDay(day, "japanese"), day).toBe(byIntl(day));
      }
    }
  });

  test("agrees with Intl on any day from 1873 to 2200", () => {
    const last = daysBetween("1873-01-01", "2200-12-31");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: last }), (offset) => {
        const day = addDays("1873-01-01", offset);
        expect(formatDay(day, "japanese")).toBe(byIntl(day));
      }),
      { numRuns: 2000 },
    );
  });
});

test("withDigits there and back changes nothing", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9年月日第号()-]{0,20}$/), (text) => {
      expect(withDigits(withDigits(text, "full"), "half")).toBe(text);
    }),
  );
});
