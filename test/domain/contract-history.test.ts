import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contractHistory, disclosuresAsOf, type HistoryFacts, historySpan } from "~/domain/contract-history";

const period = (id: string, recordedSeq: number, inForceTo: string | null) => ({
  id,
  effectiveFrom: "2025-04-01",
  recordedSeq,
  supersedes: null,
  inForceFrom: "2025-04-01",
  inForceTo,
});
const revision = (
  no: number,
  effectiveFrom: string,
  recordedSeq: number,
  supersedes: string | null = null,
) => ({
  id: `r${no}`,
  revisionNo: no,
  effectiveFrom,
  recordedSeq,
  supersedes,
});
const facts: HistoryFacts = {
  periods: [period("p1", 1, "2026-03-31"), period("p2", 9, "2027-03-31")],
  sheets: [
    {
      roleSheetId: "s",
      title: "表",
      revisions: [revision(1, "2025-04-01", 2), revision(2, "2025-10-01", 8)],
    },
  ],
  disclosures: [{ id: "d", issuedOn: "2025-03-10", name: "SDS", recordedSeq: 3, withdrawnSeq: 7 }],
  papers: [{ id: "w", issuedOn: "2025-05-01", title: "合意表", issueNo: 1, recordedSeq: 4 }],
};
const shown = (knownSeq: number) =>
  contractHistory(facts, knownSeq).map(({ id, from, to, isLater }) => [id, from, to, isLater]);

describe("contractHistory", () => {
  it("everything recorded by then; roles end with the contract", () => {
    expect(shown(9)).toEqual([
      ["p2", "2025-04-01", "2027-03-31", false],
      ["r1", "2025-04-01", "2025-10-01", false],
      ["r2", "2025-10-01", "2027-03-31", false],
      ["w", "2025-05-01", undefined, false],
    ]);
  });

  it("what was recorded later is marked, and what was withdrawn later still counts", () => {
    expect(shown(5)).toEqual([
      ["p1", "2025-04-01", "2026-03-31", false],
      ["p2", "2025-04-01", "2027-03-31", true],
      ["r1", "2025-04-01", "2026-03-31", false],
      ["r2", "2025-10-01", "2026-03-31", true],
      ["d", "2025-03-10", undefined, false],
      ["w", "2025-05-01", undefined, false],
    ]);
  });

  it("nothing recorded later is ever shown as known", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), (knownSeq) => {
        const known = contractHistory(facts, knownSeq).filter((each) => !each.isLater);
        const seqs: Record<string, number> = { p1: 1, p2: 9, r1: 2, r2: 8, d: 3, w: 4 };
        return known.every((each) => (seqs[each.id] ?? 99) <= knownSeq);
      }),
    );
  });
});

describe("historySpan", () => {
  it("holds every day named and is at least a year long", () => {
    const span = historySpan(contractHistory(facts, 9), ["2026-11-24", "2026-11-24"]);
    expect(span).toEqual({ from: "2025-03-02", to: "2027-05-15" });
    expect(historySpan([], ["2026-11-24"])).toEqual({ from: "2026-10-25", to: "2027-10-25" });
  });
});

describe("disclosuresAsOf", () => {
  const one = (id: string, issuedOn: string, recordedSeq: number, withdrawnSeq: number | null = null) => ({
    id,
    productVersionId: "v",
    form: "MDS",
    issuedOn,
    recordedSeq,
    withdrawnSeq,
  });
  const all = [one("old", "2025-01-01", 1), one("wrong", "2025-06-01", 2, 4), one("new", "2025-06-01", 3)];
  it.each([
    ["2025-05-31", 9, ["old"]],
    ["2025-06-01", 9, ["new"]],
    ["2025-06-01", 2, ["wrong"]],
    ["2025-06-01", 1, ["old"]],
    ["2024-12-31", 9, []],
  ])("on %s known by %i: %j", (day, knownSeq, ids) => {
    expect(disclosuresAsOf(all, day, knownSeq).map((each) => each.id)).toEqual(ids);
  });
});
