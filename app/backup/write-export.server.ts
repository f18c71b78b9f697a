import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type { Client, Transaction } from "@libsql/client";
import {
  BLOB_TABLE,
  EXPORT_FORM,
  type ExportManifest,
  type ExportRow,
  emptied,
  leftBehind,
} from "~/domain/open-export";
import { done, failed, problem, type Result } from "~/domain/problem";

/** Rows asked for at once, so that memory stays flat whatever a table holds. */
const PAGE = 500;

/**
 * すべての書き出し: every record of every hospital of the database as open JSON, and every original and paper as its own
 * file, as they stood at one moment; beside the running server, too. Nothing in it opens a door (`leftBehind`).
 * @param folder must not exist, or be empty
 * @returns Problems: export-folder-not-empty
 */
export async function writeExport(
  client: Client,
  folder: string,
  now: string,
): Promise<Result<ExportManifest>> {
  if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0) {
    return failed(problem("export-folder-not-empty", {}, folder));
  }
  for (const part of ["tables", "files"])
    fs.mkdirSync(path.join(folder, part), { recursive: true, mode: 0o700 });
  const tx = await client.transaction("read");
  try {
    const manifest: ExportManifest = {
      form: EXPORT_FORM,
      takenAt: now,
      migrations: await texts(tx, "SELECT hash FROM migration ORDER BY made_at, rowid"),
      lastAudit: Number((await texts(tx, "SELECT seq FROM sqlite_sequence WHERE name = 'audit'"))[0] ?? 0),
      tables: await writeTables(tx, folder),
      files: await writeFiles(tx, folder),
    };
    // why last: a folder without it is an export that was not finished.
    fs.writeFileSync(path.join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
    });
    return done(manifest);
  } finally {
    tx.close();
  }
}

/** Tables of records, by name. */
export async function recordTables(client: Pick<Client, "execute"> | Transaction): Promise<string[]> {
  const names = await texts(
    client,
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migration' ORDER BY name",
  );
  return names.filter((name) => name !== BLOB_TABLE && !leftBehind.includes(name));
}

export async function columnsOf(
  client: Pick<Client, "execute"> | Transaction,
  table: string,
): Promise<string[]> {
  return texts(client, `SELECT name FROM pragma_table_info('${table}') ORDER BY cid`);
}

async function writeTables(tx: Transaction, folder: string): Promise<ExportManifest["tables"]> {
  const tables: ExportManifest["tables"] = [];
  for (const name of await recordTables(tx)) {
    const columns = await columnsOf(tx, name);
    const file = fs.openSync(path.join(folder, "tables", `${name}.jsonl`), "wx", 0o600);
    const hash = createHash("sha256");
    let rows = 0;
    try {
      for await (const row of rowsOf(tx, name, columns)) {
        // why: readers of lines take these two characters for the end of one.
        const json = JSON.stringify(row).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
        const line = `${json}\n`;
        fs.writeSync(file, line);
        hash.update(line);
        rows += 1;
      }
    } finally {
      fs.closeSync(file);
    }
    tables.push({ name, columns, rows, sha256: hash.digest("hex") });
  }
  return tables;
}

async function* rowsOf(
  tx: Transaction,
  table: string,
  columns: readonly string[],
): AsyncGenerator<ExportRow> {
  const shown = columns.map((each) => {
    const empty = emptied[table]?.[each];
    return empty === undefined ? `"${each}"` : `'${empty}' AS "${each}"`;
  });
  let after = -1;
  while (true) {
    const { rows } = await tx.execute({
      sql: `SELECT rowid AS "#", ${shown.join(", ")} FROM "${table}" WHERE rowid > ? ORDER BY rowid LIMIT ${PAGE}`,
      args: [after],
    });
    for (const row of rows) yield columns.map((each) => plain(row[each]));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = Number(last["#"]);
  }
}

/** @throws on bytes outside the table of files: nothing would say where they belong */
function plain(value: unknown): ExportRow[number] {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  throw new Error("a value that JSON does not have");
}

async function writeFiles(tx: Transaction, folder: string): Promise<ExportManifest["files"]> {
  const { rows } = await tx.execute(
    `SELECT group_id AS g, sha256 AS h, sum(length(bytes)) AS size FROM ${BLOB_TABLE} GROUP BY group_id, sha256 ORDER BY group_id, sha256`,
  );
  const files = rows.map((row) => ({
    groupId: String(row.g),
    sha256: String(row.h),
    size: Number(row.size),
  }));
  for (const { groupId, sha256 } of files) {
    const chunks = await tx.execute({
      sql: `SELECT bytes FROM ${BLOB_TABLE} WHERE group_id = ? AND sha256 = ? ORDER BY ordinal`,
      args: [groupId, sha256],
    });
    const bytes = Buffer.concat(chunks.rows.map((row) => Buffer.from(row.bytes as ArrayBuffer))); // parsed: a BLOB column
    fs.writeFileSync(path.join(folder, "files", sha256), bytes, { mode: 0o600 });
  }
  return files;
}

async function texts(client: Pick<Client, "execute"> | Transaction, sql: string): Promise<string[]> {
  return (await client.execute(sql)).rows.map((row) => String(Object.values(row)[0]));
}
