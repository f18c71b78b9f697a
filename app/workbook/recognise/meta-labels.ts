import type { MetaField } from "./labels.ts";
import { squash } from "./text.ts";

/** What a list of changes is headed with; 「改訂日」 beside 「版」 is no product's version. */
const ofHistory =
  /^(?:(?:改訂|改定|変更|更新|改版|制定|施行)(?:日付?|年月日|内容|理由|箇所|者|履歴|概要)|(?:変更|改訂|更新)?(?:内容|概要|理由|箇所|事由)|承認者?|作成者|担当者?|no\.?|項番)$/i;

/** Words that name the product only where nothing but its name stands beside them. */
export const isBareLabel = (text: string) => /^(?:製品|商品|サービス)$/.test(squash(text));

/** True for a heading of a list of changes (改訂履歴). */
export const isHistoryLabel = (text: string) => text.length <= 12 && ofHistory.test(squash(text));

/** A sheet or block that lists changes of the document. */
export const isHistoryTitle = (text: string) =>
  text.length <= 30 &&
  /(?:改訂|改定|変更|更新|改版|版)履歴|revisionhistory|changehistory|changelog/i.test(squash(text));

const touching: readonly [MetaField, readonly string[]][] = [
  ["issuedOn", ["作成年月日", "作成日", "記入日", "記載日", "開示日", "回答日", "発行日", "提出日"]],
  [
    "vendor",
    [
      "製造業者名称",
      "製造業者名",
      "製造業者",
      "サービス事業者名",
      "サービス事業者",
      "事業者名",
      "会社名",
      "企業名",
      "法人名",
      "ベンダー名",
      "ベンダ名",
      "メーカー名",
      "メーカ名",
    ],
  ],
  ["productVersion", ["製品バージョン", "バージョン", "製品版数", "版数", "Ver.", "Version"]],
  [
    "product",
    [
      "製品名称",
      "製品名",
      "サービス名称",
      "サービス名",
      "システム名称",
      "システム名",
      "商品名",
      "販売名",
      "機器名",
    ],
  ],
];

/** 「作成日2026年4月15日」: a label with its value right behind it; null when a text begins with no label. */
export function touchingField(text: string): { field: MetaField; value: string } | null {
  const flat = squash(text);
  for (const [field, labels] of touching) {
    const label = labels.find(
      (each) => flat.length > each.length && flat.toLowerCase().startsWith(each.toLowerCase()),
    );
    if (label !== undefined) return { field, value: flat.slice(label.length) };
  }
  return null;
}
