import { type Client, createClient } from "@libsql/client";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { ChainCheck } from "../app/domain/audit-chain.ts";
import { verifyChain } from "./audit-chain.ts";

/** What is wrong with a database file; nothing when it can be relied on. */
export type CopyFault = {
  code: "copy-damaged" | "copy-dangling" | "copy-chain-broken" | "copy-newer" | "copy-no-database";
  detail: string;
};
export type CopyCheck = { fault: CopyFault | null; chain: ChainCheck | null };

/** Writes a whole, compact copy of the database beside its running writer, as it stood at one moment. */
export async function copyDatabase(url: string, to: string): Promise<void> {
  const client = createClient({ url, timeout: 5_000 });
  try {
    await client.execute({ sql: "VACUUM INTO ?", args: [to] });
  } finally {
    client.close();
  }
}

/** Takes the write-ahead log beside a file into it, so that the file alone is the database. */
export async function takeInLog(file: string): Promise<void> {
  const client = createClient({ url: `file:${file}` });
  try {
    // why the failure is kept silent: a file that is no database is what the check says, in words.
    await client.execute("PRAGMA journal_mode = DELETE").catch(() => undefined);
  } finally {
    client.close();
  }
}

/**
 * Checks a database file nobody writes to: every page, every foreign key, the chain of the audit log (where there is
 * one already), and that this program knows all its migrations.
 */
export async function checkCopy(file: string, migrationsFolder: string): Promise<CopyCheck> {
  const client = createClient({ url: `file:${file}` });
  try {
    return await checked(client, migrationsFolder);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { fault: { code: "copy-damaged", detail }, chain: null };
  } finally {
    client.close();
  }
}

async function checked(client: Client, migrationsFolder: string): Promise<CopyCheck> {
  const fault = (code: CopyFault["code"], detail: string): CopyCheck => ({
    fault: { code, detail },
    chain: null,
  });
  const pages = await texts(client, "PRAGMA integrity_check");
  if (pages[0] !== "ok") return fault("copy-damaged", pages.slice(0, 3).join("; "));
  const tables = await texts(client, "SELECT name FROM sqlite_master WHERE name IN ('migration', 'audit')");
  if (tables.length < 2) return fault("copy-no-database", "");
  const known = new Set(readMigrationFiles({ migrationsFolder }).map((each) => each.hash));
  const foreign = (await texts(client, "SELECT hash FROM migration")).filter((hash) => !known.has(hash));
  if (foreign.length > 0) return fault("copy-newer", foreign.join(", "));
  const dangling = await texts(
    client,
    "SELECT \"table\" || ' ' || rowid FROM pragma_foreign_key_check LIMIT 3",
  );
  if (dangling.length > 0) return fault("copy-dangling", dangling.join("; "));
  const hashes = await texts(client, "SELECT name FROM pragma_table_info('audit') WHERE name = 'hash'");
  if (hashes.length === 0) return { fault: null, chain: null };
  const chain = await verifyChain(client);
  const broken = chain.breaks.map((each) => `${each.kind} ${each.seq}`).join("; ");
  return { fault: chain.isWhole ? null : { code: "copy-chain-broken", detail: broken }, chain };
}

async function texts(client: Client, sql: string): Promise<string[]> {
  return (await client.execute(sql)).rows.map((row) => String(Object.values(row)[0]));
}
