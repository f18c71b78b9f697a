import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TWO_FACTOR_DAY, twoFactorReadiness, twoFactorStates } from "~/domain/two-factor";

const held = (state: (typeof twoFactorStates)[number], plannedOn: string | null = null) => ({
  state,
  plannedOn,
});

describe("twoFactorReadiness", () => {
  it.each([
    ["nothing recorded", null, { unknown: 1 }],
    ["ready", held("ready"), { ready: 1 }],
    ["planned for the day itself", held("planned", TWO_FACTOR_DAY), { inTime: 1 }],
    ["planned for the day after", held("planned", "2027-04-02"), { late: 1 }],
    ["planned without a day", held("planned"), { late: 1 }],
    ["not possible", held("not-possible"), { late: 1 }],
  ])("%s", (_what, one, expected) => {
    const none = { ready: 0, inTime: 0, late: 0, unknown: 0 };
    expect(twoFactorReadiness([one])).toEqual({ ...none, ...expected, total: 1 });
  });

  it("leaves out what needs none, and counts every other place once", () => {
    const day = fc.constantFrom(null, "2026-12-31", "2027-04-01", "2028-01-01");
    const place = fc.option(fc.record({ state: fc.constantFrom(...twoFactorStates), plannedOn: day }));
    fc.assert(
      fc.property(fc.array(place), (places) => {
        const { ready, inTime, late, unknown, total } = twoFactorReadiness(places);
        expect(ready + inTime + late + unknown).toBe(total);
        expect(total).toBe(places.filter((each) => each?.state !== "not-applicable").length);
      }),
    );
  });
});
