import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Block,
  choicesOf,
  type GridRow,
  type GridWords,
  inverseOf,
  planFillDown,
  planPaste,
  valueInCell,
} from "~/domain/role-grid";
import { type RawRow, typedFields } from "~/domain/role-row-input";
import { mergeRow } from "~/domain/role-row-merge";
import { rawRow } from "../support/records";

const parties = [
  ["甲", "hospital"],
  ["乙", "vendor"],
  ["共同", "both"],
  ["第三者", "third-party"],
  ["未定", "undecided"],
] as const;
const words: GridWords = {
  party: parties,
  emergencyParty: [...parties.slice(0, 4), ["平常時と同じ", "same"]],
  endParty: [...parties.slice(0, 4), ["平常時と同じ", "same"]],
  firstCheck: [
    ["はい", "yes"],
    ["いいえ", "no"],
  ],
  cost: [["含む", "included"]],
};
const rows = (count: number, change: (at: number) => Partial<GridRow> = () => ({})): GridRow[] =>
  Array.from({ length: count }, (_each, at) => ({
    rowId: `r${at}`,
    label: `行${at}`,
    isOpen: true,
    values: rawRow(),
    ...change(at),
  }));
const cell = (field: (typeof typedFields)[number], text: string) => {
  const read = valueInCell(field, text, words);
  return "value" in read ? read.value : read.problem.code;
};
const one = (top: number, left: number): Block => ({ top, left, bottom: top, right: left });

describe("what a cell means", () => {
  it.each([
    ["party", "乙", "vendor"],
    ["party", " 乙 ", "vendor"],
    ["party", "2", "vendor"],
    ["party", "６", "role-cell-word-unknown"],
    ["party", "", "undecided"],
    ["party", "丁", "role-cell-word-unknown"],
    ["party", "vendor", "vendor"],
    ["emergencyParty", "平常時と同じ", "same"],
    ["emergencyParty", "未定", "role-cell-word-unknown"],
    ["emergencyParty", "−", ""],
    ["firstCheck", "はい。", "yes"],
    ["firstCheck", "不明", "role-cell-word-unknown"],
    ["completedOn", "2026/5/1", "2026-05-01"],
    ["completedOn", "令和8年5月1日", "2026-05-01"],
    ["completedOn", "R8.5.1", "2026-05-01"],
    ["completedOn", "2026-02-29", "field-not-a-day"],
    ["completedOn", "来月", "field-not-a-day"],
    ["completedOn", "", ""],
    ["what", "一行目\r\n二行目", "一行目\n二行目"],
    ["clause", "長".repeat(201), "field-too-long"],
  ] as const)("%s %s → %s", (field, text, value) => {
    expect(cell(field, text)).toBe(value);
  });

  it("takes every code and every word of a column, and nothing else, over all texts", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("party", "firstCheck", "cost", "emergencyParty"),
        fc.string(),
        (field, text) => {
          const read = valueInCell(field, text, words);
          if ("value" in read) expect([...choicesOf[field]]).toContain(read.value);
          else expect(read.problem).toMatchObject({ code: "role-cell-word-unknown", at: field });
        },
      ),
    );
  });
});

