import type { ProblemWords } from "../problem-words.ts";

/** Receiving checklists, role sheets and documents. */
export const receiptProblems = {
  "checklist-empty": () => ({
    what: "チェックリストの行が一つもありません。",
    next: "ファイルを開いて、項目の表があるか確かめてください。",
  }),
  "checklist-withdrawn": () => ({
    what: "このチェックリストの回答は、すでに取り下げられています。",
    next: "一覧から開き直してください。",
  }),
  "recipe-answer-missing": () => ({
    what: "回答の列が決まっていません。",
    next: "「はい」と「いいえ」の 2 列を指すか、回答のことばの 1 列を指してください。両方は選べません。",
  }),
  "proposal-row-taken": () => ({
    what: "この行は、すでに取り込んだか見送りにしてあります。",
    next: "ページを開き直して、いまの状態を確かめてください。",
  }),
  "proposal-sheet-other": () => ({
    what: "選んだ確認表は、選んだ契約のものではありません。",
    next: "契約の確認表を選び直してください。",
  }),
} satisfies ProblemWords;
