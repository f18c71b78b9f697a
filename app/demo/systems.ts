/** Systems and servers of the demo hospital. Days are counted from today. */
type DemoServer = {
  name: string;
  kind: "physical" | "virtual" | "cloud" | "pc" | "nas" | "backup" | "jump-host";
  os: string;
  bearer: "vendor" | "hospital" | "unclear";
  clause?: string;
};
export type DemoSystem = {
  product: string;
  name: string;
  category: string;
  form: "on-premise" | "cloud" | "mixed";
  site: string;
  criticality: "high" | "medium" | "low";
  dataKinds: string[];
  dataPlace: string;
  inUseFrom: number;
  servers: DemoServer[];
};

const HALL = "本館2階 サーバ室";

export const demoSystems: readonly DemoSystem[] = [
  {
    product: "karte",
    name: "電子カルテ",
    category: "record",
    form: "on-premise",
    site: HALL,
    criticality: "high",
    dataKinds: ["records", "personal"],
    dataPlace: "院内",
    inUseFrom: -690,
    servers: [
      {
        name: "KARTE-DB1",
        kind: "physical",
        os: "サーバOS（2029年まで保守）",
        bearer: "vendor",
        clause: "保守契約 第7条",
      },
      {
        name: "KARTE-AP1",
        kind: "virtual",
        os: "サーバOS（2029年まで保守）",
        bearer: "vendor",
        clause: "保守契約 第7条",
      },
      { name: "KARTE-JUMP", kind: "jump-host", os: "サーバOS（2027年まで保守）", bearer: "unclear" },
    ],
  },
  {
    product: "claims",
    name: "医事会計",
    category: "claims",
    form: "on-premise",
    site: HALL,
    criticality: "high",
    dataKinds: ["claims", "personal"],
    dataPlace: "院内",
    inUseFrom: -880,
    servers: [{ name: "IJI-DB1", kind: "virtual", os: "サーバOS（2027年まで保守）", bearer: "hospital" }],
  },
  {
    product: "nursing",
    name: "看護支援",
    category: "nursing",
    form: "on-premise",
    site: HALL,
    criticality: "medium",
    dataKinds: ["records", "staff"],
    dataPlace: "院内",
    inUseFrom: -480,
    servers: [
      {
        name: "KANGO-AP1",
        kind: "virtual",
        os: "サーバOS（2029年まで保守）",
        bearer: "vendor",
        clause: "保守契約 第7条",
      },
    ],
  },
  {
    product: "pacs",
    name: "放射線画像（PACS）",
    category: "imaging",
    form: "on-premise",
    site: "本館1階 放射線科",
    criticality: "high",
    dataKinds: ["images", "personal"],
    dataPlace: "院内",
    inUseFrom: -590,
    servers: [
      {
        name: "PACS-MAIN",
        kind: "physical",
        os: "サーバOS（2028年まで保守）",
        bearer: "vendor",
        clause: "覚書 第2条",
      },
      { name: "PACS-NAS", kind: "nas", os: "専用OS", bearer: "unclear" },
    ],
  },
  {
    product: "endoscopy",
    name: "内視鏡部門",
    category: "endoscopy",
    form: "on-premise",
    site: "西館1階 内視鏡室",
    criticality: "medium",
    dataKinds: ["images"],
    dataPlace: "院内",
    inUseFrom: -1000,
    servers: [{ name: "ENDO-PC1", kind: "pc", os: "端末OS（2026年まで保守）", bearer: "unclear" }],
  },
  {
    product: "monitor",
    name: "生体情報モニタ閲覧",
    category: "device",
    form: "on-premise",
    site: "本館3階 集中治療室",
    criticality: "high",
    dataKinds: ["results"],
    dataPlace: "院内",
    inUseFrom: -800,
    servers: [{ name: "VITAL-GW", kind: "physical", os: "組込みOS", bearer: "vendor" }],
  },
  {
    product: "lab",
    name: "臨床検査",
    category: "laboratory",
    form: "on-premise",
    site: "本館1階 検査室",
    criticality: "high",
    dataKinds: ["results", "personal"],
    dataPlace: "院内",
    inUseFrom: -1400,
    servers: [{ name: "LAB-DB1", kind: "physical", os: "サーバOS（2026年まで保守）", bearer: "hospital" }],
  },
  {
    product: "pharmacy",
    name: "薬剤部門",
    category: "pharmacy",
    form: "on-premise",
    site: "本館1階 薬剤部",
    criticality: "high",
    dataKinds: ["records"],
    dataPlace: "院内",
    inUseFrom: -410,
    servers: [{ name: "YAKU-AP1", kind: "virtual", os: "サーバOS（2029年まで保守）", bearer: "vendor" }],
  },
  {
    product: "booking",
    name: "クラウド診療予約",
    category: "reservation",
    form: "cloud",
    site: "インターネット",
    criticality: "medium",
    dataKinds: ["personal"],
    dataPlace: "国内のデータセンター（事業者の説明による）",
    inUseFrom: -220,
    servers: [
      {
        name: "予約サービス基盤",
        kind: "cloud",
        os: "事業者が管理",
        bearer: "vendor",
        clause: "利用規約 第12条",
      },
    ],
  },
  {
    product: "link",
    name: "地域連携",
    category: "regional-link",
    form: "mixed",
    site: "地域連携室・インターネット",
    criticality: "medium",
    dataKinds: ["records", "images", "personal"],
    dataPlace: "国内のデータセンターと院内の連携サーバ",
    inUseFrom: -390,
    servers: [{ name: "RENKEI-GW", kind: "physical", os: "サーバOS（2028年まで保守）", bearer: "unclear" }],
  },
  {
    product: "dialysis",
    name: "透析管理",
    category: "dialysis",
    form: "on-premise",
    site: "西館2階 透析室",
    criticality: "high",
    dataKinds: ["records", "results"],
    dataPlace: "院内",
    inUseFrom: -2200,
    servers: [{ name: "HD-SV", kind: "physical", os: "サーバOS（保守終了）", bearer: "unclear" }],
  },
  {
    product: "rehabilitation",
    name: "リハビリ記録",
    category: "rehabilitation",
    form: "on-premise",
    site: "西館1階 リハビリ室",
    criticality: "low",
    dataKinds: ["records"],
    dataPlace: "院内",
    inUseFrom: -640,
    servers: [{ name: "REHA-AP1", kind: "virtual", os: "サーバOS（2029年まで保守）", bearer: "hospital" }],
  },
  {
    product: "network",
    name: "院内ネットワーク・VPN",
    category: "network",
    form: "on-premise",
    site: "全館",
    criticality: "high",
    dataKinds: ["none"],
    dataPlace: "院内",
    inUseFrom: -990,
    servers: [{ name: "VPN-GW", kind: "physical", os: "専用ファームウェア", bearer: "vendor" }],
  },
  {
    product: "backup",
    name: "統合バックアップ",
    category: "backup",
    form: "mixed",
    site: "本館2階 サーバ室・院外保管庫",
    criticality: "high",
    dataKinds: ["records", "images", "results", "claims"],
    dataPlace: "院内と県内の保管庫",
    inUseFrom: -750,
    servers: [{ name: "BK-SV1", kind: "backup", os: "サーバOS（2028年まで保守）", bearer: "vendor" }],
  },
];
