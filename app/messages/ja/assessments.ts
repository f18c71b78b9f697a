import type { LineOrigin } from "../../domain/assessment.ts";
import type { DecisionKind, RiskLevel } from "../../domain/decision.ts";
import type { LineRule } from "../../domain/line-rule.ts";
import type { MappingRelation } from "../../domain/mapping.ts";
import type { Confidence, Provenance } from "../../domain/provenance.ts";

/** 照合: a disclosure against an edition of the guideline. */
export const assessments = {
  title: "照合",
  lead: "いま有効な開示書を選ぶと、ガイドラインの要求事項ごとに、事業者の答えと足りないところが分かります。",
  purpose: "開示書を受け取ると、ガイドラインの要求事項と見比べられるようになります。",
  pageTitle: (product: string) => `${product} の照合`,
  against: (form: string, day: string, guideline: string) => `${form}（${day} 作成）× ${guideline}`,
  disclosure: "開示書を開く",
  next: (count: number) => `次の未決へ（${count}）`,
  noneLeft: "未決はありません。",
  items: "項目",
  sum: (gaps: number, decided: number, open: number) =>
    `対応方針が要るもの ${gaps} = 決定済 ${decided} + 未決 ${open}`,
  changedCount: (count: number) => `決めたあとに根拠が変わったもの ${count}`,
  edition: "ガイドラインの版",
  editionName: (version: string) => `第${version}版`,
  editionOnly: (count: number) => `収載 ${count} 件・全体数は未確認`,
  editionAll: (count: number) => `収載 ${count} 件`,
  vendorItems: (count: number) => `このうち事業者に関わる ${count} 件を照合しています。`,
  replaced: (version: string, day: string) =>
    `この版は ${day} に第${version}版へ替わりました。古い版のまま見ています。`,
  toReplacing: (version: string) => `第${version}版で見る`,
  chapters: "章",
  allChapters: "すべての章",
  chapterBar: (met: number, gaps: number, rest: number) =>
    `開示上「はい」${met}　不足 ${gaps}　その他 ${rest}`,
  show: "絞り込み",
  sets: "確認事項",
  allItems: "すべての項目",
  shows: { gaps: "不足（いいえ・一部・未回答）", open: "未決のみ", all: "すべて" },
  columns: {
    clause: "条項",
    summary: "要求事項（当方の要約）",
    verdict: "判定",
    answer: "事業者の回答と備考",
    decision: "対応方針",
  },
  nothing: "この条件に合う項目はありません。",
  range: (from: number, to: number, total: number) => `${total} 件中 ${from}–${to} 件`,
  undecided: "未決",
  changed: "根拠が変わりました",
  closed: (day: string) => `${day} 完了`,
  others: (count: number) => `他 ${count} 問`,
  noQuestion: "対応する設問がありません",
  notInForm: "開示書にない設問",
  unconfirmed: "公式本文で未確認",
  confirmed: "公式本文で確認済み",
  why: (word: string) => `なぜ${word.startsWith("「") ? word : `「${word}」`}か`,
  chain: {
    requirement: "要求事項",
    question: "設問",
    cell: "セル",
    mapping: "対応付け",
    rule: "規則",
    result: "まとめ",
  },
  evidence: (text: string) => `確かめる材料の例：${text}`,
  cellSays: (answer: string) => `→ ${answer}`,
  remarkIs: (remark: string) => `備考「${remark}」`,
  noRemark: "備考なし",
  worst: "いちばん不足の大きい行の判定をとります。",
  plannedApart: "実装済みか、いつまでの予定かは、二要素認証の画面でシステムごとに分けて記録します。",
  gapsColumn: "不足",
  toTwoFactor: "二要素認証の状況へ",
  plain: "やさしく言うと",
  ask: "事業者に聞くこと",
  decideTitle: "対応方針を決める",
  decideAgain: "決め直す",
  decideOpen: "対応方針を決める",
  decideNew: "新しい決定が前の決定に替わります。前の決定は経過に残ります。",
  noDecisionNeeded: "この項目には、決めるべき不足がありません。",
  withdrawn: "この開示書は取り下げられているため、対応方針は決められません。",
  viewerOnly: "対応方針を決めるには、編集の権限が要ります。",
  decided: "対応方針を記録しました。",
  decisionNow: "いまの対応方針",
  decisionField: {
    kind: "対応方針",
    reason: "理由",
    measure: "約束する対応・契約に書くこと",
    owner: "担当",
    dueOn: "期限",
    likelihood: "起こりやすさ",
    impact: "起きたときの影響",
    acceptedBy: "受け入れを決めた人",
    inspectionText: "立入検査での説明文",
  },
  internal: "院内限",
  internalNote: "この枠の内容は院内だけで使い、事業者に渡す書面には載りません。",
  measureNote: "この欄は別紙に印刷され、事業者が読みます。院内の事情は書かないでください。",
  dueHint: "例：2027-03-31",
  record: "決定として記録",
  taken: (day: string, by: string) => `${day} ${by} が決定`,
  history: "経過",
  historyEmpty: "まだ決定はありません。",
  basisThen: (verdict: string) => `決めたときの判定：${verdict}`,
  basisChangedNote:
    "決めたときから、開示書の答えか備考が変わっています。このままでよいか確かめて、必要なら決め直してください。",
  close: "完了にする",
  closeWhat: "約束した対応が済んだことを、証拠とともに記録します。記録は変えられません。",
  closeReason: "何で確かめたか",
  closeReasonHint: "例：3 月 20 日に 9.0 へ更新し、設定画面で二要素認証を確認。",
  closedOn: "完了日",
  closedNote: (day: string, reason: string) => `${day} に完了：${reason}`,
  own: "医療機関自身の要求事項",
  ownWhat: "事業者ではなく病院が行うことです。事業者の照合には数えません。",
  unjoined: "書式の項目に結び付かなかった回答",
  unjoinedWhat:
    "当院が登録した同じ版の書式に、番号と文から一つに決まる項目がなかった回答です。対応付けには使わず、ここに並べます。",
  unused: "どの要求事項にも使われなかった回答",
  unusedWhat: "開示されていて、この版の要求事項に対応付けがない回答です。",
  unknownClauses: "この版にない条項の記載",
  unknownClausesWhat: "設問に印刷されている条項のうち、収載した項目の中に見つからないものです。",
  count: (count: number) => `${count} 件`,
};

