import type { ProblemWords } from "../problem-words.ts";

/** 「value」 when there is one. */
const quoted = (value: string | number | undefined) =>
  value === undefined || value === "" ? "" : `「${value}」`;

/** Role sheets: rows, cells, negotiation. */
export const roleProblems = {
  "role-row-locked": (p) => ({
    what: `${quoted(p.label)}この行は双方の合意で確定しています。`,
    next: "直すときは、理由を書いて確定を解除してください。",
  }),
  "role-row-not-locked": () => ({
    what: "この行は確定していません。",
    next: "画面を読み込み直してください。",
  }),
  "role-row-left-out": (p) => ({
    what: `${quoted(p.label)}この行は対象外にしてあります。`,
    next: "書くときは、理由を書いて行を戻してください。",
  }),
  "role-row-not-left-out": () => ({
    what: "この行は対象外になっていません。",
    next: "画面を読み込み直してください。",
  }),
  "role-cell-word-unknown": (p) => ({
    what: `${quoted(p.value)}この欄では使えない言葉です。`,
    next: "選べる言葉に直して、もう一度貼り付けてください。",
  }),
  "proposal-empty": () => ({
    what: "提案の中身がありません。",
    next: "変えたい欄を直すか、理由・相談したいことを書いてください。",
  }),
  "proposal-closed": () => ({
    what: "この提案への回答は、もう済んでいます。",
    next: "画面を読み込み直してください。",
  }),
  "review-settled": () => ({
    what: "この再確認は、もう済んでいます。",
    next: "画面を読み込み直して、記録を確かめてください。",
  }),
  "proposal-row-moved": (p) => ({
    what: `${quoted(p.label)}事業者が見たあとに、提案された欄を書き直しています。`,
    next: "いまの内容と見比べ、見送りとして返事をするか、行を直して改めて相談してください。",
  }),
  "joint-same-system": () => ({
    what: "同じシステムが二つ選ばれています。",
    next: "つながる相手のシステムを選んでください。",
  }),
} satisfies ProblemWords;
