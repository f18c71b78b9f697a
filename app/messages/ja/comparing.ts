import type { RowState, StaffState } from "../../domain/applicability.ts";
import type { OwnerType } from "../../domain/hospital-profile.ts";
import type { ListObstacle, RouteResult, ServerObstacle } from "../../domain/maintenance-route.ts";

const ownerTypes: Record<OwnerType, string> = {
  "": "選んでいません",
  national: "国・独立行政法人など",
  public: "公的医療機関（都道府県・市町村・日赤など）",
  "social-insurance": "社会保険関係団体",
  "public-interest": "公益法人",
  "medical-corporation": "医療法人",
  school: "学校法人",
  "social-welfare": "社会福祉法人",
  company: "会社",
  "other-corporation": "その他の法人",
  individual: "個人",
};
const staff: Record<StaffState, string> = {
  yes: "いる",
  no: "いない",
  unknown: "確かめていない",
};
const rowStates: Record<RowState, string> = {
  applies: "参照する",
  "through-contract": "事業者に確認（契約などに含まれていれば簡略にできる）",
  "other-volume": "参照しなくてよい編の項目",
};
const results: Record<RouteResult, string> = {
  "entrusted-only": "概説編と保守委託機関編だけを参照します",
  "other-volumes-too": "他の編も対象",
};
const listObstacles: Record<ListObstacle, { word: string; change: string }> = {
  "never-declared": {
    word: "サーバ一覧の全数が、まだ一度も確認されていません。",
    change: "サーバ一覧の画面で、すべてのサーバがあることを確かめて「全数を確認した」を記録します。",
  },
  "declaration-stale": {
    word: "全数を確認したあとに、サーバ一覧が変わっています。",
    change: "変わった点を見て、もう一度「全数を確認した」を記録します。",
  },
  "no-server": {
    word: "サーバが一台も登録されていません。",
    change:
      "サーバを登録します。電子カルテがその中だけで動くPC、クラウド、バックアップ装置も数えます。本当に一台もない場合は、公式の本文で扱いを確かめてください。",
  },
};
const serverObstacles: Record<ServerObstacle, { word: string; change: string }> = {
  "hospital-bears": {
    word: "病院が更新の責任を負っています。",
    change: "事業者が負うと契約・約款・SLA に書き、その条文を引用して、担当を「事業者」にします。",
  },
  "bearer-unclear": {
    word: "更新の責任をだれが負うか、はっきりしません。",
    change: "契約・約款・SLA を確かめます。書かれていなければ、病院の責任として扱われます。",
  },
  "no-clause": {
    word: "担当は事業者ですが、そう書いた条文がありません。",
    change: "契約・約款・SLA の条文を「セキュリティ更新」として引用し、サーバに結び付けます。",
  },
  "typed-clause-only": {
    word: "条文の番号が書かれているだけで、引用がありません。",
    change: "契約の書類から条文をそのまま引用し、サーバに結び付けます。",
  },
  "clause-not-in-force": {
    word: "結び付けた条文が、この日には有効ではありません。",
    change: "この日に有効な条文を引用して、結び付け直します。",
  },
  "clause-of-other-kind": {
    word: "結び付けた条文は「セキュリティ更新」として引用されたものではありません。",
    change: "更新の責任を述べた条文を「セキュリティ更新」として引用します。",
  },
  "contract-not-in-force": {
    word: "条文のある契約が、この日には期間の中にないか、保管庫にあります。",
    change: "契約が更新されたなら更新を記録します。終わるなら、次の契約に条文を入れます。",
  },
  "contract-undated": {
    word: "条文のある契約に、始まりの日がありません。",
    change: "契約の期間を記録します。",
  },
  "system-not-covered": {
    word: "条文のある契約は、このサーバのシステムを対象にしていません。",
    change: "契約の対象システムに加えるか、対象にしている契約の条文を引用します。",
  },
  "server-not-covered": {
    word: "条文のある契約が挙げるサーバに、このサーバがありません。",
    change: "契約の対象サーバに加えます。",
  },
  "servers-unclear": {
    word: "契約が、どのサーバを対象にするかを述べていません。",
    change: "対象サーバ（すべて、または一覧）を契約で定め、契約の記録に入れます。",
  },
};

