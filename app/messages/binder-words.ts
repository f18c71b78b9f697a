import type { BinderWords } from "../domain/binder-facts.ts";
import { formatDay } from "./days.ts";
import { ja } from "./ja.ts";

const { verdicts, decisionKinds, requests } = ja;

/** Words of the inspection binder; Japanese whatever the language of the screens: inspectors read it. */
export const binderWords: BinderWords = {
  title: "立入検査の綴り",
  header: (hospital) => hospital,
  footer: (day) => `作成 ${day}`,
  lead: (day) =>
    `${day}現在の記録から作成した。事業者の回答は事業者の自己申告であり、内容を確かめたものではない。足りているかどうかの判断は記載していない。`,
  chapters: {
    contents: "目次",
    contacts: "事業者との連絡体制",
    checklists: "チェックリスト",
    disclosures: "受け取った開示書",
    gaps: "不足と対応方針",
    sheets: "効力のある役割分担確認表",
    requests: "提出を依頼した記録",
  },
  empty: {
    contacts: "使用中のシステムが登録されていない。",
    checklists: "チェックリストの記録はない。",
    disclosures: "受け取った開示書はない。",
    gaps: "開示書の照合で見つかった不足はない。",
    sheets: "効力のある役割分担確認表はない。",
    requests: "提出を依頼した記録はない。",
  },
  columns: {
    contents: ["項目", "ページ"],
    contacts: ["事業者", "システム", "窓口", "役割・時間", "電話・メール"],
    checklists: ["番号", "項目", "回答", "備考・目標日"],
    disclosures: ["事業者", "製品・版", "書式・作成日", "回答の数", "原本とSHA-256"],
    gaps: ["要求事項（当方の要約）", "判定", "事業者の回答", "対応方針と説明"],
    sheets: ["番号", "項目", "担当", "実施内容", "完了日"],
    requests: ["事業者", "依頼の内容", "依頼日・期限", "状況", "提出のSHA-256"],
  },
  day: (day) => formatDay(day, "ja"),
  noContact: "登録なし",
  noResponse: (respondent) => `${respondent}の回答は受け取っていない。`,
  answeredOn: (respondent, day) => `${respondent}（${day} 回答）`,
  noEdition: "チェックリストの版が登録されていない。",
  edition: (title, version) => `版：${title}（${version}）。項目はこの版の順に並べた。`,
  counts: ({ yes, no, notApplicable, open }) =>
    `はい ${yes}\nいいえ ${no}\n対象外 ${notApplicable}\n未回答ほか ${open}`,
  sha256: (hash) => `SHA-256 ${hash}`,
  against: (guideline) => `照合したガイドライン：${guideline}`,
  undecided: "未決",
  due: (kind, day) => (kind === "accept-risk" ? `受け入れの期限 ${day}` : `期日 ${day}`),
  owner: (owner) => `担当 ${owner}`,
  risk: (likelihood, impact) => `起こりやすさ ${likelihood}　影響 ${impact}`,
  approved: (approval) => `承認 ${approval}`,
  inForce: (day) => `効力発生日：${day}`,
  deputy: (name) => `代行 ${name}`,
  asked: (askedOn, dueOn) => `依頼 ${askedOn}\n期限 ${dueOn}`,
  submitted: (day) => `提出 ${day}`,
  answers: ja.answers,
  verdicts: {
    met: verdicts.met.word,
    partial: verdicts.partial.word,
    unmet: verdicts.unmet.word,
    unanswered: verdicts.unanswered.word,
    "not-applicable": verdicts["not-applicable"].word,
    "not-mapped": verdicts["not-mapped"].word,
  },
  kinds: {
    "vendor-fix": decisionKinds["vendor-fix"].word,
    "hospital-control": decisionKinds["hospital-control"].word,
    "contract-term": decisionKinds["contract-term"].word,
    "accept-risk": decisionKinds["accept-risk"].word,
    "not-applicable": decisionKinds["not-applicable"].word,
  },
  states: ja.decisions.states,
  levels: ja.riskLevels,
  parties: ja.parties,
  roles: ja.options.vendorContact.role,
  hours: ja.options.vendorContact.hours,
  requestKinds: {
    disclosure: requests.kinds.disclosure.word,
    checklist: requests.kinds.checklist.word,
    "role-sheet": requests.kinds["role-sheet"].word,
    promise: requests.kinds.promise.word,
  },
  requestStates: requests.states,
};
