import type { RawDecision } from "~/use-cases/decide.server";

/** What the demo hospital decided on gaps of its disclosures. Days are counted from today. */
export type DemoDecision = {
  receipt: string;
  /** Number of the question whose gap is decided. */
  no: string;
  decidedOn: number;
  dueOn: number | null;
  raw: Omit<RawDecision, "dueOn">;
  closed?: { on: number; reason: string };
  /** A risk accepted on a signed sheet. */
  approved?: { on: number; approver: string; title: string };
  /** Linked to the first row of a sheet whose contract covers the system. */
  linkedOn?: number;
};

const none = {
  measure: "",
  likelihood: "",
  impact: "",
  acceptedBy: "",
  inspectionText: "",
};
const OFFICE = "医療情報室";

export const demoDecisions: readonly DemoDecision[] = [
  {
    receipt: "karte",
    no: "EX-22",
    decidedOn: -190,
    dueOn: 320,
    raw: {
      ...none,
      kind: "vendor-fix",
      reason: "利用者の二要素認証は次の版で備わる。それまでは端末の設置場所を限って使う。",
      measure: "事業者は、次の版において利用者の二要素認証を提供し、期日までに適用する。",
      owner: OFFICE,
      inspectionText: "次の版での対応を事業者と約束し、期日を管理している。",
    },
  },
  {
    receipt: "karte",
    no: "EX-13",
    decidedOn: -188,
    dueOn: -25, // overdue on purpose
    raw: {
      ...none,
      kind: "contract-term",
      reason: "月次の報告では、作業の直後に確かめることができない。",
      measure: "事業者は、遠隔保守の終了後3営業日以内に、作業計画と接続の記録を突き合わせた結果を報告する。",
      owner: "調達課",
      inspectionText: "覚書の文案を事業者に渡し、回答を待っている。",
    },
  },
  {
    receipt: "karte",
    no: "EX-4",
    decidedOn: -186,
    dueOn: -60,
    raw: {
      ...none,
      kind: "hospital-control",
      reason: "対外説明は病院が行うことにし、連絡体制図に担当者を書いた。",
      owner: "総務課",
      inspectionText: "連絡体制図を掲示している。",
    },
    closed: { on: -75, reason: "連絡体制図（改訂3）に対外説明の担当と代行者を記載し、掲示を確認した。" },
  },
  {
    receipt: "network",
    no: "10-4",
    decidedOn: -280,
    dueOn: -130,
    raw: {
      ...none,
      kind: "vendor-fix",
      reason: "月に一度の突合せを、作業のたびに改めてもらう。",
      measure: "受注者は、遠隔保守の作業のたびに接続の記録を作業計画書と突き合わせ、結果を報告する。",
      owner: OFFICE,
    },
    closed: { on: -135, reason: "作業のたびの報告書を3か月分受け取り、突合せの欄を確認した。" },
  },
  {
    receipt: "pacs",
    no: "14-3",
    decidedOn: -70,
    dueOn: 300,
    raw: {
      ...none,
      kind: "vendor-fix",
      reason: "次の版での対応が示されたが、期日が書面になっていなかった。",
      measure: "対応を検討する。",
      owner: OFFICE,
    },
  },
  {
    receipt: "pacs",
    no: "14-3",
    decidedOn: -40,
    dueOn: 300,
    raw: {
      ...none,
      kind: "vendor-fix",
      reason: "「検討する」では約束にならないため、版と期日を書いた文に改めた。",
      measure: "乙は、次の版において二要素認証を提供し、期日までに甲の環境へ適用する。",
      owner: OFFICE,
      inspectionText: "期日を書面で得ている。",
    },
  },
  {
    receipt: "pacs",
    no: "11-4",
    decidedOn: -38,
    dueOn: 60,
    raw: {
      ...none,
      kind: "hospital-control",
      reason: "有償のオプションは使わず、統合バックアップの切り離した保管に画像を加える。",
      owner: "放射線科・医療情報室",
      inspectionText: "統合バックアップの対象に画像を加える作業を進めている。",
    },
    linkedOn: -20,
  },
  {
    receipt: "pacs",
    no: "8-5",
    decidedOn: -36,
    dueOn: 180,
    raw: {
      ...none,
      kind: "accept-risk",
      reason: "保存装置は院内の分けた区画に置き、外部とつながない。更新まで受け入れる。",
      owner: OFFICE,
      likelihood: "low",
      impact: "high",
      acceptedBy: "副院長 湖山 はるか",
      inspectionText: "区画を分け、通信の記録を毎月確かめている。次期更新で解消する。",
    },
    approved: { on: -30, approver: "湖山 はるか", title: "副院長" },
  },
  {
    receipt: "claims",
    no: "14-5",
    decidedOn: -120,
    dueOn: 90,
    raw: {
      ...none,
      kind: "hospital-control",
      reason: "踏み台を病院が用意し、サーバには踏み台からだけ入れるようにする。",
      owner: OFFICE,
    },
  },
  {
    receipt: "pharmacy",
    no: "11-5",
    decidedOn: -50,
    dueOn: null,
    raw: {
      ...none,
      kind: "not-applicable",
      reason: "薬剤部門のデータは統合バックアップに含まれ、戻す試験もそちらで行っている。",
      owner: OFFICE,
      inspectionText: "統合バックアップの復元試験の記録を参照。",
    },
  },
];
