import { and, asc, count, eq, gt, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { registerNouns } from "../../app/domain/register.ts";
import { isMadeNoun, keyFields, type MadeNoun, type RowOutcome } from "../../app/domain/register-import.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { importRow } from "../schema.ts";
import { readStored, type StoredRow, storedColumns } from "./imports.server.ts";

const snake = (name: string) => name.replace(/[A-Z]/g, (each) => `_${each.toLowerCase()}`);

/** Rows below the headings in each figure; `noticed` counts rows that have something to say. */
export async function countImportRows(
  db: DbOrTx,
  scope: Scope,
  batch: { id: string; headerRow: number },
): Promise<{ outcome: RowOutcome; count: number; noticed: number }[]> {
  return db
    .select({
      outcome: importRow.outcome,
      count: count(),
      noticed: sql<number>`sum(${importRow.problems} <> '[]')`.mapWith(Number),
    })
    .from(importRow)
    .where(rowsBelow(scope, batch))
    .groupBy(importRow.outcome);
}

/** Rows below the headings, in order; `only` "noticed" are those taken with something to say. */
export async function pageOfImportRows(
  db: DbOrTx,
  scope: Scope,
  batch: { id: string; headerRow: number },
  asked: { only: RowOutcome | "noticed" | null; page: number; pageSize: number },
): Promise<StoredRow[]> {
  const taken = and(inArray(importRow.outcome, ["created", "known"]), sql`${importRow.problems} <> '[]'`);
  const only =
    asked.only === null ? undefined : asked.only === "noticed" ? taken : eq(importRow.outcome, asked.only);
  const rows = await db
    .select(storedColumns)
    .from(importRow)
    .where(and(rowsBelow(scope, batch), only))
    .orderBy(asc(importRow.row))
    .limit(asked.pageSize)
    .offset((asked.page - 1) * asked.pageSize);
  return rows.map(readStored);
}

const noticeSchema = z.object({ first: z.string(), params: z.number(), rows: z.string() });
const rowNumbers = z.array(z.number().int());

/**
 * What rows of a batch have to say, one entry for each kind of problem at each column (and each reason of a row that
 * was left out). One query. `first` is the JSON of a Problem, `isSame` tells whether all have its parameters; rows
 * ascend.
 */
export async function noticesOfImport(
  db: DbOrTx,
  scope: Scope,
  batch: { id: string; headerRow: number },
): Promise<{ first: string; isSame: boolean; rows: number[] }[]> {
  const found = await db.all(sql`SELECT p.value AS first, min(r.row),
      count(DISTINCT p.value ->> 'params') AS params, json_group_array(DISTINCT r.row) AS rows
    FROM import_row r JOIN json_each(r.problems) p
    WHERE r.hospital_id = ${scope.hospitalId} AND r.batch_id = ${batch.id} AND r.row > ${batch.headerRow}
      AND r.problems <> '[]'
    GROUP BY p.value ->> 'code', p.value ->> 'at',
      CASE p.value ->> 'code' WHEN 'import-left-out' THEN p.value -> 'params' ->> 'reason' END
    ORDER BY count(DISTINCT r.row) DESC, 2`);
  return found.map((each) => {
    const { first, params, rows } = noticeSchema.parse(each);
    const numbers = rowNumbers.parse(JSON.parse(rows)).sort((a, b) => a - b);
    return { first, isSame: params === 1, rows: numbers };
  });
}

const rowsBelow = (scope: Scope, batch: { id: string; headerRow: number }) =>
  and(
    eq(importRow.hospitalId, scope.hospitalId),
    eq(importRow.batchId, batch.id),
    gt(importRow.row, batch.headerRow),
  );

export type MadeName = {
  row: number;
  noun: MadeNoun;
  recordId: string;
  name: string | null;
  isArchived: boolean;
};

/**
 * What rows of a batch made, with the names as they are now; a record that was taken back has none. One query.
 * @param rows row numbers of the sheet
 */
export async function madeOfRows(
  db: DbOrTx,
  scope: Scope,
  batchId: string,
  rows: readonly number[],
): Promise<MadeName[]> {
  const named = registerNouns.map((noun) => {
    const [table, name] = [sql.identifier(snake(noun)), sql.identifier(snake(keyFields[noun]))];
    return sql`SELECT m.ordinal AS ordinal, m.row AS row, m.noun AS noun, m.record_id AS recordId,
        r.${name} AS name, r.archived_at AS archived
      FROM import_made m LEFT JOIN ${table} r ON r.id = m.record_id
      WHERE m.hospital_id = ${scope.hospitalId} AND m.batch_id = ${batchId} AND m.noun = ${noun}
        AND m.row IN (SELECT value FROM json_each(${JSON.stringify(rows)}))`;
  });
  const found = await db.all(sql`${sql.join(named, sql` UNION ALL `)} ORDER BY 1`);
  return found.map((each) => {
    const { archived, ...made } = madeSchema.parse(each);
    return { ...made, isArchived: archived !== null };
  });
}

const madeSchema = z.object({
  row: z.number(),
  noun: z.string().transform((text) => (isMadeNoun(text) ? text : "contractSystem")),
  recordId: z.string(),
  name: z.string().nullable(),
  archived: z.string().nullable(),
});
