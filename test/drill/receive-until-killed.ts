import path from "node:path";
import { v7 } from "uuid";
import { loadCatalogues } from "../../app/catalogues.server.ts";
import type { Scope } from "../../app/domain/scope.ts";
import { binderWords } from "../../app/messages/binder-words.ts";
import { inspectionWording } from "../../app/messages/inspection-wording.ts";
import { mailPhrases, shippedMailWordings } from "../../app/messages/mail-wordings.ts";
import { noImportRuns } from "../../app/use-cases/import-runs.ts";
import { openHospital } from "../../app/use-cases/people.server.ts";
import type { Ports } from "../../app/use-cases/ports.server.ts";
import { receiveWorkbook, saveIntake } from "../../app/use-cases/receive.server.ts";
import { readWorkbookBytes } from "../../app/workbook/read-workbook.ts";
import { openDb } from "../../db/client.server.ts";
import { findHospitalByName } from "../../db/queries/people.server.ts";
import { make } from "../golden/workbooks/three-columns-mds/make.ts";

// A process that receives workbooks until somebody kills it: `node receive-until-killed.js DATABASE_FILE`.
const [file = ""] = process.argv.slice(2);
const root = process.cwd();
const ports: Ports = {
  db: await openDb(`file:${file}`, { migrationsFolder: path.join(root, "db/migrations") }),
  catalogues: await loadCatalogues(path.join(root, "templates")),
  now: () => new Date().toISOString(),
  newId: v7,
  newToken: v7,
  readWorkbook: readWorkbookBytes,
  drawPage: () => Promise.reject(new Error("draws nothing")),
  printPaper: () => Promise.reject(new Error("prints nothing")),
  printLongPaper: () => Promise.reject(new Error("prints nothing")),
  binderWords,
  binderRuns: new Map(),
  sendMail: null,
  baseUrl: null,
  shippedMailWordings,
  importRuns: noImportRuns(),
  mailPhrases,
  inspectionWording,
};

async function scopeOf(): Promise<Scope> {
  const hospital = await findHospitalByName(ports.db, "落ちる病院");
  if (hospital)
    return { groupId: hospital.groupId, hospitalId: hospital.id, accountId: null, role: "admin", via: "cli" };
  const admin = { name: "管理", department: "", signInName: "admin", password: "nagai-aikotoba-2026" };
  const opened = await openHospital(ports, { hospitalName: "落ちる病院", beds: null, admin });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return opened.value.scope;
}

const scope = await scopeOf();
const bytes = await make();
process.stdout.write("ready\n");
for (let count = 0; ; count += 1) {
  const received = await receiveWorkbook(ports, scope, { fileName: `${count}.xlsx`, bytes });
  if (!received.ok) throw new Error(JSON.stringify(received.problems));
  const place = { vendorName: "落ちる社", productName: `製品${count % 7}`, productVersionLabel: v7() };
  const forms = [{ formIndex: 0, formVersion: "5.0", issuedOn: "2026-04-15", place }];
  const saved = await saveIntake(ports, scope, { intakeId: received.value.intakeId, forms });
  if (!saved.ok) throw new Error(JSON.stringify(saved.problems));
}
