import type { RowChangeKind } from "../../domain/role-records.ts";

const changeKinds: Record<RowChangeKind, string> = {
  added: "行を追加",
  written: "記入",
  "left-out": "対象外に変更",
  "taken-back": "対象に戻す",
  locked: "双方で確定",
  unlocked: "確定を解除",
};

/** The role sheet as a grid: keys, autosave, pasting, rows left out and settled. */
export const roleGrid = {
  title: "役割分担の表",
  cell: (row: string, column: string, value: string) => `${row}　${column}：${value}`,
  status: {
    idle: "入力すると、欄ごとに自動で保存します。",
    saving: "保存しています…",
    saved: "保存しました。",
    failed: "保存できていません。入力はこの画面に残っています。",
  },
  retry: "もう一度保存",
  undo: "元に戻す",
  redo: "やり直す",
  keys: [
    ["↑ ↓ ← →", "欄を移る（Shift で範囲）"],
    ["文字", "書きかえる"],
    ["F2", "いまの文を直す"],
    ["Enter / Tab", "確定して下へ・右へ"],
    ["Esc", "やめる。続けて Tab で表の外へ"],
    ["Ctrl+C / Ctrl+V", "Excel との間で写す"],
    ["Ctrl+D", "いちばん上の行を下へ写す"],
    ["Ctrl+Z / Ctrl+Y", "元に戻す・やり直す"],
    ["Delete", "空にする"],
    ["Shift+Enter", "欄の中で改行"],
  ],
  refused: "次の行は、まだ保存していません。",
  drop: "この行の入力をやめる",
  notTaken: (taken: number, problems: number) =>
    `${taken} 行に取り込みました。取り込めなかった欄が ${problems} あります。`,
  beyond: (rows: number, columns: number) =>
    `表からはみ出した分（${rows} 行、${columns} 列）は取り込んでいません。`,
  understood: "閉じる",
  conflict: (row: string, column: string) =>
    `「${row}」の${column}を、ほかの人も書いていました。どちらにするか選んでください。`,
  theirs: "いまの記録（ほかの人）",
  mine: "あなたの入力",
  keepTheirs: "いまの記録のままにする",
  takeMine: "あなたの入力にする",
  locked: "確定",
  leftOutBecause: (reason: string) => `対象外：${reason}`,
  reason: "理由",
  because: (reason: string) => `理由：${reason}`,
  states: {
    "leave-out": {
      title: "この行を対象外にする",
      what: "行は消えません。理由とともに表に残り、いつでも戻せます。",
      button: "対象外にする",
    },
    "take-back": {
      title: "この行を対象に戻す",
      what: "対象外にする前の記入が、そのまま使えます。",
      button: "対象に戻す",
    },
    settle: {
      title: "この行を双方の合意として確定する",
      what: "いまの内容で確定し、書き換えられないようにします。どのように合意したかを書いてください。",
      button: "確定する",
    },
    unlock: {
      title: "確定を解除する",
      what: "双方で確定した行です。解除すると書き直せますが、事業者との合意をやり直す必要があります。",
      button: "確定を解除する",
    },
  },
  history: (count: number) => `この行の履歴（${count} 件）`,
  noHistory: "まだ記入されていません。",
  changeKinds,
};
