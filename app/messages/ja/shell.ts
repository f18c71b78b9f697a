import { auditVerbs } from "./audit-verbs.ts";

/** The frame around every page. */
export const shell = {
  product: "分担",
  title: (page: string) => (page === "" ? "分担 Buntan" : `${page} | 分担 Buntan`),
  skip: "本文へ移動",
  menu: "メニュー",
  mainMenu: "主なメニュー",
  here: "現在の位置",
  search: "全体を検索",
  searchHint: "検索（ / キー）　事業者・契約・製品",
  demo: "デモ",
  demoBar: "架空のデモ病院です。自由に触れて、いつでも消せます。",
  discardDemo: "デモを消す",
  userMenu: "利用者のメニュー",
  signOut: "サインアウト",
  language: "表示のことば",
  languages: { ja: "日本語", en: "English" },
  nodeEndOfLife: "このサーバの Node.js は保守期間が終わっています。新しい版（24）への更新をお勧めします。",
  help: "やさしい説明",
  nav: {
    home: "ホーム",
    vendors: "事業者",
    systems: "システム",
    procurements: "案件",
    requests: "提出依頼",
    disclosures: "開示書",
    assessments: "照合",
    selfChecks: "点検と調査",
    roles: "役割分担",
    contracts: "契約",
    papers: "別紙",
    deadlines: "期限",
    lookBack: "ふりかえり",
    forms: "書式",
    settings: "設定",
  },
};

/** Words on buttons and links. */
export const actions = {
  save: "保存する",
  cancel: "やめる",
  back: "戻る",
  edit: "編集",
  add: "追加する",
  open: "開く",
  search: "検索",
  archive: "保管庫へ移す",
  restore: "一覧に戻す",
  confirm: "確定する",
  toHome: "ホームへ戻る",
  toSignIn: "サインインへ",
};

/** Pages that say that something is not there. */
export const errors = {
  title: "表示できませんでした",
  notFound: {
    what: "お探しのページはありません。",
    next: "移動や削除があったか、ほかの病院の記録かもしれません。一覧から探してください。",
  },
  forbidden: {
    what: "この操作は、いまの権限ではできません。",
    next: "必要なときは、病院の管理者に権限の変更を頼んでください。",
  },
  status: "状態",
  requestId: "問い合わせ番号",
  reload: "もう一度開く",
};

/** 履歴: what was done. `verbs` has every audit verb; an unknown one is shown as it is. */
export const history = {
  title: "履歴",
  empty: "まだ記録はありません。",
  bySystem: "プログラム",
  hidden: "（個人に関する値は記録しません）",
  was: (before: string, after: string) => `${before} → ${after}`,
  blank: "（空）",
  earlier: (count: number) => `それより前の ${count} 件`,
  channels: {
    web: "画面",
    cli: "コマンド",
    demo: "デモ作成",
    setup: "初期設定",
    vendor: "事業者の画面",
    scheduler: "自動",
  },
  verbs: auditVerbs,
};
