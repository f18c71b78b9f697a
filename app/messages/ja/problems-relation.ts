import type { ProblemWords } from "../problem-words.ts";

const sides: Record<string, string> = { from: "もとの版", to: "新しい版" };

/** 版間対応 and 対応付け. */
export const relationProblems = {
  "crosswalk-item-missing": (p) => ({
    what: `${sides[p.side ?? ""] ?? "版"}の項目「${p.item ?? ""}」が、どの行にもありません。`,
    next: "「案を作り直す」を押すと、すべての項目がいずれかの行に入ります。",
  }),
  "crosswalk-item-twice": (p) => ({
    what: `${sides[p.side ?? ""] ?? "版"}の項目「${p.item ?? ""}」が、二つの行に入っています。`,
    next: "どちらかの行の相手を直してください。",
  }),
  "crosswalk-item-unknown": (p) => ({
    what: `「${p.item ?? ""}」という項目や行は、この版間対応にありません。`,
    next: "画面を読み直して、もう一度選んでください。",
  }),
  "crosswalk-relation-unfit": (p) => ({
    what: `選んだ関係に、項目の数（もと ${p.from ?? "?"}・新 ${p.to ?? "?"}）が合いません。`,
    next: "同じ・言い換えは 1 対 1、分割は 1 対 2 以上、統合は 2 以上対 1 です。「相手を直す」で項目を選び直してください。",
  }),
  "crosswalk-unconfirmed": (p) => ({
    what: `${p.total ?? "?"} 行のうち ${p.count ?? "?"} 行が、まだ確認されていません。`,
    next: "「未確認」で絞り込み、残りの行を一つずつ確認してください。",
  }),
  "crosswalk-ends": () => ({
    what: "選んだ二つの版では、版間の対応を作れません。",
    next: "同じ書式の、異なる二つの版を選んでください。版がまだなければ、先に公式のファイルから書式を作ってください。",
  }),
  "mapping-key-unknown": (p) => ({
    what: `「${p.item ?? ""}」は、対応付ける書式のどこにもない項目です。`,
    next: "いまある項目から選び直してください。この行のままでは保存も公開もできません。",
  }),
  "mapping-unconfirmed": (p) => ({
    what: `${p.total ?? "?"} 行のうち ${p.count ?? "?"} 行が、採るか採らないか決まっていません。`,
    next: "「未確認」で絞り込み、残りの行を確認してください。",
  }),
  "mapping-without-lines": () => ({
    what: "採ることにした行が一つもありません。",
    next: "行を確認するか、新しい行を加えてから公開してください。",
  }),
  "mapping-ends": () => ({
    what: "選んだ二つの書式では、対応付けを作れません。",
    next: "行を持つ、異なる二つの書式（質問票・ガイドライン・チェックリスト・役割分担表）を選んでください。",
  }),
  "relation-draft-closed": () => ({
    what: "この下書きはもう公開されたか、取りやめられています。",
    next: "直すときは、新しい版として作り直してください。",
  }),
} satisfies ProblemWords;
