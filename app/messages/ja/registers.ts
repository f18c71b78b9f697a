import type { ContractKind } from "../../domain/contract.ts";
import type {
  contactHours,
  contactRoles,
  criticalities,
  dataKinds,
  productKinds,
  RegisterNoun,
  renewals,
  serverKinds,
  systemCategories,
  systemForms,
  updateBearers,
} from "../../domain/register.ts";

type LabelsOf<List extends readonly string[]> = Record<List[number], string>;

/** Names of the registers, and what an empty list of each says. */
export const nouns: Record<RegisterNoun, { one: string; many: string; add: string; purpose: string }> = {
  vendor: {
    one: "事業者",
    many: "事業者",
    add: "事業者を登録",
    purpose: "製品・サービスや保守を提供する会社です。開示書も契約も、ここから始まります。",
  },
  vendorContact: {
    one: "連絡先",
    many: "連絡先",
    add: "連絡先を追加",
    purpose: "平時と夜間に、だれへ連絡するかを残します。担当が替わったら有効期間で区切ります。",
  },
  product: {
    one: "製品・サービス",
    many: "製品・サービス",
    add: "製品・サービスを追加",
    purpose: "事業者が提供する製品やサービスです。開示書は、その版ごとに届きます。",
  },
  productVersion: {
    one: "版",
    many: "版",
    add: "版を追加",
    purpose: "使っている版を登録します。版が変わると、開示書も新しくもらいます。",
  },
  system: {
    one: "システム",
    many: "システム",
    add: "システムを登録",
    purpose: "院内で実際に使っているシステムです。どの版を、どこで、何のために使うかを残します。",
  },
  server: {
    one: "サーバ",
    many: "サーバ",
    add: "サーバを追加",
    purpose: "セキュリティ更新をだれが行うかを、1 台ずつ決めておきます。",
  },
  contract: {
    one: "契約",
    many: "契約",
    add: "契約を登録",
    purpose: "保守や利用の契約です。役割分担表と別紙は、契約ごとに作ります。",
  },
};

/** Labels of the fields on forms and pages. */
export const fields = {
  vendor: {
    name: "事業者名",
    nameKana: "読みがな",
    corporateNumber: "法人番号",
    address: "所在地",
    website: "ウェブサイト",
    note: "メモ",
  },
  vendorContact: {
    vendorId: "事業者",
    name: "氏名",
    department: "部署",
    role: "役割",
    hours: "連絡できる時間",
    phone: "電話",
    mail: "メール",
    deputyName: "代理の人",
    validFrom: "担当の開始日",
    validTo: "担当の終了日",
    note: "メモ",
  },
  product: { vendorId: "事業者", name: "製品・サービス名", kind: "種類", note: "メモ" },
  productVersion: {
    productId: "製品・サービス",
    label: "版",
    releasedOn: "提供開始日",
    supportEndsOn: "サポート終了日",
    note: "メモ",
  },
  system: {
    name: "システム名",
    productVersionId: "製品・サービスと版",
    category: "分野",
    form: "形態",
    site: "設置・利用場所",
    criticality: "重要度",
    dataKinds: "扱う情報",
    dataPlace: "情報の保存場所",
    inUseFrom: "利用開始日",
    inUseTo: "利用終了日",
    note: "メモ",
  },
  server: {
    systemId: "システム",
    name: "サーバ名",
    kind: "種類",
    os: "OS",
    securityUpdateBearer: "セキュリティ更新の担当",
    securityUpdateClause: "根拠となる契約の条項",
    note: "メモ",
  },
  contract: {
    vendorId: "事業者",
    number: "契約番号",
    title: "契約名",
    kind: "種類",
    signedOn: "締結日",
    inForceFrom: "契約期間の始まり",
    inForceTo: "契約期間の終わり",
    renewal: "更新",
    noticeDays: "更新通知（終了の何日前）",
    hospitalLabel: "病院の呼び方",
    vendorLabel: "事業者の呼び方",
    note: "メモ",
  },
} satisfies Record<RegisterNoun, Record<string, string>>;

