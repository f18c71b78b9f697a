import type {
  accountUses,
  ConnectionConcern,
  ConnectionMethod,
  connectionPurposes,
  openings,
  ProposedField,
  patchBearers,
  secondFactors,
  sourceLimits,
} from "../../domain/connection.ts";

const purpose: Record<(typeof connectionPurposes)[number], string> = {
  "remote-maintenance": "遠隔保守",
  monitoring: "監視",
  "data-exchange": "データ連携",
  "service-use": "サービス利用",
  other: "その他",
};
const method: Record<ConnectionMethod, string> = {
  "leased-line": "専用線",
  "ip-vpn": "IP-VPN",
  "ipsec-ike": "IPsec-VPN＋IKE",
  "tls-client-certificate": "TLS 1.2 高セキュリティ型以上＋クライアント認証",
  "ssl-vpn": "SSL-VPN",
  "remote-tool": "遠隔操作ツール",
  mobile: "モバイル回線",
  "dial-up": "電話回線",
  "plain-internet": "インターネット（上記以外）",
  other: "その他",
  unclear: "はっきりしない",
};
const opening: Record<(typeof openings)[number], string> = {
  always: "常時接続",
  "on-demand": "都度開放",
  unclear: "はっきりしない",
};
const accounts: Record<(typeof accountUses)[number], string> = {
  individual: "一人ずつ",
  shared: "共用",
  none: "アカウントなし",
  unclear: "はっきりしない",
};
const secondFactor: Record<(typeof secondFactors)[number], string> = {
  "in-use": "使っている",
  planned: "予定",
  none: "なし",
  unclear: "はっきりしない",
};
const patchBearer: Record<(typeof patchBearers)[number], string> = {
  vendor: "事業者",
  hospital: "病院",
  "third-party": "第三者",
  unclear: "はっきりしない",
};
const sourceLimit: Record<(typeof sourceLimits)[number], string> = {
  limited: "限っている",
  unlimited: "限っていない",
  unclear: "はっきりしない",
};
const concerns: Record<ConnectionConcern, string> = {
  "method-unclear": "方式が不明",
  "method-not-named": "四方式のほか",
  "always-open": "常時接続",
  "shared-accounts": "共用アカウント",
  "no-second-factor": "二要素が未確認",
  "patch-unclear": "装置の更新担当が不明",
  "sources-open": "接続元を限らない",
  "no-logs": "ログの保存期間なし",
  "not-confirmed": "未確認",
  "disclosure-differs": "開示書の回答と違う",
};
const proposedFields: Record<ProposedField, string> = {
  method: "接続方式",
  opening: "接続の開き方",
  patchBearer: "装置の更新（パッチ）の担当",
  accounts: "アカウント",
  secondFactor: "二要素認証",
  sourceLimit: "接続元の制限",
  logKeeping: "接続の記録",
};

