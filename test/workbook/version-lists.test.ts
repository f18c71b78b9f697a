import { describe, expect, test } from "vitest";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { type MadeCell, makeWorkbook } from "../support/make-workbook.ts";
import { linesOf } from "../support/reading-lines.ts";

const heads = ["項番", "設問", "はい", "いいえ", "対象外", "備考"];
const [a, b] = ["甲を実施していますか。", "乙を実施していますか。"];
const readRows = (rows: MadeCell[][]) =>
  readWorkbookBytes(makeWorkbook([{ name: "MDS", rows: [["MDS Ver.5.0"], ...rows] }]), "回答.xlsx");

describe("lists of versions below the answers ask nothing", () => {
  const rows = [heads, ["1.1", a, "○"], ["1.2", b, null, "○"], []];
  const cases: [string, MadeCell[][], string[]][] = [
    [
      "版 and 日付",
      [
        ["版", "日付"],
        ["1.0", "2024/4/1"],
        ["1.1", "2025/4/1"],
      ],
      [],
    ],
    [
      "without a heading",
      [
        ["1.0", "2024年4月1日"],
        ["1.1", "2025年4月1日"],
      ],
      [],
    ],
    ["days of the spreadsheet", [["1.0", { number: 45_383, format: "yyyy/m/d" }]], []],
    [
      "with a sign where answers stand",
      [["1.0", "2024/4/1", "○"]],
      ["MDS!A6 no-question-in-row", "MDS!B6 no-question-in-row", "MDS!C6 no-question-in-row"],
    ],
  ];
  test.each(cases)("%s", async (_name, below, more) => {
    expect(linesOf(await readRows([...rows, ...below]))).toEqual(["1.1 yes", "1.2 no", ...more]);
  });

  test("an item that asks for a day keeps its number", async () => {
    const lines = await readRows([heads, ["1.1", a, "○"], ["1.2", "2024/4/1以降の製品ですか。", null, "○"]]);
    expect(linesOf(lines)).toEqual(["1.1 yes", "1.2 no"]);
  });
});
