import type { DeadlineKind, Urgency } from "../../domain/deadline.ts";

const kinds: Record<DeadlineKind, { word: string; from: string }> = {
  "decision-due": { word: "約束・対策の期日", from: "対応方針に書かれた期日" },
  "request-due": { word: "提出期限", from: "事業者への提出依頼の期限" },
  "role-review": {
    word: "確認表の再確認",
    from: "新しいシステムの登録から 30 日後（院内の目安）",
  },
  "notice-day": { word: "更新の通知期限", from: "契約期間の終わりから、通知の日数をさかのぼった日" },
  "contract-end": { word: "契約期間の終わり", from: "契約に登録された期間" },
  "certificate-end": { word: "認証の期限", from: "再委託先に登録された認証の有効期限" },
  "support-end": { word: "サポート終了", from: "使っている版に登録されたサポート終了日" },
  "disclosure-old": { word: "開示書の作成から 1 年", from: "いまの開示書の作成日から 12 か月後" },
};
const urgencies: Record<Urgency, string> = { over: "超過", today: "今日", soon: "間近", later: "先" };

/** 期限: the list and the shapes of the strip. */
export const deadlines = {
  title: "期限",
  lead: "記録のなかの日付を、早い順に並べています。どの日も、どの記録から来たかを示します。",
  empty: "日付のある記録がまだありません。契約や対応方針を登録すると、ここに並びます。",
  kind: "種類",
  kinds,
  urgencies,
  columns: {
    day: "日付",
    left: "あと",
    kind: "種類",
    name: "対象",
    about: "事業者",
    from: "どこから来た日か",
  },
  left: (days: number) => `${days} 日`,
  over: (days: number) => `${days} 日超過`,
  today: "今日",
};
