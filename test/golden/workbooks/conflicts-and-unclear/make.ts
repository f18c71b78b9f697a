import { makeWorkbook } from "../../../support/make-workbook.ts";

export const fileName = "MDS.xlsx";
/** Everything that must not become an answer. */
export const make = () =>
  makeWorkbook([
    {
      name: "MDS",
      rows: [
        ["MDS Ver.5.0"],
        ["項番", "設問", "はい", "いいえ", "対象外", "備考"],
        ["1.1", "二つ付いていますか", "○", "○"],
        ["1.2", "何もないですか"],
        ["1.3", "バツですか", "×"],
        ["1.4", "三角ですか", "△"],
        ["1.5", "取り消し線ですか", { text: "○", isStruck: true }],
        ["1.6", "書き直しですか", { text: "○", isStruck: true }, "○"],
        ["1.7", "値のない式ですか", { formula: 'IF(A1="","○","")' }],
        ["1.8", "誤りの式ですか", null, { error: "#REF!" }],
        ["1.9", "値のある式ですか", { formula: 'IF(1,"○","")', value: "○" }, { formula: '""', value: "" }],
        ["1.10", "またがる印ですか", "○"],
        ["1.11", "図形ですか", null, null, null],
        ["1.12", "語が全部ありますか", "はい", "いいえ", "対象外"],
        ["1.13", "欄がずれていますか", null, null, null, "○"],
        [null, null, "○"],
        ["1.14", "隠れた行ですか", "○"],
        ["1.15", "備考の番号だけですか", "○", null, null, "7"],
        ["1.16", "列の外ですか", "○", null, null, null, null, "要確認"],
        [{ number: 46143, format: 'm"月"d"日"' }, "日付になった番号ですか", "○"],
        ["1.16", "同じ番号ですか", null, "○"],
        [],
        [null, "○ははい、印なしは未回答です。"],
      ],
      merges: ["C12:D12"],
      hiddenRows: [17],
      shapes: [[2, 12, 2, 12]],
    },
  ]);
