/** Lists and forms. */
export const lists = {
  searchIn: (noun: string) => `${noun}を検索`,
  searchHere: "この一覧を検索",
  found: (total: number) => `${total} 件`,
  range: (from: number, to: number, total: number) => `${total} 件中 ${from}–${to} 件`,
  sortAscending: (column: string) => `${column}の昇順に並べる`,
  sortDescending: (column: string) => `${column}の降順に並べる`,
  all: "すべて",
  filterBy: (column: string) => `${column}で絞り込む`,
  archived: "保管庫",
  archivedOn: "保管庫を見ています",
  inUse: "使用中",
  previous: "前の 50 件",
  next: "次の 50 件",
  pages: "ページ",
  related: "関連する一覧",
  export: "この一覧を出力",
  exportXlsx: "Excel",
  exportCsv: "CSV",
  nothingFound: "条件に合うものはありません。",
  clear: "条件をはずす",
  keys: "↑ ↓ で行を移動し、Enter で開きます。",
  showAll: (total: number) => `${total} 件すべてを見る`,
};

export const forms = {
  autosave: {
    idle: "入力すると自動で保存します。",
    saving: "保存しています…",
    saved: "途中まで保存しました。",
    offline: "まだ保存できていません。通信が戻ると自動で保存します。この画面を閉じないでください。",
    wrong: "保存できない入力があります。ボタンを押すと、どこかが分かります。",
  },
  required: "必須",
  choose: "選んでください",
  none: "（なし）",
  notGiven: "−",
  problems: (count: number) => `保存できませんでした。${count} か所を確かめてください。`,
  problemsOther: "できませんでした。",
  typedKept: "入力した内容はそのまま残っています。",
  newOf: (noun: string) => `${noun}の登録`,
  editOf: (name: string) => `${name}の編集`,
  dayFormat: "例：2026-04-15",
  compareNow: "いまの記録を別の画面で開く",
};

export const registers = {
  archiveTitle: "保管庫へ移す",
  archiveWhat: "一覧と選択肢に出なくなります。記録と履歴は残り、いつでも戻せます。",
  isArchived: "この記録は保管庫にあります。一覧と選択肢には出ません。",
  coverReasonHint:
    "いまの一覧と違うときに必要です。いまの内容の訂正として残ります。ある日から対象が変わるときは、契約の改定を使ってください。",
  nameReasonHint:
    "名称の変更を記録してある事業者の名称を直すときに必要です。いまの名称の訂正として残ります。ある日から名称が変わるときは、名称の画面で記録してください。",
  coverTitle: "対象システム",
  coverWhat: "この契約がかかわるシステムを選びます。別紙の対象範囲と、開示書の探し先になります。",
  coverEmpty: "システムがまだ登録されていません。",
  facts: "基本の情報",
  exportName: (noun: string, day: string) => `${noun}一覧_${day}`,
};

export const search = {
  title: "検索の結果",
  lead: (query: string) => `「${query}」に合う記録`,
  start: "事業者名・製品名・システム名・契約番号などを入力してください。",
  nothing: (query: string) => `「${query}」に合う記録はありません。`,
  tip: "短いことばに変えるか、読みがな・契約番号でも試してください。",
  more: (noun: string) => `${noun}の一覧で続きを見る`,
};
