import { makeWorkbook } from "../../../support/make-workbook.ts";

export const fileName = "開示書.xlsx";
/** MDS 5.0 with three option columns, many kinds of marks, a cover and a guide sheet with the same words. */
export const make = () =>
  makeWorkbook([
    {
      name: "表紙",
      rows: [["製造業者による医療情報セキュリティ開示書"], ["はい・いいえ・対象外で回答しています。"]],
    },
    {
      name: "記入例",
      rows: [
        ["MDS 記入例"],
        ["項番", "設問", "はい", "いいえ", "対象外", "備考"],
        ["1.1", "例の設問ですか", "○"],
      ],
    },
    {
      name: "MDS",
      rows: [
        [null, "製造業者による医療情報セキュリティ開示書（MDS）　Ver.5.0"],
        [],
        [null, "作成日", "2026/4/15", null, null, "製造業者名：株式会社あおば医療機器"],
        [null, "製品名", "青葉ＰＡＣＳ", null, "バージョン", "3.2.1"],
        [],
        [null, "項番", "設問", "はい", "いいえ", "対象外", "備考", "記入方法"],
        [null, "8", "アクセス管理"],
        [
          null,
          "8.1",
          "利用者を識別しますか。（システム運用編 14⑤）",
          "○",
          null,
          null,
          "利用者ID",
          "一つ選ぶ",
        ],
        [null, "8.2", "権限を分けますか。（システム運用編 14⑥、⑦）", null, "●"],
        [null, "８．３", "離席時に画面を保護しますか。", null, null, "◯"],
        [null, { number: 8.1, format: "0.00" }, "二要素認証に対応しますか。（6.5.C13）", "✓"],
        [null, "8.11", "記録を保存しますか。（標準で一年）", "✔", "□", "□"],
        [null, "8.12", "時刻を合わせますか。", null, "レ"],
        [null, "8.13", "遠隔保守をしますか。", "☐", "☑", "☐"],
        [null, "9", "ネットワーク"],
        [null, "9.1", "通信を暗号化しますか。", "■"],
        [null, "9.2", "無線を使いますか。", 0, 1, 0],
        [null, "9.3", "外部と接続しますか。", true, false, false],
        [null, "9.4", { rich: '<t>復号鍵を管理しますか。</t><rPh sb="0" eb="2"><t>フクゴウ</t></rPh>' }, "ﾚ"],
        [null, "※ 本書は標準構成についてのものです。"],
      ],
    },
  ]);