/** 外部接続の台帳: every way into or out of the hospital's systems. */
export const connections = {
  title: "外部接続",
  lead: "遠隔保守やデータ連携など、院外とつながる経路の台帳です。開示書の回答から案を作り、人が確かめて登録します。",
  empty: "外部接続の登録がまだありません。開示書のあるシステムからは、回答をもとにした案を作れます。",
  add: "接続を登録",
  editOf: (name: string) => `${name} を直す`,
  exportName: "外部接続",
  options: { purpose, method, opening, accounts, secondFactor, patchBearer, sourceLimit },
  concerns,
  fields: {
    systemId: "システム",
    name: "接続の名前",
    purpose: "目的",
    counterpart: "接続の相手",
    method: "接続方式",
    opening: "接続の開き方",
    device: "VPN装置・回線",
    patchBearer: "装置の更新（パッチ）の担当",
    accounts: "アカウント",
    accountCount: "アカウントの数",
    secondFactor: "二要素認証",
    secondFactorBy: "二要素認証の予定日",
    sourceLimit: "接続元の制限",
    sourceNote: "接続元の説明",
    logDays: "ログの保存日数",
    note: "メモ",
  },
  hints: {
    name: "例：保守用VPN（本館）",
    method: "はじめの四つは、ガイドラインがサービスとの通信に挙げる方式です。",
    secondFactor: "予定は「使っている」に入れません。",
    secondFactorBy: "「予定」のときの期日。",
    logDays: "日数で。分からなければ空のまま。",
  },
  columns: {
    name: "接続",
    system: "システム",
    purpose: "目的",
    method: "方式",
    secondFactor: "二要素",
    patchBearer: "装置の更新",
    confirmedOn: "確認日",
    concerns: "確かめること",
  },
  notConfirmed: "未確認",
  confirm: "すべての欄を確かめた",
  confirmHint: "確かめた人と日付、根拠にした回答を残します。内容を変えると、確認は外れます。",
  confirmed: (day: string, by: string) => `${day} ${by} が確認`,
  basisTitle: "根拠にした開示書の回答",
  proposalTitle: "開示書の回答から作った案",
  proposalWhat:
    "開示書の回答が述べていることだけを使い、分からない欄は「はっきりしない」のままにしています。相手や装置は、人が入れてください。",
  proposalNone:
    "このシステムのいまの開示書には、外部接続について述べた回答がありません。接続方式、開き方、装置の更新の担当、接続元などは、事業者に聞いて入れてください。",
  ableOnly:
    "「できますか」という質問への「はい」は、そうできるという回答です。いまそうしているかは、事業者に確かめてください。",
  byWords:
    "質問の語から見つけた回答も並べています。「はい」「いいえ」だけでは欄を埋めないので、質問と備考を読んで選んでください。",
  silent: (fields: string) =>
    `いまの開示書のどの質問も述べていない欄：${fields}。事業者に聞いて入れてください。`,
  differencesTitle: "確認したあとに変わった回答",
  differencesWhat: (day: string) =>
    `${day} の確認のあとで、開示書の回答が変わりました。登録した内容はそのままです。下の案は、人が確かめて保存するまで入りません。`,
  differencesOpen: "開示書の回答が、登録した内容と違います。下の案は、人が確かめて保存するまで入りません。",
  differenceColumns: { field: "欄", held: "登録した内容", proposed: "いまの回答からの案" },
  takeProposal: "案を下の欄に入れる",
  taken: "案を下の欄に入れました。確かめてから保存してください。",
  proposedFields,
  means: { "in-place": "実施", planned: "予定" },
  answerColumns: { field: "欄", question: "質問", answer: "回答", remark: "備考", cell: "セル" },
  missingTitle: (count: number) => `遠隔保守の登録がないシステム（${count}）`,
  missingWhat: "遠隔保守がないシステムは、ないことを確かめてから、そのままにして構いません。",
  propose: "案から登録",
  enter: "登録",
  hasProposal: (count: number) => `回答 ${count} 件から案あり`,
  noProposal: "案なし",
  archiveWhat: "台帳の一覧から外れます。記録は残り、戻せます。",
  keepsLogs: (kept: boolean) =>
    kept ? "記録を取っているとの回答。保存日数は聞いてください。" : "記録を取っていないとの回答。",
};

/** サーバ一覧の全数の確認. */
export const declarations = {
  title: "サーバ一覧の全数の確認",
  lead: "院内で使うサーバ（電子カルテがその中だけで動くPC、クラウド、NAS、バックアップ装置を含む）がすべて登録されていることを、人が日付つきで確かめます。",
  why: "「すべてのサーバのセキュリティ更新を事業者が負う」と言えるかどうかは、一覧が全数であることに依ります。1 台でも抜けていれば言えません。",
  standing: (day: string, by: string) => `${day} に ${by} が全数を確認し、その後の変更はありません。`,
  stale: (day: string) =>
    `${day} の確認のあとに、サーバかシステムの登録が変わりました。もう一度確かめてください。`,
  never: "まだ一度も確認されていません。",
  changesTitle: "確認のあとに変わった点",
  what: { system: "システム", server: "サーバ" },
  wasNamed: (name: string) => `（「${name}」から改名）`,
  how: { added: "加わった", gone: "なくなった", changed: "変わった" },
  fields: {
    name: "名前",
    system: "システム",
    kind: "種類",
    os: "OS",
    bearer: "更新の担当",
    clause: "条項",
  },
  countsTitle: "いまの一覧",
  counts: (total: number, vendor: number, hospital: number, unclear: number) =>
    `${total} 台：事業者 ${vendor}・病院 ${hospital}・はっきりしない ${unclear}`,
  withoutClause: (count: number) => `事業者が担当する ${count} 台に、契約の条項の引用がありません。`,
  systemsWithout: (count: number) =>
    `サーバの登録がないシステム ${count}（クラウドなら、そのままで構いません）`,
  declare: "全数を確認した",
  declareWhat: "いまの一覧を、あなたの名前と今日の日付で固定します。固定した一覧は書き換えられません。",
  note: "確かめ方のメモ",
  noteHint: "現地の確認、ネットワーク機器の一覧との照合など。",
  servers: "サーバ",
  systems: "システム",
  listTitle: "一覧",
  historyTitle: "これまでの確認",
  columns: {
    day: "確認日",
    by: "確認した人",
    servers: "サーバ",
    systems: "システム",
    sha256: "一覧の SHA-256",
    note: "メモ",
  },
  frozenTitle: (day: string) => `${day} に確認した一覧`,
  exportName: "サーバ一覧",
};
