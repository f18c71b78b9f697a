import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connectionsOn } from "~/domain/connection-entry";
import { entryHistory, entryShown, faultOfChange, faultOfEnd } from "~/domain/dated-entry";
import { jointsOn } from "~/domain/joint";
import { placeInTree } from "~/domain/subcontractor";
import {
  faultOfEntries,
  firstDayOfUse,
  type SubcontractorEntry,
  subcontractorsOn,
  workingBelow,
} from "~/domain/subcontractor-entry";
import {
  connection,
  dayAt,
  deeds,
  joint,
  NOW,
  subcontractor,
  type Times,
  timesOf,
} from "../support/outside-parties";

/**
 * A wall calendar: one box a day and thing. Lines that nobody struck out are written over the boxes from their day to
 * the last one, earlier days first and earlier lines first; an end wipes the boxes.
 */
function calendar(entries: readonly (Times & { thing: string })[], knownSeq: number, days: number) {
  const struck = new Set<string>();
  const known = entries.filter((each) => each.recordedSeq <= knownSeq);
  for (const each of known) if (each.supersedes !== null) struck.add(each.supersedes);
  const lines = known
    .filter((each) => !struck.has(each.id))
    .sort((a, b) => a.recordedSeq - b.recordedSeq)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : a.effectiveFrom > b.effectiveFrom ? 1 : 0));
  const boxes = Array.from({ length: days }, () => new Map<string, string>());
  for (const line of lines) {
    for (const [at, box] of boxes.entries()) {
      if (dayAt(at) < line.effectiveFrom) continue;
      if (line.origin === "end") box.delete(line.thing);
      else box.set(line.thing, line.id);
    }
  }
  return boxes.map((box) => [...box.values()].sort());
}

