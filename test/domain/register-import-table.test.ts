import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SheetView } from "~/domain/reading";
import { emptySettings, type ImportSettings } from "~/domain/register-import";
import { askedWords, reasonsOf } from "~/domain/register-import-asked";
import { planImport } from "~/domain/register-import-plan";
import {
  dataLines,
  headingsAt,
  linesOf,
  otherTables,
  proposeColumns,
  proposeHeaderRow,
} from "~/domain/register-import-table";
import { templateFields } from "~/domain/register-import-template";
import { valuesOfCell } from "~/domain/register-import-values";
import { wordsOf } from "~/messages/words";
import { templateColumn } from "~/routes/import-template/template-column";

/** Rows of texts as a sheet, row numbers from 1; an empty list leaves its row out, as the reader does. */
function sheet(rows: readonly (readonly string[])[], more: Partial<SheetView> = {}): SheetView {
  const view = rows.map((cells, at) => ({
    row: at + 1,
    cells: cells.flatMap((text, index) => {
      const address = `${String.fromCharCode(65 + index)}${at + 1}`;
      return text === "" ? [] : [{ address, text, use: "unused" as const }];
    }),
  }));
  return { name: "一覧", isHidden: false, rows: view.filter((each) => each.cells.length > 0), ...more };
}

const reasons = (rows: string[][], settings: Partial<ImportSettings> = {}, more: Partial<SheetView> = {}) => {
  const { lines, hiddenRows } = linesOf(sheet(rows, more));
  const chosen = { ...emptySettings, hiddenRows, ...settings };
  return dataLines(lines, 1, chosen).map((line) => `${line.row} ${line.leftOut ?? "row"}`);
};

describe("what is no row of the list", () => {
  const head = ["会社名", "システム名", "製品名", "電話"];
  const row = ["つむぎ", "電子カルテ", "つむぎカルテ", "03-1111"];

  it("headings of the second page, dividers, totals, and free notes after an empty row at the foot", () => {
    const rows = [
      head,
      row,
      ["■ 本館"],
      row,
      head,
      row,
      ["合計", "3 件"],
      [],
      ["作成：情報システム課"],
      ["以上"],
    ];
    expect(reasons(rows)).toEqual([
      "2 row",
      "3 note",
      "4 row",
      "5 heading-again",
      "6 row",
      "7 total",
      "9 note",
      "10 note",
    ]);
  });

  it("a list of one or two columns has no foot: a last name after an empty row is a name", () => {
    expect(reasons([["会社名"], ["つむぎ"], [], ["うみべ"]])).toEqual(["2 row", "4 row"]);
  });

  it("another table below with its rows, until the list's own headings come again", () => {
    const other = [
      ["会社名", "担当者", "メール"],
      ["つむぎ", "山田", "y@example.com"],
    ];
    const rows = [head, row, [], ...other, head, row];
    expect(reasons(rows)).toEqual([
      "2 row",
      "4 another-table",
      "5 another-table",
      "6 heading-again",
      "7 row",
    ]);
    expect(otherTables(linesOf(sheet(rows)).lines, 1)).toEqual([4]);
  });

  it("rows hidden in the file wait for a person's word", () => {
    const rows = [head, row, row];
    expect(reasons(rows, {}, { hiddenRows: [3] })).toEqual(["2 row", "3 hidden"]);
    expect(reasons(rows, { takesHidden: true }, { hiddenRows: [3] })).toEqual(["2 row", "3 row"]);
  });
});

it("a cell joined over rows stands in each of them; a title joined over columns does not spread", () => {
  const joined = [
    { top: 1, bottom: 1, column: 1 },
    { top: 3, bottom: 5, column: 1 },
  ];
  const { lines } = linesOf(
    sheet(
      [["一覧"], ["会社名", "システム名"], ["つむぎ", "カルテ"], ["", "予約"], ["", "画像"], ["", "検査"]],
      { joined },
    ),
  );
  expect(lines.map((line) => line.cells[0])).toEqual(["一覧", "会社名", "つむぎ", "つむぎ", "つむぎ", ""]);
});

it("an apostrophe of our own export, kept by a spreadsheet, goes; others stay", () => {
  const { lines } = linesOf(
    sheet([
      ["会社名", "メモ"],
      ["'=ひばり", "'70 年代から"],
    ]),
  );
  expect(lines[1]?.cells).toEqual(["=ひばり", "'70 年代から"]);
});

it("two columns with one heading: the first is proposed, the second says why not", () => {
  const headings = ["会社名", "電話", "電話", "謎"].map((text, at) => ({ column: at + 1, text, group: "" }));
  const columns = proposeColumns(headings);
  expect(Object.values(columns)).toEqual(["vendor.name", "vendorContact.phone", null, null]);
  expect(Object.values(reasonsOf(headings, columns))).toEqual([
    "heading",
    "heading",
    "taken-twice",
    "no-word",
  ]);
  const chosen = { ...columns, 2: null, 4: "vendor.note" };
  expect(Object.values(reasonsOf(headings, chosen))).toEqual(["heading", "left", "taken-twice", "chosen"]);
});

