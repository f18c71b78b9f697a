import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/domain/day";
import { type DecisionWork, EXPIRY_DAYS, isWorkOf, workListsOf, workOf } from "~/domain/decision-work";

const TODAY = "2026-11-24";
const work = (change: Partial<DecisionWork> = {}): DecisionWork => ({
  kind: "vendor-fix",
  state: "open",
  causes: [],
  dueOn: addDays(TODAY, 100),
  isLinked: false,
  promise: "promised",
  ...change,
});
const lists = (change: Partial<DecisionWork>) => workListsOf(work(change), TODAY);

describe("lists of work", () => {
  it("a promise is overdue from the day after its day, and never once it is closed", () => {
    expect(lists({ dueOn: TODAY })).toEqual([]);
    expect(lists({ dueOn: addDays(TODAY, -1) })).toEqual(["overdue"]);
    expect(lists({ dueOn: addDays(TODAY, -1), state: "closed" })).toEqual([]);
    expect(lists({ dueOn: null })).toEqual([]);
  });

  it("an acceptance is said to end from sixty days before on", () => {
    const accepted = { kind: "accept-risk", state: "accepted" } as const;
    expect(lists({ ...accepted, dueOn: addDays(TODAY, EXPIRY_DAYS + 1) })).toEqual([]);
    expect(lists({ ...accepted, dueOn: addDays(TODAY, EXPIRY_DAYS) })).toEqual(["expiring"]);
    expect(lists({ kind: "accept-risk", state: "awaiting-approval" })).toEqual(["awaiting-approval"]);
  });

  it("a promise the vendor did not confirm, and a measure that is linked to nothing, ask for it", () => {
    for (const promise of ["not-asked", "asked", "declined"] as const)
      expect(lists({ promise })).toEqual(["promise"]);
    expect(lists({ kind: "hospital-control" })).toEqual(["unlinked"]);
    expect(lists({ kind: "hospital-control", isLinked: true })).toEqual([]);
    expect(lists({ kind: "not-applicable", state: "settled" })).toEqual([]);
  });

  it("what reopened stands among what reopened", () => {
    expect(lists({ state: "reopened", causes: ["basis-changed"] })).toEqual(["reopened"]);
  });
});

describe("whose work", () => {
  it("is that of whoever stands in, on exactly the days from first to last (property)", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.integer({ min: -80, max: 160 }), (start, length, at) => {
        const fromOn = addDays(TODAY, start);
        const toOn = addDays(fromOn, length);
        const today = addDays(TODAY, at);
        const own = workOf("b", [{ accountId: "a", substituteId: "b", fromOn, toOn }], today);
        expect(own.has("b")).toBe(true);
        expect(own.has("a")).toBe(at >= start && at <= start + length);
      }),
    );
  });

  it("does not pass on through a second stand-in", () => {
    const days = { fromOn: TODAY, toOn: TODAY };
    const standIns = [
      { accountId: "a", substituteId: "b", ...days },
      { accountId: "b", substituteId: "c", ...days },
    ];
    expect([...workOf("c", standIns, TODAY)]).toEqual(["c", "b"]);
  });

  it("is told by the account, or by the name as typed where there is none", () => {
    const people = [{ id: "a", name: "森田 しずか" }];
    expect(isWorkOf({ ownerAccountId: "a", owner: "調達課" }, people)).toBe(true);
    expect(isWorkOf({ ownerAccountId: "b", owner: "森田 しずか" }, people)).toBe(false);
    expect(isWorkOf({ ownerAccountId: null, owner: "森田　しずか" }, people)).toBe(true);
    expect(isWorkOf({ ownerAccountId: null, owner: "医療情報室" }, people)).toBe(false);
  });
});
