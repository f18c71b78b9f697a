import type { ProblemWord } from "../problem-words.ts";

/** Papers: what a person writes on a draft. */
export const paperProblems = {
  "paper-number-range": (p) => ({
    what: `数が決められた範囲（${p.least ?? ""}〜${p.most ?? ""}）にありません。`,
    next: "単位を確かめて、範囲の中の数を書いてください。",
  }),
  "paper-rows-many": (p) => ({
    what: `表の行が多すぎます（${p.max ?? ""} 行まで）。`,
    next: "行を減らすか、別の書面に分けてください。",
  }),
  "hash-unreadable": () => ({
    what: "SHA-256 として読める値がありません。",
    next: "16 進の 64 文字を貼るか、PDF を選んでください。",
  }),
  "key-file-unreadable": () => ({
    what: "電子証明書のファイルを開けません。",
    next: "PKCS#12（.p12、.pfx）のファイルか、パスワードが合っているかを確かめてください。",
  }),
  "certificate-not-valid": (p) => ({
    what: `電子証明書の有効期間（${dayOf(p.from)}〜${dayOf(p.to)}）の外です。`,
    next: "有効な電子証明書のファイルを選んでください。",
  }),
  "paper-verdict-words": () => ({
    what: "指針などを満たすことを保証・証明する文は、この書面に書けません。",
    next: "事業者が何を行うかという事実を書いてください。",
  }),
  "template-part-bound": () => ({
    what: "記録から行の入る表と、その表のある章は、除けません。",
    next: "刷らない記録は、もとの記録の側で直してください。",
  }),
  "template-too-long": (p) => ({
    what: `一つの雛形に置ける数（${p.max ?? ""}）を超えます。`,
    next: "文をまとめるか、別の書面に分けてください。",
  }),
  "template-name-unknown": (p) => ({
    what: `｛${p.name ?? ""}｝という名前の値や条項は、この雛形にありません。`,
    next: "「文の中で使える値」にある名前に直すか、｛ ｝を取ってください。",
  }),
  "template-invalid": (p) => ({
    what: `雛形として読めない所があります（${p.reason ?? ""}）。`,
    next: "その欄を直してください。分からないときは、直すのをやめて、もとの版から始めてください。",
  }),
  "template-draft-closed": () => ({
    what: "この文言は、もう閉じています。",
    next: "雛形の一覧から、新しく直しはじめてください。",
  }),
  "template-unchanged": () => ({
    what: "いまの版と同じ文言です。",
    next: "直してから使うか、直すのをやめてください。",
  }),
  "memorandum-nothing": () => ({
    what: "選んだ記録には、入れる変更がありません。",
    next: "ほかの記録を選ぶか、表に直接書いてください。",
  }),
} satisfies Record<string, ProblemWord>;

const dayOf = (moment: unknown) => String(moment ?? "").slice(0, 10);
