/** 更新の担当: who bears the security updates of one server, over time. */
export const updateBearers = {
  title: "更新の担当",
  pageTitle: (server: string) => `${server} の更新の担当`,
  lead: "セキュリティ更新をだれが行うかを、日付と根拠の条項つきで残します。前の記録は消えず、前の日までの担当として残ります。",
  correctLead: (day: string) =>
    `${day} からの記録の書き誤りを直します。元の記録は残り、訂正した内容がその代わりに数えられます。実際に担当が変わったときは、訂正ではなく変更を記録してください。`,
  fields: {
    bearer: "更新の担当",
    clauseKey: "引用した条項",
    typedClause: "条項（引用のないとき）",
    effectiveFrom: "いつから",
  },
  clauseHint:
    "契約の「書類と条項」で引用した条項から選びます。選んだ日に有効な、このサーバのシステムを対象とする契約の条項だけが保存できます。",
  typedHint: "まだ引用していない条項を、文で残します（例：保守契約 第7条）。",
  since: "いつからこの担当か",
  change: "担当の変更を記録",
  correctTitle: "記録の訂正",
  nowFrom: (day: string) => `${day}から`,
  coming: (day: string, bearer: string) => `${day} から：${bearer}`,
  archived: "このサーバは保管庫にあります。担当の変更は記録できません。書き誤りの訂正はできます。",
  record: "変更を記録",
  changeAndHistory: "担当の変更と履歴",
  toHistory: "これまでの担当を見る",
  fromFor: (server: string) => `${server} はいつから`,
  typedFor: (server: string) => `${server} の条項（引用のないとき）`,
  notRecorded: "記録なし",
  clauseNotThen: "（引用した条項は、この日には有効ではありません）",
  thenTitle: "サーバのセキュリティ更新",
  thenNone: "この日のサーバは登録されていません。",
  editHint: "更新の担当と条項は、サーバのページの「更新の担当」で、日付つきで記録します。",
};