/** One line under a field, where the label alone leaves a question open. */
export const fieldHints = {
  vendor: {
    name: "契約書のとおりに、株式会社なども含めて入力します。",
    corporateNumber: "国税庁の法人番号 13 桁。分からなければ空のままで構いません。",
  },
  vendorContact: { validTo: "担当を外れたら、最後の日を入れます。記録は消しません。" },
  productVersion: { label: "事業者の表記のまま（例：8.2、2026 年度版）。" },
  system: {
    name: "院内で通じる名前（例：電子カルテ）。",
    criticality: "止まったときに診療へ及ぶ影響で選びます。",
    dataPlace: "例：院内サーバ室、国内データセンター（東京）。",
  },
  server: { securityUpdateBearer: "契約に書かれていないときは「はっきりしない」を選びます。" },
  contract: {
    inForceTo: "終わりの定めがないときは空のままにします。",
    hospitalLabel: "契約書での病院の呼び方（例：甲、発注者）。",
    vendorLabel: "契約書での事業者の呼び方（例：乙、受注者）。",
  },
};

/** Headings of list columns that are no field of the row itself. */
export const columns = {
  vendor: { products: "製品・サービス", contacts: "連絡先", contracts: "契約" },
  vendorContact: { vendor: "事業者" },
  product: { vendor: "事業者", versions: "版" },
  productVersion: { product: "製品・サービス", vendor: "事業者" },
  system: { product: "製品・サービスと版", vendor: "事業者", servers: "サーバ", disclosedOn: "最新の開示書" },
  server: { system: "システム" },
  contract: { vendor: "事業者", systems: "対象システム" },
} satisfies Record<RegisterNoun, Record<string, string>>;

const contactRole: LabelsOf<typeof contactRoles> = {
  sales: "営業",
  support: "サポート",
  security: "セキュリティ",
  maintenance: "保守",
  emergency: "緊急時",
  other: "その他",
};
const contactHour: LabelsOf<typeof contactHours> = {
  day: "平日の日中",
  night: "夜間・休日",
  always: "24 時間",
};
const productKind: LabelsOf<typeof productKinds> = { product: "製品", service: "サービス" };
const systemForm: LabelsOf<typeof systemForms> = {
  "on-premise": "オンプレ",
  cloud: "クラウド",
  mixed: "混在",
};
const criticality: LabelsOf<typeof criticalities> = { high: "高", medium: "中", low: "低" };
const systemCategory: LabelsOf<typeof systemCategories> = {
  record: "電子カルテ",
  claims: "医事会計",
  imaging: "画像",
  laboratory: "検査",
  pharmacy: "薬剤",
  nursing: "看護",
  rehabilitation: "リハビリ",
  dialysis: "透析",
  endoscopy: "内視鏡",
  reservation: "予約・問診",
  "regional-link": "地域連携",
  device: "医療機器",
  network: "ネットワーク",
  backup: "バックアップ",
  other: "その他",
};
const dataKind: LabelsOf<typeof dataKinds> = {
  records: "診療記録",
  images: "画像",
  results: "検査結果",
  claims: "レセプト",
  personal: "患者の個人情報",
  staff: "職員の情報",
  none: "個人の情報は扱わない",
};
const serverKind: LabelsOf<typeof serverKinds> = {
  physical: "物理サーバ",
  virtual: "仮想サーバ",
  cloud: "クラウド",
  pc: "PC",
  nas: "NAS",
  backup: "バックアップ装置",
  "jump-host": "踏み台",
};
const updateBearer: LabelsOf<typeof updateBearers> = {
  vendor: "事業者",
  hospital: "病院",
  unclear: "はっきりしない",
};
const renewal: LabelsOf<typeof renewals> = {
  automatic: "自動更新",
  none: "更新なし",
  unclear: "はっきりしない",
};
const contractKind: Record<ContractKind, string> = {
  sale: "売買",
  maintenance: "保守",
  use: "利用（クラウド等）",
  lease: "リース",
  rental: "賃貸借",
  outsourcing: "業務委託",
};

/** Words of stored options, by register and field. */
export const options = {
  vendor: {},
  vendorContact: { role: contactRole, hours: contactHour },
  product: { kind: productKind },
  productVersion: {},
  system: { category: systemCategory, form: systemForm, criticality, dataKinds: dataKind },
  server: { kind: serverKind, securityUpdateBearer: updateBearer },
  contract: { kind: contractKind, renewal },
} satisfies Record<RegisterNoun, Record<string, Record<string, string>>>;
