import type { ProblemWords } from "../problem-words.ts";

/** 「value」 when there is one. */
const quoted = (value: string | number | undefined) =>
  value === undefined || value === "" ? "" : `「${value}」`;
/** （value） when there is one. */
const noted = (value: string | number | undefined) =>
  value === undefined || value === "" ? "" : `（${value}）`;

/** 開示書の読み取り: what happened, and what to do next. */
export const readingProblems = {
  "form-unreadable": () => ({
    what: "送信された内容を読み取れませんでした。",
    next: "ページを開き直して、もう一度送信してください。",
  }),

  "form-not-found": () => ({
    what: "回答の表が見つかりませんでした。",
    next: "MDS・SDS・院内質問票の回答が入ったシートを含むファイルを選んでください。",
  }),
  "form-kind-unknown": () => ({
    what: "回答の表はありますが、MDS か SDS か、どちらでもないかが書かれていません。",
    next: "題名を確かめ、MDS または SDS なら受領の画面で書式を選んでください。",
  }),
  "form-of-neighbours": (p) => ({
    what: `シート${quoted(p.sheet)}には様式の名前がありません。同じファイルのシート${quoted(p.other)}に合わせて${p.form ?? "同じ様式"} として読みました。`,
    next: "その続きかどうかを元のシートで確かめ、違うときは受領の画面で読み方を指定してください。",
  }),
  "form-columns-missing": (p) => ({
    what: `必要な列${quoted(p.columns)}が見つかりません。`,
    next: "見出しの行（番号・質問・はい・いいえ・対象外・備考）が残っているか確かめてください。",
  }),
  "form-version-unknown": (p) => ({
    what: `書式の版${noted(p.form)}が分かりません。`,
    next: "表紙や見出しの版の記載を確かめ、受領の画面で選んでください。",
  }),
  "form-look-alike": () => ({
    what: "よく似た別の書類のようです。開示書としては受け取りません。",
    next: "事業者に MDS または SDS の提出を依頼してください。",
  }),
  "form-date-impossible": (p) => ({
    what: `日付${quoted(p.text)}は実在しません。`,
    next: "事業者に確かめて、正しい作成日を入力してください。",
  }),
  "form-part-not-read": (p) => ({
    what: `読み取っていない部分${noted(p.part)}があります。`,
    next: "場所を開いて、元のファイルと見比べてください。",
  }),
  "form-margin-not-read": (p) => ({
    what: `シート${quoted(p.sheet)}を印刷すると見えるヘッダー・フッターに、読み取っていない文字があります${noted(p.text)}。`,
    next: "版・作成者・条件など、開示に関わる記載がないか確かめてください。",
  }),
  "form-drawing-not-read": (p) => ({
    what: `シート${quoted(p.sheet)}に、どの回答にも重ならない図形・画像・部品が ${p.count ?? 1} 個あります${noted(p.text)}。`,
    next: "回答に関わるものがないか、元のシートを見て確かめてください。",
  }),
  "form-quote-open": (p) => ({
    what: `引用符「"」が閉じていない欄があります${noted(p.text)}。続く行がこの欄に入り込んで、読み飛ばされている恐れがあります。`,
    next: "元のファイルの引用符を直すか、Excel で開いて .xlsx 形式で保存し直してください。",
  }),
  "form-hidden-sheet": (p) => ({
    what: `隠されたシート${quoted(p.sheet)}があります。`,
    next: "中身が要るものか、事業者に確かめてください。",
  }),
  "form-duplicate-number": (p) => ({
    what: `同じ番号${quoted(p.no)}の行が複数あります。`,
    next: "どちらの回答を使うか確かめてください。",
  }),
} satisfies ProblemWords;
