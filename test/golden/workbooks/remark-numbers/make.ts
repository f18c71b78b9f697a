import { makeWorkbook } from "../../../support/make-workbook.ts";

export const fileName = "MDS.xlsx";
/** Numbers in the remark column point into a block at the foot. */
export const make = () =>
  makeWorkbook([
    {
      name: "MDS",
      rows: [
        ["製造業者による医療情報セキュリティ開示書 第5.0版"],
        ["No", "設問", "はい", "いいえ", "対象外", "備考"],
        ["1", "識別しますか", "○", null, null, "1"],
        ["2", "認証しますか", "○", null, null, "※２"],
        ["3", "記録しますか", "○", null, null, "(1)、(3)"],
        ["4", "消去しますか", "○(2)"],
        ["5", "複製しますか", null, "○", null, "運用で対応"],
        [],
        ["【備考】"],
        [1, "別売りです"],
        ["２", "次版で対応し、"],
        [null, "無償で配布します"],
        ["(3) 一年間保存します"],
        [],
        ["以上"],
      ],
    },
  ]);
