import { auditLog } from "./ja/audit-log.ts";

/** What `npm run buntan` says on the terminal. Japanese; Problems have their words in `ja.problems`. */
export const command = {
  help: `分担 Buntan の命令

  npm run buntan -- read ファイル [--json]
      ファイルを読み、回答と読めなかったセルを示します。何も保存しません。
      --json は、1 個の JSON だけを標準出力へ書きます（npm run --silent buntan -- read … を使ってください）。
      終了コード: 開示書 0、そのほか 2

  npm run buntan -- receive ファイル --hospital 病院 --as サインイン名
        [--product-version ID | --vendor 事業者 --product 製品 --version 版]
        [--form-version 書式の版] [--issued-on 2026-04-15]
      ファイルを受け取り、開示書として保存します。省いた値は、ファイルに書かれたものを使います。

  npm run buntan -- assess 開示書ID --hospital 病院 --as サインイン名 [--guideline id@版] [--json]
      開示書をガイドラインと照らし合わせ、不足から順に示します。何も保存しません。

  npm run buntan -- annex --contract 契約番号かID --template 雛形 --hospital 病院 --as サインイン名
        [--issue] --out ファイル.pdf
      別紙を PDF で書き出します。--issue を付けなければ「案」で、何も保存しません。

  npm run buntan -- audit verify [--head 番号:SHA-256] [--json]
      監査ログの鎖を検査し、切れている所を番号で示します。--head には、綴りやメールの控えの値を渡します。
      終了コード: 切れていない 0、切れている 4。サーバが動いていても使えます。

  npm run buntan -- audit export --hospital 病院 --as サインイン名 --out ファイル.json
      その病院の監査ログを、検証できる形で書き出します（管理者）。

  npm run buntan -- backup [--json]
      バックアップを取ります。写しを検査し、暗号化し、読み直してから名前を付けます。サーバが動いていても使えます。

  npm run buntan -- backup-key
      バックアップの鍵を表示します。紙に控え、この機械とは別の所に保管してください。

  npm run buntan -- restore ファイル [--key-file 鍵のファイル]
      バックアップを検査してから、データベースの場所に戻します。いまのデータは消さずに、わきへ動かします。
      手順は docs/restore.md にあります。サーバが動いている間は断ります（終了コード 3）。

  npm run buntan -- export フォルダ
      すべての病院のすべての記録を JSON（一行一件）で、原本と発行した書面を元のファイルのまま、空のフォルダへ書き出します。
      サインインの種・パスワード・セッションは入りません。サーバが動いていても使えます。形は docs/export.md にあります。

  npm run buntan -- import フォルダ
      書き出したものから、空のデータフォルダに同じ記録を作ります。すべてのハッシュと監査ログの鎖を検査します。

  npm run buntan -- lost-sign-in --hospital 病院 --as 管理者のサインイン名 --person サインイン名
      スマートフォン・回復コード・パスワードをなくした人を、サインインし直せるようにします（管理者が自分にも使えます）。
      二要素認証は次のサインインで登録し直します。省かれることはありません。

  npm run buntan -- help

--hospital は名前かIDで、--as はその人の権限で働きます。
保存する命令（receive、annex --issue、audit export、lost-sign-in）は、サーバが動いている間は断ります（終了コード 3）。`,
  usage: "使い方は npm run buntan -- help で見られます。",
  auditWhat: "audit の後に verify か export を書いてください。",
  lostSignIn: (person: string, address: string, until: string) =>
    `${person} の二要素認証を消しました。次の番地を本人に渡してください（一度だけ、${until} まで）。開くと新しいパスワードを決められ、次のサインインで二要素認証を登録し直します。\n${address}`,
  written: (file: string) => `書き出しました: ${file}`,
  chain: {
    title: "監査ログ",
    whole: (entries: number) => `監査ログ ${entries} 件を検査しました。鎖は切れていません。`,
    head: (seq: number, hash: string) => `いちばん新しい記録: ${seq}:${hash}`,
    broken: "監査ログの鎖が切れています。",
    breaks: auditLog.breaks,
    next: auditLog.brokenNext,
  },
  backup: {
    taken: (file: string, bytes: number, entries: number) =>
      `バックアップを取りました: ${file}（${bytes} バイト、監査ログ ${entries} 件まで検査済み）`,
    secondPlace: {
      none: () => "第二の場所は設定されていません（BUNTAN_BACKUP_COPY_DIR）。",
      copied: () => "第二の場所にも写しました。",
      failed: (detail: string) => `第二の場所には写せませんでした: ${detail}`,
    },
    keepKey: (file: string) =>
      `鍵は ${file} にあります。鍵をなくすと開けません。npm run buntan -- backup-key で表示し、別の所に控えてください。`,
    restored: (file: string) => `バックアップを戻しました: ${file}`,
    moved: (folder: string) => `それまでのデータは、ここへ動かしました: ${folder}`,
  },
  export: {
    written: (folder: string, rows: number, files: number) =>
      `書き出しました: ${folder}（記録 ${rows} 件、ファイル ${files} 個）`,
    keep: "暗号化していません。個人の情報を含むので、病院の決まりに従って保管してください。",
    read: (file: string, rows: number, files: number) =>
      `取り込みました: ${file}（記録 ${rows} 件、ファイル ${files} 個）`,
    signIn:
      "パスワードと二要素認証は移していません。サーバを起動する前に、npm run buntan -- lost-sign-in で管理者から順に入り口を作ってください。事業者のリンクは有効なものがそのまま使えます。",
  },
  unknownVerb: (verb: string) => `命令「${verb}」はありません。`,
  wrongOption: (detail: string) => `指定に誤りがあります: ${detail}`,
  missingOption: (name: string) => `${name} を指定してください。`,
  words: { file: "ファイル", folder: "フォルダ", disclosure: "開示書ID" },
  fileMissing: (file: string) => `ファイル「${file}」を開けません。名前と場所を確かめてください。`,
  place: (at: string) => `（${at}）`,
  recognised: {
    disclosure: "開示書として読みました。",
    "look-alike": "開示書ではありません（似た書式です）。",
    unknown: "開示書の回答の表が見つかりません。",
    refused: "読み取れませんでした。",
  },
  form: (form: string, version: string, sheet: string, answers: number) =>
    `${form} ${version}（シート「${sheet}」）: ${answers} 件の回答`,
  versionUnknown: "版は不明",
  header: (name: string, value: string) => `  ${name}: ${value}`,
  headerNames: { issuedOn: "作成日", vendor: "事業者", product: "製品・サービス", productVersion: "版" },
  notStated: "記載なし",
  counts: (each: { yes: number; no: number; notApplicable: number; blank: number; unclear: number }) =>
    `  はい ${each.yes} / いいえ ${each.no} / 対象外 ${each.notApplicable} / 空欄 ${each.blank} / 要確認 ${each.unclear}`,
  unread: (cell: string, text: string) => `  読めなかったセル ${cell}: ${text}`,
  received: (form: string, id: string) => `開示書として保存しました: ${form} ${id}`,
  waiting: (intakeId: string) =>
    `ファイルは受け取りましたが、開示書としてはまだ保存していません。画面の「受け取り」で確認を続けられます（${intakeId}）。`,
  assessed: (product: string, form: string, issuedOn: string, guideline: string) =>
    `${product} ${form}（作成日 ${issuedOn}）と ${guideline}`,
  finding: (verdict: string, clause: string, summary: string) => `[${verdict}] ${clause} ${summary}`,
  ownWording: "要約は当プロジェクトの文であり、公式の本文ではありません。",
  drafted: (file: string) => `案を書き出しました: ${file}`,
  issued: (file: string, sha256: string) => `発行しました: ${file}\nSHA-256 ${sha256}`,
} as const;
