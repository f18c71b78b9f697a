import type { EvidenceCode, Lean } from "../../domain/evidence.ts";

const evidence: Record<EvidenceCode, (count: number, total: number) => string> = {
  "systems-and-servers": (count, total) =>
    `システムの台帳に使用中のシステムが ${count} 件、サーバの一覧に ${total} 台あります。端末とネットワーク機器は、ここには載りません。`,
  "house-yes": () => "院内の記録に「はい」とあります。",
  "house-no": () => "院内の記録に「いいえ」または「一部」とあります。",
  "house-missing": () => "院内の記録がまだありません。",
  "remote-confirmed": (count, total) =>
    `契約中の事業者 ${total} 社のうち ${count} 社は、遠隔保守の接続を人が確かめてあります。`,
  "systems-disclosed": (count, total) => `使用中のシステム ${total} 件のうち ${count} 件に開示書があります。`,
  "measure-done": (count, total) =>
    `使用中のシステム ${total} 件のうち ${count} 件に、この年度の実施の記録があります。`,
  "servers-with-bearer": (count, total) =>
    `サーバ ${total} 台のうち ${count} 台は、更新を担う人が決まっています。`,
  "two-factor-in-time": (count, total) =>
    `二要素認証を求める ${total} か所（システムごとに端末とサーバ）のうち、${count} か所が対応済み・対象外・期日までの予定です。`,
  "connections-limited": (count, total) =>
    `外部接続 ${total} 件のうち ${count} 件は、接続元を限ると記録されています。`,
  "vendors-reachable": (count, total) =>
    `契約中の事業者 ${total} 社のうち ${count} 社に、セキュリティか緊急時の連絡先があります。`,
  "vendors-yes": (count, total) =>
    `この年度に答えた事業者 ${total} 社のうち ${count} 社が、この項目に「はい」と答えています。`,
  "contracts-with-sheet": (count, total) =>
    `有効な契約 ${total} 件のうち ${count} 件に、合意した役割分担表があります。`,
  "connections-confirmed": (count, total) =>
    `外部接続の一覧 ${total} 件のうち ${count} 件は、人が確かめてあります。一覧にない接続点がないかは、人が答えます。`,
  "two-factor-ready": (count, total) =>
    `二要素認証を求める ${total} か所のうち ${count} か所が対応済みです。`,
  "two-factor-planned": (count, total) =>
    `二要素認証を求める ${total} か所のうち ${count} か所に、日付のある予定があります。`,
  "obstacle-system": (count, total) =>
    `「できない」${total} か所のうち ${count} か所の理由は、システムが対応していないことです。`,
  "obstacle-budget": (count, total) => `「できない」${total} か所のうち ${count} か所の理由は、予算です。`,
  "obstacle-other": (count, total) => `「できない」${total} か所のうち ${count} か所は、そのほかの理由です。`,
  "two-factor-yen": (count, total) =>
    `二要素認証の記録 ${total} 件の金額の合計は ${count.toLocaleString("ja-JP")} 円です（実績、なければ見積もり）。`,
  "record-systems": (count, total) =>
    `使用中のシステム ${total} 件のうち、分類が電子カルテのものは ${count} 件です。`,
};
const leans: Record<Lean, string> = {
  yes: "記録からの案：はい",
  no: "記録からの案：いいえ",
  open: "記録だけでは決まりません",
};

