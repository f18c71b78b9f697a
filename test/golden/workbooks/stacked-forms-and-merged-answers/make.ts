import { makeWorkbook } from "../../../support/make-workbook.ts";

export const fileName = "開示書.xlsx";
const struck = (text: string) => `<r><rPr><strike/></rPr><t>${text}</t></r>`;
const plain = (text: string) => `<r><t>${text}</t></r>`;

export const make = () =>
  makeWorkbook([
    {
      name: "開示書",
      rows: [
        ["製造業者による医療情報セキュリティ開示書（MDS） Ver.5.0"],
        ["項番", "設問", "回答", null, null, "備考"],
        ["1.1", "識別を行いますか。", "はい"],
        ["1.2", "記録を残しますか。", { rich: plain("はい") + struck("・いいえ・対象外") }],
        ["1.3", "点検を行いますか。", "はい（一部）"],
        [],
        ["サービス事業者による医療情報セキュリティ開示書（SDS） Ver.5.0"],
        ["凡例　○：はい　×：いいえ　－：対象外"],
        ["項番", "設問", "はい", "いいえ", "対象外", "備考"],
        ["1.1", "遠隔保守を行いますか。", null, null, "○"],
        ["1.2", "複製を作りますか。", "○", null, null, "二つとも規程による。"],
        ["1.3", "記録を残しますか。", null, "○"],
        ["項番", "設問", "はい", "いいえ", "対象外", "備考"],
        ["1.4", "識別を行いますか。", "○"],
        ["1.5", "点検を行いますか。"],
      ],
      merges: ["C2:E2", "C3:E3", "C4:E4", "C5:E5", "F11:F12", "C14:C15"],
    },
  ]);
