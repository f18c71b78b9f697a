import type { Respondent } from "../../domain/checklist.ts";
import type { DocumentKind } from "../../domain/product-document.ts";
import type { LookAlike, WaitingSummary } from "../../domain/reading.ts";

const lookAlikeNames: Record<LookAlike, string> = {
  mds2: "MDS2（HN 1）",
  "service-spec": "サービス仕様適合開示書",
  checklist: "サイバーセキュリティ対策チェックリスト",
  "role-sheet": "役割分担確認表",
};

/** 受領: everything about a received file besides the review of a disclosure's answers. */
export const receipt = {
  // results of receiving
  resultStates: { read: "読み取りました", locked: "パスワードが必要", waits: "選んでください" },
  inArchive: (fileName: string) => `「${fileName}」の中のファイル・`,
  sameBefore: "同じ中身のファイルを、前にも受け取っています：",
  states: { review: "確認待ち", saved: "保存済み", discarded: "取りやめ" },
  toPassword: "パスワードを入れる",
  queueAt: (at: number, total: number) => `${total} 個中 ${at} 個目を読み取っています。`,
  queueDone: (total: number) => `${total} 個すべての読み取りが終わりました。`,
  queueWaits: "順番待ち",
  toWaiting: "確認待ちの一覧へ",
  summaries: {
    ...lookAlikeNames,
    locked: "パスワード待ち",
    "by-hand": "画像・スキャン",
    unknown: "書式を確認",
  } satisfies Record<WaitingSummary, string>,
  // the file that is no disclosure yet
  seems: (lookAlike: LookAlike | null, isLocked: boolean, hasPages: boolean) => {
    if (isLocked) return "パスワードで守られたファイルです。中身はまだ読んでいません。";
    if (lookAlike !== null) return `「${lookAlikeNames[lookAlike]}」のようです。開示書としては保存しません。`;
    return hasPages
      ? "文字を読み取れない画像（スキャン）です。読み取ったふりはしません。"
      : "どの書式か、プログラムには分かりませんでした。";
  },
  passwordTitle: "パスワードを入れて読み取る",
  password: "ファイルのパスワード",
  passwordHint: "事業者から知らされたもの。この読み取りに一度だけ使い、保存も記録もしません。",
  passwordAgain: "パスワードで守られたファイルです。読み直すには、もう一度入力してください。保存しません。",
  open: "開いて読み取る",
  ownPath: {
    title: "チェックリストの回答として受け取る",
    what: "項目ごとの回答・目標日・備考を読み取ってあります。確かめてから保存します。",
    button: "読み取った内容を確かめる",
  },
  roleSheetPath: {
    title: "役割分担確認表として受け取る",
    what: "行ごとに項番・項目・初回確認・日付・備考を読み取ってあります。契約を選んで確認表をはじめるか、いまの確認表と並べて行ごとに取り込みます。",
    button: "読み取った行を確かめる",
  },
  entryTitle: "画像を見ながら入力する",
  entryWhat:
    "どの質問票に答えたものかを選ぶと、質問が一つずつ並びます。答えは 1・2・3 のキーで入れられます。手で入力したことと、何ページを見たかが記録に残ります。",
  catalogue: "質問票",
  catalogueHint: "一覧にないときは、先に「書式」で登録してください。",
  choose: "選んでください",
  enter: "入力をはじめる",
  tableTitle: "列を指して読み取る",
  tableWhat: "表があります。どの列が質問で、どの列が回答かを指すと、MDS・SDS などとして読み取れます。",
  point: "列を指す",
  fileTitle: "製品の資料として残す",
  fileWhat: "読み取らずに、原本のまま製品に付けて残します。製品のページからいつでもダウンロードできます。",
  product: "製品・サービス",
  noProducts: "製品・サービスがまだ登録されていません。",
  newProduct: "製品・サービスを登録する",
  kind: "種類",
  kinds: {
    mds2: lookAlikeNames.mds2,
    "service-spec": lookAlikeNames["service-spec"],
    other: "そのほかの資料",
  } satisfies Record<DocumentKind, string>,
  note: "メモ（任意）",
  file: "資料として残す",
  documents: "資料",
  documentsWhat: "開示書ではない、事業者からの書類です。",
  documentColumns: { file: "ファイル", kind: "種類", note: "メモ", filed: "受け取り" },
  // pictures and entry by hand
  pictures: "原本の画像",
  pages: "ページ",
  page: (at: number) => `${at} ページ`,
  pageOf: (at: number, total: number) => `${total} ページ中 ${at} ページ`,
  pictureAlt: (at: number) => `原本の ${at} ページ`,
  entry: "入力",
  entered: (done: number, total: number) => `${total} 問中 ${done} 問`,
  entryKeys: "画像にある回答をそのまま入れてください。書かれていないものは未回答のままにします。",
  saveDraft: "途中まで保存",
  pageOfEntry: "見たページ",
  byHand: (page: number) => `手入力（${page} ページ）`,
  // pointing at columns
  columnsTitle: "列を指して読み取る",
  columnsCrumb: "列を指す",
  columnsLead:
    "それぞれの列が何の列かを選んでください。選ばなかった列のセルも捨てずに「読めなかったセル」として残します。",
  repoint: "列を指し直す",
  pointColumn: (name: string) => `${name} 列が何の列かを指し直す`,
  answerOfRow: (row: number, no: string) => `${row} 行目から読み取った答え ${no} を見る`,
  form: "書式",
  formHint: "表紙や見出しを見て選んでください。",
  versionHint: "用紙に書かれた版（例：5.0）。分からなければ空のままにします。",
  columns: "列の役割",
  columnsHint: "設問の列と、回答の列（はい・いいえの 2 列、または言葉の 1 列）は必ず要ります。",
  columnNamed: (name: string) => `${name} 列`,
  columnRoles: {
    none: "使わない",
    no: "番号",
    question: "設問",
    yes: "「はい」の印",
    "no-answer": "「いいえ」の印",
    na: "「対象外」の印",
    word: "回答のことば",
    remark: "備考",
  },
  headerRow: "見出しの最後の行",
  headerRowHint: "この行より下を回答として読みます。表の行番号を押しても選べます。見出しがなければ 0。",
  headingUpTo: (row: number) => `${row} 行目までを見出しにする`,
  lastRow: "回答の最後の行（任意）",
  lastRowHint: "空なら、シートの最後まで読みます。",
  rowsCut: (count: number) => `はじめの ${count} 行を表示しています。読み取りは最後の行まで行います。`,
  readSo: "この列で読み取る",
  readSoWhat: "読み直しても、前の読み取りで直した内容は記録に残り、あとから見られます。",
  startFrom: "残してある読み方",
  keepTitle: "この読み方を残す（任意）",
  keepWhat: "名前を付けて残すと、同じシート名・同じ見出しのファイルが来たとき、この列で読み取ります。",
  recipeName: "読み方の名前",
  recipeNameHint: "例：〇〇社の回答様式 2026",
  recipeVendor: "事業者",
  anyVendor: "どの事業者でも",
  former: (count: number) => `前の読み取りで直した内容 ${count} 件`,
  formerWhat:
    "読み直す前に直した内容です。いまの読み取りには使われません。必要なら、もう一度直してください。",
  recipesTitle: "読み方の一覧",
  recipesLead: "列を指して残した、事業者ごとの読み方です。同じシート名・同じ見出しのファイルに使われます。",
  recipesNone: "残した読み方はまだありません。ファイルを受け取り、「列を指し直す」で列を選ぶと残せます。",
  recipes: {
    columns: {
      name: "名前",
      vendor: "事業者",
      sheet: "シートと書式",
      reads: "見分ける見出し",
      kept: "残した日時",
      drop: "やめる",
    },
    archive: "使うのをやめる",
  },
  // vendors whose names are alike
  sameVendorHint: (name: string) => `用紙には「${name}」とあります。`,
  sameVendorAs: (name: string) => `登録済みの「${name}」と同じ`,
  otherVendor: "別の事業者として新しく登録する",
  // answered checklists
  respondents: { vendor: "事業者", hospital: "自院" } satisfies Record<Respondent, string>,
} as const;
