import type { ProblemWords } from "../problem-words.ts";

/** Looking back: incidents, second factors, corrections. */
export const overTimeProblems = {
  "incident-in-future": () => ({
    what: "起きた日が、今日より後です。",
    next: "起きた日を確かめて直してください。",
  }),
  "two-factor-preconditions": () => ({
    what: "踏み台の三つの前提がそろっていません。",
    next: "確かめた前提にしるしを付けるか、状況を「予定あり」に変えてください。",
  }),
  "correction-reason-empty": () => ({
    what: "訂正の理由がありません。",
    next: "前の記録のどこが、なぜ誤りだったかを書いてください。",
  }),
} satisfies ProblemWords;
