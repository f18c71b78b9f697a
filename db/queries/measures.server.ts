import { and, asc, eq } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, measureRecord } from "../schema.ts";

/** One system's records of measures with who wrote them, in the order they were recorded. */
export async function measuresOfSystem(db: DbOrTx, scope: Scope, systemId: string) {
  const rows = await db
    .select({ own: measureRecord, by: account.name })
    .from(measureRecord)
    .leftJoin(account, eq(account.id, measureRecord.recordedBy))
    .where(and(eq(measureRecord.hospitalId, scope.hospitalId), eq(measureRecord.systemId, systemId)))
    .orderBy(asc(measureRecord.recordedSeq));
  return rows.map(({ own: { hospitalId: _owner, recordedBy: _by, isWithdrawn, ...own }, by }) => ({
    ...own,
    by,
    isWithdrawn: isWithdrawn === 1,
  }));
}

export async function findMeasure(db: DbOrTx, scope: Scope, id: string) {
  const rows = await db
    .select()
    .from(measureRecord)
    .where(and(eq(measureRecord.hospitalId, scope.hospitalId), eq(measureRecord.id, id)));
  const found = rows[0];
  return found ? { ...found, isWithdrawn: found.isWithdrawn === 1 } : null;
}

export async function insertMeasure(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof measureRecord.$inferInsert, "hospitalId" | "recordedBy">,
): Promise<void> {
  await db
    .insert(measureRecord)
    .values({ ...row, hospitalId: scope.hospitalId, recordedBy: scope.accountId });
}
