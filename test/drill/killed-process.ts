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
import { readWorkbookBytes } from "../../app/workbook/read-workbook.ts";
import { openDb } from "../../db/client.server.ts";
import { findHospitalByName } from "../../db/queries/people.server.ts";
import { testBytes, testSecrets } from "../support/secrets";

/** What a process that will be killed works with: the database of the runs before it, and its hospital. */
export async function openKilled(file: string): Promise<{ ports: Ports; scope: Scope }> {
  const root = process.cwd();
  const ports: Ports = {
    db: await openDb(`file:${file}`, { migrationsFolder: path.join(root, "db/migrations") }),
    catalogues: await loadCatalogues(path.join(root, "templates")),
    now: () => new Date().toISOString(),
    newId: v7,
    newToken: v7,
    newBytes: testBytes,
    secrets: testSecrets,
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
  return { ports, scope: await scopeOf(ports) };
}

async function scopeOf(ports: Ports): Promise<Scope> {
  const hospital = await findHospitalByName(ports.db, "落ちる病院");
  if (hospital)
    return { groupId: hospital.groupId, hospitalId: hospital.id, accountId: null, role: "admin", via: "cli" };
  const admin = { name: "管理", department: "", signInName: "admin", password: "nagai-aikotoba-2026" };
  const opened = await openHospital(ports, { hospitalName: "落ちる病院", beds: null, admin });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return opened.value.scope;
}
