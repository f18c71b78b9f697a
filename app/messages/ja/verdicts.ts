import type { UnmetAnswer } from "../../domain/assessment.ts";
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

/** Said in the place of 「いいえ」あり where nobody answered いいえ. */
export const unmetWords: Record<UnmetAnswer, { word: string; help: string }> = {
  "not-applicable": {
    word: "「対象外」では不足",
    help: "事業者は「対象外」と答えていますが、この要求事項では「対象外」だけでは足りません。理由を確かめ、対応方針を決めてください。",
  },
  yes: {
    word: "「はい」が不足",
    help: "「いいえ」が望まれる問いに「はい」と答えています。対応方針を決めてください。",
  },
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
  admin: { word: "管理者", help: "利用者と設定を扱い、ほかの役割の操作もすべてできます。" },
  lead: {
    word: "安全管理責任者",
    help: "登録・受領・対応方針の決定・役割分担の合意・書式の公開ができます。利用者と設定は扱えません。",
  },
  procurement: {
    word: "調達担当",
    help: "台帳・契約・案件・提出依頼・受領・書面を扱います。対応方針の決定と役割分担の合意はできません。",
  },
  approver: {
    word: "確認・承認者",
    help: "すべてを見て、提出の確認、対応方針の承認、やり取りへの記入ができます。",
  },
  viewer: { word: "閲覧者", help: "終了日まで、見ることと出力ができます。" },
};
