import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ClauseWording, clausesOn } from "~/domain/contract-clause";
import { type TermsRevision, termsHistory, termsOn } from "~/domain/contract-terms";
import { addDays } from "~/domain/day";
import { nameOn, type PartyName } from "~/domain/party-name";
import { termsRevision } from "../support/contract-terms";

const START = "2024-02-20"; // a leap day and the end of a fiscal year lie ahead
const dayAt = (offset: number) => addDays(START, offset);

type Step = { offset: number; corrects: number | null; from: number; length: number | null };
const steps = fc.array(
  fc.record({
    offset: fc.nat(50),
    corrects: fc.option(fc.nat(30), { nil: null }),
    from: fc.nat(50),
    length: fc.option(fc.nat(60), { nil: null }),
  }),
  { maxLength: 12 },
);

const revisionsOf = (all: readonly Step[]): TermsRevision[] =>
  all.map(({ offset, corrects, from, length }, at) =>
    termsRevision({
      id: `r${at}`,
      recordedSeq: at * 3 + 1,
      effectiveFrom: dayAt(offset),
      supersedes: corrects === null || at === 0 ? null : `r${corrects % at}`,
      title: `題${at}`,
      inForceFrom: dayAt(from),
      inForceTo: length === null ? null : dayAt(from + length),
    }),
  );

/** Amendments and corrections as a clerk would apply them by hand, day by day, on a sheet of paper. */
function naive(revisions: readonly TermsRevision[], day: string, knownSeq: number) {
  const sheet = new Map<string, TermsRevision>();
  for (const each of [...revisions].sort((a, b) => a.recordedSeq - b.recordedSeq)) {
    if (each.recordedSeq > knownSeq) break;
    // A revision that was already struck out stays struck out; what corrects it counts all the same.
    if (each.supersedes !== null) sheet.delete(each.supersedes);
    sheet.set(each.id, each);
  }
  let held: TermsRevision | null = null;
  for (const each of sheet.values()) {
    if (each.effectiveFrom > day) continue;
    if (held === null || each.effectiveFrom >= held.effectiveFrom) held = each;
  }
  if (held === null) return null;
  if (held.inForceFrom === null) return `${held.id} undated`;
  if (day < held.inForceFrom) return `${held.id} before`;
  return `${held.id} ${held.inForceTo !== null && held.inForceTo < day ? "expired" : "in-force"}`;
}

describe("termsOn", () => {
  it("is what a clerk finds who strikes out and adds by hand, over random histories in any order", () => {
    const shuffled = steps.chain((all) => {
      const revisions = revisionsOf(all);
      return fc.shuffledSubarray(revisions, { minLength: revisions.length });
    });
    fc.assert(
      fc.property(shuffled, fc.integer({ min: -3, max: 120 }), fc.nat(45), (revisions, offset, knownSeq) => {
        const found = termsOn(revisions, dayAt(offset), knownSeq);
        const text = found === null || found.isComing ? null : `${found.revision.id} ${found.state}`;
        expect(text).toBe(naive(revisions, dayAt(offset), knownSeq));
      }),
      { numRuns: 1000 },
    );
  });

  it("what is recorded later changes nothing of what was known", () => {
    fc.assert(
      fc.property(steps, fc.nat(120), fc.nat(45), (all, offset, knownSeq) => {
        const revisions = revisionsOf(all);
        const then = revisions.filter((each) => each.recordedSeq <= knownSeq);
        expect(termsOn(revisions, dayAt(offset), knownSeq)).toEqual(
          termsOn(then, dayAt(offset), Number.MAX_SAFE_INTEGER),
        );
      }),
    );
  });

  it("changes over at the day, across the end of the fiscal year and a leap day", () => {
    const first = termsRevision({ id: "a", recordedSeq: 1, effectiveFrom: "2023-04-01" });
    const leap = termsRevision({ id: "b", recordedSeq: 2, effectiveFrom: "2024-02-29" });
    const april = termsRevision({ id: "c", recordedSeq: 3, effectiveFrom: "2024-04-01" });
    const held = (day: string) => termsOn([april, first, leap], day, 9)?.revision.id;
    expect(["2024-02-28", "2024-02-29", "2024-03-31", "2024-04-01"].map(held)).toEqual(["a", "b", "b", "c"]);
  });

  it("shows the terms that come before the first day, and says so", () => {
    const first = termsRevision({ id: "a", recordedSeq: 5, effectiveFrom: "2025-04-01" });
    expect(termsOn([first], "2025-03-31", 5)).toMatchObject({ isComing: true, state: "before" });
    expect(termsOn([first], "2025-03-31", 4)).toBeNull();
  });
});

