import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ContractPeriod, contractState, noticeDay, periodKnownAt } from "~/domain/contract";
import { addDays } from "~/domain/day";
import { type RoleSheetRevision, whoWasInCharge } from "~/domain/responsibility";
import type { RoleRow } from "~/domain/role-sheet";
import { asOf, type Revision, stretchesOf } from "~/domain/timeline";

const START = "2025-03-25";
const dayAt = (offset: number) => addDays(START, offset);

/** Histories with corrections of corrections, retroactive and future days, in a random order of the list. */
const history = fc
  .array(fc.record({ offset: fc.nat(20), corrects: fc.option(fc.nat(30), { nil: null }) }), { maxLength: 14 })
  .map((steps): Revision[] =>
    steps.map(({ offset, corrects }, at) => ({
      id: `r${at}`,
      effectiveFrom: dayAt(offset),
      recordedSeq: at * 3 + 1,
      supersedes: corrects === null || at === 0 ? null : `r${corrects % at}`,
    })),
  )
  .chain((revisions) => fc.shuffledSubarray(revisions, { minLength: revisions.length }));

/** The rule read aloud, with no care for speed. */
function naive(revisions: readonly Revision[], day: string, knownSeq: number): string | null {
  const known = revisions.filter((each) => each.recordedSeq <= knownSeq);
  const valid = known.filter((each) => !known.some((other) => other.supersedes === each.id));
  const held = valid.filter((each) => each.effectiveFrom <= day);
  held.sort((a, b) =>
    a.effectiveFrom === b.effectiveFrom
      ? a.recordedSeq - b.recordedSeq
      : a.effectiveFrom < b.effectiveFrom
        ? -1
        : 1,
  );
  return held.at(-1)?.id ?? null;
}

it("as of (day, known) is what the rule says, over random histories", () => {
  fc.assert(
    fc.property(history, fc.integer({ min: -2, max: 25 }), fc.nat(45), (revisions, offset, knownSeq) => {
      expect(asOf(revisions, dayAt(offset), knownSeq)?.id ?? null).toBe(
        naive(revisions, dayAt(offset), knownSeq),
      );
    }),
    { numRuns: 2000 },
  );
});

it("what is recorded later never changes what was known before", () => {
  fc.assert(
    fc.property(history, fc.nat(25), fc.nat(45), (revisions, offset, knownSeq) => {
      const then = revisions.filter((each) => each.recordedSeq <= knownSeq);
      expect(asOf(revisions, dayAt(offset), knownSeq)).toEqual(asOf(then, dayAt(offset), knownSeq));
    }),
  );
});

it("stretches answer every day as asOf does", () => {
  fc.assert(
    fc.property(history, fc.nat(25), fc.nat(45), (revisions, offset, knownSeq) => {
      const day = dayAt(offset);
      const held = stretchesOf(revisions, knownSeq).filter(
        (each) => each.from <= day && (each.to === null || day < each.to),
      );
      expect(held.length).toBeLessThanOrEqual(1);
      expect(held[0]?.revision.id ?? null).toBe(asOf(revisions, day, knownSeq)?.id ?? null);
    }),
    { numRuns: 1000 },
  );
});

it("changes at the turn of the fiscal year on the day itself", () => {
  const revisions = [
    { id: "old", effectiveFrom: "2024-04-01", recordedSeq: 1, supersedes: null },
    { id: "new", effectiveFrom: "2025-04-01", recordedSeq: 2, supersedes: null },
  ];
  expect(asOf(revisions, "2025-03-31", 9)?.id).toBe("old");
  expect(asOf(revisions, "2025-04-01", 9)?.id).toBe("new");
  expect(asOf(revisions, "2025-04-01", 1)?.id).toBe("old");
  expect(asOf(revisions, "2024-03-31", 9)).toBeNull();
});

describe("the contract's period", () => {
  const period = (seq: number, from: string | null, to: string | null): ContractPeriod => ({
    id: `p${seq}`,
    effectiveFrom: from ?? "1868-01-01",
    recordedSeq: seq,
    supersedes: null,
    inForceFrom: from,
    inForceTo: to,
  });

  it("counts its last day; without an end it goes on", () => {
    const year = { inForceFrom: "2025-04-01", inForceTo: "2026-03-31" };
    expect(contractState(year, "2025-03-31")).toBe("before");
    expect(contractState(year, "2025-04-01")).toBe("in-force");
    expect(contractState(year, "2026-03-31")).toBe("in-force");
    expect(contractState(year, "2026-04-01")).toBe("expired");
    expect(contractState({ ...year, inForceTo: null }, "2099-01-01")).toBe("in-force");
    expect(contractState({ inForceFrom: null, inForceTo: null }, "2025-04-01")).toBe("undated");
  });

  it("is the last one recorded by then", () => {
    const periods = [period(5, "2025-04-01", "2026-03-31"), period(9, "2025-04-01", null)];
    expect(periodKnownAt(periods, 4)).toBeNull();
    expect(periodKnownAt(periods, 8)?.id).toBe("p5");
    expect(periodKnownAt(periods.toReversed(), 9)?.id).toBe("p9");
  });

  it("gives the last day for notice across months and leap days", () => {
    const days = (noticeDays: number | null) => ({ noticeMonths: null, noticeDays });
    const months = (noticeMonths: number, noticeDays: number | null = null) => ({ noticeMonths, noticeDays });
    expect(noticeDay("2026-03-31", days(90))).toBe("2025-12-31");
    expect(noticeDay("2024-03-31", days(31))).toBe("2024-02-29");
    expect(noticeDay(null, days(90))).toBeNull();
    expect(noticeDay("2026-03-31", days(null))).toBeNull();
    expect(noticeDay("2027-03-31", months(3))).toBe("2026-12-31");
    expect(noticeDay("2027-05-31", months(3))).toBe("2027-02-28");
    expect(noticeDay("2028-05-31", months(3))).toBe("2028-02-29");
    expect(noticeDay("2028-02-29", months(12))).toBe("2027-02-28");
    expect(noticeDay("2027-04-30", months(1, 10))).toBe("2027-03-20");
    expect(noticeDay("2027-03-31", months(0))).toBe("2027-03-31");
  });

  it("cuts who was in charge", () => {
    const row: RoleRow = {
      rowKey: "k",
      itemKey: null,
      part: 2,
      group: "",
      no: "",
      label: "行",
      content: "",
      firstCheck: "",
      firstCheckOn: null,
      completedOn: null,
      party: "vendor",
      thirdPartyName: "",
      what: "",
      cost: "",
      deadline: "",
      clause: "",
      remark: "",
      emergencyParty: "",
      endParty: "",
      evidence: "",
      leftOutReason: "",
    };
    const revision: RoleSheetRevision = {
      id: "r",
      roleSheetId: "s",
      revisionNo: 1,
      effectiveFrom: "2025-04-01",
      recordedSeq: 3,
      supersedes: null,
      rows: [row],
    };
    const ask = (day: string, key = "k", known = 9) =>
      whoWasInCharge([period(1, "2025-04-01", "2026-03-31")], [revision], key, day, known);
    expect(ask("2025-10-01")).toMatchObject({ kind: "party", party: "vendor", revision: { id: "r" } });
    expect(ask("2026-04-01")).toEqual({ kind: "silent", why: "no-contract-then" });
    expect(ask("2025-10-01", "k", 2)).toEqual({ kind: "silent", why: "no-revision-then" });
    expect(ask("2025-10-01", "other")).toEqual({ kind: "silent", why: "row-not-in-revision" });
  });
});
