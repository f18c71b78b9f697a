import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/domain/day";
import { gapsInCover, partyStretches } from "~/domain/hospital-timeline";
import { whoWasInCharge } from "~/domain/responsibility";
import { emptyRow, type RoleRow } from "~/domain/role-sheet";

const day = (at: number) => addDays("2024-02-20", at);
const within = (each: { from: string; to: string | null }, asked: string) =>
  asked >= each.from && (each.to === null || asked <= each.to);

describe("gaps in cover", () => {
  it("names the days before, between and after the contracts, both ends included", () => {
    const periods = [
      { from: "2025-04-01", to: "2026-03-31" },
      { from: "2024-04-01", to: "2025-02-28" },
    ];
    expect(gapsInCover({ from: "2024-02-29", to: "2026-04-02" }, periods)).toEqual([
      { from: "2024-02-29", to: "2024-03-31" },
      { from: "2025-03-01", to: "2025-03-31" },
      { from: "2026-04-01", to: "2026-04-02" },
    ]);
    expect(gapsInCover({ from: "2024-04-01", to: null }, periods).at(-1)).toEqual({
      from: "2026-04-01",
      to: null,
    });
    expect(gapsInCover({ from: "2024-04-01", to: null }, [{ from: "2020-01-01", to: null }])).toEqual([]);
  });

  it("agrees day by day with asking every period", () => {
    const period = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }))
      .map(([from, length]) => ({ from: day(from), to: length === null ? null : day(from + length) }));
    fc.assert(
      fc.property(fc.array(period, { maxLength: 5 }), fc.boolean(), (periods, isOpen) => {
        const wanted = { from: day(5), to: isOpen ? null : day(50) };
        const gaps = gapsInCover(wanted, periods);
        for (let at = 0; at <= 100; at += 1) {
          const asked = day(at);
          const isUncovered = within(wanted, asked) && !periods.some((each) => within(each, asked));
          expect(gaps.filter((each) => within(each, asked)).length, asked).toBe(isUncovered ? 1 : 0);
        }
      }),
    );
  });
});

describe("who bore a row, stretch by stretch", () => {
  const parties = ["hospital", "vendor", "both", "undecided"] as const;
  const place = {
    rowKey: "a",
    itemKey: null,
    part: 1,
    group: "",
    no: "1",
    label: "行",
    content: "",
  } as const;
  const row = (party: (typeof parties)[number]): RoleRow => ({ ...emptyRow(place), party });

  it("agrees day by day with who was in charge", () => {
    const one = fc.record({
      from: fc.integer({ min: 0, max: 40 }),
      party: fc.option(fc.constantFrom(...parties), { nil: null }),
      corrects: fc.option(fc.nat({ max: 5 }), { nil: null }),
    });
    const history = fc.array(one, { maxLength: 6 });
    const terms = fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 40 }),
        begins: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
        ends: fc.option(fc.integer({ min: 20, max: 50 }), { nil: null }),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(history, terms, fc.integer({ min: 0, max: 8 }), (made, said, known) => {
        const revisions = made.map((each, at) => ({
          id: `r${at}`,
          roleSheetId: "s",
          revisionNo: at + 1,
          effectiveFrom: day(each.from),
          recordedSeq: at + 2,
          supersedes: each.corrects !== null && each.corrects < at ? `r${each.corrects}` : null,
          rows: each.party === null ? [] : [row(each.party)],
        }));
        const periods = said.map((each, at) => ({
          id: `p${at}`,
          effectiveFrom: day(each.from),
          recordedSeq: at + 1,
          supersedes: null,
          inForceFrom: each.begins === null ? null : day(each.begins),
          inForceTo: each.ends === null ? null : day(each.ends),
        }));
        const asked = revisions.map((each) => ({ ...each, row: each.rows[0] ?? null }));
        const stretches = partyStretches(asked, periods, known);
        for (let at = 0; at <= 60; at += 1) {
          const then = whoWasInCharge(periods, revisions, "a", day(at), known);
          const own = stretches.filter((each) => within(each, day(at)));
          expect(own.map((each) => each.kind)).toEqual(then.kind === "party" ? [then.party] : []);
        }
      }),
    );
  });
});
