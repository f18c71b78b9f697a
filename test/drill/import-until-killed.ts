import { reviseImport, showImportColumns } from "../../app/use-cases/import-columns.server.ts";
import { openImport } from "../../app/use-cases/import-open.server.ts";
import { resumeImports, runImport } from "../../app/use-cases/import-runner.server.ts";
import { beginImport } from "../../app/use-cases/import-write.server.ts";
import { interruptedImports } from "../../db/queries/imports.server.ts";
import { openKilled } from "./killed-process.ts";

// A process that writes a clerk's list, or goes on with the one that was interrupted, and then waits to be
// killed: `node import-until-killed.js DATABASE_FILE ROWS`. It says "ready" when it begins to write and "done" at the end.
const { ports, scope } = await openKilled(process.argv[2] ?? "");
const rows = Number(process.argv[3] ?? 300);

const defaults = {
  "product.kind": "product",
  "system.category": "other",
  "system.form": "on-premise",
  "system.criticality": "medium",
  "contract.kind": "maintenance",
  "contract.renewal": "unclear",
  "contract.hospitalLabel": "甲",
  "contract.vendorLabel": "乙",
};

async function begun(): Promise<string> {
  const lines = Array.from(
    { length: rows },
    (_each, n) => `事業者${n % 20},システム${n},製品${n},1.0,K-${n},保守${n},2026/4/1,令和9年3月31日`,
  );
  const text = ["事業者名,システム名,製品名,バージョン,契約番号,契約名,開始日,終了日", ...lines].join("\r\n");
  const bytes = new TextEncoder().encode(text);
  const opened = await openImport(ports, scope, { fileName: "一覧.csv", bytes });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { batchId } = opened.value;
  const shown = await showImportColumns(ports, scope, { batchId });
  if (!shown.ok) throw new Error(JSON.stringify(shown.problems));
  const { batch, columns, settings } = shown.value;
  const { sheet, headerRow, version } = batch;
  const choice = { ...settings, batchId, version, sheet, headerRow, columns, defaults };
  const saved = await reviseImport(ports, scope, choice);
  const started = saved.ok ? await beginImport(ports, scope, { batchId, version: version + 1 }) : saved;
  if (!started.ok) throw new Error(JSON.stringify(started.problems));
  return batchId;
}

const known = (
  await ports.db.$client.execute("SELECT count(*) AS n FROM import_batch WHERE state <> 'draft'")
).rows[0];
const isInterrupted = (await interruptedImports(ports.db)).length > 0;
if (isInterrupted) {
  process.stdout.write("ready\n");
  await resumeImports(ports);
  await Promise.all(ports.importRuns.batches.values());
} else if (Number(known?.n) === 0) {
  const batchId = await begun();
  process.stdout.write("ready\n");
  await runImport(ports, scope, batchId);
} else process.stdout.write("ready\n");
process.stdout.write("done\n");
// why: it never ends by itself, so that an end is always the kill.
setInterval(() => undefined, 60_000);
