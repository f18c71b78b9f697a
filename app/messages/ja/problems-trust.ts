import type { ProblemWords } from "../problem-words.ts";

/** What is wrong with a database file. */
const faults: Readonly<Record<string, string>> = {
  "copy-damaged": "データベースのファイルが壊れています。",
  "copy-dangling": "データベースの中に、つながりの切れた記録があります。",
  "copy-chain-broken": "監査ログの鎖が切れています。",
  "copy-newer": "データが、より新しい版の分担で作られています。",
  "copy-no-database": "分担のデータベースではありません。",
};

/** Backups, restoring, exports and personal data. */
export const trustProblems = {
  "page-takes-nothing": () => ({
    what: "このページは、送られたものを受け取りません。",
    next: "前のページに戻り、開き直してから、もう一度お試しください。",
  }),
  "backup-remote": () => ({
    what: "このデータベースは別のサーバにあり、ここからはバックアップも復元もできません。",
    next: "データベースのサーバの側で、バックアップと復元の手順を用意してください。",
  }),
  "backup-key-missing": () => ({
    what: "バックアップの鍵のファイルがありません。",
    next: "別に保管してある鍵を、このファイルの所に置くか、--key-file で示してください。",
  }),
  "backup-key-unreadable": () => ({
    what: "バックアップの鍵のファイルを読めません。",
    next: "書き写しの誤りがないか、控えと見比べてください。",
  }),
  "backup-key-wrong": (p) => ({
    what: `このバックアップは別の鍵（${p.needed ?? ""}）で閉じられています。`,
    next: "その名前の鍵を保管場所から出して、--key-file で示してください。",
  }),
  "backup-too-large": () => ({
    what: "データベースが大きすぎて、一つの暗号化したファイルにできません（上限 60 GiB）。",
    next: "暗号化した別の媒体を用意し、BUNTAN_BACKUP_PLAIN=1 でそこへ取ってください。",
  }),
  "backup-copy-faulty": (p) => ({
    what: faults[String(p.fault)] ?? "写しの検査に通りませんでした。",
    next: "データには手を触れず、最後に検査を通ったバックアップと見比べてください。復元のときは、その前のバックアップを使ってください。",
  }),
  "backup-place-unwritable": () => ({
    what: "バックアップの場所に書き込めません。",
    next: "フォルダがあるか、接続されているか、書き込み権限があるかを確かめてください。",
  }),
  "backup-missing": () => ({
    what: "そのバックアップのファイルがありません。",
    next: "名前と場所を確かめてください。",
  }),
  "backup-not-ours": () => ({
    what: "分担のバックアップのファイルではありません。",
    next: "ファイル名が .bbk で終わるものを選んでください。",
  }),
  "backup-damaged": () => ({
    what: "バックアップのファイルが壊れているか、途中で切れています。",
    next: "第二の場所の同じ名前のファイルか、その前のバックアップを使ってください。",
  }),
  "backup-before-migration": () => ({
    what: "新しい版へ移る前のバックアップが取れませんでした。データは変えていません。",
    next: "空き容量とバックアップの場所を確かめて、もう一度起動してください。",
  }),
  "backup-running": () => ({
    what: "いまバックアップを取っています。",
    next: "終わるまで待って、画面を開き直してください。",
  }),
  "backup-none-here": () => ({
    what: "ここではバックアップを取れません。",
    next: "自分の病院のデータで開いてください。デモは、いつでも作り直せます。",
  }),
  "export-folder-not-empty": () => ({
    what: "書き出し先のフォルダが空ではありません。",
    next: "空のフォルダか、まだないフォルダを示してください。",
  }),
  "export-damaged": () => ({
    what: "書き出したものが足りないか、書き換えられています。",
    next: "書き出したときのフォルダを、そのままの形で示してください。",
  }),
  "import-not-empty": () => ({
    what: "読み込み先にすでにデータがあります。",
    next: "空のデータフォルダを BUNTAN_DATA_DIR で示してください。",
  }),
  "file-infected": (p) => ({
    what: `ファイル「${p.fileName ?? ""}」から、ウイルス検査で「${p.found ?? ""}」が見つかりました。どこにも保存していません。`,
    next: "開かずに、送り主と病院の担当者へ知らせてください。別のファイルを送り直してもらってください。",
  }),
  "person-still-in": () => ({
    what: "まだ使われている人の情報は消せません。",
    next: "利用者は使えなくしてから、連絡先は保管庫へ移してから、消してください。",
  }),
  "person-erased": () => ({
    what: "この人の情報は、もう消してあります。",
    next: "ほかの人を選んでください。",
  }),
  "retention-not-over": () => ({
    what: "保存期間が終わっていません。",
    next: "本人の求めなどで先に消すときは、理由を書いてください。",
  }),
} satisfies ProblemWords;
