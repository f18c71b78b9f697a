import { makeWorkbook } from "../../../support/make-workbook.ts";

export const fileName = "回答.xlsx";
export const make = () =>
  makeWorkbook([
    {
      name: "MDS",
      rows: [
        ["製造業者による医療情報セキュリティ開示書（MDS） Ver.5.0"],
        ["項番", "設問", "はい", "いいえ", "対象外"],
        ["1.1", "識別を行いますか。", "○"],
        [null, "備考：規程による。"],
        ["1.2", "記録を残しますか。", null, "○"],
        [null, "（補足）来年度に行う。"],
        [null, "補足：予算は別に定める。"],
        ["1.3", "遠隔保守を行いますか。", null, null, "○"],
        [],
        [null, "備考：本書の記載は作成日のものである。"],
      ],
    },
  ]);
