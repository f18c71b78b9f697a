/** 立入検査の綴り. */
export const binders = {
  title: "立入検査の綴り",
  lead: "いまの記録から、目次・連絡体制・チェックリスト・開示書・不足と対応方針・役割分担・依頼の記録を、一つの PDF にまとめます。",
  make: "綴りを作る",
  empty: "綴りはまだありません。「綴りを作る」を押すと、いまの記録から作ります。",
  internal: "院内限",
  internalNote: "理由・危険の見積り・承認・説明文が載ります。事業者など院外の人に渡さないでください。",
  gathering: "記録を集めています…",
  printing: (drawn: number, total: number) => `書面を作っています… ${drawn}／${total} ページ`,
  mayLeave: "この画面を離れても、作業は続きます。",
  again: "進み具合を見直す",
  done: "綴りができました。",
  open: "開く（PDF）",
  columns: { madeOn: "作成日", pages: "ページ", size: "大きさ", by: "作った人", hash: "SHA-256" },
  pages: (count: number) => `${count} ページ`,
  kilobytes: (count: number) => `${count.toLocaleString("ja-JP")} KB`,
};
