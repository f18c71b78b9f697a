import { makeWorkbook } from "../../../support/make-workbook.ts";

export const fileName = "MDS.xlsx";
export const make = () =>
  makeWorkbook([
    {
      name: "MDS",
      rows: [
        ["MDS Ver.4.0"],
        ["作成日", "令和8年2月30日"],
        ["項番", "設問", "回答"],
        ["1", "識別しますか", "はい"],
      ],
    },
  ]);