describe("as of a day, known on a day", () => {
  it("subcontractors, connections and joints stand as on a wall calendar, over random changes, ends and corrections", () => {
    fc.assert(
      fc.property(deeds, fc.integer({ min: 0, max: 60 }), fc.nat(55), (all, offset, knownSeq) => {
        const times = timesOf(all);
        const expected = calendar(times, knownSeq, 61)[offset];
        const members = times.map(({ thing, ...each }) => subcontractor({ subcontractorId: thing, ...each }));
        const ways = times.map(({ thing, ...each }) => connection({ connectionId: thing, ...each }));
        const shuffled = members.toReversed();
        const of = (found: readonly { entryId: string }[]) => found.map((each) => each.entryId).sort();
        expect(of(subcontractorsOn(shuffled, dayAt(offset), knownSeq))).toEqual(expected);
        expect(of(connectionsOn(ways, dayAt(offset), knownSeq))).toEqual(expected);
        const joints = times.map(({ thing, ...each }) => joint({ jointId: thing, ...each }));
        expect(of(jointsOn(joints.toReversed(), dayAt(offset), knownSeq))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("what is recorded later changes nothing of what was known", () => {
    fc.assert(
      fc.property(deeds, fc.nat(60), fc.nat(55), (all, offset, knownSeq) => {
        const members = timesOf(all).map(({ thing, ...each }) =>
          subcontractor({ subcontractorId: thing, ...each }),
        );
        const then = members.filter((each) => each.recordedSeq <= knownSeq);
        expect(subcontractorsOn(members, dayAt(offset), knownSeq)).toEqual(
          subcontractorsOn(then, dayAt(offset), NOW),
        );
      }),
    );
  });

  it("every member of every day stands in that day's tree once, whoever is missing above it", () => {
    const parents = fc.array(fc.option(fc.nat(3), { nil: null }), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(deeds, parents, fc.nat(60), (all, above, offset) => {
        const members = timesOf(all).map(({ thing, ...each }, at) => {
          const parent = above[at] ?? null;
          const parentId = parent === null ? null : `t${parent}`;
          return subcontractor({ subcontractorId: thing, ...each, parentId });
        });
        const held = subcontractorsOn(members, dayAt(offset), NOW);
        const placed = placeInTree(held);
        expect(placed.map((each) => each.member.id).sort()).toEqual(held.map((each) => each.id).sort());
        const ids = new Set(held.map((each) => each.id));
        for (const { member, isDetached, path } of placed) {
          if (member.parentId !== null && !ids.has(member.parentId)) expect(isDetached).toBe(true);
          if (member.parentId === null) expect([isDetached, path]).toEqual([false, []]);
        }
      }),
    );
  });
});

describe("days", () => {
  it("names those who begin later and those whose days are over, with the first and the last day counted", () => {
    const days = { usedFrom: "2024-03-31", usedTo: "2024-04-01" };
    const one = subcontractor({
      subcontractorId: "a",
      effectiveFrom: firstDayOfUse({ usedFrom: null }),
      ...days,
    });
    const use = (day: string) => subcontractorsOn([one], day, NOW)[0]?.use;
    expect(use("2024-03-30")).toBe("not-yet");
    expect(use("2024-03-31")).toBe("in-use");
    expect(use("2024-04-01")).toBe("in-use");
    expect(use("2024-04-02")).toBe("over");
    expect(firstDayOfUse(days)).toBe("2024-03-31");
    expect(subcontractorsOn([one], "1900-01-01", NOW)).toHaveLength(1);
  });

  it("refuses a change before the beginning, one after the end, and an end before something that begins later", () => {
    const first = subcontractor({ subcontractorId: "a", effectiveFrom: "2024-02-29" });
    const later = subcontractor({
      subcontractorId: "a",
      recordedSeq: 2,
      origin: "change",
      effectiveFrom: "2025-02-28",
    });
    const end = subcontractor({
      subcontractorId: "a",
      recordedSeq: 3,
      origin: "end",
      effectiveFrom: "2026-04-01",
    });
    expect(faultOfChange([first], "2024-02-28")).toMatchObject({
      code: "entry-before-first",
      params: { day: "2024-02-29" },
    });
    expect(faultOfChange([first], "2024-02-29")).toBeNull();
    expect(faultOfChange([first, end], "2026-03-31")).toBeNull();
    expect(faultOfChange([first, end], "2026-04-01")).toMatchObject({ code: "entry-after-end" });
    expect(faultOfEnd([first, later], "2025-02-27")).toMatchObject({
      code: "entry-later-stands",
      params: { day: "2025-02-28" },
    });
    expect(faultOfEnd([first, later], "2025-02-28")).toBeNull();
  });

  it("a register shows what holds, before the first day what comes, and that something is over", () => {
    const first = subcontractor({ subcontractorId: "a", effectiveFrom: "2027-01-01" });
    const end = subcontractor({
      subcontractorId: "a",
      recordedSeq: 2,
      origin: "end",
      effectiveFrom: "2028-01-01",
    });
    expect(entryShown([first, end], "2026-12-31")?.id).toBe(first.id);
    expect(entryShown([first, end], "2027-12-31")?.id).toBe(first.id);
    expect(entryShown([first, end], "2028-01-01")?.origin).toBe("end");
    expect(entryShown([], "2028-01-01")).toBeNull();
  });

  it("lists entries by their day, each with what it put right or what held before it", () => {
    const first = subcontractor({ subcontractorId: "a" });
    const change = subcontractor({
      subcontractorId: "a",
      recordedSeq: 2,
      origin: "change",
      effectiveFrom: "2025-01-01",
    });
    const right = subcontractor({ subcontractorId: "a", recordedSeq: 3, supersedes: first.id });
    expect(
      entryHistory([first, change, right]).map((each) => [
        each.entry.id,
        each.before?.id ?? null,
        each.isSuperseded,
      ]),
    ).toEqual([
      [change.id, first.id, false],
      [right.id, first.id, false],
      [first.id, null, true],
    ]);
  });
});

describe("the tree over time", () => {
  const below = (id: string, parentId: string | null, more: Partial<SubcontractorEntry> = {}) =>
    subcontractor({ subcontractorId: id, parentId, ...more });

  it("has five levels on every day, not only today", () => {
    const chain = ["a", "b", "c", "d", "e"].map((id, at, all) => below(id, all[at - 1] ?? null));
    expect(faultOfEntries(chain, "e")).toBeNull();
    expect(faultOfEntries([...chain, below("f", "e", { effectiveFrom: "2030-01-01" })], "f")).toBe(
      "too-deep",
    );
    // Moved up before the sixth comes: there is never a sixth level.
    const moved = below("e", "a", { recordedSeq: 2, origin: "change", effectiveFrom: "2029-01-01" });
    expect(
      faultOfEntries([...chain, moved, below("f", "e", { effectiveFrom: "2030-01-01" })], "f"),
    ).toBeNull();
  });

  it("refuses a ring on any day, also one that a later change would close", () => {
    const [a, b] = [below("a", null), below("b", "a")];
    const closing = below("a", "b", { recordedSeq: 2, origin: "change", effectiveFrom: "2026-01-01" });
    expect(faultOfEntries([a, b, closing], "a")).toBe("cycle");
    const away = below("b", null, { recordedSeq: 3, origin: "change", effectiveFrom: "2025-12-31" });
    expect(faultOfEntries([a, b, away, closing], "a")).toBeNull();
  });

  it("knows who still works below on the day of an end or later", () => {
    const [a, b] = [below("a", null), below("b", "a", { usedTo: "2026-03-31" })];
    expect(workingBelow([a, b], "a", "2026-03-31")).toEqual(["b"]);
    expect(workingBelow([a, b], "a", "2026-04-01")).toEqual([]);
    const coming = below("c", "a", { effectiveFrom: "2027-01-01" });
    expect(workingBelow([a, b, coming], "a", "2026-04-01")).toEqual(["c"]);
  });
});
