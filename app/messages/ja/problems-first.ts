import type { ProblemWords } from "../problem-words.ts";
import { fileKinds } from "./file-kinds.ts";

/** 「value」 when there is one. */
const quoted = (value: string | number | undefined) =>
  value === undefined || value === "" ? "" : `「${value}」`;
/** （value） when there is one. */
const noted = (value: string | number | undefined) =>
  value === undefined || value === "" ? "" : `（${value}）`;
const megabytes = (value: string | number | undefined) =>
  value === undefined ? "" : `（上限 ${Math.floor(Number(value) / 1_048_576)} MB）`;

/** What happened, and what to do next. No blame, です・ます. */
export const firstProblems = {
  "sign-in-required": () => ({
    what: "サインインが必要です。",
    next: "サインインしてから、もう一度開いてください。",
  }),
  "sign-in-failed": () => ({
    what: "サインイン名かパスワードが一致しませんでした。",
    next: "大文字・小文字と入力の切り替えを確かめて、もう一度入力してください。",
  }),
  "too-many-attempts": () => ({
    what: "続けて何度も試されたため、いまは受け付けていません。",
    next: "15 分ほど待ってから、もう一度試してください。",
  }),
  "setup-code-wrong": () => ({
    what: "初回設定コードが一致しませんでした。",
    next: "サーバを起動したときに表示された 8 桁の数字を入力してください。",
  }),
  "setup-already-done": () => ({
    what: "病院はすでに作られています。",
    next: "サインインしてください。利用者の追加は管理者が設定画面で行えます。",
  }),
  forbidden: () => ({
    what: "この操作は、いまの権限ではできません。",
    next: "必要なときは、病院の管理者に権限の変更を頼んでください。",
  }),
  "not-found": () => ({ what: "お探しの記録はありません。", next: "一覧から探し直してください。" }),
  "cross-site-request": () => ({
    what: "ほかのサイトからの送信とみなして、受け付けませんでした。",
    next: "このページを開き直して、もう一度送信してください。",
  }),
  "demo-only": () => ({
    what: "この操作はデモ病院だけでできます。",
    next: "デモ病院を開いてから試してください。",
  }),

  "field-required": () => ({ what: "空のままです。", next: "入力するか、選んでください。" }),
  "field-too-long": (p) => ({
    what: `長すぎて保存できません${p.max === undefined ? "" : `（${p.max} 文字まで）`}。`,
    next: "短くしてください。",
  }),
  "field-too-short": (p) => ({
    what: `文字数が足りません${p.min === undefined ? "" : `（${p.min} 文字以上）`}。`,
    next: "もう少し長くしてください。",
  }),
  "field-not-a-day": (p) => ({
    what: `${quoted(p.value)}日付として読めません。`.replace("」日付", "」は日付"),
    next: "2026-04-15 の形で、実在する日を入力してください。",
  }),
  "field-not-a-number": (p) => ({
    what: "数として読めません。",
    next:
      p.min === undefined || p.max === undefined
        ? "整数を入力してください。"
        : `${p.min} から ${p.max} までの整数を入力してください。`,
  }),
  "field-not-an-option": (p) => ({
    what: `${quoted(p.value)}選択肢にありません。`.replace("」選択肢", "」は選択肢"),
    next: "一覧から選び直してください。",
  }),
  "field-not-a-mail": () => ({
    what: "メールアドレスとして読めません。",
    next: "name@example.jp の形で入力してください。",
  }),
  "field-unknown-reference": () => ({
    what: "選んだ記録が見つかりません。",
    next: "ほかの人が動かしたかもしれません。選び直してください。",
  }),
  "field-invalid": () => ({
    what: "使えない文字や形が含まれています。",
    next: "説明にある形に合わせて入力してください。",
  }),
  "day-order": (p) => ({
    what: `終わりの日${noted(p.to)}が、始まりの日${noted(p.from)}より前です。`,
    next: "どちらかの日付を直してください。",
  }),
  "already-exists": () => ({
    what: "同じものがすでに登録されています。",
    next: "登録済みの記録を使うか、値を変えてください。",
  }),
  "changed-meanwhile": () => ({
    what: "開いている間に、ほかの人がこの記録を保存しました。",
    next: "入力した内容は下に残っています。いまの記録と見比べて、もう一度保存してください。",
  }),
  "record-archived": () => ({
    what: "この記録は保管庫にあります。",
    next: "変更するときは、先に一覧へ戻してください。",
  }),
  "record-in-use": () => ({
    what: "ほかの記録から使われているため、この操作はできません。",
    next: "先に、使っている側の記録を変えてください。",
  }),
  "body-too-large": (p) => ({
    what: `送信された内容が大きすぎます${megabytes(p.limit)}。`,
    next: "分けて送信してください。",
  }),
  "file-missing": () => ({ what: "ファイルが選ばれていません。", next: "Excel ファイルを選んでください。" }),
  "file-empty": () => ({
    what: "ファイルの中身が空です。",
    next: "元のファイルを開いて確かめ、選び直してください。",
  }),
  "file-too-large": (p) => ({
    what: `ファイルが大きすぎます${megabytes(p.limit)}。`,
    next: "画像や不要なシートを除いて保存し直してください。",
  }),
  "file-not-a-workbook": () => ({
    what: "Excel のファイルとして読めませんでした。",
    next: "Excel で開いて .xlsx 形式で保存し直すか、事業者に元のファイルを依頼してください。",
  }),
  "file-kind-unsupported": (p) => ({
    what: `この種類のファイル${noted(fileKinds[String(p.kind)])}は扱えません。`,
    next: "Excel（.xlsx・.xls）、CSV、PDF、PNG か JPEG で保存し直してください。",
  }),
  "file-password-protected": () => ({
    what: "パスワードで保護されています。",
    next: "受領の画面でパスワードを入力するか、パスワードを外して保存し直してください。",
  }),
  "file-damaged": () => ({
    what: "ファイルが壊れているようです。",
    next: "事業者にもう一度送ってもらってください。",
  }),
  "file-zip-bomb": () => ({
    what: "開くと極端に大きくなるファイルのため、安全のために読み込みを止めました。",
    next: "事業者に、作り直したファイルを依頼してください。",
  }),
  "file-too-many-cells": () => ({
    what: "セルの数が多すぎます。",
    next: "回答のシートだけを残して保存し直してください。",
  }),
  "file-reader-timeout": () => ({
    what: "読み取りに時間がかかりすぎたため、止めました。",
    next: "不要なシートや図を除いて、もう一度試してください。",
  }),
  "file-reader-memory": () => ({
    what: "読み取りに必要な大きさが上限を超えました。",
    next: "不要なシートや図を除いて、もう一度試してください。",
  }),
  "file-reader-failed": () => ({
    what: "ファイルを読み取る途中で止まりました。内容は保存していません。",
    next: "Excel で開いて保存し直し、もう一度試してください。",
  }),
  "file-encoding-unknown": () => ({
    what: "文字コードが分かりませんでした。",
    next: "CSV を UTF-8 または Shift_JIS で保存し直してください。",
  }),

  "intake-closed": () => ({
    what: "この受領はすでに保存または取りやめが済んでいます。",
    next: "開示書の一覧から開いてください。",
  }),
  "intake-nothing-to-save": () => ({
    what: "保存できる回答がありません。",
    next: "シートと列の読み取りを確かめてください。",
  }),
  "disclosure-date-required": () => ({
    what: "作成日が分からないため、保存できません。",
    next: "開示書に書かれた作成日を入力してください。",
  }),
  "disclosure-withdrawn": () => ({
    what: "この開示書は取り下げられています。",
    next: "有効な開示書を選んでください。",
  }),
  "disclosure-same-file": () => ({
    what: "同じファイルがすでに受領されています。",
    next: "受領済みの開示書を開いて確かめてください。",
  }),

  "requirement-unknown": () => ({
    what: "この要求事項は、選んだ版のガイドラインにありません。",
    next: "ガイドラインの版を確かめてください。",
  }),
  "finding-needs-no-decision": () => ({
    what: "この項目には、決めるべき不足がありません。",
    next: "ほかの未決の項目へ進んでください。",
  }),
  "decision-reason-empty": () => ({
    what: "理由が空のままでは決められません。",
    next: "なぜその方針にしたかを、一文でも書いてください。",
  }),
  "decision-reason-unfinished": () => ({
    what: "理由の文が途中で終わっています。",
    next: "「、」の続きを書いて、文を終わらせてください。",
  }),
  "decision-superseded": () => ({
    what: "この対応方針は、新しいものに替わっています。",
    next: "いまの対応方針を開いてください。",
  }),
  "decision-closed": () => ({
    what: "この対応方針は完了しています。",
    next: "変えるときは、新しく決め直してください。",
  }),

  "completed-without-no": (p) => ({
    what: `${quoted(p.label)}完了日は、初回確認が「いいえ」の行だけに入ります。`,
    next: "初回確認を「いいえ」にするか、完了日を消してください。",
  }),
  "completed-before-first-check": (p) => ({
    what: `${quoted(p.label)}完了日が、初回確認の日${noted(p.day)}より前です。`,
    next: "どちらかの日付を直してください。",
  }),
  "third-party-unnamed": (p) => ({
    what: `${quoted(p.label)}第三者の名称が空です。`,
    next: "担当する第三者の名称を入力してください。",
  }),
  "role-sheet-undecided-rows": (p) => ({
    what: `担当が決まっていない行${p.count === undefined ? "" : ` ${p.count} 行`}があります。`,
    next: "担当を決めるか、未定のまま合意することを確かめてください。",
  }),
  "role-sheet-nothing-agreed": () => ({
    what: "合意された役割分担がまだありません。",
    next: "役割分担の画面で、先に合意を記録してください。",
  }),
  "contract-period-order": () => ({
    what: "契約期間の終わりが始まりより前です。",
    next: "期間の日付を直してください。",
  }),

  "paper-value-missing": (p) => ({
    what: `別紙に必要な値${quoted(p.heading)}が空です。`,
    next: "示された欄を埋めてから発行してください。案の出力はできます。",
  }),
  "paper-glyph-missing": (p) => ({
    what: `文字${quoted(p.character)}を印刷できる書体がありません。`,
    next: `別の字体に置き換えてから発行してください${noted(p.codes)}。`,
  }),
  "paper-internal-field": (p) => ({
    what: `院内限の項目${quoted(p.field)}が、契約の書面に入ろうとしました。`,
    next: "書面の定義を直す必要があります。管理者に伝えてください。",
  }),
  "paper-not-issued": () => ({
    what: "この書面はまだ発行されていません。",
    next: "発行してから、もう一度開いてください。",
  }),
  "paper-already-issued": () => ({
    what: "この書面はすでに発行され、内容は固定されています。",
    next: "変えるときは、新しい版を発行してください。",
  }),

  "catalogue-invalid": (p) => ({
    what: `書式の定義${quoted(p.value)}に誤りがあります${noted(p.reason)}。`,
    next: "示されたファイルと場所を直してください。",
  }),
  "catalogue-reference-dangling": (p) => ({
    what: `書式の定義が、ないもの${quoted(p.value)}を参照しています。`,
    next: "参照先の番号と版を直してください。",
  }),
  "catalogue-unknown": (p) => ({
    what: `その版の書式やガイドライン${noted(p.ref)}はありません。`,
    next: "書式の画面で、使える版を確かめてください。",
  }),

  "database-newer": () => ({
    what: "データが、より新しい版の分担で作られています。",
    next: "新しい版のプログラムで開いてください。",
  }),
  "database-busy": () => ({
    what: "ほかの書き込みが続いていて、保存できませんでした。",
    next: "少し待って、もう一度保存してください。",
  }),
  "database-read-only": () => ({
    what: "データに書き込めません。",
    next: "サーバの管理者に、書き込み権限を確かめてもらってください。",
  }),
  "database-token-refused": () => ({
    what: "データベースのサーバが合言葉を受け付けません。",
    next: "サーバの管理者に DATABASE_AUTH_TOKEN を確かめてもらってください。",
  }),
  "database-unreachable": () => ({
    what: "データベースのサーバにつながりません。",
    next: "サーバの管理者に、DATABASE_URL とサーバが動いているかを確かめてもらってください。",
  }),
  "disk-full": () => ({
    what: "サーバの空き容量がなく、保存できませんでした。",
    next: "サーバの管理者に空き容量を増やしてもらってください。",
  }),
  "disk-failing": () => ({
    what: "サーバのディスクが書き込みを受け付けず、保存できませんでした。",
    next: "サーバの管理者に、空き容量・割り当て・機器の状態を確かめてもらってください。それまでの記録は残っています。",
  }),
  "server-running": () => ({
    what: "分担はすでに動いています。",
    next: "動いている方を使うか、止めてから実行してください。",
  }),
  "server-not-running": () => ({
    what: "このデータフォルダには、分担のデータベースがまだありません。",
    next: "BUNTAN_DATA_DIR がサーバと同じか確かめてください。新しい機械では、npm start で一度起動してから実行してください。",
  }),
  unexpected: () => ({
    what: "思わぬ理由で止まりました。",
    next: "もう一度試しても続くときは、下の問い合わせ番号を添えて管理者に伝えてください。",
  }),
} satisfies ProblemWords;
