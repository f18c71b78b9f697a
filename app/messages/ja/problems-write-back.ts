import type { ProblemWords } from "../problem-words.ts";

const asXlsx = "Excel で開いて .xlsx として保存し、そのファイルを登録し直すと書き込めます。";
const otherKind = { what: "書き込めるのは Excel の .xlsx・.xlsm だけです。", next: asXlsx };
const noRows = "事業者に Excel の様式を頼むか、「公式の様式」に書き出してください。";

/** By what the file is: why nothing is written into it, and what to do instead. */
const kinds: Readonly<Record<string, { what: string; next: string }>> = {
  xls: { what: "古い形式の Excel（.xls）には書き込めません。", next: asXlsx },
  csv: { what: "CSV には様式のセルがないため書き込めません。", next: noRows },
  pdf: { what: "PDF には書き込めません。", next: noRows },
  image: { what: "画像には書き込めません。", next: noRows },
  tiff: { what: "画像には書き込めません。", next: noRows },
  zip: {
    what: "ZIP の中のファイルには書き込めません。",
    next: "ZIP を開いて中の .xlsx を取り出し、そのファイルを登録し直してください。",
  },
  encrypted: {
    what: "パスワードで保護されたファイルには書き込めません。",
    next: "Excel で開いてパスワードを外し、.xlsx として保存したものを登録し直してください。",
  },
};

/** Writing answers back into a workbook, and the one bound of a text file's cells. */
export const writeBackProblems = {
  "file-cell-too-long": (p) => ({
    what: `一つの欄の文字が多すぎます（上限 ${p.limit ?? ""} 字）。`,
    next: '引用符（"）の閉じ忘れがないか確かめ、表計算ソフトで開いて保存し直してください。',
  }),
  "write-back-kind": (p) => kinds[String(p.kind)] ?? otherKind,
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
  "write-back-target-elsewhere": (p) => ({
    what: `「${p.no ?? ""}」の目標日を書く列が様式にないため、目標日は書き込んでいません。`,
    next: "目標日は備考などに手で書いてください。",
  }),
  "write-back-not-from-file": () => ({
    what: "この回答は届いたファイルから読んだものではないため、書き戻す先がありません。",
    next: "「公式の様式」を選ぶと、登録済みの公式のファイルに書き出せます。",
  }),
  "write-back-form-filled": (p) => ({
    what: `登録されている様式のファイルに記入があるため、書き込んでいません（${p.cell ?? ""}）。別の回答と混ざるのを防ぐためです。`,
    next: "「書式」で、何も記入していない公式のファイルから登録し、公開してください。",
  }),
  "write-back-nothing-submitted": () => ({
    what: "この依頼には、まだ提出された回答がありません。",
    next: "事業者が提出すると、ここから公式の様式に書き出せます。",
  }),
  "write-back-role-sheet": () => ({
    what: "役割分担確認表の依頼は、設問ごとの回答ではないため、公式の様式に書き出せません。",
    next: "「役割分担」で確認表を開くと、Excel に書き出せます。",
  }),
  "write-back-unconfirmed": (p) => ({
    what: `「${p.no ?? ""}」は前回の回答を引き継いだままで、まだ確認されていないため書き込んでいません。`,
    next: "回答の画面で確認してから、もう一度受け取ってください。",
  }),
  "write-back-not-same": () => ({
    what: "書き込んだ結果を読み直すと回答が一致しませんでした。ファイルは渡していません。",
    next: "原本を開いて手で書いてください。",
  }),
} satisfies ProblemWords;
