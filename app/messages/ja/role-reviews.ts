import type { ReviewOutcome } from "../../domain/role-records.ts";

const outcomes: Record<ReviewOutcome, string> = {
  "no-change": "変更なし",
  "new-revision": "新しい改訂に合意",
};

/** 再確認: an agreed sheet that is looked at again because a new system came. */
export const roleReviews = {
  title: "再確認",
  open: "再確認が必要",
  shows: "表示",
  help: "新しいシステムが入ると、すでにいる事業者との分担（つなぎ目、連絡の順、緊急時の担当）も変わることがあります。合意した表を、いまの事業者ともう一度確かめます。確認表の利用イメージにある進め方です。",
  why: (day: string, count: number) =>
    `${day}から ${count} 件のシステムが登録されました。この表の分担がいまのままでよいか、事業者と確かめてください。`,
  system: (name: string, vendor: string) => `${name}（${vendor}）`,
  moreSystems: (count: number) => `ほか ${count} 件`,
  due: (day: string) => `${day}までに確かめるのが目安です（登録から 30 日。公式の期限ではありません）。`,
  change: "変わるところがあれば、表を直して新しい改訂に合意します。合意すると、この再確認は終わります。",
  toAgree: "表を直して合意する",
  noChange: "変更なしと確かめた",
  noChangeWhat: "いまの合意のままでよいと記録します。表は変わりません。確かめた人と日時が残ります。",
  note: "確かめた相手・方法・理由",
  noteHint: "例：5月10日の打合せで事業者の担当者と全行を確かめた。新しいシステムとはつながらない。",
  settle: "変更なしと記録する",
  historyTitle: "再確認の記録",
  columns: {
    asked: "求めた日",
    systems: "きっかけのシステム",
    outcome: "結果",
    done: "確かめた日時",
    by: "確かめた人",
    note: "相手・方法・理由",
  },
  outcomes,
  revision: (no: number) => `第 ${no} 版`,
};
