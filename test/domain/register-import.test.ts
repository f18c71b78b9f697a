import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SheetView } from "~/domain/reading";
import { fieldsOf, type RegisterNoun } from "~/domain/register";
import { emptySettings, type ImportSettings } from "~/domain/register-import";
import { bookOfKnown, type KnownRecord, type KnownRegisters } from "~/domain/register-import-names";
import { planImport } from "~/domain/register-import-plan";
import {
  dataLines,
  headingsAt,
  linesOf,
  proposeColumns,
  proposeHeaderRow,
} from "~/domain/register-import-table";
import { isSimilarName } from "~/domain/similar-name";

/** A sheet out of a drawing: cells between `|`, one line a row, row numbers from 1. */
function sheet(drawing: string): SheetView {
  const rows = drawing
    .trim()
    .split("\n")
    .map((line) =>
      line
        .trim()
        .split("|")
        .map((cell) => cell.trim()),
    );
  return {
    name: "一覧",
    isHidden: false,
    rows: rows.map((cells, at) => ({
      row: at + 1,
      cells: cells.flatMap((text, index) =>
        text === ""
          ? []
          : [{ address: `${String.fromCharCode(65 + index)}${at + 1}`, text, use: "unused" as const }],
      ),
    })),
  };
}

const nothing: KnownRegisters = { records: [], covered: new Set(), own: new Set() };
const usualDefaults = {
  "vendorContact.role": "sales",
  "vendorContact.hours": "day",
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

type Options = { settings?: Partial<ImportSettings>; known?: KnownRegisters; headerRow?: number };

function plan(drawing: string, options: Options = {}) {
  const { lines } = linesOf(sheet(drawing));
  const headerRow = options.headerRow ?? proposeHeaderRow(lines);
  const columns = proposeColumns(headingsAt(lines, headerRow));
  const settings = { ...emptySettings, defaults: usualDefaults, ...options.settings };
  const data = dataLines(lines, headerRow, settings);
  return {
    headerRow,
    columns,
    ...planImport({ lines: data, columns, settings, known: options.known ?? nothing }),
  };
}
/** `row outcome: what it makes` with the problems' codes and places. */
const inShort = (made: ReturnType<typeof plan>) =>
  made.rows.map((row) =>
    [
      `${row.row} ${row.outcome}`,
      ...(row.leftOut ? [row.leftOut] : []),
      ...row.makes.map((each) => `+${each.noun} ${each.name}`),
      ...row.problems.map((each) => `!${each.code} ${each.at}`),
    ].join(" "),
  );

const known = (
  noun: RegisterNoun,
  id: string,
  values: KnownRecord["values"],
  isArchived = false,
): KnownRecord => ({
  noun,
  id,
  values: { ...Object.fromEntries(Object.keys(fieldsOf(noun)).map((field) => [field, ""])), ...values },
  isArchived,
});

describe("a clerk's list", () => {
  it("title above, headings two lines high, empty rows, total and note at the foot", () => {
    const made = plan(`
      部門システム一覧（令和8年4月1日現在）
      |
      No|部門システム|事業者|||契約||備考
      ||会社名|担当者|電話|番号|期間|
      1|電子カルテ|つむぎ情報|山田|03-1111|００１２|R8.4.1～R9.3.31|本館
      2|予約|うみべソフト|佐藤|03-2222|K-2|2026/4/1～|
      合計|2 件||||||
      ※ 保守契約のみ||||||`);
    expect(made.headerRow).toBe(4);
    expect(Object.values(made.columns)).toEqual([
      null,
      "system.name",
      "vendor.name",
      "vendorContact.name",
      "vendorContact.phone",
      "contract.number",
      "contract.period",
      "system.note",
    ]);
    expect(inShort(made)).toEqual([
      "5 failed !field-required product.name",
      "6 failed !field-required product.name",
      "7 left-out total",
      "8 left-out note",
    ]);
    const same = plan(
      `システム名|会社名|担当者|契約番号|契約期間|契約名
      電子カルテ|つむぎ情報|山田|００１２|R8.4.1～R9.3.31|保守
      予約|つむぎ情報|山田||2026/4/1～|`,
      { settings: { defaults: { ...usualDefaults, "product.name": "=system.name" } } },
    );
    expect(inShort(same)[0]).toBe(
      "2 create +vendor つむぎ情報 +vendorContact 山田 +product 電子カルテ +productVersion 不明 +system 電子カルテ +contract 0012",
    );
    // a row without a contract's number has no contract; what it says of one all the same is named
    expect(inShort(same)[1]).toBe(
      "3 create +product 予約 +productVersion 不明 +system 予約 !import-without-name contract.inForceFrom",
    );
    const contract = same.rows[0]?.makes.at(-1);
    expect(contract && same.values.get(contract)).toMatchObject({
      inForceFrom: "2026-04-01",
      inForceTo: "2027-03-31",
    });
  });

  it("one row a server: what repeats is made once, other values are reported, nothing is written over", () => {
    const made = plan(`
      ベンダ|製品名|Ver.|システム|重要度|サーバー名|OS
      つむぎ|カルテ|８.２|電子カルテ|高|SV-01|Windows Server 2022
      つむぎ|カルテ|8.2|電子カルテ|中|SV-02|
      つむぎ|カルテ|8.2|電子カルテ||SV-02|Linux`);
    expect(inShort(made)).toEqual([
      "2 create +vendor つむぎ +product カルテ +productVersion 8.2 +system 電子カルテ +server SV-01",
      "3 create +server SV-02 !import-differs system.criticality",
      "4 known",
    ]);
    expect(made.counts).toEqual({ create: 2, known: 1, asks: 0, "left-out": 0, failed: 0 });
    const [, second] = made.rows;
    const server = second?.makes[0];
    expect(server && made.values.get(server)?.os).toBe("Linux"); // the first value given, wherever it stands
  });

  it("merged vendor cells: the rows below fail until the column is filled down", () => {
    const drawing = `
      会社名|製品名
      つむぎ|カルテ
      |予約
      うみべ|透析`;
    expect(inShort(plan(drawing))[1]).toBe("3 failed !field-required vendor.name");
    const filled = plan(drawing, { settings: { fillDown: [1] } });
    expect(inShort(filled)).toEqual([
      "2 create +vendor つむぎ +product カルテ",
      "3 create +product 予約",
      "4 create +vendor うみべ +product 透析",
    ]);
  });

  it("asks about names that are alike, in the registers and in the table itself, and waits", () => {
    const records = [known("vendor", "v1", { name: "株式会社つむぎ情報" })];
    const drawing = `
      会社名|製品名
      つむぎ情報|カルテ
      うみべソフト|予約
      うみべソフトウェア|問診
      うみべソフトウェア|会計`;
    const book = { ...nothing, records };
    const open = plan(drawing, { known: book });
    expect(inShort(open)).toEqual([
      "2 asks",
      "3 create +vendor うみべソフト +product 予約",
      "4 asks",
      "5 asks",
    ]);
    expect(
      open.questions.map((each) => [each.name, each.rows, each.candidates.map((one) => one.answer)]),
    ).toEqual([
      ["つむぎ情報", [2], ["id:v1"]],
      ["うみべソフトウェア", [4, 5], ["key:vendor|うみべソフト"]],
    ]);
    const answers = Object.fromEntries(
      open.questions.map((each) => [each.key, each.candidates[0]?.answer ?? ""]),
    );
    const answered = plan(drawing, { known: book, settings: { answers } });
    expect(inShort(answered)).toEqual([
      "2 create +product カルテ",
      "3 create +vendor うみべソフト +product 予約",
      "4 create +product 問診",
      "5 create +product 会計",
    ]);
    const isNew = Object.fromEntries(open.questions.map((each) => [each.key, "new"]));
    expect(inShort(plan(drawing, { known: book, settings: { answers: isNew } }))[0]).toBe(
      "2 create +vendor つむぎ情報 +product カルテ",
    );
  });

  it("known records stay as they are; what differs is named; archived ones stop the row", () => {
    const records = [
      known("vendor", "v1", { name: "つむぎ", address: "東京都" }),
      known("vendor", "v2", { name: "うみべ" }, true),
      known("contract", "c1", { vendorId: "v1", number: "K-1", title: "保守", noticeDays: 90 }),
    ];
    const made = plan(
      `事業者名|住所|契約番号|契約名|解約予告日数
      つむぎ|東京都|Ｋ-1|保守|90日前
      つむぎ|大阪府|K-1|保守契約|60
      うみべ||K-2|別|`,
      { known: { ...nothing, records } },
    );
    expect(inShort(made)).toEqual([
      "2 known",
      "3 known !import-differs vendor.address !import-differs contract.title !import-differs contract.noticeDays",
      "4 failed !record-archived vendor.name",
    ]);
  });

  it("one name with two vendors is asked, never joined", () => {
    const made = plan(
      `会社名|システム名
      つむぎ|予約
      うみべ|予約
      うみべ|予約`,
      { settings: { defaults: { ...usualDefaults, "product.name": "=system.name" } } },
    );
    expect(inShort(made).slice(1)).toEqual(["3 asks", "4 asks"]);
  });

  it("every row is in exactly one figure, whatever the table holds", () => {
    const cell = fc.constantFrom(
      "",
      "つむぎ",
      "つむぎ情報",
      "うみべ",
      "R8.4.1",
      "2026/13/1",
      "合計",
      "保守",
      "#N/A",
      "－",
      "高",
    );
    const heading = fc.constantFrom(
      "会社名",
      "システム名",
      "製品名",
      "バージョン",
      "契約番号",
      "開始日",
      "重要度",
      "サーバ名",
      "謎",
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(heading, { minLength: 1, maxLength: 6 }),
        fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { maxLength: 12 }),
        (headings, rows) => {
          const drawing = [headings, ...rows].map((row) => row.join("|")).join("\n");
          const made = plan(drawing, { headerRow: 1 });
          const sum = Object.values(made.counts).reduce((total, each) => total + each, 0);
          expect(sum).toBe(made.rows.length);
          const makes = made.rows.flatMap((row) => row.makes);
          expect(new Set(makes.map((each) => each.path)).size).toBe(makes.length);
          const there = new Set<unknown>();
          for (const each of makes) {
            // a record is never made before what it belongs to
            expect(each.parent === null || each.parent.known !== null || there.has(each.parent)).toBe(true);
            there.add(each);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

it("a book of names finds exactly what isSimilarName finds", () => {
  const name = fc.stringMatching(/^[abつむぎ株式会社()（） ]{1,7}$/);
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 12 }), name, (names, asked) => {
      const records = names.map((each, at) => known("vendor", `v${at}`, { name: each }));
      const book = bookOfKnown({ ...nothing, records });
      const found = [...book.alike("vendor", asked), ...book.named("vendor", asked)].map((each) => each.name);
      const wanted = names.filter((each) => isSimilarName(each, asked));
      expect(found).toEqual(expect.arrayContaining(wanted));
      for (const each of book.alike("vendor", asked)) expect(isSimilarName(each.name, asked)).toBe(true);
    }),
  );
});
