import type { EntryOrigin } from "../../domain/dated-entry.ts";

const origins: Record<EntryOrigin, string> = { first: "最初の記録", change: "変更", end: "終わり" };

/** Records that hold from a day on: subcontractors and connections over time. */
export const entries = {
  title: "いつから何だったか",
  what: "新しい日から順に並べています。訂正された記録も残ります。",
  columns: { from: "いつから", what: "何によって", changes: "変わった点", recorded: "記録" },
  origins,
  unknownSince: "始まりは不明",
  held: "いま有効",
  coming: "これから",
  superseded: "訂正ずみ",
  correction: "訂正",
  correct: "訂正する",
  nothingChanged: "内容の変更なし",
  changeTitle: (name: string) => `${name} の変更を記録`,
  changeWhat:
    "変わったことを、その日から記録します。前の内容は、前の日まで有効だったものとして残ります。書き誤りを直すときは、下の「いつから何だったか」の「訂正する」を使ってください。",
  correctTitle: (name: string) => `${name} の記録を訂正`,
  correctWhat: (day: string) =>
    `${day} からの記録の書き誤りを直します。元の記録は残り、訂正した内容がその代わりに数えられます。実際に変わったときは「変更を記録」を使ってください。`,
  from: "いつから変わったか",
  fromHint: "この日から新しい内容になります。",
  fromCorrected: "いつから",
  since: "いつからある接続か",
  sinceHint: "分からなければ空のまま。そのときは、始まりの日を言わずに数えます。",
  reason: "訂正の理由",
  reasonHint: "何がどう違っていたかを、一行で残します。",
  endTitle: "使わなくなったことを記録",
  endWhat: "選んだ日から、一覧に出なくなります。それまでの日の状態は、時点を選べばいつでも見られます。",
  endDay: "使わなくなった日",
  endDayHint: "この日からは使っていません。",
  endButton: "終わりを記録",
  reopenTitle: "終わりの記録を取り消す",
  reopenWhat:
    "誤って終わりを記録したときに使います。終わりの記録も、取り消した理由も残ります。もう一度使い始めたときは、新しく登録してください。",
  reopenButton: "取り消す",
  over: (day: string) => `${day} に終わりと記録`,
  thatDay: "この日の再委託先・外部接続・接合部・サーバの更新",
  thenJoints: "システムの接合部",
  thenNothing: "この日の再委託先・外部接続・接合部・サーバは、どれも記録されていません。",
  thenNoJoints: "この日の接合部は記録されていません。",
  thenSubcontractors: "再委託先",
  thenConnections: "外部接続",
  thenNoSubcontractors: "この日の再委託先は記録されていません。",
  thenNoConnections: "この日の外部接続は記録されていません。",
  thenColumns: { since: "この内容はいつから" },
  uses: { "in-use": "使用中", "not-yet": "これから", over: "使用終了" },
  rest: (count: number) => `ほか ${count} 件。事業者を選ぶと絞り込めます。`,
  detached: "再委託元が、この日には記録されていません",
};
