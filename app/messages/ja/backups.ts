import type { BackupReason, BackupRun } from "../../domain/backup.ts";

const reasons: Record<BackupReason, string> = {
  daily: "毎日",
  "by-hand": "手動",
  "before-migration": "新しい版へ移る前",
};
const secondPlace: Record<BackupRun["secondPlace"], string> = {
  none: "設定されていません",
  copied: "写して、読み直して確かめました",
  failed: "写せませんでした",
};

/** バックアップ. */
export const backups = {
  title: "バックアップ",
  lead: "データはすべて一つのファイルにあり、毎晩、別のプロセスで写しを取ります。検査に通ったものだけが名前をもらいます。",
  now: "いまの状態",
  last: "最後に取れたバックアップ",
  never: "まだありません",
  size: "大きさ",
  checked: "検査",
  checkedWhat: (entries: number) =>
    `ページ・記録のつながり・監査ログの鎖（${entries} 件）を確かめ、閉じた後に読み直しました`,
  checkedOld: "ページと記録のつながりを確かめ、閉じた後に読み直しました",
  place: "置き場所",
  secondTitle: "第二の場所",
  secondPlace,
  secondWhat:
    "同じ機械が壊れても残るように、別の機械かディスクのフォルダを BUNTAN_BACKUP_COPY_DIR で決めてください。",
  encryption: "暗号化",
  encrypted: (id: string) => `しています（鍵の名前 ${id}）`,
  encryptedSoon: "します（鍵は、はじめてのバックアップのときに作ります）",
  plain: "していません（BUNTAN_BACKUP_PLAIN=1）",
  key: "鍵のファイル",
  keyWarning:
    "鍵をなくすと、バックアップは開けません。npm run buntan -- backup-key で表示して紙に控え、この機械とは別の所に保管してください。",
  take: "いまバックアップを取る",
  takeWhat: "別のプロセスで取るので、画面はそのまま使えます。",
  running: "いま取っています。終わったら、この画面を開き直してください。",
  refresh: "開き直す",
  stale: "最後のバックアップから 2 日以上たっています。",
  staleHome: "バックアップが 2 日以上取れていません。",
  toPage: "バックアップの画面を開く",
  failed: "最後に試みたバックアップは取れませんでした。",
  failedNext:
    "直した後、「いまバックアップを取る」で確かめてください。それまでのバックアップは残っています。",
  none: "ここでは取れません。デモのデータは、いつでも作り直せます。",
  remote: "データベースは別のサーバにあります。バックアップは、そのサーバの側で用意してください。",
  history: "これまでの記録",
  empty: "まだ一度も取っていません。",
  columns: {
    when: "日時",
    reason: "きっかけ",
    result: "結果",
    size: "大きさ",
    second: "第二の場所",
    file: "ファイル",
  },
  taken: "取れました",
  notTaken: "取れませんでした",
  reasons,
  restore: "もとに戻すには",
  restoreWhat:
    "サーバを止めて npm run buntan -- restore ファイル を実行します。手順は docs/restore.md にあります。年に一度は、別のフォルダで試してください。",
  megabytes: (value: string) => `${value} MB`,
};
