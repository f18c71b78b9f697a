import type { AnswerValue, FormId } from "../../domain/questionnaire.ts";
import type { RowParty } from "../../domain/role-sheet.ts";
import type { Role } from "../../domain/scope.ts";
import type { Verdict } from "../../domain/verdict.ts";

/** What the disclosure says; never a judgement of ours. */
export const verdicts: Record<Verdict, { word: string; help: string }> = {
  met: {
    word: "開示上「はい」",
    help: "事業者は「はい」と答えています。実際の状態を確かめたものではありません。",
  },
  partial: { word: "一部", help: "対応する問いの一部だけに「はい」と答えています。" },
  unmet: { word: "「いいえ」あり", help: "対応する問いに「いいえ」があります。対応方針を決めてください。" },
  unanswered: { word: "未回答", help: "空欄か、どちらとも読めない回答です。事業者に確かめてください。" },
  "not-applicable": {
    word: "対象外",
    help: "事業者は「対象外」と答えています。理由を備考で確かめてください。",
  },
  "not-mapped": { word: "対応付けなし", help: "この要求事項に対応する問いが、この書式にはありません。" },
};

export const answers: Record<AnswerValue, string> = {
  yes: "はい",
  no: "いいえ",
  "not-applicable": "対象外",
  blank: "空欄",
  conflict: "重なり",
  unclear: "読めない",
};

export const formNames: Record<FormId, string> = {
  MDS: "MDS",
  SDS: "SDS",
  "in-house-product": "院内質問票（機器・製品）",
  "in-house-service": "院内質問票（サービス）",
};

export const parties: Record<RowParty, string> = {
  hospital: "病院",
  vendor: "事業者",
  both: "共同",
  "third-party": "第三者",
  undecided: "未定",
};

export const roleNames: Record<Role, { word: string; help: string }> = {
  admin: { word: "管理者", help: "利用者の追加と、すべての編集ができます。" },
  editor: { word: "編集", help: "登録・受領・決定・発行ができます。" },
  viewer: { word: "閲覧", help: "見ることと出力ができます。" },
};
