import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { v7 } from "uuid";
import { loadCatalogues } from "../../app/catalogues.server.ts";
import type { Scope } from "../../app/domain/scope.ts";
import { binderWords } from "../../app/messages/binder-words.ts";
import { inspectionWording } from "../../app/messages/inspection-wording.ts";
import { mailPhrases, shippedMailWordings } from "../../app/messages/mail-wordings.ts";
import { reviseImport, showImportColumns } from "../../app/use-cases/import-columns.server.ts";
import { openImport } from "../../app/use-cases/import-open.server.ts";
import { runImport } from "../../app/use-cases/import-runner.server.ts";
import { noImportRuns } from "../../app/use-cases/import-runs.ts";
import { beginImport, ROWS_A_CHUNK } from "../../app/use-cases/import-write.server.ts";
import type { Ports } from "../../app/use-cases/ports.server.ts";
import { readWorkbookBytes } from "../../app/workbook/read-workbook.ts";
import type { Db } from "../../db/client.server.ts";
import { listRecords } from "../../db/queries/registers.server.ts";
import { testBytes, testSecrets } from "../support/secrets";
import { median, percentile, printRow, round } from "./measure.ts";
import { benchDb, root } from "./world.ts";

// A clerk's list of 1,000 systems (200 vendors) written by the runner, resting as it does beside other people's
// work, against bare inserts of the same rows in the same chunks. Meanwhile somebody opens a list page again and
// again; the same page on the same registers without an import is its measure.
const ROWS = 1000;
const PAGE_EVERY_MS = 15;
const headings =
  "事業者名,担当者,電話,システム名,製品名,バージョン,サーバ名,OS,契約番号,契約名,開始日,終了日";
