import { makeWorkbook } from "../../../support/make-workbook.ts";

export const fileName = "架空のチェックリスト.xlsx";
export const kind = null;
/** Invented rows; the section is a merged cell, so that its text stands in its first row only. */
export const make = () =>
  makeWorkbook([
    {
      name: "確認用",
      rows: [
        ["架空のサイバーセキュリティ対策チェックリスト"],
        [],
        ["区分", "番号", "チェック項目", "対象", "目標", "参照"],
        ["架空の体制", "1", "架空の担当者を決めている。", "医療機関", "架空の目標日", "企画管理編 3①"],
        [null, "2", "架空の連絡先を知らせている。", "事業者・医療機関", null, null],
        ["架空の機器", "3", "架空の台帳がある。（企画管理編 3②）", "？"],
        [null, null, null, "この行には文がない"],
      ],
      merges: ["A4:A5"],
    },
  ]);
