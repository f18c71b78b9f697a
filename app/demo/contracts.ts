/** Contracts of the demo hospital: in force, near their end, expired. Days are counted from today. */
export type DemoContract = {
  key: string;
  vendor: string;
  number: string;
  title: string;
  kind: "sale" | "maintenance" | "use" | "lease" | "outsourcing";
  signedOn: number;
  from: number;
  to: number | null;
  renewal: "automatic" | "none" | "unclear";
  noticeDays: number | null;
  labels: [hospital: string, vendor: string];
  /** Names of the systems it covers. */
  systems: string[];
};

const PARTIES: [string, string] = ["甲", "乙"];
const ORDER: [string, string] = ["発注者", "受注者"];

export const demoContracts: readonly DemoContract[] = [
  {
    key: "karte",
    vendor: "hibari",
    number: "みず契-0412",
    title: "電子カルテシステム保守委託契約",
    kind: "maintenance",
    signedOn: -610,
    from: -596,
    to: 500,
    renewal: "automatic",
    noticeDays: 90,
    labels: PARTIES,
    systems: ["電子カルテ", "看護支援"],
  },
  {
    key: "claims",
    vendor: "hibari",
    number: "みず契-0388",
    title: "医事会計システム保守委託契約",
    kind: "maintenance",
    signedOn: -640,
    from: -630,
    to: 100,
    renewal: "unclear",
    noticeDays: 60,
    labels: PARTIES,
    systems: ["医事会計"],
  },
  {
    key: "pacs",
    vendor: "akane",
    number: "みず契-0420",
    title: "医用画像管理システム保守委託契約",
    kind: "maintenance",
    signedOn: -590,
    from: -580,
    to: 515,
    renewal: "automatic",
    noticeDays: 90,
    labels: PARTIES,
    systems: ["放射線画像（PACS）", "内視鏡部門"],
  },
  {
    key: "lab",
    vendor: "tsumugi",
    number: "みず契-0355",
    title: "臨床検査システム保守委託契約",
    kind: "maintenance",
    signedOn: -625,
    from: -610,
    to: 120, // notice has to be given within 30 days
    renewal: "automatic",
    noticeDays: 90,
    labels: PARTIES,
    systems: ["臨床検査"],
  },
  {
    key: "pharmacy",
    vendor: "minamo",
    number: "みず契-0455",
    title: "薬剤部門システム賃貸借・保守契約",
    kind: "lease",
    signedOn: -430,
    from: -410,
    to: 1400,
    renewal: "none",
    noticeDays: null,
    labels: ORDER,
    systems: ["薬剤部門"],
  },
  {
    key: "booking",
    vendor: "shirakaba",
    number: "みず契-0470",
    title: "診療予約・地域連携サービス利用契約",
    kind: "use",
    signedOn: -235,
    from: -225,
    to: 505,
    renewal: "automatic",
    noticeDays: 60,
    labels: ORDER,
    systems: ["クラウド診療予約", "地域連携"],
  },
  {
    key: "dialysis",
    vendor: "tomoshibi",
    number: "みず契-0301",
    title: "透析管理システム保守契約",
    kind: "maintenance",
    signedOn: -600,
    from: -595,
    to: -40, // expired while the system is still in use
    renewal: "none",
    noticeDays: null,
    labels: PARTIES,
    systems: ["透析管理"],
  },
  {
    key: "network",
    vendor: "kazamidori",
    number: "みず契-0431",
    title: "ネットワーク・バックアップ運用委託契約",
    kind: "outsourcing",
    signedOn: -560,
    from: -550,
    to: 545,
    renewal: "automatic",
    noticeDays: 120,
    labels: ORDER,
    systems: ["院内ネットワーク・VPN", "統合バックアップ"],
  },
  {
    key: "rehabilitation",
    vendor: "nanohana",
    number: "みず契-0440",
    title: "リハビリ記録システム保守契約",
    kind: "maintenance",
    signedOn: -400,
    from: -380,
    to: 20,
    renewal: "unclear",
    noticeDays: 30,
    labels: PARTIES,
    systems: ["リハビリ記録"],
  },
];