const defaults = {
  "vendorContact.role": "sales",
  "vendorContact.hours": "day",
  "product.kind": "product",
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

function list(): Uint8Array {
  const rows = Array.from({ length: ROWS }, (_each, n) => {
    const vendor = n % 200;
    return `事業者${vendor},担当${vendor},03-0000-${vendor},システム${n},製品${n},1.0,SV-${n},Linux,K-${n},保守${n},2026/4/1,令和9年3月31日`;
  });
  return new TextEncoder().encode([headings, ...rows].join("\r\n"));
}

const large = await benchDb();
const ports: Ports = {
  db: large.db,
  catalogues: await loadCatalogues(path.join(root, "templates")),
  now: () => new Date().toISOString(),
  newId: () => v7(),
  newToken: () => v7(),
  newBytes: testBytes,
  secrets: testSecrets,
  readWorkbook: readWorkbookBytes,
  // why: nothing is drawn, printed or mailed here.
  drawPage: () => Promise.reject(new Error("not in this bench")),
  printPaper: () => Promise.reject(new Error("not in this bench")),
  printLongPaper: () => Promise.reject(new Error("not in this bench")),
  binderWords,
  binderRuns: new Map(),
  sendMail: null,
  baseUrl: null,
  shippedMailWordings,
  mailPhrases,
  inspectionWording,
  importRuns: noImportRuns(),
};

async function prepared(scope: Scope): Promise<string> {
  const opened = await openImport(ports, scope, { fileName: "一覧.csv", bytes: list() });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { batchId } = opened.value;
  const shown = await showImportColumns(ports, scope, { batchId });
  if (!shown.ok) throw new Error(JSON.stringify(shown.problems));
  const { batch, columns, settings } = shown.value;
  const { sheet, headerRow, version } = batch;
  const choice = { ...settings, batchId, version, sheet, headerRow, columns, defaults };
  const saved = await reviseImport(ports, scope, choice);
  const begun = saved.ok ? await beginImport(ports, scope, { batchId, version: version + 1 }) : saved;
  if (!begun.ok) throw new Error(JSON.stringify(begun.problems));
  return batchId;
}

const query = {
  search: "",
  filters: {},
  sort: "name",
  isDescending: false,
  archived: false,
  parentId: null,
  page: 1,
  pageSize: 50,
  today: "2026-11-24",
};

/** Opens the list of systems every 15 ms while `isGoing`; from the moment it was due, so that waiting counts. */
async function pages(isGoing: () => boolean): Promise<number[]> {
  const taken: number[] = [];
  for (let due = performance.now() + PAGE_EVERY_MS; isGoing(); due = performance.now() + PAGE_EVERY_MS) {
    await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
    await listRecords(large.db, large.scope, "system", query);
    taken.push(performance.now() - due);
  }
  return taken;
}

const tables = [
  "vendor",
  "vendor_contact",
  "product",
  "product_version",
  "system",
  "server",
  "contract",
  "contract_system",
  "contract_revision",
] as const;
type Statement = { sql: string; args: (string | number | null)[] };

/** Every row the import made, as statements of one chunk each. */
async function bareChunks(db: Db): Promise<Statement[][]> {
  const chunks: Statement[][] = [];
  const made = await db.$client.execute("SELECT row, record_id FROM import_made");
  const chunkOf = new Map(
    made.rows.map((each) => [String(each.record_id), Math.floor((Number(each.row) - 2) / ROWS_A_CHUNK)]),
  );
  for (const table of tables) {
    const { rows, columns } = await db.$client.execute(`SELECT * FROM ${table}`);
    for (const row of rows) {
      const own = table === "contract_revision" ? row.contract_id : row.id;
      const values = columns.map((name) => {
        const value = row[name];
        // why: the revision it points to is written after it.
        return name === "terms_revision_id" || value === undefined || value instanceof ArrayBuffer
          ? null
          : typeof value === "bigint"
            ? Number(value)
            : value;
      });
      const marks = columns.map(() => "?").join(", ");
      const chunk = chunkOf.get(String(own)) ?? 0;
      const statements = chunks[chunk] ?? [];
      chunks[chunk] = statements;
      statements.push({
        sql: `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${marks})`,
        args: values,
      });
    }
  }
  return chunks;
}

const batchId = await prepared(large.scope);
let [isGoing, chunks] = [true, 0];
const watched = pages(() => isGoing);
const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();
const begun = performance.now();
await runImport(ports, large.scope, batchId, () => {
  chunks += 1;
});
const ours = performance.now() - begun;
delays.disable();
isGoing = false;
const during = await watched;

const idleUntil = performance.now() + Math.max(1500, ours);
const idle = await pages(() => performance.now() < idleUntil);

const bare = await benchDb();
const statements = await bareChunks(large.db);
await bare.db.$client.batch(
  [
    { sql: "INSERT INTO hospital_group VALUES (?, '同じ行', '2026-01-01')", args: [large.scope.groupId] },
    {
      sql: "INSERT INTO hospital (id, group_id, name, created_at) VALUES (?, ?, '同じ行', '2026-01-01')",
      args: [large.scope.hospitalId, large.scope.groupId],
    },
  ],
  "write",
);
const bareBegun = performance.now();
for (const chunk of statements) if (chunk) await bare.db.$client.batch(chunk, "write");
const peer = performance.now() - bareBegun;
large.close();
bare.close();

printRow({
  ours,
  peer,
  unit: "ms",
  peerName: "bare inserts of the same rows in the same chunks",
  goal: "a page meanwhile ≤ 2× (p95)",
  rowsPerSecond: round((ROWS / ours) * 1000),
  bareRowsPerSecond: round((ROWS / peer) * 1000),
  chunks,
  pageIdleP50: round(median(idle)),
  pageIdleP95: round(percentile(idle, 0.95)),
  pageDuringP50: round(median(during)),
  pageDuringP95: round(percentile(during, 0.95)),
  pageRatioP95: round(percentile(during, 0.95) / percentile(idle, 0.95)),
  blockedP99: round(delays.percentile(99) / 1e6),
  blockedMost: round(delays.max / 1e6),
  peakMegabytes: round(process.resourceUsage().maxRSS / 1024),
});
