import path from "node:path";
import { v7 } from "uuid";
import { loadCatalogues } from "../../app/catalogues.server.ts";
import { binderWords } from "../../app/messages/binder-words.ts";
import { inspectionWording } from "../../app/messages/inspection-wording.ts";
import { mailPhrases, shippedMailWordings } from "../../app/messages/mail-wordings.ts";
import { assessDisclosure } from "../../app/use-cases/assess.server.ts";
import { noImportRuns } from "../../app/use-cases/import-runs.ts";
import type { Ports } from "../../app/use-cases/ports.server.ts";
import { answersOf } from "../../db/queries/disclosures.server.ts";
import { testBytes, testSecrets } from "../support/secrets";
import { inTurns, printRow } from "./measure.ts";
import { benchDb, fillDisclosures, root } from "./world.ts";

// 200 answers against the 153 items of edition 6.0, as the page does it, against merely reading those rows.
const { db, scope, close } = await benchDb();
const [id] = await fillDisclosures(db, scope, 20, 200);
if (!id) throw new Error("no disclosure");
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
const result = await inTurns(
  60,
  () => assessDisclosure(ports, scope, { disclosureId: id, guideline: "mhlw-guideline@6.0" }),
  () => answersOf(db, scope, id),
);
close();
printRow({ ours: result.ours, peer: result.peer, unit: "ms", peerName: "reading the 200 rows", goal: "≤ 3" });
