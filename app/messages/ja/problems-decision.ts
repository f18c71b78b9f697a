import type { ProblemWords } from "../problem-words.ts";

/** Decisions: who accepts, what is promised, where it is carried out. */
export const decisionProblems = {
  "decision-kind-unfit": () => ({
    what: "この種類の対応方針では、できない操作です。",
    next: "対応方針の種類を確かめて、必要なら決め直してください。",
  }),
  "decisions-too-many": (p) => ({
    what: `一度に選べるのは${p.max === undefined ? "決められた数" : ` ${p.max} 件`}までです。`,
    next: "選ぶ数を減らして、何回かに分けてください。",
  }),
  "approval-own": () => ({
    what: "自分で決めた受け入れを、自分で承認することはできません。",
    next: "経営層の別の方が承認するか、署名した書面を添えて承認を記録してください。",
  }),
  "approval-in-future": () => ({
    what: "承認の日が、今日より後です。",
    next: "承認された日を確かめて直してください。",
  }),
  "paper-printer-failed": () => ({
    what: "書面を作るプログラムが途中で止まりました。",
    next: "もう一度作ってください。続くときは、管理者にこの画面を見せてください。",
  }),
  "stand-in-oneself": () => ({
    what: "本人を、本人の代理にすることはできません。",
    next: "代わりに見る別の方を選んでください。",
  }),
  "promise-not-open": () => ({
    what: "確認を頼める約束ではないものが選ばれています。",
    next: "「事業者が直す」と決めて完了しておらず、まだ確認を頼んでいないものを選んでください。",
  }),
  "promise-other-vendor": () => ({
    what: "別の製品の約束が一緒に選ばれています。",
    next: "一つの製品の版ごとに分けて頼んでください。",
  }),
} satisfies ProblemWords;
