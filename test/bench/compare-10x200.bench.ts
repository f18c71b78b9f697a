import path from "node:path";
import { v7 } from "uuid";
import { catalogueLookups, loadCatalogues } from "../../app/catalogues.server.ts";
import type { Crosswalk } from "../../app/domain/crosswalk.ts";
import type { Questionnaire } from "../../app/domain/questionnaire.ts";
import { binderWords } from "../../app/messages/binder-words.ts";
import { inspectionWording } from "../../app/messages/inspection-wording.ts";
import { mailPhrases, shippedMailWordings } from "../../app/messages/mail-wordings.ts";
import { noImportRuns } from "../../app/use-cases/import-runs.ts";
import type { Ports } from "../../app/use-cases/ports.server.ts";
import { compareCandidates } from "../../app/use-cases/procurement-comparison.server.ts";
import { answersOfMany } from "../../db/queries/clash-sources.server.ts";
import { currentDisclosuresOf } from "../../db/queries/disclosures.server.ts";
import { insertCandidates, insertProcurement } from "../../db/queries/procurements.server.ts";
import { testBytes, testSecrets } from "../support/secrets";
import { inTurns, percentile, printRow, round } from "./measure.ts";
import { benchDb, fillDisclosures, root } from "./world.ts";

// Ten candidates side by side on 200 items, half of them over a crosswalk from the version before, as the page
// does it, against merely reading the same 2,000 answers.
const [CANDIDATES, ITEMS] = [10, 200];
let queries = 0;
const { db, scope, close } = await benchDb(() => {
  queries += 1;
});
await fillDisclosures(db, scope, 2 * CANDIDATES, ITEMS);
const at = "2026-01-01T00:00:00.000Z";
const { rows } = await db.$client.execute("SELECT id FROM product_version ORDER BY id");
const versions = rows.map((each) => String(each.id));
const procurementId = v7();
await insertProcurement(db, scope, {
  id: procurementId,
  title: "測定",
  purpose: "",
  wantedBy: null,
  createdAt: at,
});
await insertCandidates(
  db,
  scope,
  versions.map((productVersionId) => ({ id: v7(), procurementId, productVersionId, createdAt: at })),
);
// why the trigger: a disclosure is frozen; the bench makes half of them older before anything reads them.
await db.$client.execute("DROP TRIGGER disclosure_no_update");
await db.$client.execute({
  sql: `UPDATE disclosure SET form_version = '4.1' WHERE product_version_id IN (SELECT value FROM json_each(?))`,
  args: [JSON.stringify(versions.slice(0, CANDIDATES / 2))],
});
const head = (version: string) => ({
  ...{ id: "bench-mds", version, title: "測定用の書式", issuer: "測定", issuedOn: null, source: "測定" },
  ...{ licence: "測定", notice: "", replacedBy: null },
});
const keys = Array.from({ length: ITEMS }, (_each, ordinal) => `item:${ordinal + 1}`);
const form = (version: string): Questionnaire => ({
  kind: "questionnaire",
  head: head(version),
  form: "MDS",
  questions: keys.map((key, ordinal) => ({
    key,
    no: `${Math.floor(ordinal / 10) + 1}.${(ordinal % 10) + 1}`,
    section: "区分",
    question: `設問 ${ordinal} の文（測定用）`,
    help: "",
    askVendor: "",
    provenance: "own-wording",
  })),
});
const crosswalk: Crosswalk = {
  kind: "crosswalk",
  head: { ...head("1"), id: "bench-crosswalk" },
  from: "bench-mds@4.1",
  to: "bench-mds@5.0",
  lines: keys.map((key, ordinal) => ({
    ...{ id: `line-${ordinal}`, from: [key], to: [key], relation: "same", reason: "", basis: [] },
    ...{ confirmedBy: "測定", confirmedOn: "2026-01-01" },
  })),
};
const shipped = await loadCatalogues(path.join(root, "templates"));
const refuse = () => Promise.reject(new Error("not part of this bench"));
const ports: Ports = {
  db,
  catalogues: catalogueLookups([...shipped.all, form("4.1"), form("5.0"), crosswalk], []),
  now: () => at,
  newId: v7,
  newToken: v7,
  newBytes: testBytes,
  secrets: testSecrets,
  readWorkbook: refuse,
  drawPage: refuse,
  printPaper: refuse,
  sendMail: null,
  baseUrl: null,
  shippedMailWordings,
  importRuns: noImportRuns(),
  mailPhrases,
  inspectionWording,
  binderWords,
  binderRuns: new Map(),
  printLongPaper: refuse,
};
const ours = async () => {
  const found = await compareCandidates(ports, scope, { procurementId, form: "bench-mds@5.0" });
  return found.ok ? (found.value.compared?.rows ?? []).flatMap((each) => each.cells) : [];
};
const current = await currentDisclosuresOf(db, scope, versions);
const ids = current.map((each) => each.id);
const peer = async () => [...(await answersOfMany(db, scope, ids)).values()].flat();
const cells = await ours();
const expected = CANDIDATES * ITEMS;
if (cells.filter((each) => each.kind === "answer").length !== expected || (await peer()).length !== expected)
  throw new Error("the two show different answers");
const result = await inTurns(60, ours, peer);
queries = 0;
await ours();
close();
printRow({
  ours: result.ours,
  peer: result.peer,
  unit: "ms",
  peerName: "reading the same 2,000 answers",
  goal: "≤ 2",
  p95: round(percentile(result.oursAll, 0.95)),
  queries,
  rows: expected,
});
