import type { Entered } from "~/domain/annex-field";

const PREFIX = "written.";

/** `written.key` and `written.key.row.column` (rows from 1) as the values they stand for. */
export function writtenFrom(fields: Readonly<Record<string, string | string[]>>): Entered {
  const entered: Entered = {};
  const tables = new Map<string, Map<number, Record<string, string>>>();
  for (const [name, value] of Object.entries(fields)) {
    if (!name.startsWith(PREFIX) || typeof value !== "string") continue;
    const [key = "", row, column] = name.slice(PREFIX.length).split(".");
    if (row === undefined || column === undefined) {
      entered[key] = value;
      continue;
    }
    const rows = tables.get(key) ?? new Map<number, Record<string, string>>();
    rows.set(Number(row), { ...rows.get(Number(row)), [column]: value });
    tables.set(key, rows);
  }
  for (const [key, rows] of tables) {
    entered[key] = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
  }
  return entered;
}
