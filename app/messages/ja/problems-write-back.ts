import type { ProblemWords } from "../problem-words.ts";

/** Writing answers back into a workbook, and the one bound of a text file's cells. */
export const writeBackProblems = {
  "file-cell-too-long": (p) => ({
    what: `一つの欄の文字が多すぎます（上限 ${p.limit ?? ""} 字）。`,
    next: '引用符（"）の閉じ忘れがないか確かめ、表計算ソフトで開いて保存し直してください。',
  }),
  "write-back-kind": () => ({
    what: "書き戻せるのは Excel の .xlsx・.xlsm だけです。",
    next: "Excel で開き、.xlsx として保存したものを受け取り直してください。",
  }),
  "catalogue-without-file": (p) => ({
    what: `「${p.ref ?? ""}」の公式の様式のファイルが登録されていません。`,
    next: "「書式」で公式のファイルから登録し、公開すると、その様式に書き出せます。",
  }),
  "write-back-sheet-missing": (p) => ({
    what: `シート「${p.sheet ?? ""}」が原本にありません。`,
    next: "原本をダウンロードして、シートの名前を確かめてください。",
  }),
  "write-back-cell-missing": (p) => ({
    what: `「${p.no ?? ""}」の行には、書き込むセルが分かりません。`,
    next: "この行は原本を開いて手で書いてください。ほかの行は書き込みました。",
  }),
  "write-back-cell-changed": (p) => ({
    what: `「${p.no ?? ""}」の行は、受領のときと読み方が変わるため書き込めません。`,
    next: "この行は原本を開いて手で書いてください。",
  }),
  "write-back-row-unmatched": (p) => ({
    what: `「${p.no ?? ""}」に、番号と設問の文がどちらも同じ行がありません。`,
    next: "同じ版の様式か確かめ、この行は手で写してください。推測では書きません。",
  }),
  "write-back-row-twice": (p) => ({
    what: `「${p.no ?? ""}」と同じ番号・同じ文の行が二つ以上あり、どれか決められません。`,
    next: "この行は手で写してください。",
  }),
  "write-back-no-column": (p) => ({
    what: `「${p.no ?? ""}」の回答を書く列が様式にありません。`,
    next: "この行は備考などに手で書いてください。",
  }),
  "write-back-mark-unknown": (p) => ({
    what: `「${p.no ?? ""}」のセルの書き方（図形・フォームの部品・知らない語）には書き込めません。`,
    next: "この行は原本を開いて手で書いてください。",
  }),
  "write-back-remark-elsewhere": (p) => ({
    what: `「${p.no ?? ""}」の備考は別の場所（備考欄の番号など）にあるため、備考は書き換えていません。`,
    next: "備考の文は原本を開いて手で直してください。",
  }),
  "write-back-undecided": (p) => ({
    what: `「${p.no ?? ""}」は回答が決まっていないため、書き込んでいません。`,
    next: "回答を事業者に確かめてください。",
  }),
  "write-back-not-same": () => ({
    what: "書き込んだ結果を読み直すと回答が一致しませんでした。ファイルは渡していません。",
    next: "原本を開いて手で書いてください。",
  }),
} satisfies ProblemWords;
