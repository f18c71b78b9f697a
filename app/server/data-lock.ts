import fs from "node:fs";
import path from "node:path";
import { type Client, createClient, type Transaction } from "@libsql/client";

/**
 * One writing process per data folder. The lock is an exclusive transaction on a small file of its own: the
 * operating system lets go of it when the process dies, whatever killed it.
 * @returns the lock, or null when another process holds it
 */
export async function lockData(dataDir: string): Promise<{ release(): void } | null> {
  fs.mkdirSync(dataDir, { recursive: true });
  const client = createClient({ url: `file:${path.join(dataDir, "process.lock")}`, timeout: 0 });
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

async function holdExclusively(client: Client): Promise<Transaction | null> {
  try {
    await client.execute("CREATE TABLE IF NOT EXISTS lock (one INTEGER)");
    const held = await client.transaction("write");
    await held.execute("INSERT INTO lock VALUES (1)");
    return held;
  } catch (error) {
    if (/SQLITE_BUSY|locked/i.test(String(error))) return null;
    throw error;
  }
}