/** 点検と調査: the hospital's own checklist with its evidence. */
export const selfChecks = {
  title: "点検と調査",
  tabs: {
    checklists: "自院の点検表",
    measures: "対策の一覧",
    fee: "加算の条件",
    surveys: "実態調査",
  },
  tabsLabel: "点検と調査の画面",
  exportJson: "JSON",
  evidence,
  leans,
  evidenceTitle: "記録にあること",
  evidenceNone: "この項目の根拠になる記録の種類が分かりません。人が確かめて答えます。",
  missing: (names: string) => `記録がないもの：${names}`,
  cited: "記録を見る",
  more: (count: number) => `ほか ${count} 件`,
  list: {
    lead: "サイバーセキュリティ対策チェックリスト（医療機関確認用）に、記録を根拠にして答えます。答えるのは人です。",
    empty: "自院の点検表はまだありません。年度と様式の版を選ぶと、記録からの案が項目ごとに並びます。",
    begin: "点検表をはじめる",
    fiscalYear: "年度",
    edition: "様式の版",
    editionHint: "公式の様式は「書式」で読み込むと、ここで選べます。",
    columns: { title: "点検表", year: "年度", answered: "回答", rounds: "固定した回", created: "はじめた日" },
    answeredOf: (answered: number, items: number) => `${answered} / ${items}`,
    roundsOf: (rounds: number, most: number) => `${rounds} / ${most} 回`,
    noSystem: "システムなし",
    toResponses: "届いた回答（事業者確認用を含む）",
  },
  sheet: {
    lead: (day: string) => `${day} の記録をもとに、項目ごとに答えます。案は回答ではありません。`,
    yearName: (year: number) => `${year}年度`,
    differs: "記録からの案と違う回答です。備考に理由を書いておくと、あとで説明できます。",
    yearNote: "この年度の決まり",
    yearOf: (name: string) => `${name}の決まりで点検します。`,
    yearAssumed: "この年度の決まりはまだ分かっていないため、いちばん新しい年度のものを使っています。",
    yearDoubt: "決まりには推定が含まれます。公式の様式と見比べてください。",
    source: "出どころ",
    gate: "入口の設問",
    gateNo: "「いいえ」のときは、ほかの項目に答える必要がありません。このまま回を固定できます。",
    answer: "回答",
    answerOptions: { "": "まだ", yes: "はい", no: "いいえ" },
    targetOn: "目標日",
    targetHint: (from: string, to: string) => `「いいえ」のときだけ、${from} から ${to} の間で。`,
    remark: "備考",
    cites: "記録にあることを、根拠として残す",
    citedThen: (day: string) => `${day} に残した根拠`,
    outdated: "根拠を残したあとで、記録が変わりました。答えが変わらないか確かめてください。",
    savedBy: (name: string, day: string) => `${name} ${day}`,
    lastYear: "昨年度",
    lastYearNone: "昨年度の回答はありません。",
    lastYearSaid: (answer: string, round: number, day: string) => `${answer}（${round} 回目・${day}）`,
    lastYearItem: (text: string) => `昨年度の設問：${text}`,
    vendors: "事業者の回答",
    vendorsNone: "この年度の回答はまだありません。",
    vendorsNotYes: (names: string) => `「はい」でない回答：${names}`,
    vendorsNotAsked: "事業者は答えない項目です。",
    save: "途中まで保存する",
    saved: "保存しました。",
    progress: (answered: number, rows: number, no: number) => `回答 ${answered} / ${rows}・いいえ ${no}`,
    open: "まだ答えていない項目",
    help: "項目の説明",
    provenance: "番号と文言は公式の様式との照合が済んでいません。",
  },
  rounds: {
    title: "回",
    columns: { round: "回", day: "確認日", yes: "はい", no: "いいえ", state: "状態" },
    frozen: "固定済み",
    withdrawn: "取下げ",
    none: "まだ固定していません。すべての項目に答えて保存すると、確認日を付けて固定できます。",
    freeze: (round: number) => `${round} 回目を固定する`,
    freezeWhat:
      "いま保存されている回答・目標日・備考・根拠が、確認日とともに固定されます。固定した回は変えられません。誤りは、回答の画面で理由を付けて取り下げます。",
    answeredOn: "確認日",
    over: "この年度の回は、すべて固定しました。",
    assumed: "推定",
    frozenNow: "回を固定しました。",
  },
  vendorSheets: {
    title: "事業者確認用",
    what: "契約中の事業者ごとに、この年度の事業者確認用が届いたかを示します。",
    columns: { vendor: "事業者", state: "この年度", lastYear: "昨年度" },
    received: (day: string, yes: number, no: number) => `${day}（はい ${yes}・いいえ ${no}）`,
    asked: (day: string) => `依頼中（期限 ${day}）`,
    missing: "まだ依頼していません",
    none: "契約中の事業者がありません。契約がなければ、事業者確認用は要りません。",
    ask: "事業者に依頼する",
    receive: "届いたものを受け取る",
    nothing: "—",
  },
  print: "PDF で印刷",
  table: {
    no: "番号",
    item: "項目",
    answer: "いまの回答",
    roundOf: (name: string, day: string) => `${name}（${day}）`,
    targetOn: "目標日",
    remark: "備考",
    evidence: "根拠",
    lastYear: "昨年度",
    vendors: "事業者の回答",
  },
  fileName: (year: number) => `点検表_${year}年度`,
  paper: {
    title: (edition: string) => `自院の点検表　${edition}`,
    header: (hospital: string, year: string) => `${hospital}　${year}`,
    footer: (day: string) => `作成 ${day}`,
    rows: "項目ごとの回答",
    vendors: "事業者確認用の状況",
    draft: "この書面は公式の様式ではありません。公式の様式に写すとき、または控えとして使ってください。",
    gateNo: "医療情報システムがないため、ほかの項目には答えていません。",
  },
};
