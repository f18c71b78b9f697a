import { makeWorkbook } from "../../../support/make-workbook.ts";

export const fileName = "x.xlsx";
/** The heading is two lines high, stands low on the sheet and comes again on the second page. */
export const make = () =>
  makeWorkbook([
    {
      name: "Sheet1",
      rows: [
        [],
        [null, null, "製造業者による医療情報セキュリティ開示説明書", null, null, null, null, "第3.0a版"],
        [null, null, "令和８年４月１日作成"],
        [
          null,
          null,
          "製造業者",
          "やまと医科機器",
          null,
          null,
          null,
          "作成日",
          "令和",
          8,
          "年",
          4,
          "月",
          1,
          "日",
        ],
        [],
        [null, "項番", "大項目", "質問", "回答", null, null, "備考"],
        [null, null, null, null, "はい", "いいえ", "対象外"],
        [null, "1", "認証", "識別しますか", "○"],
        [null, "2", null, "二要素に対応しますか", null, "○"],
        [null, null, null, "（つづき：生体認証を含む）", null, null, null, "来年度予定"],
        [null, "項番", "大項目", "質問", "はい", "いいえ", "対象外", "備考"],
        [null, "3", "記録", "残しますか", null, null, "○"],
      ],
      merges: ["B6:B7", "C6:C7", "D6:D7", "E6:G6", "H6:H7", "C8:C10", "B9:B10"],
    },
  ]);
