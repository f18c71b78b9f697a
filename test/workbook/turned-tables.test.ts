import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { WorkbookReading } from "~/domain/reading";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { addressOf } from "~/workbook/sheet";
import { type MadeCell, type MadeSheet, makeWorkbook } from "../support/make-workbook.ts";
import { linesOf } from "../support/reading-lines.ts";

// Tables that ask across and are answered down: read as if they stood upright, with the cells they stand in.

const title = "製造業者による医療情報セキュリティ開示書（MDS） Ver.5.0";
const ask = (name: string) => `${name}を実施していますか。`;
const [a, b, c, d] = [ask("甲"), ask("乙"), ask("丙"), ask("丁")];
const readRows = (rows: MadeCell[][], more: Partial<MadeSheet> = {}) =>
  readWorkbookBytes(makeWorkbook([{ name: "MDS", rows: [[title], ...rows], ...more }]), "回答.xlsx");

const cellsOf = (reading: WorkbookReading) =>
  reading.forms.flatMap((form) => form.answers.map((each) => each.cell));
const unused = (reading: WorkbookReading) =>
  reading.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row) =>
      row.cells.filter((cell) => cell.use === "unused").map((cell) => cell.address),
    ),
  );

describe("a table that asks across", () => {
  test("one row of words", async () => {
    const reading = await readRows([
      ["作成日", "2026/4/15", "製品名", "甲システム"],
      ["項番", "1.1", "1.2", "1.3"],
      ["設問", a, b, c],
      ["回答", "はい", null, "いいえ"],
      ["備考", "註", null, null],
    ]);
    expect(linesOf(reading)).toEqual(["1.1 yes 註", "1.2 blank", "1.3 no"]);
    expect(cellsOf(reading)).toEqual(["MDS!B5", "MDS!C5", "MDS!D5"]);
    expect(reading.forms[0]?.answers[0]?.remarkCell).toBe("MDS!B6");
    expect(reading.forms[0]?.header).toMatchObject({ issuedOn: "2026-04-15", product: "甲システム" });
    expect(unused(reading)).toEqual([]);
  });

  test("a row for each option, with two marks, a shape, a hidden column and a note on a cell", async () => {
    const reading = await readRows(
      [
        ["項番", "1.1", "1.2", "1.3", "1.4", "1.5"],
        ["設問", a, b, c, d, ask("戊")],
        ["はい", "○", "○", null, null, null],
        ["いいえ", null, "○", null, "○", null],
        ["対象外", null, null, null, null, "謎"],
        ["※ 印は一つだけ付けてください。"],
      ],
      { shapes: [[3, 3, 3, 3]], hiddenColumns: [5] },
    );
    expect(linesOf(reading)).toEqual([
      "1.1 yes",
      "1.2 conflict two-marks",
      "1.3 unclear shape-over-answer",
      "1.4 unclear hidden-row-or-column",
      "1.5 unclear mark-unknown",
    ]);
    expect(cellsOf(reading)).toEqual(["MDS!B4", "MDS!C4", "MDS!D4", "MDS!E5", "MDS!F6"]);
    expect(unused(reading)).toEqual([]);
  });

  test("sections joined over their items, and more below the table", async () => {
    const reading = await readRows(
      [
        ["区分", "総則", null, "運用"],
        ["項番", "1.1", "1.2", "2.1"],
        ["設問", a, b, c],
        ["回答", "はい", "はい", "いいえ"],
        ["備考番号", null, 1, null],
        [],
        ["備考"],
        [1, "一部の端末のみ"],
      ],
      { merges: ["B2:C2"] },
    );
    expect(linesOf(reading)).toEqual(["1.1 yes", "1.2 yes 一部の端末のみ", "2.1 no"]);
    expect(reading.forms[0]?.answers.map((each) => each.section)).toEqual(["総則", "総則", "運用"]);
    expect(unused(reading)).toEqual([]);
  });

  test("English headings, where No is the number above and an answer below", async () => {
    const reading = await readRows([
      [null, "No", "1", "2", "3"],
      [null, "Question", "Is it logged?", "Is it backed up?", "Is it encrypted?"],
      [null, "Yes", "○", null, null],
      [null, "No", null, "○", null],
      [null, "N/A", null, null, "○"],
    ]);
    expect(linesOf(reading)).toEqual(["1 yes", "2 no", "3 not-applicable"]);
  });

  test("a guide that explains the labels is no table", async () => {
    const reading = await readRows([
      ["項番", "質問の番号です。", "例 1.1"],
      ["設問", "お尋ねする内容です。", "例 記録を残していますか。"],
      ["回答", "一つを選びます。", "はい"],
      ["備考", "補足を書きます。", "一部のみ"],
    ]);
    expect(reading.forms).toEqual([]);
  });

  test("a person is not asked to point at columns, for there are none", async () => {
    const rows = [
      ["項番", "1", "2"],
      ["設問", a, b],
      ["回答", "はい", "いいえ"],
    ];
    expect((await readRows(rows)).tables).toEqual([]);
  });
});

test("whichever way a table stands and wherever it begins, what was written is read from where it stands", async () => {
  const item = fc.record({
    answer: fc.constantFrom("はい", "いいえ", "対象外", null),
    remark: fc.constantFrom("註", null),
  });
  const layout = fc.record({
    items: fc.array(item, { minLength: 2, maxLength: 12 }),
    isOptions: fc.boolean(),
    left: fc.integer({ min: 0, max: 30 }),
    above: fc.integer({ min: 0, max: 4 }),
  });
  const options = ["はい", "いいえ", "対象外"];
  const values = { はい: "yes", いいえ: "no", 対象外: "not-applicable" } as const;
  await fc.assert(
    fc.asyncProperty(layout, async ({ items, isOptions, left, above }) => {
      const answers = isOptions
        ? options.map((option) => [option, ...items.map((each) => (each.answer === option ? "○" : null))])
        : [["回答", ...items.map((each) => each.answer)]];
      const lines: MadeCell[][] = [
        ["項番", ...items.map((_, at) => `1.${at + 1}`)],
        ["設問", ...items.map((_, at) => ask(`対策${at}`))],
        ...answers,
        ["備考", ...items.map((each) => each.remark)],
      ];
      const rows = [
        ...Array.from({ length: above }, () => []),
        ...lines.map((line) => [...Array(left).fill(null), ...line]),
      ];
      const [form] = (await readRows(rows)).forms;
      expect(form?.answers.map(({ no, answer, remark, cell }) => ({ no, answer, remark, cell }))).toEqual(
        items.map((each, at) => {
          const line = isOptions ? Math.max(0, options.indexOf(each.answer ?? "")) : 0;
          return {
            no: `1.${at + 1}`,
            answer: each.answer === null ? "blank" : values[each.answer],
            remark: each.remark ?? "",
            cell: `MDS!${addressOf(above + 4 + line, left + at + 2)}`,
          };
        }),
      );
    }),
    { numRuns: 40, seed: 20_261_126 },
  );
});
