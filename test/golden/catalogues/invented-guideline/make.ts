import { makeWorkbook } from "../../../support/make-workbook.ts";

export const fileName = "架空の指針.xlsx";
export const kind = "guideline" as const;
/** Invented requirements of two volumes, numbered with circled digits anew in each chapter. */
export const make = () =>
  makeWorkbook([
    {
      name: "一覧",
      rows: [
        ["編", "章", "章題", "番号", "遵守事項", "対象"],
        ["企画管理編", "第1章", "架空の章", "①", "架空の一を定める。", "医療機関"],
        [null, null, null, "②", "架空の二を定める。", "医療機関・事業者"],
        ["システム運用編", "第2章", "架空の別の章", "(1)", "架空の三を行う。", "事業者"],
      ],
    },
  ]);