export const lineRules: Record<LineRule, string> = {
  "all-yes": "対応する設問がすべて「はい」",
  "any-yes": "対応する設問のどれかが「はい」",
  "one-no": "対応する設問に「いいえ」が一つでもある",
  "no-yes-at-all": "対応する設問に「はい」が一つもない",
  "some-unknown": "対応する設問に、未回答か読めない回答がある",
  "all-not-applicable": "対応する設問がすべて「対象外」",
  "not-applicable-refused": "「対象外」では済まない要求事項に「対象外」と答えている",
  "yes-touches-only": "「はい」だが、設問は要求事項の一部にしか触れていない",
  "remark-missing": "望む回答だが、要るはずの備考がない",
  "yes-may-mean-planned":
    "「はい」だが、書式の注記により予定でも「はい」と答えられるため、実装済みかどうかは分からない",
  "all-no": "対応する設問がすべて「いいえ」（この設問では「いいえ」が望む回答）",
  "any-no": "対応する設問のどれかが「いいえ」（この設問では「いいえ」が望む回答）",
  "one-yes": "対応する設問に「はい」が一つでもある（この設問では「いいえ」が望む回答）",
  "no-no-at-all": "対応する設問に「いいえ」が一つもない（この設問では「いいえ」が望む回答）",
};

export const lineOrigins: Record<LineOrigin, string> = {
  published: "公開した対応付け",
  "printed-clause": "設問に印刷された条項（人の確認はまだ）",
};

export const mappingRelations: Record<MappingRelation, string> = {
  covers: "設問が要求事項の全体を尋ねている",
  touches: "設問は要求事項の一部に触れている",
};

/** 対応方針; `starter` begins the sentence of an empty reason. */
export const decisionKinds: Record<DecisionKind, { word: string; starter: string }> = {
  "vendor-fix": { word: "事業者が直す", starter: "事業者が次の更新で対応する。それまでの間は、" },
  "hospital-control": { word: "院内で補う", starter: "院内の運用で補う。具体的には、" },
  "contract-term": { word: "契約に書く", starter: "契約に次の事項を定める。理由は、" },
  "accept-risk": { word: "受け入れる", starter: "残る危険を受け入れる。理由は、" },
  "not-applicable": { word: "対象外とする", starter: "当院の使い方では該当しない。理由は、" },
};

export const riskLevels: Record<RiskLevel, string> = { low: "低", medium: "中", high: "高" };

/** How sure a catalogue's row is, and where its words come from. */
export const confidences: Record<Confidence, { word: string; help: string }> = {
  high: { word: "確度 高", help: "最終版の写しなど、確かな資料で番号と趣旨を確かめた行です。" },
  medium: { word: "確度 中", help: "二つ以上の資料か、公表前の案で確かめた行です。" },
  low: { word: "確度 低", help: "一つの二次資料だけによる行です。使う前に公式の本文と照らしてください。" },
};

export const provenances: Record<Provenance, { word: string; help: string }> = {
  "official-number": { word: "公式の番号", help: "番号は公式のもの、文は当方の要約です。" },
  "own-wording": { word: "当方の文", help: "当方が書いた行で、公式の番号はありません。" },
  "official-text": {
    word: "公式の文（当院の写し）",
    help: "当院が公式のファイルから取り込んだ番号と文です。当院の中だけで使う写しで、配布はしません。",
  },
};
