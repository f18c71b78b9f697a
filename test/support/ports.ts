import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { v7 } from "uuid";
import { openDb } from "#db/client.server";
import { insertAccount, insertHospital } from "#db/queries/people.server";
import { hospital } from "#db/schema";
import { type Catalogues, loadCatalogues } from "~/catalogues.server";
import type { Problem, Result } from "~/domain/problem";
import { isTimeLimited } from "~/domain/rights";
import type { Role, Scope } from "~/domain/scope";
import { binderWords } from "~/messages/binder-words";
import { inspectionWording } from "~/messages/inspection-wording";
import { mailPhrases, shippedMailWordings } from "~/messages/mail-wordings";
import { createPaperPrinter, type PaperPrinter } from "~/pdf/draw-paper.server";
import { noImportRuns } from "~/use-cases/import-runs";
import { addPerson, openHospital } from "~/use-cases/people.server";
import type { Ports } from "~/use-cases/ports.server";
import { drawPage } from "~/workbook/page-picture/draw-page";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { atEndOfFile } from "./end-of-file";
import { testBytes, testSecrets } from "./secrets";

const root = path.resolve(import.meta.dirname, "../..");
export const migrationsFolder = path.join(root, "db/migrations");

/** A clock that stands still until a test moves it; moments are UTC, as the port's are. */
export type TestClock = {
  now(): string;
  set(moment: string): void;
  /** Negative hours set it back, as a wrong machine clock would. */
  addHours(hours: number): void;
};

export function testClock(start = "2026-11-24T01:00:00.000Z"): TestClock {
  let time = Date.parse(start);
  return {
    now: () => new Date(time).toISOString(),
    set: (moment) => {
      time = Date.parse(moment);
    },
    addHours: (hours) => {
      time += hours * 3_600_000;
    },
  };
}

export type TestPorts = Ports & {
  clock: TestClock;
  url: string /** Statements asked so far. */;
  queries: { count: number };
};
export type TestHospital = {
  ports: TestPorts;
  admin: Scope;
  /** 安全管理責任者: may do everything but people and settings. */
  editor: Scope;
  procurement: Scope;
  approver: Scope;
  viewer: Scope;
  /** Administrator of a hospital in another group. */
  stranger: Scope;
};

/** The files below it are real databases, as in production. */
const runFolder = process.env.BUNTAN_TEST_FOLDER ?? os.tmpdir();
let folder: string | null = null;

/** A path for a file of this test file, removed when it ends. */
export function tempFile(name: string): string {
  if (folder === null) {
    folder = fs.mkdtempSync(path.join(runFolder, "buntan-test-"));
    atEndOfFile(removeFolder);
  }
  return path.join(folder, `${v7()}-${name}`);
}

function removeFolder(): void {
  if (folder !== null) fs.rmSync(folder, { recursive: true, force: true });
  folder = null;
}

let catalogues: Promise<Catalogues> | null = null;
let printer: Promise<PaperPrinter> | null = null;
let emptyTemplate: Promise<string> | null = null;
let hospitalTemplate: Promise<{ file: string; scopes: Omit<TestHospital, "ports"> }> | null = null;

export function testCatalogues(): Promise<Catalogues> {
  catalogues ??= loadCatalogues(path.join(root, "templates"));
  return catalogues;
}

async function portsOn(file: string, clock: TestClock): Promise<TestPorts> {
  const url = `file:${file}`;
  const queries = { count: 0 };
  const onQuery = () => {
    queries.count += 1;
  };
  const db = await openDb(url, { migrationsFolder, onQuery });
  atEndOfFile(() => db.$client.close());
  return {
    db,
    url,
    queries,
    clock,
    catalogues: await testCatalogues(),
    now: () => clock.now(),
    newId: () => v7(),
    newToken: () => v7(),
    newBytes: testBytes,
    secrets: testSecrets,
    // why: the same code as in the reader process, without the process, so that a test needs no build.
    readWorkbook: readWorkbookBytes,
    drawPage,
    printPaper: async (document, options) => {
      printer ??= createPaperPrinter(path.join(root, "node_modules"));
      return (await printer).print(document, options);
    },
    sendMail: null,
    baseUrl: null,
    shippedMailWordings,
    importRuns: noImportRuns(),
    mailPhrases,
    inspectionWording,
    binderWords,
    // why: the same code as in the printing process, without the process, so that a test needs no build.
    printLongPaper: async (document, options) => {
      printer ??= createPaperPrinter(path.join(root, "node_modules"));
      return (await printer).print(document, { ...options, hasGeta: true });
    },
    binderRuns: new Map(),
  };
}

