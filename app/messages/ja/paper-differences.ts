/** 新旧対照: what changed between two issues of a paper, or two versions of a template. */
export const paperDifferences = {
  title: "前の版との違い",
  lead: (before: string, next: string) => `${before} と ${next} をくらべています。変わった所だけを並べます。`,
  count: (count: number) => `変わった所 ${count} か所`,
  noneBefore: "前に発行した版がないので、くらべるものはありません。",
  none: "変わった所はありません。",
  place: "場所",
  kind: "変わり方",
  old: "前の版",
  next: "新しい版",
  front: "表題・前文・末尾",
  kinds: { changed: "改めた", added: "加えた", gone: "除いた" },
  now: "いまの案",
  print: "この対照表は、契約書面なら事業者にも見せられます。",
  internal: "院内限の書面の対照表です。事業者に渡さないでください。",
  link: "前の版との違いを見る",
  templateLead: (basis: string, own: string) => `${basis} から ${own} で変わった文言です。`,
};
