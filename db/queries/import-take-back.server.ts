import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { type RegisterNoun, registerOwners } from "../../app/domain/register.ts";
import { keyFields, type MadeNoun } from "../../app/domain/register-import.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx, Tx } from "../client.server.ts";
import { contract, vendor } from "../schema.ts";

const snake = (name: string) => name.replace(/[A-Z]/g, (each) => `_${each.toLowerCase()}`);

export type MadeRecord = { id: string; name: string; version: number; isArchived: boolean };

/** What is left of a batch's records of one register, as they stand now. */
export async function recordsLeft(
  db: DbOrTx,
  scope: Scope,
  batchId: string,
  noun: RegisterNoun,
): Promise<MadeRecord[]> {
  const [table, name] = [sql.identifier(snake(noun)), sql.identifier(snake(keyFields[noun]))];
  const owner = ownerOf(scope, noun);
  const rows = await db.all(
    sql`SELECT r.id AS id, r.${name} AS name, r.version AS version, r.archived_at AS archived
        FROM import_made m JOIN ${table} r ON r.id = m.record_id
        WHERE m.hospital_id = ${scope.hospitalId} AND m.batch_id = ${batchId} AND m.noun = ${noun} AND r.${owner}
        ORDER BY m.ordinal`,
  );
  const schema = z.object({
    id: z.string(),
    name: z.string(),
    version: z.number(),
    archived: z.string().nullable(),
  });
  return rows.map((row) => {
    const { archived, ...rest } = schema.parse(row);
    return { ...rest, isArchived: archived !== null };
  });
}

/** Covered systems a batch added and that are still there. */
export async function linksLeft(db: DbOrTx, scope: Scope, batchId: string) {
  const rows = await db.all(
    sql`SELECT l.id AS id, l.contract_id AS contractId, l.system_id AS systemId
        FROM import_made m JOIN contract_system l ON l.id = m.record_id
        WHERE m.hospital_id = ${scope.hospitalId} AND m.batch_id = ${batchId} AND m.noun = 'contractSystem'
          AND l.hospital_id = ${scope.hospitalId}`,
  );
  return rows.map((row) =>
    z.object({ id: z.string(), contractId: z.string(), systemId: z.string() }).parse(row),
  );
}

/** A row somewhere that points to a record of a batch. */
export type Pointer = { table: string; id: string; recordId: string };

/**
 * Every row of the database that points to the batch's records of one register, found by the foreign keys the
 * database itself declares: a table that is added later counts without anybody thinking of it. Pointers of the
 * whole group are seen, because a vendor is shared; only that there is one is told.
 */
export async function pointersTo(
  db: DbOrTx,
  scope: Scope,
  batchId: string,
  noun: RegisterNoun,
): Promise<Pointer[]> {
  const keys = await db.all(
    sql`SELECT m.name AS tableName, f."from" AS columnName FROM sqlite_master m, pragma_foreign_key_list(m.name) f
        WHERE m.type = 'table' AND f."table" = ${snake(noun)}`,
  );
  const found: Pointer[] = [];
  for (const key of keys) {
    const { tableName, columnName } = z.object({ tableName: z.string(), columnName: z.string() }).parse(key);
    const column = sql.identifier(columnName);
    // An open question about a new system is no use of it: it leaves with the system (`releaseOpenReviews`).
    const isInUse =
      tableName === "role_sheet_review_system"
        ? sql`AND t.review_id IN (SELECT id FROM role_sheet_review WHERE done_at IS NOT NULL)`
        : sql``;
    const rows = await db.all(
      sql`SELECT t.* FROM ${sql.identifier(tableName)} t WHERE t.${column} IN
          (SELECT record_id FROM import_made WHERE hospital_id = ${scope.hospitalId} AND batch_id = ${batchId} AND noun = ${noun}) ${isInUse}`,
    );
    for (const row of rows) {
      const columns = z.record(z.string(), z.unknown()).parse(row);
      // Terms are a part of their contract: a vendor they name is needed exactly as long as the contract is.
      const id = tableName === "contract_revision" ? columns.contract_id : columns.id;
      const recordId = String(columns[columnName]);
      found.push({ table: tableName, id: typeof id === "string" ? id : "", recordId });
    }
  }
  return found;
}

function ownerOf(scope: Scope, noun: RegisterNoun) {
  return registerOwners[noun] === "group"
    ? sql`group_id = ${scope.groupId}`
    : sql`hospital_id = ${scope.hospitalId}`;
}

/** Deletes records of one kind that an import made; the caller knows that nothing points to them. */
export async function deleteMade(
  tx: Tx,
  scope: Scope,
  noun: MadeNoun,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const owner = noun === "contractSystem" ? sql`hospital_id = ${scope.hospitalId}` : ownerOf(scope, noun);
  const made = sql`SELECT record_id FROM import_made WHERE hospital_id = ${scope.hospitalId}`;
  await tx.run(
    sql`DELETE FROM ${sql.identifier(snake(noun))} WHERE ${owner} AND id IN (${made})
        AND id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  );
}

/**
 * Puts contracts away and frees their numbers: a period that was recorded is frozen and needs its contract.
 * @param mark added to the number, unique to this take-back
 */
export async function putContractsAway(
  tx: Tx,
  scope: Scope,
  ids: readonly string[],
  change: { archivedAt: string; mark: string },
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(contract)
    .set({
      archivedAt: change.archivedAt,
      number: sql`${contract.number} || ${change.mark}`,
      version: sql`${contract.version} + 1`,
    })
    .where(and(eq(contract.hospitalId, scope.hospitalId), inArray(contract.id, [...ids])));
}

/** Puts vendors away that a contract which was put away still needs. */
export async function putVendorsAway(
  tx: Tx,
  scope: Scope,
  ids: readonly string[],
  archivedAt: string,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(vendor)
    .set({ archivedAt, version: sql`${vendor.version} + 1` })
    .where(and(eq(vendor.groupId, scope.groupId), inArray(vendor.id, [...ids])));
}
