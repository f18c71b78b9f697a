import { openImport } from "~/use-cases/import-open.server";
import { type DemoEvent, type DemoPlay, expectDone } from "./demo-play";

const list = [
  "部門システム一覧（令和8年度）",
  "事業者名,担当者,電話,システム名,製品名,バージョン,契約番号,契約名,開始日,終了日",
  "ひばり医療システム株式会社,営業 一郎,03-0000-0001,手術部門,手術ナビ,2.1,みず契-0501,手術部門保守契約,令和8年4月1日,令和9年3月31日",
  "(株)ひばり医療システム,営業 一郎,03-0000-0001,病理部門,病理ナビ,1.4,みず契-0502,病理部門保守契約,2026/4/1,2027/3/31",
  "もみじ情報,,,給食管理,給食くん,7,みず契-0503,給食管理保守契約,R8.4.1,R9.3.31",
  ",,,合計,3件,,,,,",
].join("\r\n");

/** A clerk's own list that waits for its columns and for names that are nearly those of known vendors. */
export function importEvents({ ports, editor }: DemoPlay): DemoEvent[] {
  const bytes = new TextEncoder().encode(`\ufeff${list}\r\n`);
  const happen = async () =>
    expectDone(await openImport(ports, editor, { fileName: "部門システム一覧.csv", bytes }));
  return [{ on: -1, happen }];
}
