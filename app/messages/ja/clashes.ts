import type { ClashKind, StatementSource } from "../../domain/clash-rules.ts";

const sources: Record<StatementSource, string> = {
  disclosure: "開示書",
  "vendor-checklist": "チェックリスト（事業者確認用）",
  "hospital-checklist": "チェックリスト（医療機関確認用）",
  "role-sheet": "役割分担確認表",
  annex: "別紙",
};
type KindWords = { title: string; next: string };
const kinds: Record<ClashKind, KindWords> = {
  "disclosure-yes-checklist-no": {
    title: "開示書は「はい」、チェックリストは「いいえ」",
    next: "どちらがいまの状態かを事業者に確かめ、古いほうを出し直してもらってください。",
  },
  "disclosure-no-checklist-yes": {
    title: "開示書は「いいえ」、チェックリストは「はい」",
    next: "開示書の後に対応したのかを事業者に確かめ、対応していれば新しい開示書を頼んでください。",
  },
  "disclosures-disagree": {
    title: "二つの開示書の回答が違う",
    next: "同じ製品の二つの書式で答えが分かれています。どちらが正しいかを事業者に確かめてください。",
  },
  "checklists-disagree": {
    title: "二つのチェックリストの回答が違う",
    next: "事業者と病院の答えを見比べ、違う理由を確かめてください。",
  },
  "disclosure-yes-role-hospital": {
    title: "開示書は「はい」、確認表では病院の担当",
    next: "製品の機能を使うのは病院なのか、事業者が行うのかを、確認表の行に書いてください。",
  },
  "disclosure-no-role-vendor": {
    title: "開示書は「いいえ」か対象外、確認表では事業者の担当",
    next: "事業者がどうやって行うのかを確かめ、確認表か開示書を直してもらってください。",
  },
  "checklist-yes-role-hospital": {
    title: "事業者のチェックリストは「はい」、確認表では病院の担当",
    next: "だれが行っているのかを確かめ、確認表の担当を決め直してください。",
  },
  "checklist-no-role-vendor": {
    title: "事業者のチェックリストは「いいえ」か対象外、確認表では事業者の担当",
    next: "約束した分担が行われていません。いつまでに行うかを事業者に確かめてください。",
  },
  "disclosure-yes-annex-hospital": {
    title: "開示書は「はい」、別紙では病院の担当",
    next: "別紙を出し直すか、次の覚書で担当を直すかを決めてください。",
  },
  "disclosure-no-annex-vendor": {
    title: "開示書は「いいえ」か対象外、別紙では事業者の担当",
    next: "別紙の約束をどう果たすのかを、事業者に確かめてください。",
  },
  "disclosure-yes-annex-silent": {
    title: "開示書は「はい」、別紙には書かれていない",
    next: "契約でも約束してもらうなら、確認表に行を加えて合意し、別紙を発行し直してください。",
  },
  "role-annex-differ": {
    title: "確認表と別紙で担当が違う",
    next: "別紙の発行後に合意が変わっています。別紙を発行し直してください。",
  },
  "role-vendor-annex-silent": {
    title: "確認表では事業者の担当、別紙には書かれていない",
    next: "別紙を発行し直すと、いまの合意が載ります。",
  },
};

/** 食い違い: pairs of records that say different things on one matter. */
export const clashes = {
  title: "記録の食い違い",
  lead: "開示書・チェックリスト・役割分担確認表・発行した別紙を対応付けで結び、同じことについて違うことを言っている組を並べます。",
  help: "結ぶのは、人が確かめて公開した対応付けだけです。言葉が似ているだけの項目は比べません。どちらが正しいかは決めません。",
  on: (day: string) => `${day} 現在`,
  kinds,
  sources,
  silent: "書かれていない",
  columns: { kind: "食い違い", left: "こちらでは", right: "あちらでは", way: "つながり" },
  filters: { kind: "種類", how: "つながり方", system: "システム" },
  how: { whole: "同じことを言う項目", part: "一部が重なる項目" },
  howHelp: {
    whole: "対応付けの行が、どちらの項目も全体を言うとしています。",
    part: "対応付けの行に「一部に触れる」ものがあります。違うところの話かもしれません。",
  },
  noSystem: "使うシステムのない製品",
  revisionOf: {
    disclosure: (text: string) => `版 ${text}`,
    "vendor-checklist": (text: string) => `${text} 回目`,
    "hospital-checklist": (text: string) => `${text} 回目`,
    "role-sheet": (text: string) => `改訂 ${text}`,
    annex: (text: string) => `第 ${text} 号`,
  },
  carriedFrom: (version: string) => `前の版（${version}）への回答の引継`,
  sameItem: "同じ書式の同じ項目",
  line: (id: string) => `行 ${id}`,
  confirmed: (by: string, on: string) => `確認 ${by} ${on}`.trim(),
  moreWays: (count: number) => `ほかに ${count} 通りのつながり`,
  unnumbered: "番号なし",
  next: "次にすること",
  none: "食い違いは見つかりませんでした。",
  noneOfThese: "この条件に当たる食い違いはありません。",
  noMapping:
    "チェックリストや役割分担確認表につながる対応付けが、まだ公開されていません。対応付けを作って公開すると、ここで見比べられます。",
  toRelations: "対応付けを作る",
  export: { system: "システム", item: "項目", said: "内容", place: "場所", record: "記録" },
  exportName: (day: string) => `記録の食い違い_${day}`,
};
