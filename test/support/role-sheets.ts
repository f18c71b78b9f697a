import { makeWorkbook } from "./make-workbook";

/** A filled-in 役割分担確認表 with invented rows: two lines of headings, two parts, a column of its own, a note. */
export const roleSheetBook = () =>
  new Uint8Array(
    makeWorkbook([
      {
        name: "確認表",
        rows: [
          ["架空の役割分担確認表（電子カルテ）"],
          ["No.", "項目", "確認内容", "初回確認", null, null, "完了日", "担当", "備考", "推奨対応"],
          [null, null, null, "はい", "いいえ", "確認日"],
          ["Part1 架空の導入"],
          [
            "A1",
            "架空の窓口",
            "だれが窓口か。",
            "○",
            null,
            "令和8年4月1日",
            null,
            "医療機関",
            "総務課",
            "書面に残す。",
          ],
          ["A2", "架空の図", "だれが描くか。", null, "○", "2026/4/1", "2026/5/1", "事業者", null, null],
          ["Part2 架空の運用"],
          ["B1①", "架空の更新", "だれが当てるか。", "○", "○", "年度内", null, "乙", null, null, "欄の外"],
          ["※架空の注記"],
        ],
        merges: ["D2:F2"],
      },
    ]),
  );
