const mm = 72 / 25.4;

/** A4 portrait in points; the left margin is wider because a 別紙 is bound there (contract-annexes 4). */
export const page = {
  width: 210 * mm,
  height: 297 * mm,
  left: 30 * mm,
  right: 25 * mm,
  top: 25 * mm,
  bottom: 25 * mm,
} as const;

export const contentWidth = page.width - page.left - page.right;

/** Sizes in points; `line` is the distance of two baselines. */
export const sizes = {
  body: { size: 10.5, line: 18 },
  heading: { size: 10.5, line: 18 },
  title: { size: 15, line: 24 },
  cell: { size: 9, line: 13.5 },
  caption: { size: 9.5, line: 15 },
  note: { size: 9, line: 14 },
  edition: { size: 8.5, line: 13 },
  running: { size: 8, line: 11 },
  mark: { size: 13, line: 20 },
} as const;
export type TextSize = { size: number; line: number };

/** Height of the letters above the baseline, as a share of the size (both fonts: 1802/2048). */
export const ascent = 0.88;

export const cellPadding = { x: 3.5, y: 4 } as const;
export const ruleWidth = 0.5;

/** What the printer itself prints; everything else is the document's. */
export const fixedWords = {
  draft: "案",
  internal: "院内限",
  editions: "使用した書式及び資料の版",
  signedOn: "年　　月　　日",
  address: "所在地",
  name: "名　称",
  representative: "代表者",
  seal: "印",
  confirmation: "記載内容の確認",
  department: "部　署",
  person: "氏　名",
  confirmedOn: "確認日",
} as const;
