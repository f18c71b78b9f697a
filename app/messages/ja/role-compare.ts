import type { RowDifferenceKind } from "../../domain/role-sheet-difference.ts";

const kinds: Record<RowDifferenceKind, string> = {
  same: "変更なし",
  changed: "変更",
  added: "追加",
  gone: "行なし",
  "left-out": "対象外へ",
  "taken-back": "対象に戻す",
};
const whole: Record<RowDifferenceKind, string> = {
  same: "変更はありません。",
  changed: "対象外の理由だけが変わりました。",
  added: "新しく加わった行です。",
  gone: "新しいほうにない行です。",
  "left-out": "対象外になりました。",
  "taken-back": "対象に戻りました。",
};

/** 新旧対照表 of two revisions of a role sheet. */
export const roleCompare = {
  title: "新旧対照表",
  from: "旧",
  to: "新",
  old: "旧",
  next: "新",
  now: "いまの表（合意前）",
  revision: (revision: string, day: string) => `${revision}（${day} から）`,
  show: "比べる",
  what: "変わった欄",
  kind: "変更の種類",
  kinds,
  whole,
  found: (changed: number, total: number) => `${total} 行のうち ${changed} 行が変わりました。`,
  all: "変わらない行も見る",
  onlyChanged: "変わった行だけ見る",
  noChange: "二つの改訂に、違いはありません。",
  empty: "合意した改訂がまだないため、比べるものがありません。先に合意を記録してください。",
  toSheet: "確認表へ",
  exportName: (title: string) => `新旧対照表_${title}`,
};
