import { findImportBatch } from "#db/queries/imports.server";
import type { Scope } from "~/domain/scope";
import { reviseImport, showImportColumns } from "~/use-cases/import-columns.server";
import { answerImport, showDryRun } from "~/use-cases/import-dry-run.server";
import { openImport } from "~/use-cases/import-open.server";
import type { Ports } from "~/use-cases/ports.server";
import { type MadeCell, makeWorkbook } from "./make-workbook";
import { expectDone } from "./ports";

/** A clerk's list of systems with everything around them: messy on purpose. */
export const clerkList: MadeCell[][] = [
  ["みずうみ病院　部門システム一覧（令和8年4月1日現在）"],
  [],
  [
    "No",
    "事業者名",
    "担当者",
    "電話",
    "メール",
    "システム名",
    "製品名",
    "バージョン",
    "サーバ名",
    "OS",
    "契約番号",
    "契約名",
    "開始日",
    "終了日",
    "更新",
    "備考",
  ],
  [
    1,
    "株式会社つむぎ情報",
    "山田 太郎",
    "０３－１１１１",
    "yamada@example.com",
    "電子カルテ",
    "つむぎカルテ",
    "8.2",
    "KARTE-01",
    "Windows Server 2022",
    "00123",
    "電子カルテ保守",
    "R8.4.1",
    "令和9年3月31日",
    "自動",
    "本館",
  ],
  [
    2,
    "株式会社つむぎ情報",
    "山田 太郎",
    "０３－１１１１",
    "yamada@example.com",
    "電子カルテ",
    "つむぎカルテ",
    "8.2",
    "KARTE-02",
    "Windows Server 2022",
    "00123",
    "電子カルテ保守",
    "R8.4.1",
    "令和9年3月31日",
    "自動",
    "",
  ],
  [
    3,
    "うみべソフト(株)",
    "佐藤",
    "06-2222",
    "",
    "予約システム",
    "うみべ予約",
    "3",
    "",
    "",
    "K-2",
    "予約利用",
    "2026/4/1",
    "",
    "はい",
    "=1+1",
  ],
  [
    4,
    "つむぎ情報",
    "",
    "",
    "",
    "画像管理",
    "つむぎPACS",
    "2026",
    "PACS-01",
    "Linux",
    "K-3",
    "PACS保守",
    "2026/13/1",
    "",
    "なし",
    "",
  ],
  ["合計", "4 件"],
  ["※ 保守契約のあるものだけ"],
];

export const listBook = (rows: MadeCell[][] = clerkList) => makeWorkbook([{ name: "一覧", rows }]);

/** Values for all rows that a list of systems leaves out. */
export const listDefaults = {
  "vendorContact.role": "sales",
  "vendorContact.hours": "day",
  "product.kind": "product",
  "productVersion.label": "不明",
  "system.category": "other",
  "system.form": "on-premise",
  "system.criticality": "medium",
  "server.kind": "physical",
  "server.securityUpdateBearer": "unclear",
  "contract.kind": "maintenance",
  "contract.renewal": "unclear",
  "contract.hospitalLabel": "甲",
  "contract.vendorLabel": "乙",
};

/** Uploads a list and chooses what `listDefaults` says; columns stay as proposed. */
export async function draftImport(
  ports: Ports,
  scope: Scope,
  bytes: Uint8Array,
  fileName = "部門システム一覧.xlsx",
): Promise<string> {
  const { batchId } = expectDone(await openImport(ports, scope, { fileName, bytes }));
  const { batch, columns, settings } = expectDone(await showImportColumns(ports, scope, { batchId }));
  const { sheet, headerRow, version } = batch;
  const chosen = { ...settings, batchId, version, sheet, headerRow, columns, defaults: listDefaults };
  const words = { "contract.renewal": { はい: "automatic", なし: "none" } };
  expectDone(await reviseImport(ports, scope, { ...chosen, words }));
  return batchId;
}

export async function versionOf(ports: Ports, scope: Scope, batchId: string): Promise<number> {
  return (await findImportBatch(ports.db, scope, batchId))?.version ?? 0;
}

/** Answers every open question; `pick` gets the answers of the candidates that are offered. */
export async function answerAll(
  ports: Ports,
  scope: Scope,
  batchId: string,
  pick: (candidates: string[]) => string,
): Promise<void> {
  const { plan } = expectDone(await showDryRun(ports, scope, { batchId }));
  const open = plan.questions.filter((each) => each.answer === null);
  const answers = Object.fromEntries(
    open.map((each) => [each.key, pick(each.candidates.map((one) => one.answer))]),
  );
  const version = await versionOf(ports, scope, batchId);
  expectDone(await answerImport(ports, scope, { batchId, version, answers }));
}
