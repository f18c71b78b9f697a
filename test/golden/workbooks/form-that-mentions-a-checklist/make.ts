import { makeWorkbook } from "../../../support/make-workbook.ts";

export const fileName = "回答.xlsx";
export const make = () =>
  makeWorkbook([
    {
      name: "開示書",
      rows: [
        ["サービス事業者による医療情報セキュリティ開示書 Ver.5.0"],
        ["No", "設問", "はい", "いいえ", "対象外"],
        ["1", "チェックリストを提供しますか", "○"],
        ["2", "役割分担確認表を提供しますか", null, "○"],
        ["3", "サービス仕様適合開示書とMDS2を提供しますか", null, null, "○"],
      ],
    },
  ]);
