import type { ProblemWords } from "../problem-words.ts";

export const requestProblems = {
  "request-no-target": () => ({
    what: "依頼する相手がありません。",
    next: "事業者を一つ以上選んでください。",
  }),
  "request-targets-many": (p) => ({
    what: `一度に依頼できるのは${p.max === undefined ? "決められた数" : ` ${p.max} 件`}までです。`,
    next: "相手を分けて、二回に依頼してください。",
  }),
  "request-catalogue-unfit": () => ({
    what: "選んだ書式では、この種類の依頼を作れません。",
    next: "依頼の種類に合う書式を選んでください。事業者が答える項目のない書式は使えません。",
  }),
  "request-contact-without-mail": () => ({
    what: "この担当者にはメールアドレスがありません。",
    next: "提出の前に本人確認のコードをメールで送るため、事業者の担当者にメールアドレスを登録してから依頼してください。",
  }),
  "request-subject-twice": () => ({
    what: "同じ相手と対象が、この依頼の中に二度あります。",
    next: "重なっている行を一つにしてください。",
  }),
  "request-due-past": () => ({
    what: "期限が過去の日です。",
    next: "今日か、それより後の日を入れてください。",
  }),
  "request-state": () => ({
    what: "依頼の状態が変わったため、この操作はできません。",
    next: "ページを開き直して、いまの状態を確かめてください。",
  }),
  "request-submission-older": () => ({
    what: "その後に新しい提出が届いています。",
    next: "ページを開き直して、新しい提出を確認してください。",
  }),
  "request-nothing-answered": () => ({
    what: "答えが一つも入っていません。",
    next: "答えを入れてから提出してください。答えられないときは「提出しない」を選び、理由を書いてください。",
  }),
  "request-unconfirmed": (p) => ({
    what: `「引継」の答えが${p.count === undefined ? "" : ` ${p.count} 件、`}確認されないまま残っています。`,
    next: "一つずつ見て「確認した」を押すか、答えを選び直してから提出してください。",
  }),
  "request-not-verified": () => ({
    what: "提出の前に、メールで届くコードの入力が必要です。",
    next: "「コードを送る」を押し、届いた 6 桁の数字を入力してください。",
  }),
  "request-sections-only": () => ({
    what: "このリンクでは、分けられた区分に答えることだけができます。",
    next: "提出や取りまとめは、病院から依頼を受けた方が行ってください。",
  }),
  "request-link-over": () => ({
    what: "このリンクは使えません。",
    next: "期限が過ぎたか、取り消されたか、アドレスの一部が欠けています。病院の担当者に、新しいリンクを頼んでください。",
  }),
  "request-code-wrong": (p) => ({
    what: "コードが一致しませんでした。",
    next: `メールの 6 桁の数字を、もう一度入力してください${p.left === undefined ? "" : `（あと ${p.left} 回）`}。`,
  }),
  "request-code-over": () => ({
    what: "このコードはもう使えません。",
    next: "「コードを送る」をもう一度押して、新しいコードを受け取ってください。コードは 30 分間、10 回まで試せます。",
  }),
  "request-code-often": () => ({
    what: "コードを何度も送ったため、しばらく送れません。",
    next: "すでに届いているメールのコードを入力するか、1 時間ほど待ってからもう一度押してください。",
  }),
  "vendor-session-over": () => ({
    what: "この画面を開いてから時間がたったか、別の端末で開いているため、続けられません。",
    next: "メールのリンクをもう一度開き、「開く」を押してください。保存した答えは残っています。",
  }),
  "request-nothing-to-carry": () => ({
    what: "引き継げる前回の答えがありません。",
    next: "答えを選んでください。",
  }),
  "request-files-many": (p) => ({
    what: `添えられるファイルの上限${p.max === undefined ? "" : `（${p.max} 件）`}を超えます。`,
    next: "不要なファイルを外すか、まとめて一つのファイルにしてください。",
  }),
  "request-workbook-other-form": () => ({
    what: "このファイルの書式は、依頼された書式と違います。答えは何も変えていません。",
    next: "依頼された書式のファイルを選ぶか、この画面で答えてください。",
  }),
} satisfies ProblemWords;
