import type { ProblemWords } from "../problem-words.ts";

const named = (value: string | number | undefined) => (value === undefined ? "" : `「{${value}}」`);
const reason = (value: string | number | undefined) =>
  value === undefined || value === "" ? "" : `（${value}）`;

export const mailProblems = {
  "mail-placeholder-unknown": ({ name }) => ({
    what: `このメールでは使えない差し込み${named(name)}があります。`,
    next: "右の一覧にある差し込みだけを使ってください。かっこ { } は差し込みのほかには使えません。",
  }),
  "mail-placeholder-missing": ({ name }) => ({
    what: `本文に必要な差し込み${named(name)}がありません。`,
    next: "相手が手続きできなくなるため、本文のどこかに入れてください。",
  }),
  "mail-placeholder-in-subject": ({ name }) => ({
    what: `件名に${named(name)}は使えません。`,
    next: "件名はメールサーバの記録に残るため、リンクとコードは本文に入れてください。",
  }),
  "mail-subject-lines": () => ({
    what: "件名に改行があります。",
    next: "件名は 1 行にしてください。",
  }),
  "mail-contact-without-address": ({ name }) => ({
    what: `${name === undefined || name === "" ? "あて先" : name}のメールアドレスが登録されていません。`,
    next: "事業者の連絡先にメールアドレスを登録してから、もう一度送ってください。",
  }),
  "mail-base-url-missing": () => ({
    what: "リンクのもとになるアドレスが設定されていません。",
    next: "サーバの環境変数 BUNTAN_BASE_URL に、事業者から開けるアドレスを設定してください。",
  }),
  "mail-refused": ({ reason: text }) => ({
    what: `メールサーバが受け付けませんでした${reason(text)}。`,
    next: "あて先のアドレスを確かめてください。直した後に、もう一度送れます。",
  }),
  "mail-unreachable": ({ reason: text }) => ({
    what: `メールサーバに渡せませんでした${reason(text)}。`,
    next: "メールサーバの設定と回線を確かめてください。時間をおいて自動でも送り直します。",
  }),
  "mail-result-unknown": ({ reason: text }) => ({
    what: `メールサーバが受け付けたかどうか分かりません${reason(text)}。`,
    next: "届いたかを相手に確かめ、送信箱で「届いていた」か「送り直す」を選んでください。",
  }),
  "mail-not-waiting": () => ({
    what: "このメールは、すでに送られたか、送る必要がなくなっています。",
    next: "送信箱を開き直して、いまの状態を確かめてください。",
  }),
} satisfies ProblemWords;
