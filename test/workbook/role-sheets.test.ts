import { expect, it } from "vitest";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { make as blankSheet } from "../golden/catalogues/invented-role-sheet/make";
import { makeWorkbook } from "../support/make-workbook";
import { roleSheetBook } from "../support/role-sheets";

const read = (bytes: Uint8Array) => readWorkbookBytes(new Uint8Array(bytes), "確認表.xlsx");

it("reads a role sheet row by row: number, part, check, days, party, remark and columns of its own", async () => {
  const reading = await read(roleSheetBook());
  expect([reading.recognised, reading.lookAlike, reading.forms]).toEqual(["look-alike", "role-sheet", []]);
  const [sheet] = reading.roleSheets ?? [];
  expect(sheet?.title).toBe("架空の役割分担確認表（電子カルテ）");
  expect(
    sheet?.rows.map((each) => [
      each.no,
      each.part,
      each.section,
      each.check,
      each.checkedOn,
      each.completedOn,
    ]),
  ).toEqual([
    ["A1", 1, "Part1 架空の導入", "yes", "2026-04-01", null],
    ["A2", 1, "Part1 架空の導入", "no", "2026-04-01", "2026-05-01"],
    ["B1①", 2, "Part2 架空の運用", "conflict", null, null],
  ]);
  expect(sheet?.rows.map((each) => [each.party, each.partyText])).toEqual([
    ["hospital", "医療機関"],
    ["vendor", "事業者"],
    [null, "乙"],
  ]);
  expect(sheet?.rows[0]).toMatchObject({
    label: "架空の窓口",
    content: "だれが窓口か。",
    remark: "総務課",
    others: [{ heading: "推奨対応", text: "書面に残す。", cell: "確認表!J5" }],
    cell: "確認表!B5",
  });
  expect(sheet?.rows[2]?.checkedText).toBe("年度内");
  expect(sheet?.unread).toEqual([{ cell: "確認表!K8", text: "欄の外", reason: "outside-columns" }]);
});

it("says of every cell that is filled what it was used for", async () => {
  const { sheets } = await read(roleSheetBook());
  const unused = sheets
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    .filter((each) => each.use === "unused");
  expect(unused).toEqual([]);
});

it("knows the official title, and a lone No below a line of its own heads the numbers", async () => {
  const bytes = makeWorkbook([
    {
      name: "Sheet1",
      rows: [
        ["医療情報システムの契約における当事者間の役割分担等に関する確認表"],
        ["Part1"],
        ["No", "項目", "内容", "初回確認", "完了日", "備考"],
        ["1-1", "架空の窓口", "だれが窓口か。", "はい", "2026/4/1", "総務課"],
      ],
    },
  ]);
  const reading = await read(bytes);
  expect(reading.lookAlike).toBe("role-sheet");
  expect(reading.roleSheets?.[0]?.rows).toMatchObject([
    { no: "1-1", check: "yes", completedOn: "2026-04-01", remark: "総務課" },
  ]);
});

it("a blank sheet has its rows and no answer; nothing is concluded from silence", async () => {
  const [sheet] = (await read(blankSheet())).roleSheets ?? [];
  expect(sheet?.rows.map(({ no, part, check, party }) => [no, part, check, party])).toEqual([
    ["A1", 1, "blank", null],
    ["A2", 1, "blank", null],
    ["B1①", 2, "blank", null],
  ]);
});

it("marks of parties in columns beside each other, words of one column, a shape and a struck answer", async () => {
  const book = makeWorkbook([
    {
      name: "役割分担",
      rows: [
        ["架空の役割分担表"],
        ["番号", "項目", "医療機関", "事業者", "初回確認", "完了日", "備考"],
        ["1", "架空の保管", "○", "○", "はい。", null, null],
        ["2", "架空の点検", null, "○", "☑いいえ □はい", "20260501", null],
        ["3", "架空の廃棄", "△", null, "たぶん", null, null],
        ["4", "架空の移送", null, null, "はい", null, null],
      ],
      shapes: [[4, 5, 5, 6]],
    },
  ]);
  const [sheet] = (await read(new Uint8Array(book))).roleSheets ?? [];
  expect(
    sheet?.rows.map(({ no, party, check, reason, completedOn }) => [no, party, check, reason, completedOn]),
  ).toEqual([
    ["1", "both", "yes", null, null],
    ["2", "vendor", "no", null, "2026-05-01"],
    ["3", null, "unclear", "word-unknown", null],
    ["4", null, "unclear", "shape-over-answer", null],
  ]);
});
