import { makeWorkbook } from "../../../support/make-workbook.ts";

export const fileName = "MDS_SDS.xlsx";
const head = ["番号", "項目", "はい", "いいえ", "対象外", "備考番号"];
/** MDS and SDS in one book under the common title, remarks on a sheet of their own, an old hidden sheet. */
export const make = () =>
  makeWorkbook([
    {
      name: "表紙",
      rows: [
        ["製造業者／サービス事業者による医療情報セキュリティ開示書 Ver.4.1"],
        ["会社名", "あおば医療情報株式会社"],
        ["製品名", "青葉カルテ"],
        ["作成日", "R8.4.15"],
      ],
    },
    {
      name: "MDS",
      rows: [head, ["1-1", "記録しますか", "○", null, null, "1"], ["1-2", "消去しますか", null, "○"]],
    },
    {
      name: "SDS",
      rows: [head, ["1-1", "通知しますか", null, null, "○", "2"], ["1-2", "複製しますか", "○"]],
    },
    { name: "備考", rows: [["備考"], [1, "別売りの機能です"], [2, "自院設置のため"]] },
    { name: "旧版", isHidden: true, rows: [["MDS"], head, ["1-1", "記録しますか", null, "○"]] },
  ]);
