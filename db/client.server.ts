import fs from "node:fs";
import path from "node:path";
import { type Client, createClient, type InStatement } from "@libsql/client";
import { drizzle, type LibSQLDatabase } from "drizzle-orm/libsql";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { chainOldEntries } from "./audit-chain.ts";
import { guardFrozenTables } from "./frozen.ts";
import * as schema from "./schema.ts";
import { gateWrites, insideTransaction } from "./write-gate.ts";

export type Db = LibSQLDatabase<typeof schema> & { $client: Client };
/** What queries take: the database, or the open transaction of a use case. */
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];
export type DbOrTx = Db | Tx;

/** The database cannot be used as it is; `code` is a Problem code. */
export class DatabaseRefused extends Error {
  constructor(
    readonly code:
      | "database-newer"
      | "database-read-only"
      | "database-token-refused"
      | "database-unreachable",
    message: string,
  ) {
    super(message);
    this.name = "DatabaseRefused";
  }
}

/**
 * Opens (and creates) a database, sets and asserts what everything relies on — WAL, foreign keys,
 * synchronous FULL — applies migrations and renews the guards of frozen tables.
 * @param options.onQuery told of every statement, for tests and benches that count them
 * @param url `file:…` or `libsql:`/`http:`; nothing is kept globally, the caller closes it
 * @throws DatabaseRefused when the file is read-only or newer than this program, or when a server of its own is not
 * there or refuses the token
 */
export async function openDb(
  url: string,
  options: { migrationsFolder: string; authToken?: string; onQuery?: (sql: string) => void },
): Promise<Db> {
  const isFile = url.startsWith("file:");
  if (isFile) fs.mkdirSync(path.dirname(url.slice("file:".length)), { recursive: true });
  const raw = createClient({
    url,
    ...(options.authToken ? { authToken: options.authToken } : {}),
    timeout: 500,
  });
  try {
    if (isFile) await assertPragmas(raw);
    const client = gateWrites(raw);
    const { onQuery } = options;
    const db: Db = drizzle(client, onQuery ? { schema, logger: { logQuery: onQuery } } : { schema });
    const transaction = db.transaction.bind(db);
    db.transaction = (work, config) => transaction((tx) => insideTransaction(client, () => work(tx)), config);
    await migrate(client, options.migrationsFolder);
    await guardFrozenTables(client);
    return db;
  } catch (error) {
    raw.close();
    throw (isFile ? null : refusalOfServer(error)) ?? error;
  }
}

/** What keeps a database on a server from opening, where a person can mend it. */
function refusalOfServer(error: unknown): DatabaseRefused | null {
  const text = `${error} ${error instanceof Error ? String(error.cause ?? "") : ""}`;
  if (/unauthorized|forbidden|\b40[13]\b/i.test(text)) {
    return new DatabaseRefused("database-token-refused", text);
  }
  const isAway = /fetch failed|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT/.test(text);
  return isAway ? new DatabaseRefused("database-unreachable", text) : null;
}

/**
 * Opens an existing database for reading only, beside the process that writes it: no pragma of the file, no
 * migration and no guard is touched, and a write is an error of the engine.
 * @returns null when there is no database yet or it waits for migrations: the server has to start first
 * @throws DatabaseRefused when the database is newer than this program
 */
export async function openDbToRead(
  url: string,
  options: { migrationsFolder: string; authToken?: string },
): Promise<Db | null> {
  if (url.startsWith("file:") && !fs.existsSync(url.slice("file:".length))) return null;
  const client = createClient({
    url,
    ...(options.authToken ? { authToken: options.authToken } : {}),
    timeout: 500,
  });
  try {
    if (url.startsWith("file:")) await client.execute("PRAGMA query_only = ON");
    const known = readMigrationFiles({ migrationsFolder: options.migrationsFolder }).map((each) => each.hash);
    const applied = await appliedMigrations(client);
    refuseNewer(applied, known);
    if (known.every((hash) => applied.includes(hash))) return drizzle(client, { schema });
    client.close();
    return null;
  } catch (error) {
    client.close();
    throw error;
  }
}

