import { makeWorkbook } from "../../../support/make-workbook.ts";

export const fileName = "MDS.xlsx";
export const make = () =>
  makeWorkbook([
    {
      name: "MDS",
      rows: [["MDS Ver.5.0"], ["項番", "設問", "備考"], ["1", "識別しますか", "はい、と口頭で"]],
    },
  ]);
