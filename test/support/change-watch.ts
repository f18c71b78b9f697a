import type { TestPorts } from "./ports";

/**
 * Tells which tables a request wrote to: triggers note every row that comes, changes or goes. What was rolled back
 * leaves no note, because the note is rolled back with it.
 */
export async function watchChanges({ db }: TestPorts): Promise<{ since(): Promise<string[]> }> {
  const client = db.$client;
  const { rows } = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migration'",
  );
  await client.execute("CREATE TABLE watched_change (n INTEGER PRIMARY KEY, name TEXT NOT NULL)");
  for (const { name } of rows) {
    for (const verb of ["INSERT", "UPDATE", "DELETE"]) {
      await client.execute(
        `CREATE TRIGGER "watch_${verb}_${name}" AFTER ${verb} ON "${name}" BEGIN INSERT INTO watched_change (name) VALUES ('${name}'); END`,
      );
    }
  }
  let last = 0;
  return {
    async since() {
      const noted = await client.execute({
        sql: "SELECT max(n) AS n, name FROM watched_change WHERE n > ? GROUP BY name ORDER BY name",
        args: [last],
      });
      last = Math.max(last, ...noted.rows.map((row) => Number(row.n)));
      return noted.rows.map((row) => String(row.name));
    },
  };
}
