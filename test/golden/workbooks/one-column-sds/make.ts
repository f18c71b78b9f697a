import { makeWorkbook } from "../../../support/make-workbook.ts";

export const fileName = "sds.xlsx";
/** SDS 5.0 with one answer column: words in every width, lists of options in one cell. */
export const make = () =>
  makeWorkbook([
    {
      name: "回答",
      rows: [
        ["サービス事業者による医療情報セキュリティ開示書（SDS）"],
        ["様式の版", "5.0"],
        ["記入日", { number: 46127, format: "yyyy/m/d" }],
        ["サービス事業者名", "みなとクラウド株式会社"],
        ["サービス名", "港カルテ"],
        ["サービスのバージョン", "2026.1"],
        ["No.", "区分", "質問事項", "回答", "補足"],
        [null, null, null, "（はい／いいえ／対象外）"],
        [1, "規程", "規程を示せますか", "はい"],
        [2, null, "手順を示せますか", "ハイ。"],
        [3, "データ", "国内に保存しますか", " い い え "],
        [4, null, "消去を証明しますか", "N/A", "保存しないため"],
        [5, null, "暗号化しますか", "Ｙｅｓ"],
        [6, null, "複製を取りますか", "□はい ☑いいえ □対象外"],
        [7, null, "委託しますか", "□はい □いいえ □対象外"],
        [8, null, "監査を受けますか", "●はい ○いいえ ○対象外"],
        [9, null, "通知しますか", "○はい　いいえ　対象外"],
        [10, null, "記録しますか", "はい※1"],
        ["※1 九十日分を保存します。"],
        ["※1の期間は契約で延ばせます。"],
      ],
      merges: ["B9:B10", "B11:B18", "A7:A8", "B7:B8", "C7:C8", "E7:E8"],
    },
  ]);
