/** 横断表: systems against one requirement, or requirements against one vendor's systems. */
export const matrix = {
  title: "横断表",
  lead: "一つの要求事項をすべてのシステムについて、または一つの事業者のシステムをすべての要求事項について並べます。",
  help: "判定は現行の開示書から計算した「開示上の回答」です。二つの書式が出ている製品は、悪いほうの判定を示します。",
  guideline: "ガイドライン",
  requirement: "要求事項",
  vendor: "事業者",
  everySystem: "すべてのシステム",
  show: "表示",
  /** Beside the person's verdict that counts. */
  overridden: (by: string, computed: string, reason: string) =>
    `${by === "" ? "人" : by}の上書き（規則では ${computed}）：${reason}`,
  bySystem: "システムごとの判定",
  byVendor: (vendor: string) => `${vendor} のシステム`,
  system: "システム",
  product: "製品",
  verdict: "判定",
  answers: "もとにした回答",
  decision: "対応方針",
  none: "開示書なし",
  undecided: "未決",
  empty: "使用中のシステムがありません。システムを登録して開示書を受け取ると、ここに並びます。",
  toSystems: "システムを開く",
  noVendorSystem: "この事業者のシステムは使用中にありません。",
  counts: "判定ごとのシステムの数",
  exportName: (version: string) => `横断表_${version}`,
};
