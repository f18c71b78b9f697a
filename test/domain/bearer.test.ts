import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BearingSheet, bearersOf, MAX_PROOFS, type RowTie, tiesOf } from "~/domain/bearer";
import { emptyRow, type RoleRow, rowParties } from "~/domain/role-sheet";

const FORM = "form@1";
const tie = (rowItem: string, form = FORM): RowTie => ({
  ...{ form, rowItem, mapping: "m@1", line: `line-${rowItem}`, reason: "理由" },
});
const row = (itemKey: string, fields: Partial<RoleRow> = {}): RoleRow => ({
  ...emptyRow({ rowKey: itemKey, itemKey, part: 2, group: "", no: "A1", label: itemKey, content: "" }),
  ...fields,
});
const sheet = (rows: RoleRow[], more: Partial<BearingSheet> = {}): BearingSheet => ({
  ...{
    roleSheetId: "s",
    title: "表",
    form: FORM,
    contractId: "c",
    contractNumber: "K-1",
    vendorName: "つむぎ",
  },
  ...{ hospitalLabel: "甲", vendorLabel: "乙", revisionId: "r", revisionNo: 1, effectiveFrom: "2026-04-01" },
  ...{ rows, ...more },
});

describe("bearersOf", () => {
  it.each([
    ["no line at all", [], [sheet([row("a", { party: "vendor" })])], "not-mapped"],
    ["no line, no contract", [], null, "not-mapped"],
    ["a line, but no contract in force", [tie("a")], null, "no-contract"],
    ["a line, but no agreed sheet", [tie("a")], [], "no-sheet"],
    [
      "a line to a form no sheet uses",
      [tie("a", "other@1")],
      [sheet([row("a", { party: "vendor" })])],
      "not-mapped",
    ],
    ["the row is undecided", [tie("a")], [sheet([row("a")])], "undecided"],
    [
      "the row is left out, whoever it names",
      [tie("a")],
      [sheet([row("a", { party: "vendor", leftOutReason: "対象がない" })])],
      "left-out",
    ],
    ["the row names the vendor", [tie("a")], [sheet([row("a", { party: "vendor" })])], "vendor つむぎ"],
    ["the row names the hospital", [tie("a")], [sheet([row("a", { party: "hospital" })])], "hospital "],
    ["the row names both", [tie("a")], [sheet([row("a", { party: "both" })])], "both つむぎ"],
    [
      "the row names somebody else",
      [tie("a")],
      [sheet([row("a", { party: "third-party", thirdPartyName: "回線の会社" })])],
      "third-party 回線の会社",
    ],
  ] as const)("%s", (_what, ties, sheets, expected) => {
    const found = bearersOf(ties, sheets);
    const said =
      found.kind === "not-mapped"
        ? found.kind
        : found.kind === "nobody"
          ? found.why
          : found.bearers.map((each) => `${each.party} ${each.name}`).join();
    expect(said).toBe(expected);
  });

  it("a row that the hospital added has no item and proves nothing", () => {
    const own = { ...row("a", { party: "vendor" }), itemKey: null };
    expect(bearersOf([tie("a")], [sheet([own])])).toEqual({ kind: "not-mapped" });
  });

  it("names each bearer once, counts rows that name nobody, and tells sheet, revision, row and line", () => {
    const sheets = [
      sheet([row("a", { party: "vendor", emergencyParty: "hospital" }), row("b")]),
      sheet([row("a", { party: "vendor" })], { revisionId: "r2" }),
      sheet([row("a", { party: "vendor" })], { revisionId: "r3", vendorName: "うみべ" }),
    ];
    const found = bearersOf([tie("a"), tie("b")], sheets);
    expect(found).toMatchObject({
      kind: "borne",
      bearers: [
        { party: "vendor", name: "つむぎ" },
        { party: "vendor", name: "うみべ" },
      ],
      open: 1,
      more: 0,
    });
    if (found.kind === "not-mapped") throw new Error("not mapped");
    expect(found.proofs[0]).toMatchObject({
      ...{ revisionId: "r", revisionNo: 1, effectiveFrom: "2026-04-01", contractNumber: "K-1", no: "A1" },
      ...{ emergencyParty: "hospital", tie: { mapping: "m@1", line: "line-a", reason: "理由" } },
    });
  });

  it("nobody is only said of rows that all name nobody, and no row is lost", () => {
    const parties = fc.array(
      fc.record({ party: fc.constantFrom(...rowParties), isLeftOut: fc.boolean(), isTied: fc.boolean() }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(parties, (given) => {
        const rows = given.map(({ party, isLeftOut }, at) =>
          row(`r${at}`, { party, thirdPartyName: "他社", leftOutReason: isLeftOut ? "なし" : "" }),
        );
        const ties = given.flatMap((each, at) => (each.isTied ? [tie(`r${at}`)] : []));
        const found = bearersOf(ties, [sheet(rows)]);
        const tied = given.filter((each) => each.isTied);
        const names = tied.filter((each) => !each.isLeftOut && each.party !== "undecided");
        if (found.kind === "not-mapped") {
          expect(tied).toEqual([]);
          return;
        }
        expect(found.kind).toBe(names.length > 0 ? "borne" : "nobody");
        expect(found.proofs.length + found.more).toBe(tied.length);
        expect(found.proofs.length).toBeLessThanOrEqual(MAX_PROOFS);
      }),
    );
  });
});

describe("tiesOf", () => {
  const line = (requirement: string, questions: string[]) => ({
    ...{
      id: `${requirement}-line`,
      requirement,
      questions,
      rule: "any-yes" as const,
      relation: "touches" as const,
    },
    ...{ acceptsNotApplicable: true, reason: "理由" },
  });
  const head = {
    ...{ id: "m", version: "1", title: "", issuer: "", issuedOn: null, source: "", licence: "", notice: "" },
    replacedBy: null,
  };
  const forms = new Set([FORM]);

  it("runs from a form to a guideline and from a questionnaire to a form alike", () => {
    const down = { head, from: FORM, to: "guideline@1", lines: [line("req", ["a", "b"])] };
    const up = { head, from: "questions@1", to: FORM, lines: [line("a", ["q1", "q2"])] };
    const rowsOf = (ref: string) =>
      [...tiesOf([down, up], forms, ref)].map(([item, ties]) => [item, ties.map((each) => each.rowItem)]);
    expect(rowsOf("guideline@1")).toEqual([["req", ["a", "b"]]]);
    expect(rowsOf("questions@1")).toEqual([
      ["q1", ["a"]],
      ["q2", ["a"]],
    ]);
  });

  it("a mapping between two other catalogues ties nothing, nor does another edition's", () => {
    const other = { head, from: "questions@1", to: "guideline@1", lines: [line("req", ["q1"])] };
    const edition = { head, from: FORM, to: "guideline@2", lines: [line("req", ["a"])] };
    expect(tiesOf([other, edition], forms, "guideline@1").size).toBe(0);
  });
});
