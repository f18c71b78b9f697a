import { expect, test } from "vitest";
import type { ReadChecklist } from "~/domain/reading";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { type MadeCell, makeWorkbook } from "../support/make-workbook";

const title = "医療機関におけるサイバーセキュリティ対策チェックリスト 事業者確認用";

async function read(rows: MadeCell[][], name = "事業者確認用"): Promise<ReadChecklist[]> {
  const reading = await readWorkbookBytes(makeWorkbook([{ name, rows }]), "チェックリスト.xlsx");
  expect(reading).toMatchObject({ recognised: "look-alike", lookAlike: "checklist", forms: [] });
  return reading.checklists ?? [];
}
const shortly = (list: ReadChecklist | undefined) =>
  list?.rows.map((row) => [row.no, row.answer, row.targetOn, row.targetText, row.remark]);

test("answers, target days and remarks of one round", async () => {
  const lists = await read([
    [title],
    ["事業者名", "試験ベンダ株式会社"],
    ["項番", "チェック項目", "はい", "いいえ", "目標日", "備考"],
    ["1-①", "責任者を置いているか", "○", "", "", ""],
    ["2-①", "台帳で管理しているか", "", "○", "2027/3/31", "更新中"],
    ["2-②", "機器を確認したか", "", "○", "年度内", ""],
    ["2-③", "開示書を出したか", "", "", "", ""],
    ["2-④", "権限を分けているか", "○", "○", "", ""],
  ]);
  expect(lists).toHaveLength(1);
  expect(lists[0]).toMatchObject({ respondent: "vendor", round: 1, title, unread: [] });
  expect(lists[0]?.header.vendor).toBe("試験ベンダ株式会社");
  expect(shortly(lists[0])).toEqual([
    ["1-①", "yes", null, "", ""],
    ["2-①", "no", "2027-03-31", "2027/3/31", "更新中"],
    ["2-②", "no", null, "年度内", ""],
    ["2-③", "blank", null, "", ""],
    ["2-④", "conflict", null, "", ""],
  ]);
});

test("a round printed again to the right is a response of its own; an empty one is none", async () => {
  const lists = await read([
    [title],
    ["", "", "1回目", "", "", "2回目", "", "3回目", ""],
    ["項番", "チェック項目", "はい", "いいえ", "目標日", "はい", "いいえ", "はい", "いいえ"],
    ["1", "責任者を置いているか", "○", "", "", "○", "", "", ""],
    ["2", "台帳で管理しているか", "", "○", "2026/12/1", "○", "", "", ""],
  ]);
  expect(lists.map((each) => each.round)).toEqual([1, 2]);
  expect(shortly(lists[0])).toEqual([
    ["1", "yes", null, "", ""],
    ["2", "no", "2026-12-01", "2026/12/1", ""],
  ]);
  expect(shortly(lists[1])).toEqual([
    ["1", "yes", null, "", ""],
    ["2", "yes", null, "", ""],
  ]);
  expect(lists.flatMap((each) => each.unread)).toEqual([]);
});

test("a column of words for each round, numbers with circled signs, and words that are only printed", async () => {
  const lists = await read([
    [title],
    ["", "チェック項目", "確認結果", "", ""],
    ["", "", "1回目", "目標日", "2回目"],
    ["2-①", "台帳で管理しているか、していない場合は目標日を書く", "はい・いいえ", "2026/12/1", "はい"],
    ["2-②", "機器の有無を確認した", "いいえ", "2026/12/1", "はい"],
  ]);
  expect(lists.map((each) => each.round)).toEqual([1, 2]);
  expect(lists.map(shortly)).toEqual([
    [
      ["2-①", "unclear", "2026-12-01", "2026/12/1", ""],
      ["2-②", "no", "2026-12-01", "2026/12/1", ""],
    ],
    [
      ["2-①", "yes", null, "", ""],
      ["2-②", "yes", null, "", ""],
    ],
  ]);
});

test("the day of checking is kept as written, beside one column of words", async () => {
  const lists = await read(
    [
      ["医療機関におけるサイバーセキュリティ対策チェックリスト 医療機関確認用"],
      ["No", "項目", "確認日", "回答", "目標日"],
      ["1", "責任者を置いているか", "6/1", "はい", ""],
      ["2", "台帳で管理しているか", "6/2", "いいえ", "R9.3.31"],
      ["3", "訓練をしたか", "6/2", "たぶん", ""],
    ],
    "医療機関確認用",
  );
  expect(lists[0]?.respondent).toBe("hospital");
  expect(lists[0]?.rows.map((row) => [row.answer, row.checkedText, row.targetOn])).toEqual([
    ["yes", "6/1", null],
    ["no", "6/2", "2027-03-31"],
    ["unclear", "6/2", null],
  ]);
});

test("two sheets are two lists, and a mark outside the columns is unread with its address", async () => {
  const rows = (name: string): MadeCell[][] => [
    [`サイバーセキュリティ対策チェックリスト ${name}`],
    ["No", "項目", "はい", "いいえ"],
    ["1", "責任者を置いているか", "○", "", "至急"],
    ["2", "台帳で管理しているか", "○", ""],
  ];
  const reading = await readWorkbookBytes(
    makeWorkbook([
      { name: "医療機関用", rows: rows("医療機関確認用") },
      { name: "事業者用", rows: rows("事業者確認用") },
    ]),
    "チェックリスト.xlsx",
  );
  expect(reading.checklists?.map((each) => each.respondent)).toEqual(["hospital", "vendor"]);
  expect(reading.checklists?.flatMap((each) => each.unread.map(({ cell, text }) => [cell, text]))).toEqual([
    ["医療機関用!E3", "至急"],
    ["事業者用!E3", "至急"],
  ]);
});