/**
 * True when opening the database would migrate it: it exists, holds something already and waits for migrations.
 * Reads only; a database on a server is left to whoever runs that server.
 */
export async function waitsForMigration(url: string, migrationsFolder: string): Promise<boolean> {
  if (!url.startsWith("file:") || !fs.existsSync(url.slice("file:".length))) return false;
  const client = createClient({ url, timeout: 500 });
  try {
    const applied = await appliedMigrations(client);
    if (applied.length === 0) return false;
    return readMigrationFiles({ migrationsFolder }).some((each) => !applied.includes(each.hash));
  } finally {
    client.close();
  }
}

async function appliedMigrations(client: Client): Promise<string[]> {
  const tables = await client.execute("SELECT 1 FROM sqlite_master WHERE name = 'migration'");
  if (tables.rows.length === 0) return [];
  return (await client.execute("SELECT hash FROM migration")).rows.map((row) => String(row.hash));
}

function refuseNewer(applied: readonly string[], known: readonly string[]): void {
  const foreign = applied.filter((hash) => !known.includes(hash));
  if (foreign.length === 0) return;
  throw new DatabaseRefused("database-newer", `migrations this program does not know: ${foreign.join(", ")}`);
}

/** Journal, foreign keys and synchronous are asked back, because a pragma that is ignored says nothing. */
async function assertPragmas(client: Client): Promise<void> {
  try {
    await client.execute("PRAGMA journal_mode = WAL");
  } catch (error) {
    if (/readonly/i.test(String(error))) throw new DatabaseRefused("database-read-only", String(error));
    throw error;
  }
  const read = async (name: string) =>
    Object.values((await client.execute(`PRAGMA ${name}`)).rows[0] ?? {})[0];
  const [journal, keys, synchronous] = [
    await read("journal_mode"),
    await read("foreign_keys"),
    await read("synchronous"),
  ];
  if (journal !== "wal" || Number(keys) !== 1 || Number(synchronous) !== 2) {
    throw new Error(`database pragmas: journal ${journal}, foreign_keys ${keys}, synchronous ${synchronous}`);
  }
}

/**
 * Applies the migrations in one batch each. Own loop over drizzle's files, because drizzle's migrator opens
 * its own transaction and cannot tell a database that is newer than the program.
 */
async function migrate(client: Client, migrationsFolder: string): Promise<void> {
  await client.execute(
    "CREATE TABLE IF NOT EXISTS migration (hash TEXT PRIMARY KEY, made_at INTEGER NOT NULL)",
  );
  const applied = await appliedMigrations(client);
  const files = readMigrationFiles({ migrationsFolder });
  refuseNewer(
    applied,
    files.map((each) => each.hash),
  );
  for (const file of files) {
    if (applied.includes(file.hash)) continue;
    await client.migrate([
      ...(await statementsOf(client, file.sql)),
      { sql: "INSERT INTO migration (hash, made_at) VALUES (?, ?)", args: [file.hash, file.folderMillis] },
    ]);
  }
}

/** What SQL cannot compute, named in a migration as `-- step: name`: read first, written with the rest of its batch. */
const steps: Readonly<Record<string, (client: Client) => Promise<InStatement[]>>> = {
  "chain-old-entries": chainOldEntries,
};

async function statementsOf(client: Client, parts: readonly string[]): Promise<InStatement[]> {
  const statements: InStatement[] = [];
  for (const part of parts.map((each) => each.trim()).filter(Boolean)) {
    const name = /^-- step: ([\w-]+)$/.exec(part)?.[1];
    if (name === undefined) {
      statements.push(part);
      continue;
    }
    const step = steps[name];
    if (!step) throw new Error(`migration step ${name} is unknown`);
    statements.push(...(await step(client)));
  }
  return statements;
}

/** One connection's view: true when the database answers. */
export async function isDbReady(db: Db): Promise<boolean> {
  return (await db.$client.execute("SELECT 1 AS one")).rows.length === 1;
}
