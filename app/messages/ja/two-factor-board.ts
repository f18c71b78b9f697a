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
  costParts: (given: number, missing: number) => `金額のある行 ${given}・ない行 ${missing}`,
};
