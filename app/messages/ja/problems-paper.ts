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
} satisfies Record<string, ProblemWord>;

const dayOf = (moment: unknown) => String(moment ?? "").slice(0, 10);
