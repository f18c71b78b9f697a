import { makeWorkbook } from "../../../support/make-workbook.ts";

export const fileName = "架空の様式_MDS.xlsx";
export const kind = null;
/** A blank form of invented questions: a number used twice, a row without one, clauses, two sections. */
export const make = () =>
  makeWorkbook([
    {
      name: "MDS",
      rows: [
        ["製造業者による医療情報セキュリティ開示書（MDS）　Ver.9.9"],
        ["作成日", null, "製造業者名", null],
        ["項番", "設問（架空）", "はい", "いいえ", "対象外", "備考"],
        ["1", "架空の区分あ"],
        ["1.1", "架空の問いの一ですか。（システム運用編 14⑤）"],
        ["1.2", "架空の問いの二ですか。（システム運用編 14⑥、⑦）"],
        ["1.2", "架空の問いの二の続きですか。"],
        ["2", "架空の区分い"],
        ["２．１", "架空の問いの三ですか。（架空の編 1 を含む）"],
        [null, "架空の番号のない問いですか。"],
        ["2.10", "架空の問いの四ですか。"],
      ],
    },
  ]);