/** A database file that is complete without its log, so that it can be copied. */
async function sealed(ports: TestPorts, file: string): Promise<string> {
  await ports.db.$client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  // why not a temp file: the template serves every file that this process will run, and goes with the run's folder.
  const sealedFile = path.join(runFolder, `template-${v7()}.db`);
  fs.copyFileSync(file, sealedFile);
  return sealedFile;
}

/** Ports on an empty, migrated database file of its own; everything but the clock and the reader's process is real. */
export async function testPorts(options: { clock?: TestClock } = {}): Promise<TestPorts> {
  emptyTemplate ??= (async () => {
    const file = tempFile("empty.db");
    return sealed(await portsOn(file, testClock()), file);
  })();
  const file = tempFile("test.db");
  fs.copyFileSync(await emptyTemplate, file);
  return portsOn(file, options.clock ?? testClock());
}

/** A hospital with one person of each role, and a second hospital in another group. */
export async function testHospital(options: { clock?: TestClock } = {}): Promise<TestHospital> {
  hospitalTemplate ??= (async () => {
    const ports = await testPorts();
    const scopes = await openTestHospital(ports);
    return { file: await sealed(ports, ports.url.slice("file:".length)), scopes };
  })();
  const { file: template, scopes } = await hospitalTemplate;
  const file = tempFile("hospital.db");
  fs.copyFileSync(template, file);
  return { ports: await portsOn(file, options.clock ?? testClock()), ...scopes };
}

export const testPassword = "みずうみのほとり-2026-秋";

/** Opens the hospital by the use cases and joins a second one. */
export async function openTestHospital(ports: Ports): Promise<Omit<TestHospital, "ports">> {
  const account = (role: Role) => ({
    name: `試験 ${role}`,
    department: "試験室",
    signInName: `test-${role}`,
    password: testPassword,
  });
  const opened = expectDone(
    await openHospital(ports, { hospitalName: "試験病院", beds: 100, admin: account("admin") }),
  );
  const admin: Scope = { ...opened.scope, via: "web" };
  const join = async (role: Role, signInName: string): Promise<Scope> => {
    const person = { ...account(role), signInName, role, until: isTimeLimited(role) ? "2027-03-31" : "" };
    const { id } = expectDone(await addPerson(ports, admin, person));
    return { ...admin, accountId: id, role };
  };
  return {
    admin,
    editor: await join("lead", "test-editor"),
    procurement: await join("procurement", "test-procurement"),
    approver: await join("approver", "test-approver"),
    viewer: await join("viewer", "test-viewer"),
    stranger: await joinSecondHospital(ports),
  };
}

/** Another hospital in another group, written directly: the setup use case allows the first one only. */
export async function joinSecondHospital(ports: Ports, name = "となりの病院"): Promise<Scope> {
  const [groupId, hospitalId, accountId] = [ports.newId(), ports.newId(), ports.newId()];
  const createdAt = ports.now();
  await insertHospital(
    ports.db,
    { id: groupId, name, createdAt },
    { id: hospitalId, groupId, name, beds: 20, createdAt },
  );
  await insertAccount(
    ports.db,
    {
      id: accountId,
      groupId,
      signInName: `stranger-${accountId.slice(-6)}`,
      name: "となりの管理者",
      department: "",
      passwordHash: "", // no password was set
      salt: "none",
      createdAt,
    },
    { id: ports.newId(), hospitalId, accountId, role: "admin", createdAt },
  );
  return { groupId, hospitalId, accountId, role: "admin", via: "web" };
}

/** A second hospital of the same group: it shares vendors and originals, nothing else. */
export async function joinSisterHospital(ports: Ports, groupId: string): Promise<Scope> {
  const hospitalId = ports.newId();
  const row = { id: hospitalId, groupId, name: "分院", beds: 20, createdAt: ports.now() };
  await ports.db.insert(hospital).values(row);
  return { groupId, hospitalId, accountId: null, role: "admin", via: "web" };
}

/** The value of a result that must have succeeded; the failure names its problems. */
export function expectDone<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`failed: ${result.problems.map((each) => `${each.code}@${each.at ?? ""}`).join(", ")}`);
}

/** The problems of a result that must have failed. */
export function expectProblems(result: Result<unknown>): Problem[] {
  if (!result.ok) return result.problems;
  throw new Error("succeeded, but a problem was expected");
}

/** Only the codes, in order. */
export function codesOf(result: Result<unknown>): string[] {
  return expectProblems(result).map((each) => each.code);
}
