import { describe, expect, it } from "vitest";
import type { CheckFacts } from "~/domain/check-facts";
import { type MeasureAnswer, measureBoard, problemsOfMeasure } from "~/domain/measure-board";
import { emptyRow, type RoleRow } from "~/domain/role-sheet";
import { checkedSystem, measureRecord, noFacts } from "../support/check-facts";
import { testCatalogues } from "../support/ports";

const catalogues = await testCatalogues();
const { measures } = catalogues.selfChecks;
const only = (key: string) => measures.filter((each) => each.key === key);
const row = (fields: Partial<RoleRow>): RoleRow => ({
  ...emptyRow({ rowKey: "k", itemKey: null, part: 2, group: "", no: "", label: "行", content: "" }),
  party: "vendor",
  ...fields,
});
const contract = { id: "c", number: "K-1", title: "保守", vendorId: "v", vendor: "V", systemIds: ["a"] };
const sheet = { id: "r", roleSheetId: "s", contractId: "c", title: "分担", effectiveFrom: "2026-04-01" };
const facts = (fields: Partial<CheckFacts> = {}): CheckFacts => ({
  ...noFacts,
  systems: [checkedSystem("a"), checkedSystem("b")],
  contracts: [contract],
  sheets: [sheet],
  ...fields,
});
const board = (
  key: string,
  rows: RoleRow[],
  fields: Partial<CheckFacts> = {},
  answers: MeasureAnswer[] = [],
) =>
  measureBoard(only(key), { facts: facts(fields), answers, rows: new Map([["r", rows]]), day: "2026-11-24" });

describe("who bears it", () => {
  it("takes rows of ours by their key and rows of loaded forms by their words, of contracts that hold the system", () => {
    const rows = [
      row({ itemKey: "starter:backup-restore-test", label: "試験" }),
      row({ itemKey: "item:7", label: "データのバックアップ", party: "hospital" }),
      row({ itemKey: "starter:log-keeping", label: "バックアップのログ" }),
      row({ itemKey: null, label: "バックアップ", leftOutReason: "対象外" }),
    ];
    const [a, b] = board("backup", rows);
    expect(a?.bearers.map((each) => each.party)).toEqual(["vendor", "hospital"]);
    expect(b?.bearers).toEqual([]);
  });

  it("counts the servers of the system where the measure is about their updates", () => {
    const server = (id: string, systemId: string, bearer: string) => ({
      id,
      name: id,
      systemId,
      system: "",
      bearer,
    });
    const servers = [server("1", "a", "vendor"), server("2", "a", "unclear"), server("3", "b", "hospital")];
    const cells = board("patches", [], { servers });
    expect(cells.map((each) => each.servers)).toEqual([
      { vendor: 1, hospital: 0, unclear: 1 },
      { vendor: 0, hospital: 1, unclear: 0 },
    ]);
    expect(board("logs", [], { servers })[0]?.servers).toBeNull();
  });
});

it("shows the last time it was done, of records that stand", () => {
  const done = [
    measureRecord("a", "logs", "2026-05-01"),
    measureRecord("a", "logs", "2026-09-01", { id: "wrong" }),
    measureRecord("a", "logs", "2026-09-01", {
      id: "back",
      supersedes: "wrong",
      isWithdrawn: true,
      recordedSeq: 2,
    }),
    measureRecord("b", "patches", "2026-10-01"),
  ];
  expect(board("logs", [], { measures: done }).map((each) => each.last?.doneOn ?? null)).toEqual([
    "2026-05-01",
    null,
  ]);
});

it("puts answers to the systems of their product version, and leaves out systems no longer in use", () => {
  const answer: MeasureAnswer = {
    measureKey: "logs",
    productVersionId: "version-a",
    disclosureId: "d",
    no: "17-1",
    question: "",
    answer: "yes",
    remark: "",
    cell: "",
    mapping: "m@1",
  };
  const systems = [checkedSystem("a"), checkedSystem("b", { inUseTo: "2026-11-23" })];
  const cells = board("logs", [], { systems }, [answer, { ...answer, measureKey: "media" }]);
  expect(cells.map((each) => [each.system.id, each.answers.length])).toEqual([["a", 1]]);
});

it("the measures that ship name requirements and role rows that exist", () => {
  const roleKeys = new Set(
    [...catalogues.roleSheetForms.values()].flatMap((each) => each.items.map((item) => item.key)),
  );
  for (const { requirements, roleItems } of measures) {
    expect(roleItems.filter((key) => !roleKeys.has(key))).toEqual([]);
    for (const { guideline, requirement } of requirements) {
      const found = catalogues.guideline(guideline)?.requirements.some((each) => each.key === requirement);
      expect([guideline, requirement, found]).toEqual([guideline, requirement, true]);
    }
  }
});

it("refuses what was not done yet, done by nobody knows what, or unknown", () => {
  const codes = (fields = {}) => {
    const raw = { measureKey: "logs", doneOn: "2026-11-24", what: "見た", evidence: "点検表", ...fields };
    return problemsOfMeasure(raw, measures, "2026-11-24").map((each) => `${each.code} ${each.at}`);
  };
  expect(codes()).toEqual([]);
  expect(codes({ doneOn: "2026-11-25" })).toEqual(["field-not-a-day doneOn"]);
  expect(codes({ what: " ", evidence: "" })).toEqual(["field-required what", "field-required evidence"]);
  expect(codes({ measureKey: "x" })).toEqual(["field-not-an-option measureKey"]);
});
