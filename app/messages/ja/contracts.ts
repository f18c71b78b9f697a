import type { ContractState } from "../../domain/contract.ts";
import type { HistoryLane } from "../../domain/contract-history.ts";
import type { Silence } from "../../domain/responsibility.ts";

const states: Record<ContractState, string> = {
  undated: "期間の記録なし",
  before: "開始前",
  "in-force": "期間内",
  expired: "期間終了",
};
const lanes: Record<HistoryLane, string> = {
  period: "契約期間",
  "role-sheet": "役割分担表",
  disclosure: "開示書",
  paper: "別紙",
};
const silences: Record<Silence, string> = {
  "no-contract-then": "その日は契約期間の外か、まだ契約の記録がありませんでした。だれの担当とも言えません。",
  "no-revision-then": "その日に有効な、合意された役割分担がありません。",
  "row-not-in-revision": "その日に有効な改訂に、この行はありません。",
};

/** A contract's page: facts, 年表, who was in charge. */
export const contracts = {
  period: "契約期間",
  periodText: (from: string, to: string) => `${from} – ${to}`,
  noEnd: "終わりの定めなし",
  noStart: "始まりの記録なし",
  states,
  renewal: "更新",
  notice: (day: string) => `通知は ${day} まで`,
  noNotice: "通知日の定めなし",
  labels: "呼び方",
  labelsText: (hospital: string, vendor: string) => `病院＝${hospital}　事業者＝${vendor}`,
  bearers: "セキュリティ更新の担当",
  bearersHelp:
    "対象システムのサーバについて、更新（パッチ）をだれが行うかを数えたものです。「はっきりしない」は、契約に書かれていないサーバです。",
  bearersText: (vendor: number, hospital: number, unclear: number) =>
    `事業者 ${vendor} 台・病院 ${hospital} 台・はっきりしない ${unclear} 台`,
  noServers: "サーバの登録なし",
  systems: "対象システム",
  noSystems: "選んでいません",
  signedOn: "締結日",
  kind: "種類",
  cover: "対象システムを選ぶ",
  history: "年表",
  historyLabel: (from: string, to: string, day: string) =>
    `契約の年表。${from} から ${to} まで。基準日は ${day}。同じ内容を下の表に示します。`,
  lanes,
  today: "今日",
  laterFrom: "薄い色は、まだ記録されていなかったこと",
  laterTag: "後の記録",
  inTable: "年表と同じ内容の表",
  columns: { lane: "種類", name: "内容", from: "始まり・日付", to: "終わり", known: "記録" },
  open: "継続",
  known: "記録済み",
  later: "この時点では未記録",
  slider: "年表の日付の線を動かす（左右の矢印キーで 1 日ずつ）",
  noHistory: "まだ年表に載る記録がありません。",
  mark: {
    period: "契約期間",
    revision: (title: string, no: number) => `${title}　改訂 ${no}`,
    revisionShort: (no: number) => `改訂 ${no}`,
    paper: (title: string, no: number) => `${title}　第 ${no} 版`,
  },
  who: "この日、だれの担当か",
  whoRow: "調べること",
  whoDay: "その日",
  whoKnown: "いつ知っていたか",
  ask: "調べる",
  whoEverywhere: "病院全体で探す",
  whoEverywhereWhat: "行の名前・日付・事業者で、病院のすべての契約から探せます。",
  whoEmpty: "合意された役割分担がないため、調べられる行がありません。",
  noAnswer: "その行を含む役割分担表がありません。",
  silences,
  proof: (no: number) => `証拠：改訂 ${no}`,
  proofFrom: (day: string) => `効力 ${day} から`,
  proofRecorded: (moment: string) => `記録 ${moment}`,
  proofWhat: "実施内容",
  laterNote: "参考：この記録時点より後に、別の合意が記録されています。",
  state: "この日の状態",
  stateColumns: { kind: "種類", what: "有効なもの", from: "効力発生日・作成日", recorded: "記録した日" },
  heldRevision: (no: number, rows: number, undecided: number) => `改訂 ${no}　${rows} 行、未定 ${undecided}`,
  heldNone: "有効な改訂なし",
  noneDisclosed: "有効な開示書なし",
  counts: (no: number) => `いいえ ${no}`,
  roleSheets: "役割分担表",
  noRoleSheets: "この契約の役割分担表はまだありません。",
  papersTitle: "別紙",
  noPapers: "この契約で発行した別紙はまだありません。",
  archived: "この契約は保管庫にあります。",
};
