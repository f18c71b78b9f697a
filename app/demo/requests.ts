/**
 * What the demo hospital asked of its vendors. Days are counted from today; reminders follow from the due day as
 * they do in real work.
 */
export type DemoRequest = {
  key: string;
  title: string;
  message: string;
  askedOn: number;
  dueOn: number;
  recurrence: "once" | "yearly";
  /** Keys of products, one request each. */
  products: readonly string[];
  /** What the vendors did, by product. */
  acts: readonly DemoAct[];
};
export type DemoAct = { product: string; on: number } & (
  | { act: "open" | "submit" | "accept" }
  | { act: "question" | "reply" | "return" | "refuse" | "call"; text: string }
);

export const demoRequests: readonly DemoRequest[] = [
  {
    key: "yearly",
    title: "開示書の年次確認",
    message: "毎年の見直しのため、いまお使いいただいている版についてお答えください。",
    askedOn: -40,
    dueOn: 12,
    recurrence: "yearly",
    products: ["nursing", "pacs", "pharmacy"],
    acts: [
      { product: "nursing", on: -36, act: "open" },
      { product: "pacs", on: -33, act: "open" },
      { product: "nursing", on: -20, act: "submit" },
      { product: "nursing", on: -18, act: "accept" },
      {
        product: "pacs",
        on: -3,
        act: "question",
        text: "遠隔保守の回線は、病院の VPN を前提に答えてよろしいですか。",
      },
    ],
  },
  {
    key: "dialysis",
    title: "透析管理の開示書",
    message: "導入から年数がたっているため、現在の状況をお知らせください。",
    askedOn: -75,
    dueOn: -28,
    recurrence: "once",
    products: ["dialysis"],
    acts: [
      {
        product: "dialysis",
        on: -50,
        act: "call",
        text: "担当の灯さんに電話。書類の担当を決めてから出すとのこと。",
      },
    ],
  },
  {
    key: "monitor",
    title: "生体情報ビューアの開示書",
    message: "",
    askedOn: -30,
    dueOn: 5,
    recurrence: "once",
    products: ["monitor", "endoscopy"],
    acts: [
      { product: "monitor", on: -12, act: "open" },
      { product: "monitor", on: -2, act: "submit" },
      { product: "endoscopy", on: -25, act: "open" },
      { product: "endoscopy", on: -9, act: "submit" },
      {
        product: "endoscopy",
        on: -8,
        act: "return",
        text: "二要素認証の項目に備考がありません。予定の時期をご記入ください。",
      },
    ],
  },
  {
    key: "network",
    title: "ネットワーク機器の開示書",
    message: "VPN 装置の更新状況を含めてお答えください。",
    askedOn: -55,
    dueOn: -10,
    recurrence: "once",
    products: ["network"],
    acts: [
      { product: "network", on: -52, act: "open" },
      {
        product: "network",
        on: -45,
        act: "refuse",
        text: "複数社の機器を組み合わせた工事のため、当社の製品としての開示書はお出しできません。",
      },
    ],
  },
  {
    key: "claims",
    title: "医事会計の開示書",
    message: "更新の前に、いまの版についてお答えください。",
    askedOn: -1,
    dueOn: 28,
    recurrence: "once",
    products: ["claims"],
    acts: [],
  },
];
