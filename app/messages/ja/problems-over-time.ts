import type { ProblemWords } from "../problem-words.ts";

/** Looking back: incidents, second factors, corrections. */
export const overTimeProblems = {
  "incident-in-future": () => ({
    what: "起きた日が、今日より後です。",
    next: "起きた日を確かめて直してください。",
  }),
  "two-factor-no-plan": () => ({
    what: "書き込まれた行がありません。",
    next: "予定日か、できない理由を一行以上に入れてから保存してください。",
  }),
  "two-factor-preconditions": () => ({
    what: "踏み台の三つの前提がそろっていません。",
    next: "確かめた前提にしるしを付けるか、状況を「予定あり」に変えてください。",
  }),
  "correction-reason-empty": () => ({
    what: "訂正の理由がありません。",
    next: "前の記録のどこが、なぜ誤りだったかを書いてください。",
  }),
  "past-view": () => ({
    what: "過去の時点を見ているページからは、書き換えられません。",
    next: "「今日に戻る」を押してから、もう一度行ってください。",
  }),
  "entry-before-first": (p) => ({
    what: `その日は、最初の記録（${p.day ?? "?"} から）より前です。`,
    next: "日付を確かめてください。もっと前から同じだったときは、最初の記録を訂正してください。",
  }),
  "entry-after-end": (p) => ({
    what: `${p.day ?? "?"} に終わったと記録されています。`,
    next: "日付を確かめてください。終わりが誤りなら、終わりの記録を取り消してから変えてください。",
  }),
  "entry-later-stands": (p) => ({
    what: `その日より後（${p.day ?? "?"}）に始まる内容が記録されています。`,
    next: "先に、その記録の日付を訂正するか、終わりの日をその後にしてください。",
  }),
  "entry-not-ended": () => ({
    what: "終わりの記録がありません。",
    next: "ページを読み直してください。ほかの人が先に取り消しているかもしれません。",
  }),
} satisfies ProblemWords;
