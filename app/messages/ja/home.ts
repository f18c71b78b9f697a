import type { TaskKind } from "../../domain/tasks.ts";

type Card = { what: (count: number) => string; button: string };
const tasks: Record<TaskKind, Card> = {
  "decision-over": { what: (count) => `約束・対策の期日を過ぎています（${count} 件）`, button: "確かめる" },
  "decision-reopened": {
    what: (count) => `決めたときと開示書が変わりました（${count} 件）`,
    button: "見直す",
  },
  "acceptance-over": { what: (count) => `受け入れの期限を過ぎています（${count} 件）`, button: "決め直す" },
  "acceptance-soon": { what: (count) => `受け入れの期限が近づいています（${count} 件）`, button: "確かめる" },
  "contract-over": { what: (count) => `契約期間の終わりを過ぎています（${count} 件）`, button: "契約を開く" },
  "request-over": { what: (count) => `提出期限を過ぎた依頼があります（${count} 件）`, button: "経緯を見る" },
  "request-submitted": { what: (count) => `提出が確認を待っています（${count} 件）`, button: "確認する" },
  "request-question": {
    what: (count) => `事業者の質問が返事を待っています（${count} 件）`,
    button: "返事をする",
  },
  "mail-failed": { what: (count) => `送れなかったメールがあります（${count} 通）`, button: "送信箱を開く" },
  "outbox-waiting": { what: (count) => `人が渡すメールがあります（${count} 通）`, button: "送信箱を開く" },
  "intake-waiting": {
    what: (count) => `受け取った開示書が確認を待っています（${count} 件）`,
    button: "確認する",
  },
  "notice-soon": {
    what: (count) => `契約の更新を通知する日が近づいています（${count} 件）`,
    button: "契約を開く",
  },
  "role-review": {
    what: (count) => `役割分担確認表の再確認が必要です（${count} 枚）`,
    button: "再確認する",
  },
  "decision-soon": { what: (count) => `約束・対策の期日が近づいています（${count} 件）`, button: "確かめる" },
  "disclosure-missing": {
    what: (count) => `開示書のないシステムが ${count} つあります`,
    button: "開示書を受け取る",
  },
  "roles-undecided": {
    what: (count) => `だれも担当していない行が ${count} 行あります`,
    button: "担当を決める",
  },
  "clash-found": {
    what: (count) => `記録どうしの食い違いがあります（${count} 件）`,
    button: "見比べる",
  },
  "disclosure-stale": {
    what: (count) => `見直しが必要な開示書があります（${count} 件）`,
    button: "確かめる",
  },
};

/** ホーム. */
export const home = {
  title: "ホーム",
  today: "今日すること",
  count: (count: number) => `${count} 件`,
  order: "急ぐものから並べています。",
  nothing: "今日することはありません。下の 90 日で、これからの期限を確かめられます。",
  receive: "開示書を受け取る",
  tasks,
  left: (days: number) => `あと ${days} 日`,
  over: (days: number) => `${days} 日超過`,
  now: "今日",
  noDay: "期限なし",
  others: (count: number) => `ほか ${count} 件`,
  figures: {
    disclosed: {
      title: "開示書の入手率",
      of: (count: number, total: number) => `${count}／${total} システム`,
      link: (rest: number) => `未入手の ${rest} システムを見る`,
      none: "システムがまだありません",
    },
    decisions: {
      title: "期日のある対応方針",
      of: (overdue: number) => `うち期日超過 ${overdue} 件`,
      link: "期日の一覧を見る",
    },
    undecided: {
      title: "担当未定の行",
      of: (total: number) => `${total} 行中`,
      link: "役割分担の一覧を見る",
    },
    twoFactor: {
      title: "二要素認証の対応",
      outOf: (total: number) => `／${total} か所で対応済み`,
      of: (inTime: number, day: string, late: number, unknown: number) =>
        `${day}までに予定 ${inTime}・間に合わない ${late}・未確認 ${unknown}`,
      link: "システムごとの状況を見る",
    },
  },
  items: "件",
  rows: "行",
  twoFactor:
    "二要素認証は、次の更改と 2027-04-01 に間に合うかを、システムごとに端末とサーバの二行で記録します。",
  strip: "これから 90 日",
  stripLabel: (count: number) => `これから 90 日の予定 ${count} 件。同じ内容を下に並べています。`,
  stripNone: "これから 90 日に、期限はありません。",
  toDeadlines: "期限の一覧へ",
  more: (count: number) => `ほか ${count} 件は期限の一覧にあります。`,
  askInstead: "まだ届いていないので依頼する",
  firstTitle: "はじめの 3 つ",
  firstLead: "この順に進めると、最初の照合までたどり着けます。",
  steps: [
    {
      title: "事業者を登録する",
      what: "契約している会社を 1 社、名前だけで登録できます。手元に Excel の一覧があれば、まとめて取り込めます。",
      button: "事業者を登録",
      to: "/vendors/new",
    },
    {
      title: "開示書を受け取る",
      what: "事業者から届いた MDS/SDS の Excel を、そのまま置きます。届いていなければ、事業者に提出を依頼できます。",
      button: "開示書を受け取る",
      to: "/disclosures/receive",
    },
    {
      title: "照合する",
      what: "ガイドラインの要求事項と並べ、足りないところを決めます。",
      button: "照合を開く",
      to: "/assessments",
    },
  ],
};
