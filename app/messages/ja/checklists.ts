import type { Respondent } from "../../domain/checklist.ts";

/** 点検回答: answered checklists, their review, list and page. */
export const checklists = {
  title: "チェックリストの回答",
  purpose:
    "サイバーセキュリティ対策チェックリストに、事業者や自院が答えたものです。届いた Excel をそのまま受け取れます。",
  receive: "チェックリストを受け取る",
  respondents: { vendor: "事業者（事業者確認用）", hospital: "自院（医療機関確認用）" } satisfies Record<
    Respondent,
    string
  >,
  columns: {
    title: "チェックリスト",
    vendor: "答えた人",
    round: "回",
    answeredOn: "確認日",
    yesCount: "はい",
    noCount: "いいえ",
    blankCount: "未回答",
    unclearCount: "要確認",
  },
  roundOf: (round: number) => `${round} 回目`,
  fields: {
    respondent: "だれの回答か",
    vendorId: "事業者",
    title: "チェックリストの名前",
    answeredOn: "確認日",
    round: "何回目か",
    checklistRef: "様式の版",
    systemIds: "対象のシステム（任意）",
  },
  reviewTitle: "チェックリストの回答を確かめる",
  reviewCrumb: "チェックリスト",
  reviewLead: "読み取った内容です。左の用紙と見比べ、違うところを直してから保存してください。",
  counts: (total: number, yes: number, no: number, na: number, blank: number, unclear: number) =>
    `${total} 項目（はい ${yes}・いいえ ${no}・対象外 ${na}・未回答 ${blank}・要確認 ${unclear}）`,
  keep: "この回の回答を保存する",
  vendorNotFound: "用紙から事業者名を読み取れませんでした。",
  vendorNear: (names: string) => `よく似た登録：${names}。同じ事業者なら選んでください。`,
  newVendor: "事業者を登録する",
  answeredOnHint: "例：2026-06-01",
  editionHint: "登録済みの様式を選ぶと、項目ごとに結び付けて保存します。",
  editionUnknown: "分からない・登録していない",
  systemsWhat: "この回答が対象にしているシステム",
  target: "目標日",
  targetOf: (no: string) => `${no} の目標日`,
  targetAs: (text: string) => `用紙には「${text}」とあります。年月日を入れてください。`,
  checkedAs: (text: string) => `確認日の欄：${text}`,
  apply: "途中まで保存",
  saveTitle: "保存して固定する",
  saveWhat:
    "保存すると、回答・目標日・備考・読めなかったセル・原本の指紋が固定され、あとから変えられません。誤りが見つかったときは、理由を付けて取り下げます。",
  saved: "チェックリストの回答として保存しました。回答はもう変わりません。",
  facts: "この回答",
  kept: "保存",
  withoutTarget: (count: number) => `「いいえ」のうち ${count} 項目に目標日がありません。`,
  answers: "項目ごとの回答",
  answerColumns: {
    no: "番号",
    item: "項目",
    answer: "回答",
    target: "目標日",
    remark: "備考",
    cell: "セル",
  },
  withdrawn: "取り下げました。一覧には出ません。",
  withdrawWhat: "誤って受け取った回答を一覧から外します。記録と原本は残ります。取り下げは元に戻せません。",
};