/** What applies to the hospital: its facts, volumes and rows, the walk of 保守委託機関編. */
export const comparing = {
  oneSource: "出典1件・要確認",
  officialLoaded: "公式の本文を取込済み",
  sources: (count: number) => `出典 ${count} 件`,
  tabs: {
    assessments: "照合",
    applicability: "参照する編と項目",
    route: "保守委託機関編の適用",
    selection: "確認事項",
  },
  tabsLabel: "照合の画面",
  profile: {
    title: "医療機関の概要",
    lead: "病床数やシステム運用担当者の有無など、どの編と項目を参照するかを決める事実です。日付とともに残り、前の状態も消えません。",
    now: "いまの概要",
    never: "まだ記録されていません。病床数は、はじめに病院をつくったときの値です。",
    record: "変更を記録する・直す",
    save: "記録する",
    history: "記録の移り変わり",
    historyEmpty: "まだ記録がありません。",
    corrected: "訂正済み",
    notACorrection: "訂正ではない（状態が変わった）",
    viewerOnly: "記録できるのは管理者です。",
    beds: (count: number) => `${count} 床`,
    sites: (count: number) => `${count} か所`,
    ownerTypes,
    staff,
    fields: {
      beds: "病床数",
      ownerType: "開設者",
      sites: "拠点の数",
      staff: "システム運用担当者",
      gmisClass: "G-MIS の規模の区分",
      effectiveFrom: "いつから",
      supersedes: "前の記録",
      reason: "訂正の理由",
    },
    hints: {
      beds: "許可病床数。分からなければ空のまま。",
      sites: "本院・分院など、システムを置く場所の数。",
      staff: "院内でシステムの運用を担う職員がいるか。ガイドライン第6.0版の類型を決めます。",
      gmisClass: "G-MIS の画面に出ているとおりに写してください。分からなければ空のまま。",
      effectiveFrom: "この状態になった日。前の状態は、前の日まで残ります。",
      supersedes: "前の記録が誤りだったときだけ選びます。",
    },
    columns: { from: "いつから", facts: "内容", reason: "訂正の理由", recorded: "記録" },
    uses: "システム運用担当者の有無は、参照する編と項目に使います。病床数・開設者・拠点の数・G-MIS の区分は、収載した版の決まりには使われません（調査の集計などに使います）。",
  },
  applicability: {
    title: "参照する編と項目",
    lead: "病院の概要とシステムの形から、ガイドラインのどの編と項目を参照するかを示します。外れる項目は、理由とともにすべて並べます。",
    edition: "ガイドラインの版",
    editionName: (version: string) => `第${version}版`,
    whichSystem: "システム",
    systems: "システムごと",
    systemColumns: {
      system: "システム",
      form: "形",
      classes: "類型",
      applies: "参照する",
      throughContract: "事業者に確認",
      otherVolume: "参照しなくてよい編",
      total: "計",
    },
    sum: (total: number, applies: number, through: number, other: number) =>
      `収載 ${total} 件 ＝ 参照する ${applies} ＋ 事業者に確認 ${through} ＋ 参照しなくてよい編 ${other}`,
    noClass: "この版には類型の決まりを収載していません",
    classes: (names: string) => `類型 ${names}`,
    orClass: " か ",
    whyOpen:
      "概要かシステムの形が決まっていないため、類型が一つに定まりません。どの類型でも簡略にできる項目だけを外しています。",
    staffIs: (state: string) => `システム運用担当者：${state}`,
    toProfile: "概要を記録する",
    volumes: "編",
    toRead: "参照する",
    notToRead: "参照しなくてよい",
    excluded: "外れる項目とその理由",
    excludedNone: "このシステムで外れる項目はありません。収載したすべての項目を参照します。",
    rowColumns: { clause: "条項", summary: "要求事項（当方の要約）" },
    rowStates,
    otherVolumeReason:
      "すべてのサーバの更新を事業者が負うと契約に書かれているため、この編は参照しなくてよいとされます。",
    rulesTitle: "この版の決まり（当方の言葉による要約）",
    totalUnknown: "収載した項目についてだけの結果です。版の全体数は未確認です。",
    empty: "システムを登録すると、システムごとに参照する編と項目が分かります。",
    noRules: "この版について、だれが何を参照するかの決まりを収載していません。",
    toRoute: "保守委託機関編の適用を見る",
    range: (from: number, to: number, total: number) => `${total} 件中 ${from}–${to} 件`,
  },
  route: {
    title: "保守委託機関編の適用",
    lead: "すべてのサーバのセキュリティ更新を事業者が負うと契約・約款・SLA に書かれているかを、一台ずつ確かめます。どの編を参照するかだけを示します。",
    what: "「保守委託機関」は、保守を事業者に委託する病院のことです。事業者のことではありません。",
    day: "条文を見る日",
    dayWhat: "サーバの一覧は今日のもの、条文と契約はこの日に有効なものです。",
    look: "この日で見る",
    today: "今日に戻る",
    results,
    resultWhat: {
      "entrusted-only": (count: number) =>
        `全数を確認した ${count} 台のすべてに、事業者が更新の責任を負うと書いた条文があります。`,
      "other-volumes-too": "保守委託機関編に加えて、経営管理編・企画管理編・システム運用編も参照します。",
    },
    sum: (total: number, covered: number, open: number) =>
      `${total} 台 ＝ 条文のあるもの ${covered} ＋ ないもの・はっきりしないもの ${open}`,
    changesTitle: "「概説編と保守委託機関編だけ」にするために変えること",
    listObstacles,
    serverObstacles,
    serversTitle: "サーバごと",
    columns: {
      server: "サーバ",
      system: "システム",
      bearer: "更新の担当",
      clause: "条文",
      open: "変えること",
    },
    covered: "条文あり",
    quote: (text: string) => `「${text}」`,
    systemsWithout: (count: number) =>
      `サーバの登録がないシステムが ${count} あります。クラウドのサーバも数えるかどうかは、公式の本文で確かめてください。`,
    toServers: "サーバ一覧の全数の確認へ",
    factsTitle: "よりどころ（当方の言葉による要約）",
    open: "開く",
  },
};
