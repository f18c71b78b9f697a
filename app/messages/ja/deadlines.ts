import type { DeadlineKind, Urgency } from "../../domain/deadline.ts";

const kinds: Record<DeadlineKind, { word: string; from: string }> = {
  "decision-due": { word: "約束・対策の期日", from: "対応方針に書かれた期日" },
  "acceptance-end": { word: "受け入れの期限", from: "危険を受け入れると決めた期限" },
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
  "checklist-target": { word: "点検表の目標日", from: "自院の点検表で「いいえ」とした項目の目標日" },
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
  settingsTitle: "代理とカレンダー連携",
  settingsLead: "期限をお使いのカレンダーで見られるようにし、留守のあいだの代理を決めます。",
  calendar: {
    title: "月の暦",
    month: (year: number, month: number) => `${year}年${month}月`,
    before: "前の月",
    after: "次の月",
    weekdays: ["日", "月", "火", "水", "木", "金", "土"],
    day: (day: string, count: number) => `${day} ${count} 件`,
    count: (count: number) => `${count}件`,
  },
  feed: {
    title: "カレンダー連携（iCal）",
    what: "カレンダーのソフトに登録すると、期限が自動で並びます。アドレスを知っている人はサインインなしで日付を見られるので、ほかの人に渡さないでください。予定の題に、不足や対応の中身は載りません。",
    none: "アドレスはまだありません。",
    since: (day: string) => `${day} に作ったアドレスが使えます。`,
    once: "このアドレスは、いまだけ表示します。写してカレンダーに登録してください。",
    address: "アドレス",
    make: "アドレスを作る",
    makeAgain: "新しいアドレスに替える",
    revoke: "アドレスを無効にする",
    calendarName: (hospital: string) => `分担 期限（${hospital}）`,
    eventTitle: (kind: string, name: string | null) => (name === null ? kind : `${kind}：${name}`),
    eventText: "くわしくは、分担の「期限」で確かめてください。",
  },
  standIn: {
    title: "代理",
    what: "決めた日のあいだ、代理の人の「わたしの担当」に、その人の仕事も並びます。権限は変わりません。",
    none: "いま代理はありません。",
    alone: "利用者が一人なので、代理は決められません。",
    line: (account: string, substitute: string, from: string, to: string) =>
      `${account} → ${substitute}　${from} から ${to} まで`,
    account: "休む人",
    substitute: "代わりに見る人",
    fromOn: "はじめの日",
    toOn: "おわりの日",
    save: "代理を決める",
    end: "終える",
  },
};
