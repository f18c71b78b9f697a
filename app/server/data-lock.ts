import fs from "node:fs";
import path from "node:path";
import { type Client, createClient, type Transaction } from "@libsql/client";
import { DatabaseRefused } from "#db/client.server";

/**
 * One writing process per data folder. The lock is an exclusive transaction on a small file of its own: the
 * operating system lets go of it when the process dies, whatever killed it.
 * @returns the lock, or null when another process holds it
 * @throws DatabaseRefused when the folder cannot be written to
 */
export async function lockData(dataDir: string): Promise<{ release(): void } | null> {
  const client = openLockFile(dataDir);
  const held = await holdExclusively(client);
  if (!held) {
    client.close();
    return null;
  }
  return {
    release() {
      held.close();
      client.close();
    },
  };
}

function openLockFile(dataDir: string): Client {
  try {
    fs.mkdirSync(dataDir, { recursive: true });
    return createClient({ url: `file:${path.join(dataDir, "process.lock")}`, timeout: 0 });
  } catch (error) {
    throw new DatabaseRefused("database-read-only", error instanceof Error ? error.message : String(error));
  }
}

async function holdExclusively(client: Client): Promise<Transaction | null> {
  try {
    await client.execute("CREATE TABLE IF NOT EXISTS lock (one INTEGER)");
    const held = await client.transaction("write");
    await held.execute("INSERT INTO lock VALUES (1)");
    return held;
  } catch (error) {
    if (/SQLITE_BUSY|locked/i.test(String(error))) return null;
    if (/readonly|SQLITE_FULL|disk is full/i.test(String(error)))
      throw new DatabaseRefused("database-read-only", String(error));
    throw error;
  }
}
