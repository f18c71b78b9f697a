import type { DecisionEffectKind } from "../../domain/comparison-effect.ts";
import type { AnswerChange, ComparisonObstacle } from "../../domain/disclosure-comparison.ts";

const changes: Record<AnswerChange, string> = {
  answer: "回答が変わった",
  remark: "備考が変わった",
  new: "新しい項目",
  gone: "なくなった項目",
  "not-comparable": "比べられない",
  width: "文字の幅・空白だけの違い",
  none: "変わらない",
};
const obstacles: Record<ComparisonObstacle, string> = {
  split: "項目が分割されたため、どちらへの回答とも言えません。",
  joined: "項目が統合されたため、どちらへの回答とも言えません。",
  "no-crosswalk": "二つの版の対応（版間対応）が公開されていません。",
  "not-in-form": "書式のどの項目とも結べない行です。",
  twice: "同じ項目への回答が二つあります。",
};
const effects: Record<DecisionEffectKind, { title: string; next: string }> = {
  holds: { title: "根拠は変わらない", next: "いまの対応方針のままでよいところです。" },
  "basis-changed": {
    title: "根拠にした回答が変わった",
    next: "照合を開き、対応方針を見直してください。",
  },
  "gap-gone": {
    title: "不足でなくなった",
    next: "証拠を確かめ、対応を完了にできます。",
  },
  "requirement-gone": {
    title: "要求事項が見当たらない",
    next: "この版のガイドラインにない要求事項です。",
  },
};

/** 開示書の新旧: two disclosures of one series beside each other. */
export const disclosureCompare = {
  title: "開示書を見比べる",
  lead: "同じ製品・書式の二つの開示書を項目ごとに並べ、変わった回答と備考の言葉を示します。",
  help: "全角・半角や空白だけの違いは「同じ意味」として数えます。版の違う書式は、人が確かめて公開した版間対応があるときだけ比べます。",
  open: "二つを見比べる",
  choose: "比べる開示書",
  older: "前",
  newer: "後",
  show: "比べる",
  of: (day: string, version: string) => `${day} 作成・版 ${version}`,
  withdrawn: "（取下げ）",
  first: "この系列の開示書はまだ一つだけです。次の開示書を受け取ると、ここで見比べられます。",
  toDisclosure: "開示書に戻る",
  viaCrosswalk: (from: string, to: string) => `版 ${from} から ${to} へ、版間対応をたどって比べています。`,
  crosswalk: "版間対応を見る",
  noCrosswalk: (from: string, to: string) =>
    `版 ${from} と ${to} の版間対応が公開されていないため、項目どうしを比べられません。`,
  toRelations: "版間対応を作る",
  found: (changed: number, total: number) => `${total} 行のうち ${changed} 行が変わりました。`,
  changes,
  allChanges: "変わったものすべて",
  allRows: "すべての行",
  filter: "表示する行",
  obstacles,
  reworded: "問いの言い換え",
  rewordedHelp: "問いの言葉が変わっています。同じ「はい」でも、答えていることが違うかもしれません。",
  table: "項目ごとの比較",
  nothing: "この条件に当たる行はありません。",
  columns: { no: "番号", question: "設問", change: "変化", older: "前の回答", newer: "後の回答" },
  verdicts: "照合の判定への影響",
  verdictsNone: "判定は一つも変わりません。",
  worse: "悪くなった",
  better: "よくなった",
  verdictColumns: { clause: "条項", summary: "要求事項", before: "前", after: "後", way: "向き" },
  decisions: "決めた対応方針への影響",
  decisionsNone: "この系列には、対応方針がまだありません。",
  decisionColumns: { clause: "条項", summary: "要求事項", decision: "対応方針", effect: "影響" },
  effects,
  openGaps: (count: number) => `後の開示書には、対応方針のない不足が ${count} 件あります。`,
  toAssessment: "照合を開く",
  export: { obstacle: "比べられない理由", cell: "セル", remark: "備考", answer: "回答" },
  exportName: (product: string) => `開示書の比較_${product}`,
};
