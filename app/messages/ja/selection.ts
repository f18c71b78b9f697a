import type { PointRecord } from "../../domain/selection-points.ts";

const records: Record<PointRecord, string> = {
  risk: "リスク評価",
  response: "対応",
  explanation: "立入検査での説明文",
};

/** 7.0's 確認事項: what the vendor stated of the items a guideline names, and what must be recorded of the others. */
export const selection = {
  title: "確認事項",
  lead: "ガイドラインが事業者を選ぶときに見るよう挙げる項目について、事業者の自己申告を並べます。結論は出しません。",
  factsTitle: "よりどころ（当方の言葉による要約）",
  noSet:
    "確認事項の番号の一覧が、まだ登録されていません。公式の【別紙】にある項番を貼り付けて「項目の組」をつくると、開示書ごとに見られるようになります。番号は当方では収載していません。",
  makeSet: "項目の組をつくる",
  noForm: "番号の一覧をつくるには、その番号のある書式（MDS・SDS）が先に要ります。",
  loadForm: "公式の書式を取り込む",
  noneReached:
    "項目の組はありますが、その書式で作られた、いま有効な開示書がありません。開示書を受け取ると、ここに並びます。",
  withoutSet: (count: number) => `このほかに、項目の組のない書式で作られた開示書が ${count} 件あります。`,
  noSetForForm: "この開示書の書式について、項目の組がありません。",
  columns: {
    product: "製品・サービス",
    form: "書式（作成日）",
    set: "項目の組",
    result: "事業者の自己申告",
    yes: "はい",
    notApplicable: "対象外",
    others: "それ以外",
    total: "計",
  },
  allShort: "全項目が「はい」又は「対象外」",
  othersShort: (count: number) => `それ以外が ${count} 項目`,
  all: "全項目が「はい」又は「対象外」（事業者の自己申告）",
  others: (count: number) => `「はい」でも「対象外」でもない項目が ${count} あります（事業者の自己申告）`,
  sum: (total: number, yes: number, notApplicable: number, others: number) =>
    `${total} 項目 ＝ はい ${yes} ＋ 対象外 ${notApplicable} ＋ それ以外 ${others}`,
  noConclusion:
    "事業者が述べたことの集計です。実際の状態を確かめたものでも、選んでよいかを判断したものでもありません。約款の記載が足りるかどうかも、別に確かめてください。",
  carried: "この組は新しい版の書式のものです。前の版への回答を、版間対応で引き継いで見ています。",
  withdrawn: "この開示書は取り下げられています。",
  toAssessment: "照合を開く",
  othersTitle: "「はい」でも「対象外」でもない項目",
  recordWhat:
    "項目ごとに、リスク評価と対応を記録し、立入検査で説明できるようにします。記録は、照合でこの回答にもとづく対応方針を決めると残ります。",
  pointColumns: { no: "項番", text: "項目", answer: "回答と備考", records: "記録すること" },
  records,
  recorded: "記録あり",
  notRecorded: "まだ",
  absent: "開示書にない",
};
