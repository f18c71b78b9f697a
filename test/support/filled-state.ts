import type { Client } from "@libsql/client";

type Column = { name: string; type: string; isNeeded: boolean; isKey: boolean; standard: unknown };
type Reference = { column: string; table: string; to: string };
type Table = { name: string; sql: string; columns: Column[]; references: Reference[] };

/**
 * Puts rows into every table of a database, whatever its schema: values that its foreign keys, unique keys and closed
 * lists allow, so that each released state can be migrated with something in it.
 * @returns how many rows each table got
 */
export async function fillEveryTable(client: Client, rowsEach: number): Promise<Map<string, number>> {
  const tables = await tablesOf(client);
  const filled = new Map<string, number>();
  const waiting = new Map(tables.map((each) => [each.name, each]));
  for (let size = -1; size !== waiting.size; ) {
    size = waiting.size;
    for (const table of [...waiting.values()]) {
      const isReady = table.references.every((each) => each.table === table.name || !waiting.has(each.table));
      if (!isReady) continue;
      for (let at = 0; at < rowsEach; at += 1) await insert(client, table, at);
      filled.set(table.name, rowsEach);
      waiting.delete(table.name);
    }
  }
  if (waiting.size > 0) throw new Error(`tables in a circle: ${[...waiting.keys()].join(", ")}`);
  return filled;
}

async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.execute(
    "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migration'",
  );
  const tables: Table[] = [];
  for (const row of rows) {
    const name = String(row.name);
    const columns = await client.execute(`SELECT * FROM pragma_table_info('${name}')`);
    const references = await client.execute(`SELECT * FROM pragma_foreign_key_list('${name}')`);
    tables.push({
      name,
      sql: String(row.sql),
      columns: columns.rows.map((each) => ({
        name: String(each.name),
        type: String(each.type).toLowerCase(),
        isNeeded: Number(each.notnull) === 1,
        isKey: Number(each.pk) > 0,
        standard: each.dflt_value,
      })),
      references: references.rows.map((each) => ({
        column: String(each.from),
        table: String(each.table),
        to: String(each.to),
      })),
    });
  }
  return tables;
}

const idOf = (table: string, at: number) =>
  `01999999-0000-7000-8000-${Buffer.from(table).toString("hex").slice(0, 10).padEnd(10, "0")}${String(at).padStart(2, "0")}`;

async function insert(client: Client, table: Table, at: number): Promise<void> {
  const values: [string, string | number | null | Uint8Array][] = table.columns.map((column) => [
    column.name,
    valueIn(table, column, at),
  ]);
  // why written out: a row refers to the row of the same number, so that owners and owned fit together.
  await client.execute({
    sql: `INSERT INTO "${table.name}" (${values.map(([name]) => `"${name}"`).join(", ")}) VALUES (${values.map(() => "?")})`,
    args: values.map(([, value]) => value),
  });
}

function valueIn(table: Table, column: Column, at: number): string | number | null | Uint8Array {
  const reference = table.references.find((each) => each.column === column.name);
  if (reference) {
    if (reference.table === table.name) return column.isNeeded ? idOf(table.name, at) : null;
    return idOf(reference.table, at);
  }
  const allowed = new RegExp(`CHECK\\(\\s*"?${column.name}"? in \\('([^']*)'`, "i").exec(table.sql)?.[1];
  if (allowed !== undefined) return allowed;
  if (column.type === "integer") return column.name === "seq" || column.name === "ordinal" ? at + 1 : 1;
  if (column.type === "blob") return new Uint8Array([at, 1, 2]);
  return textFor(table, column, at);
}

function textFor(table: Table, column: Column, at: number): string {
  if (column.name === "id" || (column.isKey && column.name !== "sha256")) return idOf(table.name, at);
  if (column.name === "group_id") return idOf("hospital_group", at);
  if (column.name === "hospital_id") return idOf("hospital", at);
  if (/_on$|_from$|_to$|^day$|_through$/.test(column.name)) return "2026-01-01";
  if (/_at$|_before$/.test(column.name)) return `2026-01-01T00:00:0${at % 10}.000Z`;
  if (typeof column.standard === "string" && /^'[[{]/.test(column.standard))
    return column.standard.slice(1, -1);
  if (
    /^(change|changes|snapshot|body|reading|rows|answers|values|entered|row|report|plan)$/.test(column.name)
  )
    return "{}";
  return `${column.name}-${at}`;
}
