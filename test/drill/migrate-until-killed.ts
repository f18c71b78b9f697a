import path from "node:path";
import { createClient } from "@libsql/client";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { openDb } from "../../db/client.server.ts";
import { fillEveryTable } from "../support/filled-state.ts";

// `seed FILE STATE`: a database of an earlier state with rows in every table and a long audit log.
// `open FILE`: opens it as the server does, which migrates it, until somebody kills the process.
const [what, file = "", state = "1"] = process.argv.slice(2);
const migrationsFolder = path.join(process.cwd(), "db/migrations");
const ENTRIES = 20_000;

async function seed(): Promise<void> {
  const client = createClient({ url: `file:${file}` });
  for (const pragma of ["journal_mode = MEMORY", "synchronous = OFF"])
    await client.execute(`PRAGMA ${pragma}`);
  await client.execute("CREATE TABLE migration (hash TEXT PRIMARY KEY, made_at INTEGER NOT NULL)");
  for (const each of readMigrationFiles({ migrationsFolder }).slice(0, Number(state))) {
    await client.migrate([
      ...each.sql.map((sql) => sql.trim()).filter(Boolean),
      { sql: "INSERT INTO migration (hash, made_at) VALUES (?, ?)", args: [each.hash, each.folderMillis] },
    ]);
  }
  await fillEveryTable(client, 3);
  await client.execute(
    `INSERT INTO audit (hospital_id, recorded_at, via, verb, noun, record_id, change)
     WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ENTRIES})
     SELECT (SELECT id FROM hospital LIMIT 1), '2026-02-01T00:00:00.000Z', 'web', 'revise', 'vendor', 'v' || i, '{}' FROM n`,
  );
  client.close();
}

if (what === "seed") {
  await seed();
} else {
  process.stdout.write("ready\n");
  (await openDb(`file:${file}`, { migrationsFolder })).$client.close();
  process.stdout.write("made\n");
}
