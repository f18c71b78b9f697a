import type { CrosswalkBasis, CrosswalkRelation } from "../../domain/crosswalk.ts";
import type { MappingLineState } from "../../domain/mapping-draft.ts";

const relation: Record<CrosswalkRelation, string> = {
  same: "同じ",
  reworded: "言い換え",
  split: "分割",
  joined: "統合",
  new: "新設",
  dropped: "廃止",
};
const relationHelp: Record<CrosswalkRelation, string> = {
  same: "同じ問い。前の版の回答を引き継げます。",
  reworded: "同じ趣旨の言い換え。引き継いだ回答は、確かめるまで回答として数えません。",
  split: "一つの問いが二つ以上に分かれた。回答は引き継ぎません。",
  joined: "二つ以上の問いが一つになった。回答は引き継ぎません。",
  new: "新しい版だけにある問い。",
  dropped: "前の版だけにある問い。",
};
const basis: Record<CrosswalkBasis, string> = {
  number: "番号が同じ",
  clause: "条項が同じ",
  wording: "文が似ている",
};
const state: Record<MappingLineState, string> = {
  proposed: "未確認",
  confirmed: "採用",
  rejected: "不採用",
};

/** 版間対応 and 対応付け: their pages. */
export const relations = {
  title: "版間対応・対応付け",
  lead: "版間対応は、同じ書式の二つの版で項目がどう変わったか。対応付けは、設問と要求事項のような別々の書式の項目がどう結びつくか。どちらも、人が一行ずつ確かめて公開したものだけを使います。",
  button: "版間対応・対応付け",
  relation,
  relationHelp,
  basis,
  state,
  noBasis: "根拠なし",
  list: {
    drafts: "確認中",
    published: "公開したもの",
    empty: "まだありません。下で二つの書式を選ぶと、番号・条項・文から案を作ります。",
    columns: { title: "もと → 相手", kind: "種類", lines: "行", by: "作成" },
    lines: (count: number) => `${count} 行`,
  },
  begin: {
    title: "新しくつくる",
    from: "もとの書式",
    fromHint: "版間対応では古い版、対応付けでは質問票など。",
    to: "相手の書式",
    toHint: "版間対応では新しい版、対応付けではガイドラインなど。",
    crosswalk: "版間対応の案を作る",
    crosswalkWhat: "同じ書式の二つの版。番号・条項・文の似かたから案を作ります。",
    mapping: "対応付けの案を作る",
    mappingWhat: "別々の書式。設問に印刷された条項からだけ案を作り、文の似かたは使いません。",
    choose: "選んでください",
  },
  counts: (confirmed: number, total: number) => `${total} 行中 ${confirmed} 行を確認済み`,
  filters: { open: "未確認", all: "すべて" },
  noOpen: "未確認の行はありません。下の「公開する」へ進めます。",
  none: "この条件の行はありません。",
  from: "もと",
  to: "相手",
  evidence: "根拠",
  decision: "確認",
  noNumber: "番号なし",
  nothing: "（なし）",
  confirmedBy: (by: string, day: string) => `${day} ${by}`,
  unconfirmed: "未確認",
  reason: "理由・メモ",
  confirm: "確認する",
  edit: "直す",
  editTitle: "行を直す",
  editWhat:
    "関係と、両側の項目を選び直します。選んだ項目はほかの行から外れ、触れた行はもう一度確認を待ちます（Ctrl を押しながらで複数）。",
  relationLabel: "関係",
  save: "直して保存",
  close: "閉じる",
  certain: (count: number) => `番号も文も同じ ${count} 行をまとめて確認`,
  certainWhat:
    "番号が同じで、文も（字の幅・空白・記号を除いて）同じ行です。あなたが確認した人として記録されます。",
  certainButton: (count: number) => `${count} 行を確認する`,
  printed: (count: number) => `条項がそのまま一致する ${count} 行をまとめて採用`,
  printedWhat:
    "設問に印刷された条項が、相手の項目の番号とそのまま同じ行です。条項の移行をたどった行は含みません。あなたが確認した人として記録されます。",
  printedButton: (count: number) => `${count} 行を採用する`,
  via: (clause: string) => `印刷された条項 ${clause}`,
  moved: (from: string, to: string) => `${from} から ${to} へ移った条項`,
  byHand: "人が加えた行",
  rule: "判定の規則",
  covers: "関係",
  notApplicable: "「対象外」でもよい",
  take: "採用する",
  reject: "採用しない",
  add: "行を加える",
  addWhat: "条項が印刷されていない設問を、自分で結びます。理由は公開後も残ります。",
  addButton: "加える",
  publish: "公開する",
  publishWhat:
    "公開すると、この内容は変えられません。直すときは、次の版として作り直します。確認した人と日も一緒に凍結されます。",
  publishButton: "凍結して公開する",
  notYet: "公開の前に",
  freezes: { ends: "もと → 相手", lines: "行", kinds: "内訳" },
  usedBy: {
    crosswalk: "公開すると、前の版の開示書を新しい版の対応付けで照合するときに使われます。",
    mapping: "公開すると、以後の照合に使われます。",
  },
  discard: "取りやめる",
  discardWhat: "下書きを一覧から外します。まだ何にも使われていません。",
  discardButton: "取りやめる",
  closed: { published: "公開済みです。", discarded: "取りやめられています。" },
};
