import type { ProblemWords } from "../problem-words.ts";

/** Overriding a verdict. */
export const comparingProblems = {
  "override-same": () => ({
    what: "選んだ判定は、規則による判定と同じです。",
    next: "別の判定を選ぶか、上書きをやめてください。",
  }),
  "override-reason-empty": () => ({
    what: "上書きの理由がありません。",
    next: "回答と備考のどこを、なぜ規則と違うように読むかを書いてください。",
  }),
  "override-none": () => ({
    what: "取り下げる上書きがありません。",
    next: "画面を読み直して、いまの状態を確かめてください。",
  }),
} satisfies ProblemWords;
