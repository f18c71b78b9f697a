/** A received role sheet beside our own: begin a sheet with it, or take rows over. */
export const receivedRoles = {
  title: "受け取った役割分担確認表",
  lead: "ファイルの行をそのまま並べています。取り込むのは、選んだ行の、まだ何も書かれていない欄だけです。",
  crumb: "確認表を確かめる",
  sheetOf: (sheet: string, rows: number) => `シート「${sheet}」（${rows} 行）`,
  openTitle: "この表で確認表をはじめる",
  openWhat:
    "契約と書式を選びます。書式の行のうち、番号と項目名が同じものに、はい・いいえ、日付、担当、備考が入ります。書式にない行は、病院独自の行として後ろに並びます。",
  ownRows: "書式を使わない（すべて独自の行にする）",
  open: "確認表をはじめる",
  beside: "並べて見る確認表",
  besideHint: "選ぶと、番号と項目名が同じ行を横に並べます。",
  none: "選ばない",
  show: "並べる",
  rows: "読み取った行",
  take: "選んだ行を取り込む",
  taken: (taken: number, kept: number) =>
    kept === 0
      ? `${taken} 行に取り込みました。`
      : `${taken} 行に取り込みました。すでに書かれている欄が ${kept} あり、そのままにしました。`,
  columns: {
    row: "行",
    check: "初回確認",
    days: "確認日・完了日",
    party: "担当",
    remark: "備考・そのほかの列",
    beside: "並べた確認表の行",
  },
  choose: (name: string) => `「${name}」を取り込む`,
  noTarget: "同じ番号と項目名の行がありません。",
  same: "同じ内容です。",
  free: (field: string, mine: string) => `${field}：空欄 → ${mine}`,
  stays: (field: string, mine: string, theirs: string) =>
    `${field}：記録は「${theirs}」、ファイルは「${mine}」。記録のままにします。`,
  asWritten: (text: string) => `表の記載：${text}`,
  checkedOn: (day: string) => `確認 ${day}`,
  completedOn: (day: string) => `完了 ${day}`,
  unread: (count: number) => `読み取れなかったセル（${count}）`,
  noContract: "契約がまだありません。先に契約を登録してください。",
  discarded: "このファイルは取り下げられています。",
};
