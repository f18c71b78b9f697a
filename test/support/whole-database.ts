import { createClient } from "@libsql/client";

/** Everything in a database file: every table's rows in one order, and the schema with its guards. */
export type WholeDatabase = { schema: string[]; tables: Record<string, string[]> };

/** @param url `file:…`; opened and closed here */
export async function tablesOf(url: string): Promise<WholeDatabase> {
  const client = createClient({ url });
  try {
    const { rows } = await client.execute(
      "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name",
    );
    const tables: Record<string, string[]> = {};
    for (const row of rows) {
      if (row.type !== "table") continue;
      const all = await client.execute(`SELECT * FROM "${row.name}"`);
      tables[String(row.name)] = all.rows
        .map((each) => JSON.stringify(Object.values(each).map(plain)))
        .sort();
    }
    return { schema: rows.map((row) => `${row.name} ${row.sql}`), tables };
  } finally {
    client.close();
  }
}

function plain(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return Buffer.from(value).toString("hex");
  return typeof value === "bigint" ? String(value) : value;
}