it("words of option columns that nobody knows are asked once, with their rows", () => {
  const { lines } = linesOf(
    sheet([
      ["契約番号", "更新"],
      ["K-1", "はい"],
      ["K-2", "ハイ"],
      ["K-3", "自動"],
      ["K-4", "はい"],
    ]),
  );
  const asked = askedWords(
    dataLines(lines, 1, emptySettings),
    { 1: "contract.number", 2: "contract.renewal" },
    {},
  );
  expect(asked.map(({ word, rows, chosen }) => [word, rows, chosen])).toEqual([
    ["はい", 2, ""],
    ["ハイ", 1, ""],
  ]);
});

it.each(["ja", "en"] as const)(
  "every heading of the blank list is understood as its own field (%s)",
  (language) => {
    const headings = templateFields.map((each, at) => {
      return { column: at + 1, text: templateColumn(wordsOf(language), each).heading, group: "" };
    });
    const wanted = templateFields.map((each) => `${each.noun}.${each.field}`);
    expect(Object.values(proposeColumns(headings))).toEqual(wanted);
  },
);

describe("what is written in a list is what is registered, or a problem names the row", () => {
  const targets = [
    ["会社名", "vendor.name"],
    ["住所", "vendor.address"],
    ["担当者", "vendorContact.name"],
    ["電話", "vendorContact.phone"],
    ["システム名", "system.name"],
    ["重要度", "system.criticality"],
    ["稼働日", "system.inUseFrom"],
    ["サーバ名", "server.name"],
    ["OS", "server.os"],
    ["契約番号", "contract.number"],
    ["契約名", "contract.title"],
    ["契約開始日", "contract.inForceFrom"],
    ["契約終了日", "contract.inForceTo"],
  ] as const;
  const texts = [
    ["", "つむぎ", "うみべソフト", "みなと電機"],
    ["", "東京都", "大阪府"],
    ["", "山田", "佐藤"],
    ["", "03-1111", "０６－２２２２"],
    ["", "電子カルテ", "予約", "画像管理"],
    ["", "高", "B", "謎"],
    ["", "R8.4.1", "2026/13/1", "46113"],
    ["", "SV-01", "SV-02"],
    ["", "Linux", "Windows Server 2022"],
    ["", "K-1", "００２"],
    ["", "保守", "利用"],
    ["", "2026/4/1", "令和9年4月1日"],
    ["", "2027/3/31", "2020/3/31"],
  ];
  const defaults = {
    "vendorContact.role": "sales",
    "vendorContact.hours": "day",
    "product.name": "=system.name",
    "product.kind": "product",
    "productVersion.label": "不明",
    "system.category": "other",
    "system.form": "on-premise",
    "system.criticality": "medium",
    "server.kind": "physical",
    "server.securityUpdateBearer": "unclear",
    "contract.title": "保守契約",
    "contract.kind": "maintenance",
    "contract.renewal": "unclear",
    "contract.hospitalLabel": "甲",
    "contract.vendorLabel": "乙",
  };

  it("for every cell of every generated list", () => {
    const row = fc.tuple(...texts.map((each) => fc.constantFrom(...each)));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const { lines } = linesOf(sheet([targets.map(([heading]) => heading), ...rows]));
        expect(proposeHeaderRow(lines)).toBe(1);
        const columns = proposeColumns(headingsAt(lines, 1));
        expect(Object.values(columns)).toEqual(targets.map(([, target]) => target));
        const settings = { ...emptySettings, defaults };
        const known = { records: [], covered: new Set<string>(), own: new Set<string>() };
        const plan = planImport({ lines: dataLines(lines, 1, settings), columns, settings, known });
        for (const planned of plan.rows) {
          const cells = rows[planned.row - 2] ?? [];
          if (planned.outcome === "failed") expect(planned.problems.length).toBeGreaterThan(0);
          if (planned.outcome !== "create" && planned.outcome !== "known") continue;
          targets.forEach(([, target], at) => {
            const [field, given] = Object.entries(valuesOfCell(target, cells[at] ?? "", {}).values)[0] ?? [];
            if (field === undefined) return;
            const noun = target.slice(0, target.indexOf("."));
            const entity = planned.uses.find((each) => each.noun === noun);
            const kept = entity ? String(plan.values.get(entity)?.[field] ?? "") : undefined;
            const isNamed = planned.problems.some((each) => each.at === target);
            expect(kept === String(given) || isNamed, `${planned.row} ${target} ${given} ${kept}`).toBe(true);
          });
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("the line above the headings", () => {
  const line = (row: number, ...cells: string[]) => ({ row, cells });
  const groupsOf = (...above: string[]) =>
    headingsAt([line(1, ...above), line(2, "名称", "電話", "開始日")], 2).map((each) => each.group);

  it("is the title of the list when nothing but its first cell is filled", () => {
    expect(groupsOf("部門システム一覧（令和8年度）")).toEqual(["", "", ""]);
    expect(groupsOf("部門システム一覧（令和8年度）", "", "")).toEqual(["", "", ""]);
  });

  it("names groups of columns otherwise, each up to the next", () => {
    expect(groupsOf("事業者", "", "契約")).toEqual(["事業者", "事業者", "契約"]);
    expect(groupsOf("", "", "契約")).toEqual(["", "", "契約"]);
  });
});
