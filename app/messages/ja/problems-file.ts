import type { ProblemWords } from "../problem-words.ts";

/** Other kinds of files, and what a person adds to them. */
export const fileProblems = {
  "file-password-wrong": () => ({
    what: "パスワードが違います。",
    next: "大文字・小文字と全角・半角を確かめて、もう一度入力してください。",
  }),
  "file-encryption-unsupported": () => ({
    what: "このファイルの保護の方式は開けません。",
    next: "作成したソフトで開き、パスワードを外して保存し直してください。",
  }),
  "file-archive-empty": () => ({
    what: "ZIP の中にファイルがありません。",
    next: "事業者にもう一度送ってもらってください。",
  }),
  "file-archive-nothing-readable": () => ({
    what: "ZIP の中に読めるファイル（Excel・CSV・PDF・画像）がありません。",
    next: "ZIP を開いて中身を確かめ、必要なファイルだけを選んでください。",
  }),
  "file-archive-many": (p) => ({
    what: `ZIP の中に読めるファイルが ${p.count ?? "いくつか"} 個あります。`,
    next: "受領の画面では 1 つずつ別の受領になります。コマンドでは取り出してから 1 つずつ指定してください。",
  }),
  "file-picture-only": () => ({
    what: "画像のため、文字は読み取りません。",
    next: "受領の画面で、画像を見ながら回答を入力してください。",
  }),
  "file-picture-too-large": () => ({
    what: "画像が大きすぎて表示できません。",
    next: "原本をダウンロードして開き、見ながら入力してください。",
  }),
  "pdf-without-text": () => ({
    what: "文字の情報がない PDF（スキャン）のため、読み取りません。",
    next: "受領の画面で、ページを見ながら回答を入力してください。元の Excel がもらえないか事業者に頼むのも確実です。",
  }),
  "pdf-page-without-text": (p) => ({
    what: `${p.page ?? ""} ページには文字の情報がなく、読み取っていません。`,
    next: "そのページに回答がないか、原本を見て確かめてください。",
  }),
  "pdf-rows-uncertain": (p) => ({
    what: `PDF の ${p.page ?? ""} ページで、どの文字が同じ行か決められませんでした。推測はしていません。`,
    next: "事業者に元の Excel を依頼するか、受領の画面でページを見ながら入力してください。",
  }),
  "pdf-row-across-pages": (p) => ({
    what: `${p.page ?? ""} ページの最後の行が、次のページに続いているようです。つなげて読みました。`,
    next: "その行の設問と回答を、原本と見比べてください。",
  }),
  "form-number-missing": (p) => ({
    what: `番号の分からない設問が ${p.count ?? 1} 件あります（${p.cells ?? ""}）。`,
    next: "元のシートを見て、どの設問への回答か確かめてください。",
  }),
  "form-number-shortened": (p) => ({
    what: `番号「${p.no ?? ""}」は、前後の番号から見て「${p.maybe ?? ""}」の末尾の 0 が消えたものかもしれません。`,
    next: "元のシートを見て、どの設問への回答か確かめてください。",
  }),
  "form-header-unclear": (p) => ({
    what: `「${p.text ?? ""}」から、表題欄の項目（作成日・事業者名・製品名・版など）の値を確実には読み取れません。`,
    next: "元のシートを見て、受領の画面で入力してください。",
  }),
  "pdf-text-cut": (p) => ({
    what: `${p.page ?? ""} ページの「${p.text ?? ""}」は、続きが枠に隠れて見えません。見えている部分だけを読みました。`,
    next: "続きを事業者に確かめるか、元の Excel を依頼してください。",
  }),
  "pdf-text-hidden": (p) => ({
    what: `${p.page ?? ""} ページに、枠に隠れてまったく見えない文字「${p.text ?? ""}」があります。読んでいません。`,
    next: "回答に関わるものか事業者に確かめるか、元の Excel を依頼してください。",
  }),
  "pdf-characters-unknown": (p) => ({
    what: `${p.page ?? ""} ページに、どの文字か分からない記号があります。`,
    next: "その欄の回答を、原本と見比べてください。",
  }),
  "pdf-too-many-pages": (p) => ({
    what: `PDF のページが多すぎます（上限 ${p.limit ?? ""} ページ）。`,
    next: "回答のページだけにした PDF を作るか、事業者に元の Excel を依頼してください。",
  }),
  "recipe-sheet-missing": (p) => ({
    what: `読み方で決めたシート「${p.sheet ?? ""}」がありません。`,
    next: "シートを選び直してください。",
  }),
  "recipe-columns-double": () => ({
    what: "同じ列が二つの役割に選ばれています。",
    next: "設問・回答・備考などに、それぞれ別の列を選んでください。",
  }),
  "recipe-rows-order": () => ({
    what: "最後の行が、見出しの行より上にあります。",
    next: "見出しの行と最後の行を選び直してください。",
  }),
  "recipe-used": (p) => ({
    what: `前に決めた読み方「${p.name ?? ""}」で読みました。`,
    next: "列が合っているか、用紙と見比べてください。",
  }),
} satisfies ProblemWords;
