import { expect, it } from "vitest";
import {
  type FigureFacts,
  figurePoints,
  figureYears,
  firstFiscalYear,
  fiscalYearOf,
  isInUse,
} from "~/domain/figures";

const nothing: FigureFacts = {
  systems: [],
  disclosures: [],
  contracts: [],
  revisions: [],
  completions: [],
  gaps: [],
  twoFactor: [],
};
const system = {
  id: "s",
  productVersionId: "v",
  inUseFrom: "2024-02-29",
  inUseTo: null,
  registeredOn: "2025-01-01",
  archivedOn: null,
};

it("a fiscal year ends on 31 March", () => {
  expect(fiscalYearOf("2026-03-31")).toBe(2025);
  expect(fiscalYearOf("2026-04-01")).toBe(2026);
  expect(fiscalYearOf("2024-02-29")).toBe(2023);
  expect(fiscalYearOf("2019-05-01")).toBe(2019);
});

it("counts a system on its first and last day of use, and not on the day it was put away", () => {
  const used = { ...system, inUseTo: "2025-03-31" };
  expect(["2024-02-28", "2024-02-29", "2025-03-31", "2025-04-01"].map((day) => isInUse(used, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  const archived = { ...system, inUseFrom: null, archivedOn: "2025-02-01" };
  expect(
    ["2024-12-31", "2025-01-01", "2025-01-31", "2025-02-01"].map((day) => isInUse(archived, day)),
  ).toEqual([false, true, true, false]);
});

it("shows nothing where nothing is recorded, and at most ten years", () => {
  expect(firstFiscalYear(nothing, "2026-11-25", 10)).toBe(null);
  expect(firstFiscalYear({ ...nothing, systems: [system] }, "2026-11-25", 10)).toBe(2023);
  const old = { ...system, inUseFrom: "1999-04-01" };
  expect(firstFiscalYear({ ...nothing, systems: [old] }, "2026-11-25", 10)).toBe(2017);
});

it("points at the ends of fiscal years say what held then, as it is known now", () => {
  const revision = { roleSheetId: "r", contractId: "c", supersedes: null };
  const facts: FigureFacts = {
    ...nothing,
    systems: [system, { ...system, id: "t", productVersionId: "w", inUseFrom: "2025-04-01" }],
    disclosures: [
      { productVersionId: "v", issuedOn: "2025-03-31", isWithdrawn: false },
      { productVersionId: "w", issuedOn: "2025-05-01", isWithdrawn: true },
    ],
    contracts: [
      {
        id: "c",
        periods: [
          {
            id: "p",
            effectiveFrom: "2024-04-01",
            recordedSeq: 1,
            supersedes: null,
            inForceFrom: "2024-04-01",
            inForceTo: null,
          },
        ],
      },
    ],
    revisions: [
      { ...revision, id: "1", effectiveFrom: "2025-04-01", recordedSeq: 2, checked: 4, yes: 1 },
      {
        ...revision,
        id: "2",
        effectiveFrom: "2025-04-01",
        recordedSeq: 3,
        checked: 4,
        yes: 3,
        supersedes: "1",
      },
    ],
    twoFactor: [],
  };
  const [first, second, today] = figurePoints(facts, 2024, "2026-11-25");
  expect(first).toMatchObject({
    day: "2025-03-31",
    disclosed: { count: 1, total: 1 },
    roleSheets: { count: 0, total: 1 },
    firstYes: { count: 0, total: 0 },
  });
  expect(second).toMatchObject({
    day: "2026-03-31",
    disclosed: { count: 1, total: 2 },
    roleSheets: { count: 1, total: 1 },
    firstYes: { count: 3, total: 4 },
  });
  expect(today).toMatchObject({ day: "2026-11-25", twoFactor: { unknown: 4, ready: 0 } });
});

it("years count what happened between April and March, and what was left at the end", () => {
  const facts: FigureFacts = {
    ...nothing,
    completions: [
      { checkedOn: "2025-04-01", completedOn: "2026-03-31" },
      { checkedOn: "2026-03-01", completedOn: "2026-04-01" },
      { checkedOn: "2026-03-01", completedOn: "2026-03-02" },
    ],
    gaps: [
      { openedOn: "2026-03-31", closedOn: "2026-04-01" },
      { openedOn: "2026-03-31", closedOn: null },
    ],
  };
  expect(figureYears(facts, 2025, "2026-11-25")).toEqual([
    {
      fiscalYear: 2025,
      completions: { count: 2, medianDays: 182.5, longestDays: 364 },
      gaps: { opened: 2, closed: 0, openAtEnd: 2 },
    },
    {
      fiscalYear: 2026,
      completions: { count: 1, medianDays: 31, longestDays: 31 },
      gaps: { opened: 0, closed: 1, openAtEnd: 1 },
    },
  ]);
});
