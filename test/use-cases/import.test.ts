import { expect, it } from "vitest";
import { findImportBatch, knownRegisters, rowsOfImport } from "#db/queries/imports.server";
import { listRecords } from "#db/queries/registers.server";
import { serversInUse } from "#db/queries/servers.server";
import { updateEntries } from "#db/queries/update-bearers.server";
import { BEGINNING } from "~/domain/contract-terms";
import type { RegisterNoun } from "~/domain/register";
import type { Scope } from "~/domain/scope";
import { showImportColumns } from "~/use-cases/import-columns.server";
import { chooseImportRow, showDryRun } from "~/use-cases/import-dry-run.server";
import { openImport } from "~/use-cases/import-open.server";
import { runImport } from "~/use-cases/import-runner.server";
import { previewTakeBack, takeBackImport } from "~/use-cases/import-take-back.server";
import { beginImport, continueImport, stopImport, writeImportRows } from "~/use-cases/import-write.server";
import { registerRecord, reviseRecord, showRecord } from "~/use-cases/registers.server";
import { settleServerUpdates } from "~/use-cases/update-bearers.server";
import { answerAll, clerkList, draftImport, listBook, versionOf } from "../support/clerk-list";
import { codesOf, expectDone, type TestPorts, testHospital } from "../support/ports";
import { openSheet, register } from "../support/records";

const tables = [
  "vendor",
  "vendor_contact",
  "product",
  "product_version",
  "system",
  "server",
  "contract",
  "contract_revision",
  "contract_system",
];

/** Every row of the registers' tables, as text. */
async function dump(ports: TestPorts): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of tables) {
    const { rows } = await ports.db.$client.execute(`SELECT * FROM ${table} ORDER BY id`);
    found[table] = rows.map((row) => JSON.stringify(row));
  }
  return found;
}

async function names(ports: TestPorts, scope: Scope, noun: RegisterNoun, column = "name"): Promise<string[]> {
  const list = {
    today: "2026-11-24",
    search: "",
    filters: {},
    sort: column,
    isDescending: false,
    archived: false,
    parentId: null,
    page: 1,
    pageSize: 50,
  };
  const { rows } = await listRecords(ports.db, scope, noun, list);
  return rows.map((row) => String(row.cells[column]));
}

async function begin(ports: TestPorts, scope: Scope, batchId: string) {
  expectDone(await beginImport(ports, scope, { batchId, version: await versionOf(ports, scope, batchId) }));
}

const outcomesOf = async (ports: TestPorts, scope: Scope, batchId: string) =>
  (await rowsOfImport(ports.db, scope, batchId)).slice(2).map((each) => each.outcome);

