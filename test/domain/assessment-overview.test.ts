import { expect, it } from "vitest";
import type { Finding } from "~/domain/assessment";
import { chaptersOf, nextUndecided, undecidedGaps } from "~/domain/assessment-overview";
import type { Requirement } from "~/domain/guideline";
import type { Verdict } from "~/domain/verdict";

function finding(key: string, chapter: string, verdict: Verdict): Finding {
  const requirement: Requirement = {
    key,
    volume: "システム運用編",
    chapter,
    chapterTitle: "試験",
    no: 1,
    summary: key,
    appliesTo: "",
    isVendorRelevant: true,
    typicalEvidence: "",
    provenance: "own-wording",
    confidence: "low",
    verification: "",
    source: "試験",
    note: "",
  };
  return { requirement, clause: key, verdict, lines: [] };
}

const findings = [
  finding("a", "1", "met"),
  finding("b", "1", "partial"),
  finding("c", "2", "unmet"),
  finding("d", "2", "not-mapped"),
  finding("e", "1", "unanswered"),
];
const keys = (list: readonly Finding[]) => list.map((each) => each.requirement.key);

it("every finding is in exactly one chapter, in the guideline's order", () => {
  const chapters = chaptersOf(findings);
  expect(chapters.map(({ key, total }) => [key, total])).toEqual([
    ["システム運用編 1", 3],
    ["システム運用編 2", 2],
  ]);
  expect(chapters[0]?.counts).toMatchObject({ met: 1, partial: 1, unanswered: 1, unmet: 0 });
});

it("undecided are the gaps without a decision, worst first", () => {
  expect(keys(undecidedGaps(findings, new Set()))).toEqual(["c", "e", "b"]);
  expect(keys(undecidedGaps(findings, new Set(["c"])))).toEqual(["e", "b"]);
});

it("the next undecided follows the open one, begins again at the end, and is never the open one", () => {
  const undecided = undecidedGaps(findings, new Set());
  const next = (after: string | null) => nextUndecided(undecided, after)?.requirement.key ?? null;
  expect([next(null), next("c"), next("e"), next("b")]).toEqual(["c", "e", "b", "c"]);
  expect(nextUndecided(undecided.slice(0, 1), "c")).toBeNull();
  expect(nextUndecided([], null)).toBeNull();
});
