import type { ProblemWords } from "../problem-words.ts";

const quoted = (value: string | number | undefined) =>
  value === undefined || value === "" ? "" : `「${value}」`;

/** By `LeftOutReason`. */
const leftOut: Readonly<Record<string, string>> = {
  "heading-again": "見出しのくり返しなので、",
  "another-table": "同じシートにある別の表の行なので、",
  total: "合計・件数の行なので、",
  note: "注記か区切りの行なので、",
  hidden: "元のファイルで隠れている行なので、",
  "nothing-taken": "選んだ列がすべて空なので、",
  "by-hand": "手で外した行なので、",
};

/** Taking in a list: what happened, and what to do next. */
export const importProblems = {
  "import-cell-error": (p) => ({
    what: `セルの値が表計算のエラー${quoted(p.value)}です。`,
    next: "元の表で式を直すか値に置き換えて、もう一度取り込んでください。",
  }),
  "import-number-lost": (p) => ({
    what: `長い番号が${quoted(p.value)}と丸めて表示されていて、元の桁を読めません。`,
    next: "元の表でこの列の表示形式を「文字列」か「0」にして、もう一度取り込んでください。",
  }),
  "import-word-unknown": (p) => ({
    what: `ことば${quoted(p.value)}がどの選択肢にあたるか、決まっていません。`,
    next: "「列を決める」の画面で、このことばの読み替え先を選んでください。",
  }),
  "import-differs": (p) => ({
    what:
      Number(p.row ?? 0) > 0
        ? `${quoted(p.name)}の値${quoted(p.value)}は、${p.row} 行目の値${quoted(p.existing) || "（空）"}と異なります。`
        : `${quoted(p.name)}の値${quoted(p.value)}は、登録されている値${quoted(p.existing) || "（空）"}と異なります。`,
    next: "取り込みでは書き換えません。正しいほうを、その記録の画面で直してください。",
  }),
  "import-without-name": (p) => ({
    what: `名前（契約は番号）の欄が空なので、値${quoted(p.value)}は登録しません。行のほかの欄は取り込みます。`,
    next: "必要なら、元の表に名前か番号を足して、もう一度取り込んでください。登録済みのものは二重になりません。",
  }),
  "import-left-out": (p) => ({
    what: `${leftOut[String(p.reason)] ?? "一覧の行ではないので"}取り込みません。`,
    next: "取り込む行なら「取り込む」を押してください。書き込んだあとなら、その行だけの表を作って取り込んでください。",
  }),
  "import-nothing-mapped": () => ({
    what: "取り込む列が一つも選ばれていません。",
    next: "少なくとも、事業者名・システム名・契約番号などの名前の列を一つ選んでください。",
  }),
  "import-column-twice": (p) => ({
    what: `同じ項目${quoted(p.value)}が、二つの列に選ばれています。`,
    next: "どちらかを「取り込まない」にしてください。",
  }),
  "import-default-missing": () => ({
    what: "必須の項目ですが、行に値がなく、空の行に使う値も選ばれていません。",
    next: "「列を決める」の画面で、列を選ぶか、空の行に使う値を選んでください。",
  }),
  "import-no-rows": () => ({
    what: "取り込める行が見つかりませんでした。",
    next: "シートと、見出しの行の番号を確かめてください。",
  }),
  "import-too-many-rows": (p) => ({
    what: `行が多すぎます${p.limit === undefined ? "" : `（上限 ${p.limit} 行）`}。`,
    next: "表を分けて、何回かに分けて取り込んでください。",
  }),
  "import-questions-open": (p) => ({
    what: `似た名前の確認が${p.count === undefined ? "" : ` ${p.count} 件`}残っています。`,
    next: "同じものか新しいものかを選んでから、書き込んでください。",
  }),
  "import-question-new": () => ({
    what: "取り込みの途中で、似た名前の記録がほかの画面で登録されました。この行は書き込んでいません。",
    next: "登録された記録を確かめ、必要ならこの行だけの表をもう一度取り込んでください。",
  }),
  "import-not-now": () => ({
    what: "この取り込みは、いまはその操作ができない状態です。",
    next: "画面を開き直して、いまの状態を確かめてください。",
  }),
} satisfies ProblemWords;
