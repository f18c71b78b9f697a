/** What the demo hospital keeps around its contracts. Days are counted from today. */
export type DemoClause = { kind: string; number: string; quote: string; page: string };
export type DemoSubcontractor = {
  key: string;
  under: string | null;
  name: string;
  work: string;
  dataContact: "none" | "possible" | "handled" | "unclear";
  dataKinds: string[];
  country: string;
  certificates: { name: string; number: string; expiresOn: number | null }[];
  approvedOn: number | null;
  sameDuty: "yes" | "no" | "unclear";
};

/** The contract for the record system: fees, a third party, and what its paper says. */
export const karteTerms = {
  renewalMonths: "12",
  noticeMonths: "3",
  noticeDays: "",
  serverScope: "all",
  subcontracting: "prior-consent",
  partyLabel: ["丙"],
  partyName: ["みずうみリース株式会社（架空）"],
  partyVendorId: [""],
  feeLabel: ["定期保守", "セキュリティ更新の適用", "障害時の駆け付け（夜間・休日）"],
  feeKind: ["included", "included", "separate"],
  feeAmount: ["月額に含む", "月額に含む", "一回ごとの実費"],
};

export const karteClauses: readonly DemoClause[] = [
  {
    kind: "security-update",
    number: "第7条",
    quote: "乙は、対象システムのサーバについて、セキュリティの更新を乙の責任において行う。",
    page: "1",
  },
  {
    kind: "incident-notice",
    number: "第11条",
    quote: "乙は、情報の漏えいその他の事故又はそのおそれを知ったときは、直ちに甲に通知する。",
    page: "1",
  },
  {
    kind: "subcontracting",
    number: "第9条",
    quote: "乙は、あらかじめ甲の書面による承諾を得なければ、業務を第三者に委託してはならない。",
    page: "1",
  },
  {
    kind: "remote-maintenance",
    number: "第12条",
    quote:
      "乙は、遠隔保守を行うときは、安全管理ガイドライン6.8 C.8の定めによりアクセスログを取り、システム運用編14⑤に応じた認証を用いる。",
    page: "2",
  },
];

/** The memorandum that made the incident clause stricter. */
export const karteMemo = {
  number: "みず契-0412-覚1",
  title: "電子カルテシステム保守委託契約に関する覚書",
  signedOn: -190,
  effectiveFrom: -180,
  clause: {
    kind: "incident-notice",
    number: "第11条",
    quote:
      "乙は、情報の漏えいその他の事故又はそのおそれを知ったときは、知った時から6時間以内に甲に電話で通知し、続報を書面で行う。",
    page: "1",
  },
};

export const karteSubcontractors: readonly DemoSubcontractor[] = [
  {
    key: "operation",
    under: null,
    name: "株式会社さざなみオペレーション（架空）",
    work: "電子カルテサーバの監視と定期保守",
    dataContact: "possible",
    dataKinds: ["records", "personal"],
    country: "",
    certificates: [{ name: "プライバシーマーク", number: "架空-0001", expiresOn: 40 }],
    approvedOn: -590,
    sameDuty: "yes",
  },
  {
    key: "night",
    under: "operation",
    name: "合同会社よいやみサポート（架空）",
    work: "夜間・休日の一次受付",
    dataContact: "none",
    dataKinds: [],
    country: "",
    certificates: [],
    approvedOn: null,
    sameDuty: "unclear",
  },
  {
    key: "analysis",
    under: "operation",
    name: "Lakeside Analytics（架空）",
    work: "障害の解析（ログのみ）",
    dataContact: "unclear",
    dataKinds: [],
    country: "シンガポール",
    certificates: [{ name: "ISMS", number: "架空-0002", expiresOn: -15 }],
    approvedOn: -300,
    sameDuty: "yes",
  },
];

/** The vendor whose name changed after it was registered, and the day the hospital got its present name. */
export const vendorRename = {
  vendor: "tsumugi",
  name: "株式会社つむぎラボ",
  effectiveFrom: -570,
  note: "社名変更の通知書による。",
};
export const hospitalRename = {
  name: "みずうみ市立病院",
  effectiveFrom: -365,
  note: "湖畔の分院と統合した日。",
};

/** Connections a person registered; the others wait as proposals. */
export const demoConnections = [
  {
    system: "電子カルテ",
    name: "保守用VPN（本館サーバ室）",
    purpose: "remote-maintenance",
    counterpart: "ひばりの保守センター",
    method: "ipsec-ike",
    opening: "on-demand",
    device: "本館VPN装置 1号機",
    patchBearer: "hospital",
    accounts: "individual",
    accountCount: "6",
    secondFactor: "planned",
    secondFactorBy: 120,
    sourceLimit: "limited",
    sourceNote: "保守センターの固定アドレス2つ",
    logDays: "365",
    isConfirmed: true,
  },
  {
    system: "院内ネットワーク・VPN",
    name: "ネットワーク監視回線",
    purpose: "monitoring",
    counterpart: "かざみどりの監視拠点",
    method: "ssl-vpn",
    opening: "always",
    device: "本館VPN装置 2号機",
    patchBearer: "unclear",
    accounts: "shared",
    accountCount: "1",
    secondFactor: "none",
    secondFactorBy: null,
    sourceLimit: "unlimited",
    sourceNote: "",
    logDays: "",
    isConfirmed: false,
  },
] as const;
