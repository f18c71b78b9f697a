import { makeWorkbook } from "../../../support/make-workbook.ts";

export const fileName = "職員アンケート.xlsx";
export const make = () =>
  makeWorkbook([
    {
      name: "集計",
      rows: [["食堂についてのアンケート"], ["No", "質問", "はい", "いいえ"], ["1", "満足ですか", "○"]],
    },
  ]);
