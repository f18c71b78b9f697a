import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Client, Transaction } from "@libsql/client";
import { type CopyCheck, checkCopy } from "#db/check-copy";
import { openDb } from "#db/client.server";
import {
  BLOB_TABLE,
  type ExportManifest,
  type ExportRow,
  exportManifestSchema,
  exportRowSchema,
} from "~/domain/open-export";
import { done, failed, problem, type Result } from "~/domain/problem";
import { columnsOf, recordTables } from "./write-export.server";

const CHUNK_BYTES = 1024 * 1024;
const ROWS_AT_ONCE = 200;

/** A faulty export; what is wrong, and in which of its files. */
class Damaged extends Error {}

/**
 * 書き出しの取り込み: makes a database from an export, in a file beside the place and moved there when it was checked in
 * full: every hash, every reference, the chain of the audit log. Nothing is imported beside records that are there.
 * @param target where the database shall be; nothing may be there
 * @returns Problems: import-not-empty, export-damaged (the file), backup-copy-faulty
 */
export async function readExport(
  folder: string,
  target: string,
  migrationsFolder: string,
): Promise<Result<{ manifest: ExportManifest; check: CopyCheck }>> {
  if (fs.existsSync(target)) return failed(problem("import-not-empty", {}, target));
  const fresh = `${target}.importing-${process.pid}`;
  fs.mkdirSync(path.dirname(target), { recursive: true });
  try {
    const manifest = readManifest(folder);
    await fill(fresh, folder, manifest, migrationsFolder);
    const check = await checkCopy(fresh, migrationsFolder);
    if (check.fault) {
      return failed(problem("backup-copy-faulty", { fault: check.fault.code }, check.fault.detail));
    }
    fs.renameSync(fresh, target);
    return done({ manifest, check });
  } catch (error) {
    if (error instanceof Damaged) return failed(problem("export-damaged", {}, error.message));
    throw error;
  } finally {
    for (const suffix of ["", "-wal", "-shm"]) fs.rmSync(fresh + suffix, { force: true });
  }
}

function readManifest(folder: string): ExportManifest {
  try {
    return exportManifestSchema.parse(
      JSON.parse(fs.readFileSync(path.join(folder, "manifest.json"), "utf8")),
    );
  } catch {
    throw new Damaged("manifest.json");
  }
}

async function fill(
  file: string,
  folder: string,
  manifest: ExportManifest,
  migrationsFolder: string,
): Promise<void> {
  const db = await openDb(`file:${file}`, { migrationsFolder });
  const client = db.$client;
  try {
    await refuseOtherState(client, manifest);
    const tx = await client.transaction("write");
    try {
      // why: rows come table by table, and a table may refer to one that comes later; all is checked at the end.
      await tx.execute("PRAGMA defer_foreign_keys = ON");
      for (const table of manifest.tables) await fillTable(tx, folder, table);
      for (const each of manifest.files) await fillBlob(tx, folder, each);
      await tx.execute({
        sql: "UPDATE sqlite_sequence SET seq = ? WHERE name = 'audit'",
        args: [manifest.lastAudit],
      });
      await tx.commit();
    } finally {
      tx.close();
    }
    await client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  } catch (error) {
    if (error instanceof Error && /FOREIGN KEY|UNIQUE|CHECK|NOT NULL/.test(error.message)) {
      throw new Damaged(error.message);
    }
    throw error;
  } finally {
    client.close();
  }
}

/** An export of another state of the tables is read by the program of that state, which is then brought up to date. */
async function refuseOtherState(client: Client, manifest: ExportManifest): Promise<void> {
  const { rows } = await client.execute("SELECT hash FROM migration ORDER BY made_at, rowid");
  const same = rows.map((row) => String(row.hash)).join() === manifest.migrations.join();
  const tables = (await recordTables(client)).join() === manifest.tables.map((each) => each.name).join();
  if (!same || !tables) throw new Damaged("manifest.json: migrations");
}

async function fillTable(
  tx: Transaction,
  folder: string,
  table: ExportManifest["tables"][number],
): Promise<void> {
  const place = `tables/${table.name}.jsonl`;
  if ((await columnsOf(tx, table.name)).join() !== table.columns.join()) throw new Damaged(place);
  const names = table.columns.map((each) => `"${each}"`).join(", ");
  const marks = table.columns.map(() => "?").join(", ");
  const sql = `INSERT INTO "${table.name}" (${names}) VALUES (${marks})`;
  const hash = createHash("sha256");
  let waiting: { sql: string; args: ExportRow }[] = [];
  let rows = 0;
  for await (const line of linesOf(path.join(folder, place), place)) {
    hash.update(`${line}\n`);
    waiting.push({ sql, args: rowIn(line, table.columns.length, place) });
    rows += 1;
    if (waiting.length < ROWS_AT_ONCE) continue;
    await tx.batch(waiting);
    waiting = [];
  }
  if (waiting.length > 0) await tx.batch(waiting);
  if (rows !== table.rows || hash.digest("hex") !== table.sha256) throw new Damaged(place);
}

function linesOf(file: string, place: string): AsyncIterable<string> {
  if (!fs.existsSync(file)) throw new Damaged(place);
  return createInterface({ input: fs.createReadStream(file, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });
}

function rowIn(line: string, columns: number, place: string): ExportRow {
  try {
    const row = exportRowSchema.parse(JSON.parse(line));
    if (row.length === columns) return row;
  } catch {
    // said below, with the place
  }
  throw new Damaged(place);
}

async function fillBlob(
  tx: Transaction,
  folder: string,
  { groupId, sha256, size }: ExportManifest["files"][number],
): Promise<void> {
  const place = `files/${sha256}`;
  const file = path.join(folder, place);
  if (!fs.existsSync(file)) throw new Damaged(place);
  const bytes = fs.readFileSync(file);
  if (bytes.length !== size || createHash("sha256").update(bytes).digest("hex") !== sha256) {
    throw new Damaged(place);
  }
  for (let ordinal = 0; ordinal * CHUNK_BYTES < Math.max(1, bytes.length); ordinal += 1) {
    const piece = bytes.subarray(ordinal * CHUNK_BYTES, (ordinal + 1) * CHUNK_BYTES);
    await tx.execute({
      sql: `INSERT INTO ${BLOB_TABLE} (group_id, sha256, ordinal, bytes) VALUES (?, ?, ?, ?)`,
      args: [groupId, sha256, ordinal, piece],
    });
  }
}
