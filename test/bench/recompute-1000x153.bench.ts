import path from "node:path";
import { v7 } from "uuid";
import { loadCatalogues } from "../../app/catalogues.server.ts";
import { binderWords } from "../../app/messages/binder-words.ts";
import { inspectionWording } from "../../app/messages/inspection-wording.ts";
import { mailPhrases, shippedMailWordings } from "../../app/messages/mail-wordings.ts";
import { noImportRuns } from "../../app/use-cases/import-runs.ts";
import type { Ports } from "../../app/use-cases/ports.server.ts";
import { recomputeVerdicts } from "../../app/use-cases/recompute.server.ts";
import { answersOfDisclosures } from "../../db/queries/disclosures.server.ts";
import { testBytes, testSecrets } from "../support/secrets";
import { inTurns, printRow } from "./measure.ts";
import { benchDb, fillDisclosures, root } from "./world.ts";

// 1,000 disclosures of 153 answers against the 153 items of edition 6.0, against merely reading those rows in the
// same steps of 50.
const COUNT = 1000;
const { db, scope, close } = await benchDb();
const ids = await fillDisclosures(db, scope, COUNT, 153);
const versions = await db.$client.execute("SELECT id, product_version_id FROM disclosure");
const versionOf = new Map(versions.rows.map((row) => [String(row.id), String(row.product_version_id)]));
const disclosures = ids.map((id) => ({
  id,
  form: "MDS" as const,
  formVersion: "5.0",
  productVersionId: versionOf.get(id) ?? "",
}));
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
  printLongPaper: refuse,
  inspectionWording,
  binderWords,
  binderRuns: new Map(),
  sendMail: null,
  baseUrl: null,
  shippedMailWordings,
  importRuns: noImportRuns(),
  mailPhrases,
};
const recompute = async () => {
  const done = await recomputeVerdicts(ports, scope, { disclosures, guideline: "mhlw-guideline@6.0" });
  if (!done.ok || done.value.size !== COUNT) throw new Error("not every disclosure was recomputed");
};
const read = async () => {
  let rows = 0;
  for (let from = 0; from < ids.length; from += 50)
    rows += (await answersOfDisclosures(db, scope, ids.slice(from, from + 50))).length;
  if (rows !== COUNT * 153) throw new Error(`read ${rows} rows`);
};
const result = await inTurns(5, recompute, read);
close();
printRow({
  ours: result.ours,
  peer: result.peer,
  unit: "ms",
  peerName: "reading the 153,000 rows",
  goal: "≤ 2",
});