it("from a clerk's workbook to registers, and back", async () => {
  const { ports, editor } = await testHospital();
  const before = await dump(ports);
  const batchId = await draftImport(ports, editor, listBook());
  const draft = expectDone(await showImportColumns(ports, editor, { batchId }));
  expect(draft.batch).toMatchObject({ sheet: "一覧", headerRow: 3, state: "draft", rowCount: 6 });
  expect(Object.values(draft.columns).slice(0, 3)).toEqual([null, "vendor.name", "vendorContact.name"]);

  const run = expectDone(await showDryRun(ports, editor, { batchId }));
  expect(run.plan.counts).toEqual({ create: 3, known: 0, asks: 0, "left-out": 2, failed: 1 });
  const failed = run.plan.rows.find((each) => each.outcome === "failed");
  expect(failed).toMatchObject({
    row: 7,
    problems: [{ code: "field-not-a-day", at: "contract.inForceFrom" }],
  });
  expect(await dump(ports)).toEqual(before); // a dry run writes nothing

  await begin(ports, editor, batchId);
  await runImport(ports, editor, batchId);
  const done = await findImportBatch(ports.db, editor, batchId);
  expect(done).toMatchObject({ state: "done", doneCount: 6, rowCount: 6 });
  expect(await outcomesOf(ports, editor, batchId)).toEqual([
    "created",
    "created",
    "created",
    "failed",
    "left-out",
    "left-out",
  ]);
  expect(await names(ports, editor, "vendor")).toEqual(["うみべソフト(株)", "株式会社つむぎ情報"]);
  expect(await names(ports, editor, "server")).toEqual(["KARTE-01", "KARTE-02"]);
  expect(await names(ports, editor, "contract", "number")).toEqual(["00123", "K-2"]);
  const [contract] = (await ports.db.$client.execute("SELECT * FROM contract WHERE number = '00123'")).rows;
  expect(contract).toMatchObject({
    in_force_from: "2026-04-01",
    in_force_to: "2027-03-31",
    renewal: "automatic",
  });
  const [contact] = (
    await ports.db.$client.execute("SELECT phone FROM vendor_contact WHERE name = '山田 太郎'")
  ).rows;
  expect(contact?.phone).toBe("03-1111");
  expect((await ports.db.$client.execute("SELECT 1 FROM contract_system")).rows).toHaveLength(2);
  expect((await ports.db.$client.execute("SELECT 1 FROM contract_revision")).rows).toHaveLength(2);

  const back = expectDone(await takeBackImport(ports, editor, { batchId }));
  expect(back.stays).toEqual([]);
  const after = await dump(ports);
  for (const table of [
    "vendor_contact",
    "product",
    "product_version",
    "system",
    "server",
    "contract_system",
  ]) {
    expect(after[table], table).toEqual(before[table]);
  }
  expect(await names(ports, editor, "vendor")).toEqual([]);
  expect(await names(ports, editor, "contract", "number")).toEqual([]);

  // the same file can come in again, with the same numbers
  const again = await draftImport(ports, editor, listBook());
  expect(expectDone(await showDryRun(ports, editor, { batchId: again })).plan.counts).toEqual(
    run.plan.counts,
  );
  await begin(ports, editor, again);
  await runImport(ports, editor, again);
  expect(await names(ports, editor, "contract", "number")).toEqual(["00123", "K-2"]);
});

it("without contracts, taking back leaves every row as it was, byte for byte", async () => {
  const { ports, editor } = await testHospital();
  const vendorId = await register(ports, editor, "vendor", {
    name: "うみべソフト(株)",
    address: "前からの住所",
  });
  await register(ports, editor, "product", { vendorId, name: "うみべ予約", kind: "service" });
  const before = await dump(ports);
  const rows = clerkList.map((row) => row.slice(0, 10));
  const batchId = await draftImport(ports, editor, listBook(rows));
  await answerAll(ports, editor, batchId, ([first]) => first ?? "new");
  await begin(ports, editor, batchId);
  await runImport(ports, editor, batchId);
  expect((await dump(ports)).system).toHaveLength(3);
  expectDone(await takeBackImport(ports, editor, { batchId }));
  expect(await dump(ports)).toEqual(before);
  expect(codesOf(await takeBackImport(ports, editor, { batchId }))).toEqual(["import-not-now"]);
});

it("the same file twice: everything is known the second time, nothing is made", async () => {
  const { ports, editor } = await testHospital();
  const rows = clerkList.slice(0, 6);
  const first = await draftImport(ports, editor, listBook(rows));
  await begin(ports, editor, first);
  await runImport(ports, editor, first);
  const before = await dump(ports);
  const second = await draftImport(ports, editor, listBook(rows));
  const { plan } = expectDone(await showDryRun(ports, editor, { batchId: second }));
  expect(plan.counts).toEqual({ create: 0, known: 3, asks: 0, "left-out": 0, failed: 0 });
  expect(codesOf(await beginImport(ports, editor, { batchId: second, version: 2 }))).toEqual([
    "import-no-rows",
  ]);
  expect(await dump(ports)).toEqual(before);
});

