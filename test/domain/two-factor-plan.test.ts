import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TwoFactorFacts } from "~/domain/two-factor";
import { planKinds, planOf, type RawPlan, readPlans } from "~/domain/two-factor-plan";

const TODAY = "2026-11-26";
const given = { source: "更改計画書", today: TODAY };
const held = (fields: Partial<TwoFactorFacts> = {}): TwoFactorFacts => ({
  place: "client",
  state: "planned",
  route: "",
  preconditions: [],
  plannedOn: "2027-03-31",
  obstacle: "",
  costEstimate: null,
  costActual: null,
  source: "電話",
  ...fields,
});
const row = (fields: Partial<RawPlan> = {}): RawPlan => ({
  systemId: "s1",
  place: "client",
  seen: "",
  kind: "",
  plannedOn: "",
  costEstimate: "",
  ...fields,
});
const read = (rows: RawPlan[], before: TwoFactorFacts | null = null, source = given.source) =>
  readPlans(rows, () => before, { ...given, source });

describe("a row of the board as typed", () => {
  it("a day alone is a plan from today on, with the source typed once", () => {
    const { rows, problems } = read([row({ plannedOn: "2027-09-30", costEstimate: "１，２００，０００円" })]);
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        systemId: "s1",
        seen: null,
        facts: held({
          plannedOn: "2027-09-30",
          costEstimate: 1_200_000,
          source: "更改計画書",
          effectiveFrom: TODAY,
        } as Partial<TwoFactorFacts>),
      },
    ]);
  });

  it.each<[Partial<RawPlan>, string, string]>([
    [{ kind: "planned" }, "field-required", "plannedOn.s1.client"],
    [{ costEstimate: "100" }, "field-required", "plannedOn.s1.client"],
    [{ plannedOn: "2027-02-29" }, "field-not-a-day", "plannedOn.s1.client"],
    [{ kind: "system", costEstimate: "百" }, "field-not-a-number", "costEstimate.s1.client"],
    [{ kind: "ready" }, "field-required", "kind.s1.client"],
    [{ kind: "none" }, "field-not-an-option", "kind.s1.client"],
  ])("%j is refused at its own field", (typed, code, at) => {
    const found = read([row(typed)]);
    expect(found.rows).toEqual([]);
    expect(found.problems).toMatchObject([{ code, at }]);
  });

  it("one wrong row keeps all of them back, and a missing source is asked for once", () => {
    const good = row({ plannedOn: "2027-09-30" });
    const wrong = row({ systemId: "s2", kind: "planned" });
    expect(read([good, wrong]).rows).toEqual([]);
    const two = [good, row({ systemId: "s2", kind: "budget" })];
    expect(read(two, null, " ").problems).toMatchObject([{ code: "field-required", at: "source" }]);
  });

  it("says so when nothing was changed", () => {
    expect(read([row()]).problems).toMatchObject([{ code: "two-factor-no-plan" }]);
  });

  it("keeps what is held besides: the way, what was spent, 2027-04-01 itself", () => {
    const before = held({ route: "os", costActual: 5, costEstimate: 10 });
    const typed = row({ ...planOf(before), plannedOn: "2027-04-01" });
    expect(read([typed], before).rows[0]?.facts).toMatchObject({
      route: "os",
      costActual: 5,
      costEstimate: 10,
      plannedOn: "2027-04-01",
    });
    const blocked = row({ ...planOf(before), kind: "budget" });
    expect(read([blocked], before).rows[0]?.facts).toMatchObject({
      state: "not-possible",
      obstacle: "budget",
      route: "",
      plannedOn: null,
      costActual: 5,
    });
  });
});

it("a row nobody changed is never recorded, whatever is held", () => {
  const anyHeld = fc.record({
    state: fc.constantFrom("ready" as const, "planned" as const, "not-possible" as const),
    plannedOn: fc.constantFrom(null, "2027-03-31"),
    obstacle: fc.constantFrom("" as const, "system" as const, "budget" as const, "other" as const),
    costEstimate: fc.option(fc.nat()),
  });
  fc.assert(
    fc.property(fc.array(anyHeld), (all) => {
      const facts = all.map((each) => held(each));
      const typed = facts.map((each, at) => row({ systemId: String(at), ...planOf(each) }));
      const found = readPlans(typed, ({ systemId }) => facts[Number(systemId)] ?? null, given);
      expect(found.rows).toEqual([]);
      expect(found.problems.map((each) => each.code)).toEqual(["two-factor-no-plan"]);
      expect(typed.every((each) => planKinds.some((kind) => kind === each.kind))).toBe(true);
    }),
  );
});
