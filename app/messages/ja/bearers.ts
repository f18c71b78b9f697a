import type { NobodyReason } from "../../domain/bearer.ts";

const nobodyWhy: Record<NobodyReason, string> = {
  "no-contract": "その日に有効で、このシステムを対象にする契約がありません。",
  "no-sheet": "有効な契約に、その日までに合意した役割分担確認表がありません。",
  "left-out": "対応する行は、すべて対象外にされています。",
  undecided: "対応する行の担当が未定のまま合意されています。",
};

/** 項目ごとの担当: who bears a requirement or an item, by the role sheets in force. */
export const bearers = {
  label: "担当",
  column: "担当（役割分担確認表）",
  nobody: "担当なし",
  notMapped: "対応付けなし",
  notMappedWhy:
    "この項目と役割分担確認表の行を結ぶ、公開された対応付けがありません。担当がいないという意味ではなく、表からは分からないという意味です。",
  toMap: "対応付けを作る",
  nobodyWhy,
  hospital: "病院",
  withVendor: (vendor: string) => `病院と${vendor}の共同`,
  unnamed: "第三者（名称なし）",
  separator: "、",
  others: (count: number) => `ほか ${count} 者`,
  moreRows: (count: number) => `ほか ${count} 行は一覧で見られます。`,
  open: (count: number) => `ほかに未定 ${count} 行`,
  onDay: (day: string) => `${day}の担当`,
  proof: "根拠",
  sheet: (contract: string, title: string, no: number, day: string) =>
    `契約 ${contract}「${title}」改訂 ${no}（${day}から）`,
  row: (no: string, label: string) => `行 ${no === "" ? "番号なし" : no}「${label}」`,
  says: (party: string) => `担当：${party}`,
  emergency: (party: string) => `緊急時：${party}`,
  undecided: "未定",
  leftOut: (reason: string) => `対象外（${reason}）`,
  mapping: (reason: string) => `対応付け：${reason}`,
  mappingLink: "対応付けの行を見る",
  everySheet: "いま有効な、病院全体の契約の確認表から示しています。",
};
