import { describe, expect, test } from "vitest";
import { takeClauses } from "~/workbook/recognise/clauses";
import { readDayText } from "~/workbook/recognise/dates";
import { formVersionIn, isGuideName, namingOf } from "~/workbook/recognise/identity";
import { columnRole, metaField } from "~/workbook/recognise/labels";
import { readMarkText } from "~/workbook/recognise/marks";
import {
  isBelow,
  isItemNumber,
  itemNumber,
  restoredNumbers,
  splitLeadingNumber,
} from "~/workbook/recognise/numbers";
import { remarkNumbersIn } from "~/workbook/recognise/remarks";
import { readWordCell } from "~/workbook/recognise/word-cell";
import { optionOfWord, splitRemarkNumber } from "~/workbook/recognise/words";
import type { Cell } from "~/workbook/sheet";

const cellOf = (text: string, more: Partial<Cell> = {}): Cell => ({
  row: 1,
  column: 1,
  address: "A1",
  kind: "text",
  text,
  standing: text,
  value: null,
  format: "General",
  comment: "",
  ...more,
});

describe("words", () => {
  test.each([
    ["はい", "yes"],
    ["ハイ", "yes"],
    ["ﾊｲ", "yes"],
    [" は　い ", "yes"],
    ["はい。", "yes"],
    ["ＹＥＳ", "yes"],
    ["いいえ", "no"],
    ["N", "no"],
    ["対象外", "not-applicable"],
    ["n/a", "not-applicable"],
    ["ＮＡ", "not-applicable"],
    ["○", null],
    ["はいと思う", null],
    ["可", null],
  ])("%s", (text, option) => {
    expect(optionOfWord(text)).toBe(option);
  });

  test.each([
    ["☑はい □いいえ □対象外", "yes", null],
    ["□はい　■いいえ　□対象外", "no", null],
    ["はい□ いいえ□ 対象外☑", "not-applicable", null],
    ["□はい □いいえ □対象外", "blank", null],
    ["☑はい ☑いいえ □対象外", "conflict", "two-marks"],
    ["はい・いいえ・対象外", "unclear", "all-words-printed"],
    ["○はい ○いいえ ○対象外", "unclear", "all-words-printed"],
    ["×はい □いいえ", "unclear", "word-unknown"],
    ["○", "unclear", "mark-unknown"],
    ["×", "unclear", "mark-unknown"],
    ["はい（有償）", "unclear", "word-unknown"],
    ["はい※1", "yes", null],
    ["", "blank", null],
  ])("one cell: %s → %s", (text, answer, reason) => {
    expect(readWordCell(cellOf(text))).toMatchObject({ answer, reason });
  });

  test("a word may carry a remark number", () => {
    expect(splitRemarkNumber("はい（※3）")).toEqual({ body: "はい", number: "3" });
  });
});

test.each([
  ["○", "chosen"],
  ["◯", "chosen"],
  ["ﾚ", "chosen"],
  ["☑はい", "chosen"],
  ["１", "chosen"],
  ["true", "chosen"],
  ["○※2", "chosen"],
  ["□", "empty"],
  ["0", "empty"],
  ["□はい", "empty"],
  ["はい", "own-word"],
  ["×", "unknown"],
  ["☒", "unknown"],
  ["△", "unknown"],
  ["-", "unknown"],
  ["①", "unknown"],
  ["2", "unknown"],
])("mark %s is %s", (text, kind) => {
  expect(readMarkText(text).kind).toBe(kind);
});

