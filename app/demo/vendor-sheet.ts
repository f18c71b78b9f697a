import type { AnswerOption } from "~/domain/questionnaire";

/**
 * Filled sheets the way vendors send MDS and SDS: title, header block, one row a question. The questions are
 * invented for the demo in our own wording, numbered EX-1, EX-2 …, and every sheet says so: no line of an
 * official form is in them.
 */
export const inventedQuestions: readonly (readonly [section: string, question: string, clause: string])[] = [
  ["文書", "この{x}の構成図と担当者の一覧を、変更のたびに渡せますか。", "システム運用編 2②"],
  ["文書", "障害や攻撃に備えた対応手順書を渡せますか。", "システム運用編 2⑤"],
  ["分担", "通常時と非常時の作業の分担を、文書で示せますか。", "システム運用編 3③"],
  ["分担", "攻撃を受けたときの、対外説明の役割を決めていますか。", "システム運用編 3④"],
  ["移行", "入れ替えのときに、保存したデータを標準的な形で取り出せますか。", "システム運用編 5①"],
  ["持出し", "保守のためにデータを院外へ持ち出さない運用ですか。", "システム運用編 7②"],
  ["持出し", "持ち出す媒体のデータを暗号化できますか。", "システム運用編 7③"],
  ["端末", "受け取ったファイルに不正なプログラムがないことを確かめていますか。", "システム運用編 8①"],
  ["端末", "不正なプログラムへの対策を常に動かしていますか。", "システム運用編 8③"],
  ["品質", "構成する部品の一覧と版を示せますか。", "システム運用編 9①"],
  ["品質", "更新の履歴と、入れる前の確認の結果を示せますか。", "システム運用編 9②"],
  ["保守", "保守の担当者に、一人ずつ専用のアカウントを使わせていますか。", "システム運用編 10③"],
  ["保守", "遠隔保守のたびに記録を取り、作業計画と突き合わせていますか。", "システム運用編 10④"],
  ["運用", "複数の世代と方式でバックアップを取っていますか。", "システム運用編 11①"],
  ["運用", "動いているかどうかを見張り、異常を知らせますか。", "システム運用編 11②"],
  ["場所", "機器を置く区画への出入りを、個人ごとに確かめていますか。", "システム運用編 12②"],
  ["場所", "席を離れたときに、画面を自動で隠せますか。", "システム運用編 12⑥"],
  ["通信", "外部とつながる経路と責任の境目を示せますか。", "システム運用編 13①"],
  ["通信", "通信の相手が正しいことを、互いに確かめていますか。", "システム運用編 13⑫"],
  ["認証", "利用者を一人ずつ識別し、認証していますか。", "システム運用編 14①"],
  ["認証", "部署や職種に応じて、使える範囲を分けられますか。", "システム運用編 14④"],
  ["認証", "利用者の二要素認証が、いま使えますか。", "システム運用編 14⑤"],
  ["認証", "推測されやすいパスワードを断れますか。", "システム運用編 14⑥"],
  ["記録", "だれが何を見たかの記録を残し、病院が確かめられますか。", "システム運用編 17①"],
  ["記録", "記録の消去や書換えを防いでいますか。", "システム運用編 17②"],
  ["記録", "時刻を標準時刻と合わせていますか。", "システム運用編 17③"],
  ["攻撃", "感染した部分を切り離し、戻す手順がありますか。", "システム運用編 18①"],
];

export type VendorSheet = {
  form: "MDS" | "SDS";
  vendor: string;
  product: string;
  productVersion: string;
  /** ISO day. */
  issuedOn: string;
  /** By number (1 = EX-1): every other question is はい. null = left empty; conflict = はい and いいえ both marked. */
  answers: Readonly<Record<number, { answer: AnswerOption | "conflict" | null; remark: string }>>;
};

/** What is stored as the form's version, because the sheet names no official one. */
export const INVENTED_VERSION = "架空の例";

const words: Record<AnswerOption, string> = { yes: "はい", no: "いいえ", "not-applicable": "対象外" };
const titles = {
  MDS: "製造業者による医療情報セキュリティ開示書（MDS）",
  SDS: "サービス事業者による医療情報セキュリティ開示書（SDS）",
};

/** The sheet as .xlsx: MDS with three columns of marks, SDS with one column of words, as both occur. */
export async function vendorWorkbook(sheet: VendorSheet): Promise<Uint8Array> {
  const isMarked = sheet.form === "MDS";
  const heading = isMarked
    ? ["項番", "質問", "はい", "いいえ", "対象外", "備考"]
    : ["番号", "区分", "質問", "回答", "備考"];
  const rows = [
    [titles[sheet.form]],
    [
      "※ 架空の記入例です。設問の文言と番号は、この体験のために作ったもので、公式の書式のものではありません。",
    ],
    ["事業者名", sheet.vendor],
    [sheet.form === "MDS" ? "製品名" : "サービス名", sheet.product],
    ["バージョン", sheet.productVersion],
    ["作成日", sheet.issuedOn],
    [],
    heading,
    ...inventedQuestions.map((question, at) => answerRow(sheet, question, at + 1, isMarked)),
  ];
  const widths = isMarked ? [9, 60, 8, 8, 8, 40] : [9, 12, 60, 10, 40];
  const { writeXlsx } = await import("hucre/xlsx");
  return writeXlsx({
    sheets: [{ name: sheet.form, columns: widths.map((width) => ({ width })), rows }],
  });
}

function answerRow(
  sheet: VendorSheet,
  [section, question, clause]: (typeof inventedQuestions)[number],
  number: number,
  isMarked: boolean,
): string[] {
  const given = sheet.answers[number] ?? { answer: "yes" as const, remark: "" };
  const noun = sheet.form === "MDS" ? "製品" : "サービス";
  const text = `${question.replace("{x}", noun)}（${clause}）`;
  const no = `EX-${number}`;
  const marked: readonly AnswerOption[] =
    given.answer === null ? [] : given.answer === "conflict" ? ["yes", "no"] : [given.answer];
  if (!isMarked) return [no, section, text, marked.map((option) => words[option]).join("／"), given.remark];
  const mark = (option: AnswerOption) => (marked.includes(option) ? "○" : "");
  return [no, text, mark("yes"), mark("no"), mark("not-applicable"), given.remark];
}
