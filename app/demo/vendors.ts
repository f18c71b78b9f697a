/**
 * Vendors, contact persons and products of the demo hospital. All of them are invented; addresses lie in a
 * town that does not exist, telephone numbers are zeros and mail goes to a domain kept for examples.
 */
type DemoContact = {
  name: string;
  department: string;
  role: "sales" | "support" | "security" | "maintenance" | "emergency";
  hours: "day" | "night" | "always";
  deputyName?: string;
  /** Days from today. */
  validFrom?: number;
  validTo?: number;
};
type DemoProduct = {
  key: string;
  name: string;
  kind: "product" | "service";
  version: string;
  /** Days from today. */
  releasedOn: number;
  supportEndsOn?: number;
};
export type DemoVendor = {
  key: string;
  name: string;
  nameKana: string;
  /** What it was called when the hospital registered it. */
  formerName?: string;
  mail: string;
  note?: string;
  contacts: DemoContact[];
  products: DemoProduct[];
};

export const demoVendors: readonly DemoVendor[] = [
  {
    key: "hibari",
    name: "ひばり医療システム株式会社",
    nameKana: "ヒバリイリョウシステム",
    mail: "hibari@example.jp",
    note: "電子カルテを中心に三つの契約がある。更新の相談は毎年10月まで。",
    contacts: [
      { name: "小鳥遊 まなぶ", department: "病院営業部", role: "sales", hours: "day" },
      {
        name: "羽田 すみれ",
        department: "保守センター",
        role: "support",
        hours: "always",
        deputyName: "雲井 たかし",
      },
      {
        name: "雲井 たかし",
        department: "製品セキュリティ室",
        role: "security",
        hours: "day",
        validFrom: -240,
      },
      {
        name: "空野 みどり",
        department: "製品セキュリティ室",
        role: "security",
        hours: "day",
        validFrom: -800,
        validTo: -241,
      },
    ],
    products: [
      { key: "karte", name: "ひばりカルテ", kind: "product", version: "8.2", releasedOn: -700 },
      {
        key: "claims",
        name: "ひばり医事",
        kind: "product",
        version: "6.1",
        releasedOn: -900,
        supportEndsOn: 400,
      },
      { key: "nursing", name: "ひばり看護ナビ", kind: "product", version: "3.0", releasedOn: -500 },
    ],
  },
  {
    key: "tsumugi",
    name: "株式会社つむぎラボ",
    formerName: "つむぎ検査システム株式会社",
    nameKana: "ツムギラボ",
    mail: "tsumugi@example.jp",
    contacts: [
      { name: "糸川 のぞみ", department: "営業課", role: "sales", hours: "day" },
      { name: "織部 けんじ", department: "技術サポート", role: "support", hours: "day" },
    ],
    products: [
      {
        key: "lab",
        name: "つむぎ検査",
        kind: "product",
        version: "2.4",
        releasedOn: -1500,
        supportEndsOn: 150,
      },
    ],
  },
  {
    key: "akane",
    name: "あかね画像ソリューションズ株式会社",
    nameKana: "アカネガゾウソリューションズ",
    mail: "akane@example.jp",
    contacts: [
      { name: "夕凪 ひかる", department: "医用画像営業部", role: "sales", hours: "day" },
      {
        name: "茜部 とおる",
        department: "遠隔保守センター",
        role: "maintenance",
        hours: "always",
        deputyName: "夕凪 ひかる",
      },
      { name: "茜部 とおる", department: "遠隔保守センター", role: "emergency", hours: "night" },
    ],
    products: [
      { key: "pacs", name: "あかねPACS", kind: "product", version: "5.3", releasedOn: -600 },
      { key: "endoscopy", name: "あかね内視鏡部門", kind: "product", version: "1.9", releasedOn: -1100 },
      { key: "monitor", name: "あかね生体情報ビューア", kind: "product", version: "4.0", releasedOn: -820 },
    ],
  },
  {
    key: "minamo",
    name: "みなも薬剤情報株式会社",
    nameKana: "ミナモヤクザイジョウホウ",
    mail: "minamo@example.jp",
    contacts: [{ name: "水沢 ちひろ", department: "導入支援部", role: "support", hours: "day" }],
    products: [{ key: "pharmacy", name: "みなも調剤", kind: "product", version: "7.0", releasedOn: -420 }],
  },
  {
    key: "shirakaba",
    name: "しらかばクラウド株式会社",
    nameKana: "シラカバクラウド",
    mail: "shirakaba@example.jp",
    note: "サービス約款に個別の覚書を足して契約している。",
    contacts: [
      { name: "白樺 ゆうき", department: "医療クラウド事業部", role: "sales", hours: "day" },
      { name: "森永野 あゆみ", department: "サービス運用室", role: "security", hours: "always" },
    ],
    products: [
      { key: "booking", name: "しらかば診療予約", kind: "service", version: "2026春", releasedOn: -230 },
      { key: "link", name: "しらかば地域連携", kind: "service", version: "2025秋", releasedOn: -400 },
    ],
  },
  {
    key: "tomoshibi",
    name: "有限会社ともしび透析機器",
    nameKana: "トモシビトウセキキキ",
    mail: "tomoshibi@example.jp",
    note: "開示書の提出を二度依頼したが、まだ届いていない。",
    contacts: [{ name: "灯 しんいち", department: "サービス課", role: "maintenance", hours: "day" }],
    products: [
      {
        key: "dialysis",
        name: "ともしび透析管理",
        kind: "product",
        version: "3.2",
        releasedOn: -2300,
        supportEndsOn: -120,
      },
    ],
  },
  {
    key: "kazamidori",
    name: "かざみどりネットワークス株式会社",
    nameKana: "カザミドリネットワークス",
    mail: "kazamidori@example.jp",
    contacts: [
      {
        name: "風間 りく",
        department: "監視センター",
        role: "emergency",
        hours: "always",
        deputyName: "北風 なお",
      },
      { name: "北風 なお", department: "ネットワーク設計部", role: "support", hours: "day" },
    ],
    products: [
      {
        key: "network",
        name: "院内ネットワーク・VPN一式",
        kind: "product",
        version: "R3",
        releasedOn: -1000,
      },
      {
        key: "backup",
        name: "かざみどり統合バックアップ",
        kind: "product",
        version: "1.7",
        releasedOn: -760,
      },
    ],
  },
  {
    key: "nanohana",
    name: "なのはなリハビリ工房株式会社",
    nameKana: "ナノハナリハビリコウボウ",
    mail: "nanohana@example.jp",
    contacts: [{ name: "花村 いつき", department: "カスタマー窓口", role: "support", hours: "day" }],
    products: [
      { key: "rehabilitation", name: "なのはなリハ記録", kind: "product", version: "2.1", releasedOn: -650 },
    ],
  },
];
