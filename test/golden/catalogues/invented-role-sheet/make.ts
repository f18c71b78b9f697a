import { makeWorkbook } from "../../../support/make-workbook.ts";

export const fileName = "架空の役割分担確認表.xlsx";
export const kind = null;
/** Invented rows in two parts, with risk and recommended response. */
export const make = () =>
  makeWorkbook([
    {
      name: "確認表",
      rows: [
        ["架空の役割分担確認表"],
        ["Part", "区分", "No.", "項目", "確認内容", "リスク", "推奨対応"],
        ["Part1", "架空の導入", "A1", "架空の窓口", "だれが窓口か。", "連絡が遅れる。", "書面に残す。"],
        [null, null, "A2", "架空の図", "だれが描くか。", null, null],
        ["Part2", "架空の運用", "B1①", "架空の更新", "だれが当てるか。", "古いままになる。", null],
      ],
    },
  ]);
