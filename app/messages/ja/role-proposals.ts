import type { ProposalState } from "../../domain/role-records.ts";

const states: Record<ProposalState, string> = {
  open: "回答待ち",
  accepted: "受け入れ・確定",
  declined: "見送り",
  replaced: "新しい提案に差替え",
  withdrawn: "取り下げ",
};

/** Negotiating a role sheet: the vendor's proposals, the hospital's answers, 記載内容の確認. */
export const roleProposals = {
  deskTitle: "分担の提案",
  deskLead:
    "行ごとに、こうしてほしいという内容と理由を送れます。病院が受け入れると、その行は双方で確定します。送っただけでは、契約の内容は変わりません。",
  noRows: "この依頼には、提案できる行がありません。",
  toDesk: "分担を提案する",
  howToOpen: (rows: number, waiting: number) =>
    `全部で ${rows} 行あります。行の名前を押すと、いまの内容が開き、提案を書けます。病院の返事を待っている提案は ${waiting} 行です。`,
  field: "欄",
  stands: "いまの内容",
  yours: "あなたの提案",
  theirs: "事業者の提案",
  same: "いまのまま",
  propose: "この行に提案する",
  comment: "理由・相談したいこと",
  commentHint: "言葉だけを送ることもできます。",
  send: "提案を送る",
  withdraw: "提案を取り下げる",
  states,
  commentOf: (text: string) => `事業者から：${text}`,
  answerOf: (text: string) => `病院から：${text}`,
  waiting: (count: number) =>
    `事業者から ${count} 行に提案があります。行を開いて、受け入れるか見送るかを答えてください。`,
  fromVendor: "事業者の提案",
  onlyComment: "欄の変更はなく、言葉だけの提案です。受け入れると、この行はいまの内容で確定します。",
  moved:
    "事業者が見たあとに、この行を書き直しています。いまの内容と見比べ、必要なら行を直してから、見送りとして答えてください。",
  answer: "事業者への返事",
  answerHint: "見送るときは必ず書きます。事業者の画面に出ます。",
  accept: "受け入れて確定する",
  decline: "見送る",
  confirmation: "もとになる「記載内容の確認」",
  confirmationNone: "なし（対面・電話などで合意）",
  confirmationOf: (person: string, moment: string) => `${person}（${moment}）`,
  notContract:
    "「記載内容の確認」は、事業者の担当者が表の中身を確かめた記録（氏名・部署・メールの確認コード）です。契約ではありません。契約は、書面への記名押印や署名で成立します。",
};
