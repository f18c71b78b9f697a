import type { MailKind } from "../domain/mail.ts";
import type { MailPhrases, MailWording } from "../domain/mail-wording.ts";

const foot = `――――――――――
{hospital}
このメールは分担（Buntan）から自動で送っています。返信は担当者に届かないことがあります。ご質問は上の画面からお送りください。`;

/** The shipped wording of every mail. Japanese whatever the language of the screens: vendors read it. */
export const shippedMailWordings: Readonly<Record<MailKind, MailWording>> = {
  request: {
    subject: "【{hospital}】{subject} ご提出のお願い（{due}まで）",
    body: `{vendor}
{contact} 様

いつもお世話になっております。{hospital}です。
次の書類のご提出をお願いいたします。

　依頼の内容：{subject}
　提出期限：{due}

{message}

次の画面から、ご回答またはファイルの提出ができます（アカウントは不要です）。
{link}

提出なさらない場合も、同じ画面から理由をお知らせください。

${foot}`,
  },
  reminder: {
    subject: "【{hospital}】{subject} 提出期限のお知らせ（{due}、{when}）",
    body: `{vendor}
{contact} 様

いつもお世話になっております。{hospital}です。
先にお願いした次の書類が、まだ届いておりません。

　依頼の内容：{subject}
　提出期限：{due}（{when}）

次の画面からご提出ください。途中まで入力した内容は残っています。
{link}

行き違いでご提出済みの場合は、ご容赦ください。

${foot}`,
  },
  code: {
    subject: "【{hospital}】提出のための確認コード",
    body: `{contact} 様

{hospital}へのご提出（{subject}）に必要な確認コードです。

　{code}

提出の画面に入力してください。{minutes} 分間有効です。
お心当たりのない場合は、このメールを破棄してください。

${foot}`,
  },
  receipt: {
    subject: "【{hospital}】{subject} 受け取りました",
    body: `{vendor}
{contact} 様

{hospital}です。次のとおり受け取りました。ありがとうございます。

　依頼の内容：{subject}
　受付日時：{submitted}
　受付番号（SHA-256）：{sha256}

内容の確認の後、追ってご連絡することがあります。

${foot}`,
  },
  returned: {
    subject: "【{hospital}】{subject} 再提出のお願い（{due}まで）",
    body: `{vendor}
{contact} 様

{hospital}です。ご提出ありがとうございました。
次の点をご確認のうえ、もう一度ご提出をお願いいたします。

　依頼の内容：{subject}
　提出期限：{due}

{reason}

前回の内容は次の画面に残っています。
{link}

${foot}`,
  },
  digest: {
    subject: "【分担】{hospital} 提出依頼のお知らせ（{day}）",
    body: `{hospital} ご担当者様

前回のお知らせの後、次のことがありました。

{lines}

分担を開く：{address}

知らせることのある日だけ、1 日に 1 通お送りしています。あて先は設定の画面で変えられます。
`,
  },
  "audit-head": {
    subject: "【分担】{hospital} 監査ログの控え（{day}）",
    body: `{hospital} 監査ログの控えです。{day}の時点で、いちばん新しい記録は次のとおりです。

　番号：{number}
　SHA-256：{hash}

このメールは消さずに保管してください。監査ログが後から書き換えられていないかを、次の命令で確かめられます。

　npm run buntan -- audit verify --head {number}:{hash}
`,
  },
};

/** What the program itself puts into reminders and digests. */
export const mailPhrases: MailPhrases = {
  when: (days) => (days > 0 ? `あと ${days} 日` : days === 0 ? "本日" : `期限を ${-days} 日過ぎています`),
  digest: {
    submitted: "提出がありました",
    question: "質問がありました",
    refused: "「提出しない」との回答がありました",
    overdue: "提出期限を過ぎました",
    "mail-failed": "メールを送れませんでした",
  },
  more: (count) => `ほか ${count} 件`,
  noAddress: "（お使いの画面から開いてください）",
};
