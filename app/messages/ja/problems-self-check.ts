import type { ProblemWords } from "../problem-words.ts";

/** Yearly checks: the hospital's own checklist, survey, measures. */
export const selfCheckProblems = {
  "target-without-no": () => ({
    what: "「いいえ」ではない項目に目標日があります。",
    next: "目標日を消すか、回答を「いいえ」にしてください。",
  }),
  "target-outside-year": ({ from = "", to = "" }) => ({
    what: `目標日が、この年度（${from} から ${to}）の外です。`,
    next: "年度の中の日を入れてください。",
  }),
  "day-outside-year": ({ from = "", to = "" }) => ({
    what: `確認日が、この年度（${from} から ${to}）の外です。`,
    next: "年度の中の日を入れるか、その年度の点検表で記録してください。",
  }),
  "day-before-round": ({ day = "" }) => ({
    what: `確認日が、前の回の確認日（${day}）より前です。`,
    next: "前の回の日以降の日を入れてください。",
  }),
  "rounds-over": ({ rounds = "" }) => ({
    what: `この年度の回（${rounds} 回まで）は、すべて固定されています。`,
    next: "誤りがあるときは、その回の回答を理由を付けて取り下げてから、もう一度固定してください。",
  }),
  "gate-unanswered": () => ({
    what: "入口の設問に答えていません。",
    next: "医療情報システムがあるかどうかに答えて、保存してください。",
  }),
  "own-checklist-open": ({ count = "" }) => ({
    what: `まだ答えていない項目が ${count} 件あります。`,
    next: "すべての項目に答えて保存してから、回を固定してください。",
  }),
  "own-checklist-targets": ({ count = "", names = "" }) => ({
    what: `「いいえ」なのに目標日のない項目が ${count} 件あります（${names}）。`,
    next: "年度の中の目標日を入れて保存してから、回を固定してください。",
  }),
  "fiscal-year-outside": ({ year = "" }) => ({
    what: `${year} 年度は選べません。`,
    next: "一覧にある年度を選んでください。",
  }),
} satisfies ProblemWords;