describe("numbers", () => {
  test.each([
    ["８．１０", "8.10"],
    ["4－1", "4-1"],
    ["4.1.1.", "4.1.1"],
    ["（３）", "(3)"],
    ["①", "①"],
    ["C.13", "C.13"],
  ])("%s → %s", (text, no) => {
    expect(itemNumber(text)).toBe(no);
    expect(isItemNumber(text)).toBe(true);
  });
  test.each(["No.", "設問", "はい", "アクセス管理", "2026年4月", "10 件"])("%s is no number", (text) => {
    expect(isItemNumber(text)).toBe(false);
  });
  test("levels", () => {
    expect([isBelow("4", "4.1"), isBelow("4", "41"), isBelow("4.1", "4.10"), isBelow("4", "(1)")]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
  test("a number before the question", () => {
    expect(splitLeadingNumber("８．１０　記録しますか")).toEqual({ no: "8.10", rest: "記録しますか" });
    expect(splitLeadingNumber("3年保存しますか")).toBeNull();
  });
  const date = (serial: number, format = 'm"月"d"日"') =>
    cellOf("4/10", { kind: "date", value: serial, format });
  test.each([
    ["its own format prints it", [date(46122, "m-d")], [""], ["4-10"]],
    ["between its neighbours", [null, date(46122), null], ["4-9", "", "4-11"], ["4-10"]],
    ["with the separator of the column", [null, date(46122), null], ["4.9", "", "4.11"], ["4.10"]],
    ["several in a row", [null, date(46113), date(46114), null], ["4", "", "", "4.3"], ["4.1", "4.2"]],
    ["the last of its chapter", [null, date(46122), null], ["4-9", "", "5-1"], ["4-10"]],
    ["the last of the table", [null, date(46122)], ["4-9", ""], ["4-10"]],
    ["two separators", [null, date(46122), null], ["4-9", "", "4.11"], [null]],
    ["a gap before it", [null, date(46122), null], ["4-8", "", "4-11"], [null]],
    ["a gap behind it", [null, date(46122), null], ["4-9", "", "4-12"], [null]],
    ["a year is shown", [null, date(46122, "yyyy/m/d"), null], ["4-9", "", "4-11"], [null]],
    ["nothing printed tells the separator", [date(46122), date(46123)], ["", ""], [null, null]],
  ])("a number that became a date: %s", (_name, cells, printed, expected) => {
    const dates = cells.flatMap((cell, at) => (cell ? [at] : []));
    const restored = restoredNumbers(cells, printed);
    expect(dates.map((at) => restored[at])).toEqual(expected);
  });
});

test.each([
  ["令和8年4月15日", "2026-04-15"],
  ["令和元年５月１日", "2019-05-01"],
  ["R8.4.15", "2026-04-15"],
  ["平成31年4月30日", "2019-04-30"],
  ["2026/4/15", "2026-04-15"],
  ["2026年４月１５日（水）", "2026-04-15"],
  ["20260415", "2026-04-15"],
  ["平成32年1月1日", "impossible"],
  ["令和8年2月30日", "impossible"],
  ["2026/13/1", "impossible"],
  ["R0.1.1", "impossible"],
  ["未定", "none"],
  ["2026年4月", "none"],
])("day %s → %s", (text, expected) => {
  const reading = readDayText(text);
  expect(reading.kind === "day" ? reading.day : reading.kind).toBe(expected);
});

test.each([
  ["識別しますか。（システム運用編 14⑤）", "識別しますか。", ["システム運用編 14⑤"]],
  ["識別しますか (6.5.C13)", "識別しますか", ["6.5.C13"]],
  [
    "分けますか（システム運用編１４⑤、⑥・企画管理編 3①）",
    "分けますか",
    ["システム運用編 14⑤", "システム運用編 14⑥", "企画管理編 3①"],
  ],
  ["保存（一年以上）しますか", "保存（一年以上）しますか", []],
  ["方式（TLS1.3）を使いますか", "方式（TLS1.3）を使いますか", []],
])("clauses of %s", (question, rest, clauses) => {
  expect(takeClauses(question)).toEqual({ question: rest, clauses });
});

test.each([
  ["1", ["1"]],
  ["※２", ["2"]],
  ["(1)、(3)", ["1", "3"]],
  ["注1", ["1"]],
  ["3年保存", null],
  ["", null],
])("remark numbers in %s", (text, numbers) => {
  expect(remarkNumbersIn(text)).toEqual(numbers);
});

describe("what a title names", () => {
  test.each([
    ["製造業者による医療情報セキュリティ開示書", "MDS"],
    ["サービス事業者による医療情報セキュリティ開示書（SDS） Ver.5.0", "SDS"],
    ["製造業者／サービス事業者による医療情報セキュリティ開示書（MDS）", "MDS"],
    ["ＭＤＳ　Ｖｅｒ．５．０", "MDS"],
    ["MDS_青葉PACS", "MDS"],
    ["チェックリスト（MDS Ver.5.0用）", "MDS"],
    ["院内質問票（機器・製品）", "in-house-product"],
    ["院内質問票(サービス)", "in-house-service"],
    ["Manufacturer Disclosure Statement for Medical Device Security -- MDS2", "mds2"],
    ["HN 1-2019", "mds2"],
    ["サービス仕様適合開示書", "service-spec"],
    ["サイバーセキュリティ対策チェックリスト", "checklist"],
    ["役割分担確認表", "role-sheet"],
    ["製造業者／サービス事業者による医療情報セキュリティ開示書", "either"],
    ["MDS/SDS", "either"],
    ["食堂のアンケート", "none"],
  ])("%s → %s", (text, expected) => {
    const naming = namingOf(text);
    const named =
      naming.kind === "form" ? naming.form : naming.kind === "look-alike" ? naming.lookAlike : naming.kind;
    expect(named).toBe(expected);
  });

  test.each([
    ["MDS Ver.5.0", "5.0"],
    ["製造業者による医療情報セキュリティ開示書（MDS）　第4.1版", "4.1"],
    ["MDS 3.0a", "3.0a"],
    ["MDS/SDS Ver.5.0用", "5.0"],
    ["MDS 青葉PACS Ver.2.3", null],
    ["ガイドライン第6.0版", null],
    ["JAHIS標準24-005", null],
  ])("form version in %s", (text, version) => {
    expect(formVersionIn(text)).toBe(version);
  });

  test("guides and examples are told by their names", () => {
    expect([
      isGuideName("記入例"),
      isGuideName("MDS記入要領"),
      isGuideName("開示説明書"),
      isGuideName("MDS"),
    ]).toEqual([true, true, false, false]);
  });
});

test.each([
  ["項番", "no"],
  ["Ｎｏ．", "no"],
  ["質 問 事 項", "question"],
  ["回答欄", "answer"],
  ["はい／いいえ／対象外", "answer"],
  ["備考（補足）", "remark"],
  ["備考番号", "remark-no"],
  ["説明", "help"],
  ["株式会社あおば", null],
])("column heading %s is %s", (text, role) => {
  expect(columnRole(text)).toBe(role);
});

test.each([
  ["作成日", "issuedOn"],
  ["＊記入年月日：", "issuedOn"],
  ["製造業者名", "vendor"],
  ["会社名", "vendor"],
  ["製品・サービス名", "product"],
  ["サービス名称", "product"],
  ["製品バージョン", "productVersion"],
  ["質問票の版", "formVersion"],
  ["備考", null],
])("label %s is %s", (text, field) => {
  expect(metaField(text)).toBe(field);
});
