import { makeWorkbook } from "../../../support/make-workbook.ts";

export const fileName = "回答.xlsx";
export const make = () =>
  makeWorkbook([
    {
      name: "MDS",
      rows: [
        ["製造業者による医療情報セキュリティ開示書（MDS） Ver.5.0"],
        ["項番", "設問", "はい", "いいえ", "対象外", "備考"],
        ["1.1", "識別を行いますか。", null, null, null, "○"],
        ["1.2", "○"],
        ["1.3", "記録を残しますか。", null, null, null, null, "○"],
        ["1.4", "遠隔保守を行いますか。", "○"],
        [null, "○"],
        ["1.6", "複製を作りますか。", null, "○"],
      ],
    },
  ]);
