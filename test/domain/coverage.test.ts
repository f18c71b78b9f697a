import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CoverageContract, coverageOf } from "~/domain/coverage";
import { emptyRow, type RoleRow, type RowParty, rowParties, situationParties } from "~/domain/role-sheet";

const row = (fields: Partial<RoleRow> = {}, rowKey = "k"): RoleRow => ({
  ...emptyRow({ rowKey, itemKey: rowKey, part: 2, group: "", no: "", label: rowKey, content: "" }),
  ...fields,
});
const contract = (name: string, rows: RoleRow[][], systemIds = ["s"]): CoverageContract => ({
  contractId: name,
  number: name,
  title: name,
  vendorId: name,
  vendor: `${name}社`,
  hospitalLabel: "甲",
  vendorLabel: "乙",
  systemIds,
  sheets: rows.map((each, at) => ({ roleSheetId: `${name}${at}`, title: `表${at}`, rows: each })),
});
const named = (party: RowParty, more: Partial<RoleRow> = {}) => row({ party, ...more });
const first = (contracts: CoverageContract[], situation: "normal" | "emergency" | "end" = "normal") =>
  coverageOf(contracts, situation).rows[0];

describe("two contracts on the same system, one row each", () => {
  /** Who is named by A and by B, and whether that is two parties for one thing. */
  const table: [RowParty, RowParty, isNobody: boolean, isTwice: boolean][] = [
    ["undecided", "undecided", true, false],
    ["undecided", "hospital", false, false],
    ["undecided", "vendor", false, false],
    ["undecided", "both", false, false],
    ["undecided", "third-party", false, false],
    ["hospital", "hospital", false, false],
    ["hospital", "vendor", false, true],
    ["hospital", "both", false, true],
    ["hospital", "third-party", false, true],
    ["vendor", "vendor", false, true],
    ["vendor", "both", false, true],
    ["vendor", "third-party", false, true],
    ["both", "both", false, true],
    ["both", "third-party", false, true],
    ["third-party", "third-party", false, false],
  ];
  const third = { thirdPartyName: "回線社" };

  it("the table has every pair", () => {
    expect(table).toHaveLength((rowParties.length * (rowParties.length + 1)) / 2);
  });
  it.each(table)("%s and %s", (a, b, isNobody, isTwice) => {
    for (const [one, two] of [
      [a, b],
      [b, a],
    ] as const) {
      const found = first([contract("A", [[named(one, third)]]), contract("B", [[named(two, third)]])]);
      expect(found?.isNobody).toBe(isNobody);
      expect(found?.twice).toEqual(isTwice ? [0, 1] : []);
    }
  });
  it("a third party that is the other contract's vendor is one party", () => {
    const a = contract("A", [[named("third-party", { thirdPartyName: "B社" })]]);
    expect(first([a, contract("B", [[named("vendor")]])])?.twice).toEqual([]);
    expect(first([a, contract("B", [[named("hospital")]])])?.twice).toEqual([0, 1]);
  });
  it("each vendor for a system of its own is no overlap", () => {
    const found = first([contract("A", [[named("vendor")]]), contract("B", [[named("vendor")]], ["t"])]);
    expect(found?.twice).toEqual([]);
  });
});

describe("one contract", () => {
  const kindOf = (rows: RoleRow[][]) => first([contract("A", rows)])?.cells[0];
  it.each([
    ["an undecided row", [[named("undecided")]], { kind: "nobody" }],
    [
      "a row that was left out",
      [[named("vendor", { leftOutReason: "対象なし" })]],
      { kind: "no-row", leftOutReason: "対象なし" },
    ],
    [
      "one sheet of two decided",
      [[named("undecided")], [named("vendor")]],
      { kind: "party", party: "vendor" },
    ],
    ["two sheets that agree", [[named("vendor")], [named("vendor")]], { kind: "party", party: "vendor" }],
    ["two sheets that differ", [[named("vendor")], [named("hospital")]], { kind: "split" }],
    [
      "left out of one sheet only",
      [[named("vendor", { leftOutReason: "x" })], [named("hospital")]],
      { kind: "party", party: "hospital" },
    ],
  ] as const)("%s", (_name, rows, cell) => {
    expect(kindOf(rows.map((each) => [...each]))).toMatchObject(cell);
  });
  it("without an agreed sheet says so, and a row of another contract is none of its", () => {
    const found = first([
      contract("A", []),
      contract("B", [[]], ["t"]),
      contract("C", [[named("vendor")]], ["u"]),
    ]);
    expect(found?.cells.map((each) => each.kind)).toEqual(["no-sheet", "no-row", "party"]);
  });
});

it("in an emergency 「平常時と同じ」 is the party of normal times, and silence is nobody", () => {
  const given = (fields: Partial<RoleRow>) => first([contract("A", [[row(fields)]])], "emergency");
  expect(given({ party: "vendor", emergencyParty: "same" })?.cells[0]).toMatchObject({ party: "vendor" });
  expect(given({ party: "vendor", emergencyParty: "hospital" })?.cells[0]).toMatchObject({
    party: "hospital",
  });
  expect(given({ party: "vendor", emergencyParty: "" })?.isNobody).toBe(true);
  expect(given({ party: "undecided", emergencyParty: "same" })?.isNobody).toBe(true);
});

it("shows every row of every sheet once, counts what it shows, and does not depend on the contracts' order", () => {
  const rows = fc.uniqueArray(
    fc.record({
      rowKey: fc.constantFrom("a", "b", "c", "d"),
      party: fc.constantFrom(...rowParties),
      emergencyParty: fc.constantFrom(...situationParties),
      leftOutReason: fc.constantFrom("", "", "対象なし"),
    }),
    { selector: (each) => each.rowKey },
  );
  const contracts = fc.array(fc.tuple(fc.array(rows, { maxLength: 2 }), fc.constantFrom("s", "t")), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(contracts, fc.constantFrom("normal" as const, "emergency" as const), (given, situation) => {
      const made = given.map(([sheets, system], at) =>
        contract(
          String(at),
          sheets.map((sheet) => sheet.map(({ rowKey, ...fields }) => row(fields, rowKey))),
          [system],
        ),
      );
      const found = coverageOf(made, situation);
      const keys = new Set(
        made
          .flatMap((each) => each.sheets)
          .flatMap((each) => each.rows)
          .map((each) => each.rowKey),
      );
      expect(new Set(found.rows.map((each) => each.key))).toEqual(keys);
      expect(found.rows).toHaveLength(keys.size);
      expect(found.counts.nobody).toBe(found.rows.filter((each) => each.isNobody).length);
      const turned = coverageOf([...made].reverse(), situation);
      for (const each of found.rows) {
        const same = turned.rows.find((other) => other.key === each.key);
        expect(same?.isNobody).toBe(each.isNobody);
        expect(same?.twice.map((at) => made.length - 1 - at).sort()).toEqual(each.twice);
        expect(same?.cells.toReversed()).toEqual(each.cells);
      }
    }),
    { numRuns: 500 },
  );
});
