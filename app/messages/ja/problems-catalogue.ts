import type { ProblemWords } from "../problem-words.ts";

const fieldWords: Readonly<Record<string, string>> = {
  text: "項目の文",
  audience: "対象",
  part: "部",
  volume: "編",
  chapter: "章",
  no: "番号",
};

/** 公式のファイルから書式をつくるとき. */
export const catalogueProblems = {
  "catalogue-kind-unknown": () => ({
    what: "このファイルが何の書式か、見分けられませんでした。",
    next: "「種類」を選んで、もう一度取り込んでください。",
  }),
  "catalogue-form-is-ours": (p) => ({
    what: `このファイルは本システムの書式（${p.form ?? "院内質問票"}）です。`,
    next: "はじめから登録されています。公式の様式のファイルを選んでください。",
  }),
  "catalogue-nothing-read": () => ({
    what: "項目の文がある行が見つかりませんでした。",
    next: "シート、見出しの行、「項目の文」の列を確かめてください。",
  }),
  "catalogue-column-missing": () => ({
    what: "「項目の文」の列が選ばれていません。",
    next: "表の列の文字（A、B …）から選んでください。",
  }),
  "catalogue-column-twice": (p) => ({
    what: `${p.column ?? "同じ"} 列が二つの役に選ばれています。`,
    next: "一つの列は一つの役だけに選んでください。",
  }),
  "catalogue-role-twice": (p) => ({
    what: `${p.columns ?? "二つの"} 列が、同じ役に選ばれています。`,
    next: "一つの役には一つの列だけを選び、残りは「使わない」にしてください。",
  }),
  "catalogue-rows-too-many": (p) => ({
    what: `行が多すぎます（上限 ${p.limit ?? ""} 行）。`,
    next: "見出しの行と最後の行を狭めるか、シートを分けて取り込んでください。",
  }),
  "catalogue-draft-closed": () => ({
    what: "この下書きは、すでに公開されたか、やめられています。",
    next: "「書式」の一覧を開き直してください。",
  }),
  "catalogue-nothing-above": () => ({
    what: "この項目の上に、合わせる項目がありません。",
    next: "外した項目は戻してから合わせてください。いちばん上の項目は、下の項目のほうから合わせます。",
  }),
  "catalogue-draft-incomplete": (p) => ({
    what: `${p.row ?? ""} 行目の「${fieldWords[p.field ?? ""] ?? "項目"}」が、このままでは公開できません。`,
    next: "その行を直すか、外してください。",
  }),
  "catalogue-ref-taken": (p) => ({
    what: `${p.ref ?? "この記号と版"} の書式は、すでにあります。`,
    next: "公開した書式は変えられません。別の記号か版を付けてください。",
  }),
  "catalogue-version-unfit": () => ({
    what: "記号は半角の小文字・数字・ハイフン、版は半角の数字・文字（例 5.0、2026-04）で入力してください。",
    next: "記号と版は、記録や紙に「記号@版」の形で残ります。",
  }),
  "catalogue-json-invalid": (p) => ({
    what: `この JSON は書式として読めません（${p.place || "全体"}：${p.detail ?? ""}）。`,
    next: "本システムから出力した JSON か、同じ形の JSON を選んでください。",
  }),
  "catalogue-json-dangling": (p) => ({
    what: `この JSON の ${p.place ?? ""} は、ここにない書式か項目（${p.value ?? ""}）を指しています。`,
    next: "先にその書式を登録してから、もう一度取り込んでください。",
  }),
  "catalogue-json-characters": (p) => ({
    what: `この JSON の ${p.place ?? ""} に、文字として使えない制御文字があります。`,
    next: "その文字を取り除いて、もう一度取り込んでください。",
  }),
  "item-set-empty": () => ({
    what: "番号が一つもありません。",
    next: "項目の番号を貼り付けてください。「、」や改行で区切り、「4.1～4.5」のような範囲も書けます。",
  }),
  "item-set-unresolved": (p) => ({
    what: `一つの項目に決まらない番号が ${p.count ?? "いくつか"} あります。`,
    next: "同じ番号の項目から選ぶか、番号を直すか、取り除いてください。",
  }),
} satisfies ProblemWords;
