import type { JointParty } from "../../domain/role-records.ts";
import type { Situation } from "../../domain/role-sheet.ts";

const situations: Record<Situation, string> = {
  normal: "平常時",
  emergency: "緊急時",
  end: "契約の終了時",
};
const jointParties: Record<JointParty, string> = {
  undecided: "決めていない",
  hospital: "病院",
  "first-vendor": "一つ目の側の事業者",
  "second-vendor": "二つ目の側の事業者",
  "both-vendors": "両側の事業者",
  "third-party": "第三者",
};

/** 担当の一覧: rows × contracts in force on a day, and the joints between systems. */
export const coverage = {
  title: "担当の一覧",
  lead: "その日に有効な契約を横に並べ、だれも担当していない項目と、担当が重なる項目を見つけます。",
  on: (day: string) => `${day} 現在`,
  day: "この日の担当",
  show: "表示",
  when: "いつの担当か",
  situations,
  onlyOpen: "担当なし・重複だけ",
  nobody: "担当なし",
  nobodyAtAll: "どの契約にも担当なし",
  gaps: "契約ごとの担当なし",
  twice: "重複",
  twiceHere: "重複",
  contracts: "有効な契約",
  table: "項目と契約",
  joint: "接合部",
  noSheet: "合意なし",
  noRow: "関係なし",
  leftOut: "対象外",
  legend:
    "斜線は担当なし、太い枠は同じシステムについて担当が重なる（または表どうしが食い違う）ところ、二重線はシステムどうしがつながる接合部です。「合意なし」は、その日に効力のある確認表がない契約です。",
  empty: "この日に効力のある、合意した役割分担がありません。確認表で合意を記録すると、ここに並びます。",
  toSheets: "役割分担を開く",
  state: "状態",
  exportName: (situation: string, day: string) => `担当の一覧_${situation}_${day}`,
  joints: "システムの接合部",
  jointsWhat:
    "二つのシステムがつながるところは、どちらの契約にも書かれないことがあります。ここで担当を決めておきます。",
  noJoint:
    "接合部はまだ登録されていません。電子カルテと検体検査のように、事業者の違うシステムがつながるところを登録してください。",
  count: (count: number) => `${count} か所`,
  between: "つながるシステム（事業者）",
  noContract: "有効な契約なし",
  firstSystem: "一つ目のシステム",
  secondSystem: "二つ目のシステム",
  jointWhat: "つながるもの",
  jointWhatHint: "例：患者基本情報の連携、検査結果の送信",
  jointParty: "平常時の担当",
  jointEmergency: "緊急時に動く担当",
  jointParties,
  addJoint: "接合部を登録する",
  jointBetween: (first: string, second: string) => `「${first}」と「${second}」の接合部`,
  noJointThen: "この日の接合部は記録されていません。",
  since: "いつからつながっているか",
  thirdPartyHint: "担当に「第三者」を選んだときは、その名前を書きます。",
  endJoint: "つながらなくなったことを記録",
  endJointWhat:
    "選んだ日から、担当の一覧に出なくなります。それまでの日の状態は、時点を選べばいつでも見られます。",
  endJointDay: "つながらなくなった日",
  endJointDayHint: "この日からはつながっていません。",
};
