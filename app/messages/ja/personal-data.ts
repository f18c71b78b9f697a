import type { RetentionKind } from "../../domain/retention.ts";

const kinds: Record<RetentionKind, { title: string; what: string }> = {
  contact: { title: "事業者の連絡先", what: "保管庫へ移した日から数えます。" },
  account: { title: "利用者", what: "消すときは、いつも理由を書きます。年数は目安として示します。" },
  mail: { title: "送ったメールの文", what: "送った日から数えます。送ったことの記録は残ります。" },
};

/** 個人情報. */
export const personalData = {
  title: "個人情報の保存期間と消去",
  lead: "人を指す情報を、いつまで、何を根拠に残すかを決め、期間の過ぎたものを消します。",
  how: "記録や書面は人の行を指しているだけなので、行を消すと名前はどこにも残りません。監査ログは塩をつけた指紋だけを持ち、消しても鎖は切れません。発行済みの書面の PDF と、消す前のバックアップには残ります（バックアップは保存期間が過ぎると消えます）。",
  rules: "保存期間",
  kinds,
  years: "年数",
  basis: "根拠",
  basisHint: "法令の条、院内規程の条、契約の条など。",
  save: "決める",
  contacts: "保管庫にある連絡先",
  noContacts: "消せる連絡先はありません。連絡先は、保管庫へ移した後に消せます。",
  people: "利用者",
  noPeople: "消せる利用者はいません。管理者は、役割を変えた後に消せます。",
  archivedOn: (day: string) => `${day} に保管庫へ`,
  over: "保存期間が過ぎています",
  notOver: "保存期間内",
  reason: "理由",
  reasonHint: "保存期間が過ぎていれば、空でも構いません（根拠が記録されます）。",
  erase: "消す（元に戻せません）",
  open: "消去の手続き",
  mails: "古いメール",
  mailCount: (count: number) => `期間を過ぎたメールが ${count} 通あります。`,
  noRule: "メールの保存期間を決めると、過ぎたものを消せます。",
  eraseMails: "文を消す（元に戻せません）",
};
