import { makeWorkbook } from "../../../support/make-workbook.ts";

export const fileName = "回答.xlsx";
export const make = () =>
  makeWorkbook([
    {
      name: "事業者確認用",
      rows: [
        ["医療機関におけるサイバーセキュリティ対策チェックリスト"],
        ["No", "項目", "はい", "いいえ", "対象外"],
        ["1", "MDS/SDSを提出しましたか", "○"],
      ],
    },
  ]);
