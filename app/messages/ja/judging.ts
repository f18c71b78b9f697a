/** What stands beside a verdict: carried answers, and overrides by a person. */
export const judging = {
  carried: {
    mark: (version: string) => `第${version}版への回答を引継`,
    from: (no: string) => `元の項番 ${no} `,
    answered: (answer: string) => `→ ${answer}`,
    toConfirm: "問いが言い換えられているため、確かめるまで回答として数えません。",
    crosswalk: "版間対応",
    confirmed: (day: string, by: string) => `${day} ${by} が確認`,
    head: (from: string, to: string) =>
      `この開示書は第${from}版の書式です。第${to}版の対応付けで照合するため、版間対応で回答を引き継いでいます。`,
  },
  override: {
    title: "判定の上書き",
    step: "人の上書き",
    tag: "上書き",
    ruled: (word: string) => `規則では ${word}`,
    what: "同じ回答と備考を、規則と違うように読むときに使います。規則による判定は消えず、並べて示します。回答か備考が変わると、上書きは効かなくなります。",
    now: (day: string, by: string) => `${day} ${by} が上書き`,
    lapsed: "上書きしたあとに回答か備考が変わったため、規則による判定に戻っています。",
    verdict: "上書きする判定",
    reason: "上書きの理由",
    reasonHint: "例：備考 3 に「全端末で実施済み」とあり、回答欄の空欄は書き漏れと 5 月 2 日に電話で確認。",
    save: "上書きを記録",
    again: "上書きし直す",
    lift: "上書きを取り下げる",
    liftWhat: "規則による判定に戻します。上書きの記録は残ります。",
    liftReason: "取り下げる理由",
    history: "上書きの移り変わり",
    lifted: "取下げ",
    saved: "判定の上書きを記録しました。",
    count: (count: number) => `人が上書きしたもの ${count}`,
  },
};
