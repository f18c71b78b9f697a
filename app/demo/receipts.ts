import type { AnswerValue } from "~/domain/questionnaire";

/** What the demo hospital received, in the order of its history. Days are counted from today. */
type DemoAnswer = { answer: AnswerValue; remark: string };
type Correction = { no: string; answer: AnswerValue; remark: string; reason: string };
export type DemoReceipt = {
  key: string;
  product: string;
  form: "MDS" | "SDS" | "in-house-product" | "in-house-service";
  /** 作成日. */
  issuedOn: number;
  receivedOn: number;
  fileName: string;
  /** By number of the form; every other question is はい. */
  answers: Readonly<Record<string, DemoAnswer>>;
  corrections?: Correction[];
  withdrawn?: { on: number; reason: string };
  /** Read, and waiting for a person. */
  isWaiting?: true;
};

const no = (remark: string): DemoAnswer => ({ answer: "no", remark });
const aside = (remark: string): DemoAnswer => ({ answer: "not-applicable", remark });
const blank: DemoAnswer = { answer: "blank", remark: "" };

export const demoReceipts: readonly DemoReceipt[] = [
  {
    key: "karte-old",
    product: "karte",
    form: "MDS",
    issuedOn: -830,
    receivedOn: -590,
    fileName: "ひばりカルテ_MDS_旧.xlsx",
    answers: {
      "4": no("検討中"),
      "13": no("記録は取るが、突合せは求めに応じて行う"),
      "14": no("同一装置内に二世代"),
      "22": no("次期版で対応予定"),
      "25": blank,
    },
  },
  {
    key: "lab",
    product: "lab",
    form: "MDS",
    issuedOn: -905,
    receivedOn: -585,
    fileName: "つむぎ検査_開示書.xlsx",
    answers: {
      "7": no("媒体への書出し機能を使わない前提"),
      "10": blank,
      "14": no("病院で取得をお願いしている"),
      "17": aside("検査装置に付属する端末のため"),
      "22": no("対応の予定なし"),
      "26": blank,
    },
  },
  {
    key: "backup",
    product: "backup",
    form: "MDS",
    issuedOn: -780,
    receivedOn: -540,
    fileName: "統合バックアップ_MDS.xlsx",
    answers: { "5": aside("診療記録を直接は扱わない"), "22": no("管理画面は院内からのみ利用できる") },
  },
  {
    key: "network",
    product: "network",
    form: "in-house-product",
    issuedOn: -300,
    receivedOn: -290,
    fileName: "院内質問票_ネットワーク.xlsx",
    answers: {
      "5-1": aside("診療データを保存しない"),
      "9-3": aside("診療データを保存しない"),
      "10-4": no("接続の記録は取るが、計画書との突合せは月に一度"),
      "15-1": aside("署名を扱わない"),
    },
  },
  {
    key: "karte",
    product: "karte",
    form: "MDS",
    issuedOn: -205,
    receivedOn: -198,
    fileName: "ひばりカルテ8.2_MDS.xlsx",
    answers: {
      "4": no("広報の分担は個別に協議したい"),
      "13": no("突合せの結果は月次で報告"),
      "22": no("来年度の版で提供予定"),
      "25": blank,
    },
    corrections: [
      {
        no: "EX-25",
        answer: "yes",
        remark: "追記専用の領域に保存（電話で確認）",
        reason: "空欄だったため、製品セキュリティ室に電話で確認した",
      },
    ],
  },
  {
    key: "claims",
    product: "claims",
    form: "in-house-product",
    issuedOn: -150,
    receivedOn: -140,
    fileName: "院内質問票_医事会計.xlsx",
    answers: {
      "3-3": no("更新の作業は病院の依頼により有償で行う"),
      "11-4": no("切り離した保管は行っていない"),
      "14-3": no("2028年度の版で対応予定"),
      "14-5": no("踏み台の導入を提案できる"),
    },
  },
  {
    key: "booking",
    product: "booking",
    form: "SDS",
    issuedOn: -125,
    receivedOn: -118,
    fileName: "しらかば診療予約_SDS.xlsx",
    answers: {
      "8": aside("ファイルを受け取らない"),
      "18": no("図は契約者専用ページに掲載予定"),
      "24": blank,
    },
  },
  {
    key: "pacs",
    product: "pacs",
    form: "in-house-product",
    issuedOn: -95,
    receivedOn: -88,
    fileName: "院内質問票_あかねPACS.xlsx",
    answers: {
      "3-3": no("画像保存装置（NAS）は保守の対象外"),
      "8-5": no("保存装置のOSは更新の計画が未定"),
      "10-4": no("突合せは病院の求めに応じて実施"),
      "11-4": no("オプションで提供できる（有償）"),
      "14-3": no("次の版（来年9月）で対応"),
      "15-1": aside("署名を扱わない"),
      "17-2": blank,
    },
  },
  {
    key: "pharmacy-wrong",
    product: "pharmacy",
    form: "in-house-product",
    issuedOn: -80,
    receivedOn: -76,
    fileName: "院内質問票_みなも調剤_誤.xlsx",
    answers: { "14-3": no("対応時期未定"), "11-5": blank },
    withdrawn: {
      on: -70,
      reason: "別の版（6.3）についての回答だったため、みなも薬剤情報から差し替えの連絡があった",
    },
  },
  {
    key: "pharmacy",
    product: "pharmacy",
    form: "in-house-product",
    issuedOn: -66,
    receivedOn: -60,
    fileName: "院内質問票_みなも調剤7.0.xlsx",
    answers: {
      "11-5": no("戻す試験は導入時のみ"),
      "14-3": no("来年度に対応"),
      "15-1": aside("署名を扱わない"),
    },
  },
  {
    key: "link",
    product: "link",
    form: "in-house-service",
    issuedOn: -50,
    receivedOn: -43,
    fileName: "院内質問票_地域連携サービス.xlsx",
    answers: { "4-3": no("取得に向けて準備中"), "11-5": blank, "14-3": no("希望する施設に順次提供") },
  },
  {
    key: "endoscopy",
    product: "endoscopy",
    form: "MDS",
    issuedOn: -9,
    receivedOn: 0,
    fileName: "あかね内視鏡_MDS.xlsx",
    answers: {
      "5": no("独自形式での出力のみ"),
      "14": { answer: "conflict", remark: "病院の装置を用いる場合" },
      "22": { answer: "conflict", remark: "次期版で対応予定" },
      "24": blank,
    },
    isWaiting: true,
  },
];
