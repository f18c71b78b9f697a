import { makeWorkbook } from "../../../support/make-workbook.ts";

export const fileName = "MDS.xlsx";
export const make = () =>
  makeWorkbook([
    {
      name: "MDS",
      rows: [
        ["MDS Ver.4.0"],
        ["作成年月日：令和８年４月１５日"],
        ["事業者名：", "あおば", "製品名：青葉カルテ"],
        ["項番", "設問", "回答"],
        ["1", "識別しますか", "はい"],
      ],
    },
  ]);
