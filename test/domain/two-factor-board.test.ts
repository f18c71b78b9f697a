import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type TwoFactorFacts, type TwoFactorState, twoFactorStates } from "~/domain/two-factor";
import {
  type BoardStanding,
  boardRow,
  costsOf,
  countStandings,
  nextRenewal,
  RENEWAL,
  standingAgainst,
} from "~/domain/two-factor-board";

const facts = (fields: Partial<TwoFactorFacts> = {}): TwoFactorFacts => ({
  place: "client",
  state: "planned",
  route: "",
  preconditions: [],
  plannedOn: "2027-03-31",
  obstacle: "",
  costEstimate: null,
  costActual: null,
  source: "試験",
  ...fields,
});

describe("against a day", () => {
  it.each<[TwoFactorState | null, string | null, string | null, BoardStanding]>([
    ["ready", null, "2027-04-01", "ready"],
    ["ready", null, null, "ready"],
    ["not-applicable", null, "2027-04-01", "not-applicable"],
    ["not-possible", null, "2027-04-01", "not-possible"],
    [null, null, "2027-04-01", "unrecorded"],
    [null, null, null, "unrecorded"],
    ["planned", "2027-03-31", "2027-04-01", "planned-within"],
    ["planned", "2027-04-01", "2027-04-01", "planned-within"],
    ["planned", "2027-04-02", "2027-04-01", "planned-after"],
    ["planned", "2028-03-31", "2028-03-31", "planned-within"],
    ["planned", "2027-03-31", null, "date-unknown"],
    ["planned", null, "2027-04-01", "date-unknown"],
  ])("%s by %s against %s: %s", (state, plannedOn, day, expected) => {
    expect(standingAgainst(state === null ? null : { state, plannedOn }, day)).toBe(expected);
  });
});

describe("the next renewal", () => {
  const ends = (...days: (string | null)[]) =>
    days.map((inForceTo) => ({ title: `${inForceTo}`, inForceTo }));
  it.each<[string | null, (string | null)[], string | null, string | null]>([
    ["2027-09-30", ["2027-03-31"], "2027-09-30", "system"],
    ["2026-11-24", [], "2026-11-24", "system"],
    ["2026-11-23", ["2027-03-31"], "2027-03-31", "contract"],
    [null, ["2028-03-31", "2027-03-31", null], "2027-03-31", "contract"],
    [null, ["2026-03-31"], null, null],
    [null, [], null, null],
  ])("in use to %s, contracts to %j: %s", (inUseTo, days, on, origin) => {
    const found = nextRenewal({ name: "S", inUseTo }, ends(...days), "2026-11-24");
    expect([found?.on ?? null, found?.origin ?? null]).toEqual([on, origin]);
  });
});

const dates = [
  { key: "guideline", by: "2027-04-01" },
  { key: "year", by: "2028-03-31" },
];
const day = fc.constantFrom("2026-12-31", "2027-04-01", "2027-10-01", "2028-04-01");
const held = fc.option(
  fc.record({
    state: fc.constantFrom(...twoFactorStates),
    plannedOn: fc.option(day),
    costEstimate: fc.option(fc.nat(1000)),
    costActual: fc.option(fc.nat(1000)),
  }),
);

it("the parts of every column add up to the rows, and costs to what was given", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(held, fc.option(day))), (given) => {
      const rows = given.map(([each, on]) =>
        boardRow(
          "client",
          each && facts(each),
          on === null ? null : { on, origin: "contract" as const, name: "" },
          dates,
        ),
      );
      for (const { counts, total } of countStandings(rows, [RENEWAL, "guideline", "year"])) {
        expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(total);
        expect(total).toBe(rows.length);
      }
      const { estimate, actual } = costsOf(rows);
      for (const each of [estimate, actual]) expect(each.given + each.missing).toBe(rows.length);
      expect(estimate.sum).toBe(given.reduce((sum, [each]) => sum + (each?.costEstimate ?? 0), 0));
    }),
  );
});

it("a later day never makes a plan late", () => {
  fc.assert(
    fc.property(day, day, day, (plannedOn, first, second) => {
      const [early, late] = [first, second].sort();
      const before = standingAgainst({ state: "planned", plannedOn }, early ?? first);
      const after = standingAgainst({ state: "planned", plannedOn }, late ?? second);
      if (before === "planned-within") expect(after).toBe("planned-within");
    }),
  );
});