describe("termsHistory", () => {
  it("compares an amendment with the day before it and a correction with what it corrects", () => {
    const all = [
      termsRevision({ id: "a", recordedSeq: 1, effectiveFrom: "2025-04-01", title: "旧" }),
      termsRevision({ id: "b", recordedSeq: 2, effectiveFrom: "2025-10-01", title: "新", noticeDays: 90 }),
      termsRevision({
        id: "c",
        recordedSeq: 3,
        effectiveFrom: "2025-10-01",
        title: "新",
        noticeDays: 60,
        supersedes: "b",
      }),
    ];
    const lines = (known: number) =>
      termsHistory(all, known).map(({ revision, before, isSuperseded, changed }) => [
        revision.id,
        before?.id ?? null,
        isSuperseded,
        changed,
      ]);
    expect(lines(9)).toEqual([
      ["c", "b", false, ["noticeDays"]],
      ["b", "a", true, ["title", "noticeDays"]],
      ["a", null, false, []],
    ]);
    expect(lines(2).map(([id, , isSuperseded]) => [id, isSuperseded])).toEqual([
      ["b", false],
      ["a", false],
    ]);
  });
});

const wording = (change: Partial<ClauseWording>): ClauseWording => ({
  id: "x",
  key: "update",
  revisionId: "a",
  kind: "security-update",
  number: "第7条",
  quote: "乙が行う。",
  documentId: null,
  page: null,
  isRepealed: false,
  recordedSeq: 1,
  supersedes: null,
  ...change,
});

describe("clausesOn", () => {
  const first = termsRevision({ id: "a", recordedSeq: 1, effectiveFrom: "2025-04-01" });
  const memo = termsRevision({ id: "b", recordedSeq: 4, effectiveFrom: "2025-10-01" });
  const old = wording({ id: "w1" });
  const later = wording({ id: "w2", revisionId: "b", recordedSeq: 5, quote: "乙の費用で行う。" });
  const ids = (
    day: string,
    known: number,
    revisions = [first, memo],
    wordings: ClauseWording[] = [old, later],
  ) => clausesOn(wordings, revisions, day, known).map((each) => each.id);

  it("a wording holds with the terms it came with", () => {
    expect(ids("2025-09-30", 9)).toEqual(["w1"]);
    expect(ids("2025-10-01", 9)).toEqual(["w2"]);
    expect(ids("2025-10-01", 4)).toEqual(["w1"]);
    expect(ids("2025-03-31", 9)).toEqual([]);
  });

  it("a correction of the terms moves the day of what came with them", () => {
    const moved = termsRevision({
      id: "c",
      recordedSeq: 7,
      effectiveFrom: "2025-11-01",
      supersedes: "b",
    });
    expect(ids("2025-10-15", 9, [first, memo, moved])).toEqual(["w1"]);
    expect(ids("2025-10-15", 6, [first, memo, moved])).toEqual(["w2"]);
    expect(ids("2025-11-01", 9, [first, memo, moved])).toEqual(["w2"]);
  });

  it("a typing error is corrected in place; a repealed clause no longer stands", () => {
    const corrected = wording({ id: "w3", recordedSeq: 6, supersedes: "w1" });
    expect(ids("2025-05-01", 9, [first, memo], [old, later, corrected])).toEqual(["w3"]);
    const repealed = wording({ id: "w4", revisionId: "b", recordedSeq: 8, isRepealed: true });
    expect(ids("2025-10-01", 9, [first, memo], [old, later, repealed])).toEqual([]);
    expect(ids("2025-09-30", 9, [first, memo], [old, later, repealed])).toEqual(["w1"]);
  });
});

describe("nameOn", () => {
  const name = (id: string, text: string, effectiveFrom: string, recordedSeq: number): PartyName => ({
    id,
    name: text,
    kind: "renamed",
    effectiveFrom,
    recordedSeq,
    supersedes: null,
    successorVendorId: null,
    note: "",
  });
  const names = [name("a", "旧社名", "1868-01-01", 5), name("b", "新社名", "2026-04-01", 5)];

  it("is the name of the day, and before anything was recorded the earliest one", () => {
    expect(nameOn(names, "2026-03-31", 9, "新社名")).toBe("旧社名");
    expect(nameOn(names, "2026-04-01", 9, "新社名")).toBe("新社名");
    expect(nameOn(names, "2026-04-01", 4, "新社名")).toBe("旧社名");
    expect(nameOn([], "2026-04-01", 9, "いまの社名")).toBe("いまの社名");
  });
});