it("what somebody changed or used stays, with the reason; the rest goes", async () => {
  const { ports, editor } = await testHospital();
  const batchId = await draftImport(ports, editor, listBook());
  await begin(ports, editor, batchId);
  await runImport(ports, editor, batchId);
  const idOf = async (sql: string) => String((await ports.db.$client.execute(sql)).rows[0]?.id);
  const contractId = await idOf("SELECT id FROM contract WHERE number = 'K-2'");
  await openSheet(ports, editor, contractId);
  const serverId = await idOf("SELECT id FROM server WHERE name = 'KARTE-01'");
  const server = expectDone(await showRecord(ports, editor, { noun: "server", id: serverId }));
  const raw = Object.fromEntries(
    Object.entries(server.values).map(([name, value]) => [name, String(value ?? "")]),
  );
  expectDone(
    await reviseRecord(ports, editor, {
      noun: "server",
      id: serverId,
      version: 1,
      raw: { ...raw, os: "別の OS" },
    }),
  );

  const preview = await previewTakeBack(ports.db, editor, batchId);
  const { stays } = expectDone(await takeBackImport(ports, editor, { batchId }));
  expect(stays).toEqual(preview.stays);
  expect(stays.map((each) => `${each.noun} ${each.name} ${each.reason} ${each.usedBy}`)).toEqual([
    "contract K-2 used role_sheet",
    "server KARTE-01 changed ",
    "system 電子カルテ used server",
    "system 予約システム used contract_system",
    "productVersion 8.2 used system",
    "productVersion 3 used system",
    "product つむぎカルテ used product_version",
    "product うみべ予約 used product_version",
    "vendor 株式会社つむぎ情報 used product",
    "vendor うみべソフト(株) used contract",
  ]);
  expect(await names(ports, editor, "server")).toEqual(["KARTE-01"]);
  expect(await names(ports, editor, "vendorContact")).toEqual([]);
  expect(await names(ports, editor, "contract", "number")).toEqual(["K-2"]);
});

it("who bears the updates comes in as a first entry; what is settled later is what a table is compared with, and stays", async () => {
  const { ports, editor } = await testHospital();
  const batchId = await draftImport(ports, editor, listBook());
  await begin(ports, editor, batchId);
  await runImport(ports, editor, batchId);
  const entries = await updateEntries(ports.db, editor);
  const told = entries.map((each) => [each.origin, each.bearer, each.effectiveFrom]);
  expect(told).toEqual([
    ["first", "unclear", BEGINNING],
    ["first", "unclear", BEGINNING],
  ]);
  const servers = async (today: string) => {
    const { records } = await knownRegisters(ports.db, editor, batchId, today);
    const own = records.filter((each) => each.noun === "server");
    return Object.fromEntries(own.map(({ values }) => [values.name, values.securityUpdateBearer]));
  };
  expect(Object.keys(await servers("2026-11-24"))).toHaveLength(entries.length);
  const serverId = entries[0]?.serverId ?? "";
  const { values } = expectDone(await showRecord(ports, editor, { noun: "server", id: serverId }));
  const name = String(values.name);
  const raw = { bearer: "hospital", clauseKey: "", typedClause: "", effectiveFrom: "2026-12-01" };
  expectDone(await settleServerUpdates(ports, editor, { serverId, version: 1, raw }));
  expect((await servers("2026-11-30"))[name]).toBe("unclear");
  expect((await servers("2026-12-01"))[name]).toBe("hospital");
  const { stays } = expectDone(await takeBackImport(ports, editor, { batchId }));
  expect(stays.filter((each) => each.noun === "server").map((each) => `${each.name} ${each.reason}`)).toEqual(
    [`${name} changed`],
  );
  expect(await names(ports, editor, "server")).toEqual([name]);
  expect((await serversInUse(ports.db, editor, "2026-12-01")).map((each) => each.bearer)).toEqual([
    "hospital",
  ]);
});

it("a run that is interrupted goes on where it stopped, and writes no row twice", async () => {
  const { ports, editor } = await testHospital();
  const batchId = await draftImport(ports, editor, listBook());
  await begin(ports, editor, batchId);
  const step = () => writeImportRows(ports, editor, { batchId, limit: 1 });
  expect(expectDone(await step())).toMatchObject({ state: "running", done: 1, total: 6 });
  expectDone(await stopImport(ports, editor, { batchId }));
  expect(codesOf(await step())).toEqual(["import-not-now"]);
  expectDone(await continueImport(ports, editor, { batchId }));
  expectDone(await step()); // without any memory of the first run, as after a restart
  await runImport(ports, editor, batchId);
  expect(await outcomesOf(ports, editor, batchId)).toEqual([
    "created",
    "created",
    "created",
    "failed",
    "left-out",
    "left-out",
  ]);
  expect(await names(ports, editor, "server")).toEqual(["KARTE-01", "KARTE-02"]);
  expect((await ports.db.$client.execute("SELECT 1 FROM contract_system")).rows).toHaveLength(2);
});

