import type { BoardStanding } from "../../domain/two-factor-board.ts";

const standings: Record<BoardStanding, string> = {
  ready: "対応済み",
  "not-applicable": "対象外",
  "planned-within": "予定（期日まで）",
  "planned-after": "予定（期日より後）",
  "date-unknown": "予定（期日が不明）",
  "not-possible": "できない",
  unrecorded: "未確認",
};

/** The board of second factors: what is recorded, held against days. It states facts and judges nobody. */
export const twoFactorBoard = {
  countsTitle: "期日に対して",
  columns: { against: "何に対して", total: "計" },
  places: { client: "端末", server: "サーバ" },
  standings,
  renewal: "次の更新",
  until: (day: string) => `${day} まで`,
  year: (from: string, to: string) => `${from} ～ ${to}`,
  yearShort: (year: string) => `${Number(year) - 1}年度末まで`,
  narrowed: (against: string, standing: string) =>
    `「${against}」に対して「${standing}」の行だけを表示しています。`,
  noRenewal: "更新の日が登録されていません",
  renewalOn: {
    system: (day: string, _name: string) => `${day}（システムの使用終了日）`,
    contract: (day: string, name: string) => `${day}（${name}の終わり）`,
  },
  preconditions: (met: number, all: number) => `踏み台の前提 ${met} / ${all}`,
  plan: {
    open: "予定をまとめて書き込む",
    title: "予定を書き込む",
    what: "予定日か、できない理由を入れた行だけを、今日からの状況として記録します。対応済み・対象外の行は、システム名から一件ずつ記録します。",
    kinds: {
      "": "そのまま（日を入れると予定）",
      planned: "予定あり",
      system: "できない（システムが対応しない）",
      budget: "できない（予算）",
    },
    column: "予定・できない理由",
    field: (name: string, system: string, place: string) => `${system}（${place}）の${name}`,
    sourceHint: "この画面で書き込むすべての行に残ります。例：11月20日の事業者との打合せ。",
    save: "書き込んだ行を記録する",
    saved: (count: number) => `${count} 行を記録しました。`,
  },
  costParts: (given: number, missing: number) => `金額のある行 ${given}・ない行 ${missing}`,
};