describe("pasting", () => {
  it("lays the cells from the upper left, names what it does not know, and counts what lies beyond", () => {
    const cells = [
      ["乙", "", "平常時と同じ"],
      ["丁", "", "甲"],
      ["甲", "", "丁"],
    ];
    const change = planPaste(cells, one(1, 0), rows(3), typedFields.slice(0, 2), words);
    expect(change.edits).toEqual([
      { rowId: "r1", base: { party: "undecided" }, fields: { party: "vendor" } },
    ]);
    expect(change.problems).toMatchObject([
      { rowId: "r2", field: "party", problem: { code: "role-cell-word-unknown", params: { value: "丁" } } },
    ]);
    expect(change.beyond).toEqual({ rows: 1, columns: 1 });
  });

  it("fills a marked block with a single cell", () => {
    const block = { top: 0, left: 0, bottom: 2, right: 0 };
    const change = planPaste([["甲"]], block, rows(4), typedFields, words);
    expect(change.edits.map((each) => [each.rowId, each.fields.party])).toEqual([
      ["r0", "hospital"],
      ["r1", "hospital"],
      ["r2", "hospital"],
    ]);
  });

  it("leaves a settled row as it is and says so", () => {
    const given = rows(2, (at) => ({ isOpen: at === 1 }));
    const change = planPaste([["甲"], ["甲"]], one(0, 0), given, typedFields, words);
    expect(change.edits.map((each) => each.rowId)).toEqual(["r1"]);
    expect(change.problems.map((each) => [each.rowId, each.problem.code])).toEqual([
      ["r0", "role-row-locked"],
    ]);
  });

  it("accounts for every cell: taken, unchanged, reported or beyond", () => {
    const text = fc.constantFrom("甲", "乙", "丁", "", "はい", "2026/5/1");
    const cells = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(cells, fc.nat(5), fc.nat(12), (pasted, top, left) => {
        const grid = rows(6);
        const change = planPaste(pasted, one(top, left), grid, typedFields, words);
        const isSingle = pasted.length === 1 && pasted[0]?.length === 1;
        for (const [down, line] of pasted.entries()) {
          for (const [right, given] of line.entries()) {
            const [row, field] = [grid[top + down], typedFields[left + right]];
            if (!row) expect(change.beyond.rows).toBeGreaterThan(0);
            else if (field === undefined) expect(change.beyond.columns).toBeGreaterThan(0);
            else {
              const read = valueInCell(field, given, words);
              const edit = change.edits.find((each) => each.rowId === row.rowId);
              const said = change.problems.some((each) => each.rowId === row.rowId && each.field === field);
              if ("problem" in read) expect(said).toBe(true);
              else if (read.value !== row.values[field]) expect(edit?.fields[field]).toBe(read.value);
              else expect(edit?.fields[field]).toBeUndefined();
            }
          }
        }
        if (isSingle) expect(change.edits.length + change.problems.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("fills down the top row of a block", () => {
    const given = rows(3, (at) => ({
      values: rawRow(at === 0 ? { party: "vendor", what: "確かめる" } : {}),
    }));
    const block = { top: 0, left: 0, bottom: 2, right: typedFields.indexOf("what") };
    const { edits } = planFillDown(block, given, typedFields);
    expect(edits.map((each) => [each.rowId, each.fields])).toEqual([
      ["r1", { party: "vendor", what: "確かめる" }],
      ["r2", { party: "vendor", what: "確かめる" }],
    ]);
  });
});

describe("joining what two people typed", () => {
  const value = fc.constantFrom("", "甲が行う", "乙が行う");
  const some = fc.record({ what: value, clause: value, remark: value });
  const raw = (fields: Partial<RawRow>) => rawRow(fields);

  it("keeps every change of one side, and reports every field both changed differently", () => {
    fc.assert(
      fc.property(some, some, some, (base, mine, theirs) => {
        const { merged, conflicts } = mergeRow(base, mine, raw(theirs));
        for (const field of ["what", "clause", "remark"] as const) {
          const iChanged = mine[field] !== base[field];
          const theyChanged = theirs[field] !== base[field];
          const isConflict = conflicts.some((each) => each.field === field);
          expect(isConflict).toBe(iChanged && theyChanged && mine[field] !== theirs[field]);
          if (isConflict) expect(merged[field]).toBe(theirs[field]);
          else expect(merged[field]).toBe(iChanged ? mine[field] : theirs[field]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("comes to the same whoever saves first, where nobody touched the other's field", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const base = raw({});
        const first = mergeRow(base, { what: a }, base).merged;
        const second = mergeRow(base, { clause: b }, base).merged;
        expect(mergeRow(base, { clause: b }, first).merged).toEqual(
          mergeRow(base, { what: a }, second).merged,
        );
      }),
    );
  });

  it("undoes an edit, and reports where somebody wrote over it", () => {
    const edit = { rowId: "r", base: { what: "前" }, fields: { what: "後" } };
    const [undo] = inverseOf([edit]);
    if (!undo) throw new Error("no edit");
    expect(mergeRow(undo.base, undo.fields, raw({ what: "後" })).merged.what).toBe("前");
    const over = mergeRow(undo.base, undo.fields, raw({ what: "他の人" }));
    expect(over.conflicts).toMatchObject([{ field: "what", mine: "前", theirs: "他の人" }]);
  });
});
