import type { MailKind, MailState } from "../../domain/mail.ts";

const mailKinds: Record<MailKind, { word: string; when: string }> = {
  request: { word: "依頼", when: "依頼したときに、事業者の担当者へ" },
  reminder: { word: "催促", when: "期限の前後の決めた日に、事業者の担当者へ" },
  code: { word: "確認コード", when: "提出の前に、事業者の担当者へ" },
  receipt: { word: "受付の控え", when: "提出を受け付けたときに、事業者の担当者へ" },
  returned: { word: "差戻し", when: "差し戻したときに、事業者の担当者へ" },
  digest: { word: "お知らせ", when: "知らせることのある日に 1 通、病院のあて先へ" },
  "audit-head": { word: "監査ログの控え", when: "1 日に 1 通、決めたあて先へ" },
};
const mailStates: Record<MailState, string> = {
  waiting: "待っている",
  sending: "送っている",
  sent: "送った",
  failed: "送れなかった",
  unknown: "結果が分からない",
  "handed-over": "手渡した",
  void: "送らない",
};

/** 送信箱. */
export const outbox = {
  title: "送信箱",
  lead: "事業者と病院へのメールの控えです。",
  sends: "メールサーバへ自動で送っています。送れなかったものだけ、ここで始末してください。",
  noServer:
    "メールサーバが設定されていません。一通ずつ開いて文とリンクを写し、いつもの方法で送ってから「渡した」と記録してください。",
  shows: { todo: "することがある", sent: "送った・手渡した", void: "送らない", all: "すべて" },
  empty: "ここに並ぶメールはありません。",
  mailKinds,
  mailStates,
  columns: {
    subject: "件名",
    to: "あて先",
    kind: "種類",
    state: "状態",
    when: "日時",
    problem: "うまくいかなかった理由",
  },
  tries: (count: number) => `${count} 回試みました`,
  mail: "メール",
  body: "本文",
  open: "この依頼を開く",
  copyTitle: "写して渡す",
  copyWhat: "リンクを作って、全文を表示します。写して送った後に「渡した」を押してください。",
  makeText: "全文を表示する",
  text: "写す文",
  subject: "写す件名",
  handOver: "渡した",
  handOverWhat: "手で渡したことを経緯に残します。自動では送られなくなります。",
  how: "渡し方",
  note: "覚え書き",
  settle: "このメールの始末",
  settleWhat: {
    failed:
      "メールサーバが受け付けませんでした。あて先を直してから送り直すか、手で渡すか、送らないことにします。",
    unknown:
      "届いたかどうか分かりません。相手に確かめてから選んでください。二重に送らないため、自動では送りません。",
    waiting: "まだ送られていません。",
  },
  verdicts: { "send-again": "送り直す", arrived: "届いていた", drop: "送らない" },
  secret: "確認コードは、事業者の担当者だけが見られます。",
  readAloud:
    "メールサーバがないため、確認コードは人が伝えます。登録してある電話番号にかけ、名指しの担当者本人に読み上げてください。写したことは履歴に残ります。",
};

/** メールの設定. */
export const mails = {
  title: "メールの設定",
  lead: "事業者へのメールの文面、病院へのお知らせ、催促の日を決めます。",
  onlyAdmins: "変更は管理者ができます。",
  general: "お知らせと催促",
  digestTo: "お知らせのあて先",
  digestHint: "知らせることのある日に、1 日 1 通だけ送ります。空にすると送りません。",
  reminderDays: "催促する日（期限からの日数）",
  server: "メールサーバ",
  serverOn: "設定されています。自動で送ります。",
  serverOff: "設定されていません。メールは送信箱で待ち、人が渡します。",
  base: "リンクのもとのアドレス",
  baseOff: "設定されていません（BUNTAN_BASE_URL）。手で写すときは、いま開いている画面のアドレスを使います。",
  wordings: "文面",
  own: "病院の文面",
  shipped: "はじめの文面",
  subject: "件名",
  body: "本文",
  placeholders: "使える差し込み",
  needed: "必ず要る差し込み",
  preview: "見本",
  previewWhat: "架空の依頼で作った見本です。入力に合わせて変わります。",
  save: "この文面を保存する",
  reset: "はじめの文面に戻す",
  resetWhat: "病院で書き換えた文面を消し、はじめの文面に戻します。",
  saved: "保存しました。",
  sample: {
    vendor: "見本の事業者株式会社",
    contact: "品質保証部 見本 花子",
    subject: "見本製品 1.0　書式の名前",
    message: "（伝えること）",
    reason: "（差し戻しの理由）",
    minutes: "30",
    code: "000000",
    link: "（ここに一人ひとりのリンク）",
    submitted: "2026-12-01 10:00",
    sha256: "（64 文字の受付番号）",
    number: "1234",
    lines: "・提出がありました：見本の事業者株式会社 見本製品 1.0",
  },
};