it("somebody registers a name while the batch runs: it is not made twice, and a like one is not guessed", async () => {
  const { ports, editor } = await testHospital();
  const batchId = await draftImport(ports, editor, listBook());
  await begin(ports, editor, batchId);
  const first = expectDone(await writeImportRows(ports, editor, { batchId, limit: 1 }));
  expectDone(await registerRecord(ports, editor, { noun: "vendor", raw: { name: "うみべソフト" } }));
  const rest = { batchId, limit: 50, memory: first.memory };
  expectDone(await writeImportRows(ports, editor, rest));
  const rows = await rowsOfImport(ports.db, editor, batchId);
  expect(rows.find((each) => each.row === 6)).toMatchObject({ outcome: "failed" });
  expect(rows.find((each) => each.row === 6)?.problems).toContain("import-question-new");
  expect(await names(ports, editor, "vendor")).toEqual(["うみべソフト", "株式会社つむぎ情報"]);
});

it("open questions, old versions and rows left out by hand", async () => {
  const { ports, editor } = await testHospital();
  await register(ports, editor, "vendor", { name: "うみべソフトウェア" });
  const batchId = await draftImport(ports, editor, listBook());
  const version = () => versionOf(ports, editor, batchId);
  expect(codesOf(await beginImport(ports, editor, { batchId, version: await version() }))).toEqual([
    "import-questions-open",
  ]);
  await answerAll(ports, editor, batchId, () => "new");
  expectDone(await chooseImportRow(ports, editor, { batchId, row: 4, choice: "leave" }));
  expectDone(await chooseImportRow(ports, editor, { batchId, row: 8, choice: "take" }));
  const { plan } = expectDone(await showDryRun(ports, editor, { batchId }));
  expect(plan.rows.map((each) => each.outcome)).toEqual([
    "left-out",
    "create",
    "create",
    "failed",
    "create",
    "left-out",
  ]);
  expect(codesOf(await beginImport(ports, editor, { batchId, version: 1 }))).toEqual(["changed-meanwhile"]);
});

it("10,000 rows are taken, one more is refused; a CSV of Windows keeps 00123 and loses our apostrophe", async () => {
  const { ports, editor } = await testHospital();
  const lines = Array.from({ length: 10_001 }, (_, at) => `事業者${String(at).padStart(5, "0")}`);
  const csv = (rows: string[]) => new TextEncoder().encode(["事業者名", ...rows].join("\r\n"));
  const long = await openImport(ports, editor, { fileName: "長い.csv", bytes: csv(lines) });
  expect(codesOf(long)).toEqual(["import-too-many-rows"]);
  const { batchId } = expectDone(
    await openImport(ports, editor, { fileName: "長い.csv", bytes: csv(lines.slice(1)) }),
  );
  expect(expectDone(await showDryRun(ports, editor, { batchId })).plan.counts.create).toBe(10_000);
  const small = "事業者名,メモ\r\n'=ひばり,'+81\r\n00123,-\r\n";
  const iconv = Buffer.from(small, "utf8");
  const own = expectDone(await openImport(ports, editor, { fileName: "own.csv", bytes: iconv }));
  await begin(ports, editor, own.batchId);
  await runImport(ports, editor, own.batchId);
  expect(await names(ports, editor, "vendor")).toEqual(["00123", "=ひばり"]);
});

it("a file that is no table, or an empty one, starts nothing", async () => {
  const { ports, editor } = await testHospital();
  const open = (bytes: Uint8Array, fileName = "a.xlsx") => openImport(ports, editor, { fileName, bytes });
  expect(codesOf(await open(new Uint8Array()))).toEqual(["file-empty"]);
  expect(codesOf(await open(listBook([])))).toEqual(["import-no-rows"]);
  expect((await open(new TextEncoder().encode("%PDF-1.7"), "a.xlsx")).ok).toBe(false);
});
