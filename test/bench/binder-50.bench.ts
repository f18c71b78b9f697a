import path from "node:path";
import { v7 } from "uuid";
import { loadCatalogues } from "../../app/catalogues.server.ts";
import { buildBinder } from "../../app/domain/binder.ts";
import { binderWords } from "../../app/messages/binder-words.ts";
import { inspectionWording } from "../../app/messages/inspection-wording.ts";
import { mailPhrases, shippedMailWordings } from "../../app/messages/mail-wordings.ts";
import { createLongPrinter } from "../../app/pdf/long-printer.server.ts";
import { makeBinder } from "../../app/use-cases/binder.server.ts";
import { binderInput } from "../../app/use-cases/binder-input.server.ts";
import { noImportRuns } from "../../app/use-cases/import-runs.ts";
import type { Ports } from "../../app/use-cases/ports.server.ts";
import { peakOfChildren } from "../support/process-memory.ts";
import { testBytes, testSecrets } from "../support/secrets";
import { median, printRow, round } from "./measure.ts";
import { benchDb, fillDisclosures, root } from "./world.ts";

// 立入検査の綴り of 50 systems, each with a disclosure of 200 answers: gathered, printed in its own process, kept. Against
// gathering alone: what the paper costs over reading the records.
const SYSTEMS = 50;
const RUNS = 3;
const { db, scope, close } = await benchDb();
// why five of each of the ten products: every system has a version, and so a disclosure, of its own
await fillDisclosures(db, scope, SYSTEMS, 200, SYSTEMS / 10);
const { rows } = await db.$client.execute("SELECT DISTINCT product_version_id AS id FROM disclosure");
const at = "2026-01-01T00:00:00.000Z";
for (const [n, row] of rows.entries()) {
  await db.$client.execute({
    sql: "INSERT INTO system (id, hospital_id, name, product_version_id, category, form, criticality, created_at) VALUES (?, ?, ?, ?, 'other', 'on-premise', 'medium', ?)",
    args: [v7(), scope.hospitalId, `システム${n}`, String(row.id), at],
  });
}
const refuse = () => Promise.reject(new Error("not part of this bench"));
const ports: Ports = {
  db,
  catalogues: await loadCatalogues(path.join(root, "templates")),
  now: () => "2026-11-24T00:00:00.000Z",
  newId: v7,
  newToken: v7,
  newBytes: testBytes,
  secrets: testSecrets,
  readWorkbook: refuse,
  drawPage: refuse,
  printPaper: refuse,
  printLongPaper: createLongPrinter(
    path.join(root, "build/paper-process.js"),
    path.join(root, "node_modules"),
  ),
  binderWords,
  binderRuns: new Map(),
  sendMail: null,
  baseUrl: null,
  shippedMailWordings,
  importRuns: noImportRuns(),
  mailPhrases,
  inspectionWording,
};
const [ours, peer]: [number[], number[]] = [[], []];
let [peak, pages, told] = [0, 0, 0];
for (let run = 0; run < RUNS; run += 1) {
  const gathering = performance.now();
  buildBinder(await binderInput(ports, scope), binderWords);
  peer.push(performance.now() - gathering);
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOfChildren());
  }, 50);
  const start = performance.now();
  const made = await makeBinder(ports, scope, () => {
    told += 1;
  });
  ours.push(performance.now() - start);
  clearInterval(watch);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  pages = made.value.pageCount;
}
close();
printRow({
  ours: median(ours),
  peer: median(peer),
  unit: "ms",
  peerName: "gathering the same records",
  goal: "≤ 30 s and ≤ 400 MB",
  pages,
  systems: rows.length,
  progressTold: told,
  childMb: Math.round(peak),
  ownMb: round(process.resourceUsage().maxRSS / 1024),
});
