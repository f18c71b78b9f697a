import path from "node:path";
import { type Client, createClient } from "@libsql/client";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrationsFolder, tempFile } from "./ports";

/** How many migrations the first release had (up to `0001_intake`). */
const RELEASED = 2;

/**
 * A database file as an earlier program left it: its migrations applied and written down, nothing in it. The caller
 * fills it by SQL, closes the client and opens the file with `openDb`.
 * @param count how many migrations that program had
 */
export async function releasedDatabase(count = RELEASED): Promise<{ url: string; client: Client }> {
  const url = `file:${path.resolve(tempFile("released.db"))}`;
  const client = createClient({ url });
  // why: this file is only made to be opened; nobody pulls the plug while it is.
  for (const pragma of ["journal_mode = MEMORY", "synchronous = OFF"])
    await client.execute(`PRAGMA ${pragma}`);
  await client.execute("CREATE TABLE migration (hash TEXT PRIMARY KEY, made_at INTEGER NOT NULL)");
  for (const file of readMigrationFiles({ migrationsFolder }).slice(0, count)) {
    await client.migrate([
      ...file.sql.map((each) => each.trim()).filter((each) => each !== "" && !each.startsWith("-- step:")),
      { sql: "INSERT INTO migration (hash, made_at) VALUES (?, ?)", args: [file.hash, file.folderMillis] },
    ]);
  }
  return { url, client };
}
