import { and, desc, eq, lte, max } from "drizzle-orm";
import { endOfDayInTokyo } from "../../app/domain/day.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx, Tx } from "../client.server.ts";
import { account, audit } from "../schema.ts";

export async function lastRecordedAt(db: DbOrTx): Promise<string | null> {
  const rows = await db.select({ at: audit.recordedAt }).from(audit).orderBy(desc(audit.seq)).limit(1);
  return rows[0]?.at ?? null;
}

/** Number of the newest transaction of the whole database, 0 before the first: it grows with every write. */
export async function lastRecordedSeq(db: DbOrTx): Promise<number> {
  const rows = await db.select({ seq: max(audit.seq) }).from(audit);
  return rows[0]?.seq ?? 0;
}

/** Writes the audit row and returns its number, the `recorded_seq` of the transaction. */
export async function insertAudit(
  tx: Tx,
  scope: Scope,
  entry: { verb: string; noun: string; recordId: string; change: string; recordedAt: string },
): Promise<number> {
  const rows = await tx
    .insert(audit)
    .values({ ...entry, hospitalId: scope.hospitalId, accountId: scope.accountId, via: scope.via })
    .returning({ seq: audit.seq });
  const seq = rows[0]?.seq;
  if (seq === undefined) throw new Error("audit row without number");
  return seq;
}

export type HistoryEntry = {
  seq: number;
  recordedAt: string;
  verb: string;
  change: string;
  via: string;
  by: string | null;
};

/** 履歴 of one record, newest first, at most 100 entries. */
export async function historyOf(
  db: DbOrTx,
  scope: Scope,
  noun: string,
  recordId: string,
): Promise<HistoryEntry[]> {
  return db
    .select({
      seq: audit.seq,
      recordedAt: audit.recordedAt,
      verb: audit.verb,
      change: audit.change,
      via: audit.via,
      by: account.name,
    })
    .from(audit)
    .leftJoin(account, eq(account.id, audit.accountId))
    .where(and(eq(audit.hospitalId, scope.hospitalId), eq(audit.noun, noun), eq(audit.recordId, recordId)))
    .orderBy(desc(audit.seq))
    .limit(100);
}

/** The last transaction number recorded by the end of the day in Asia/Tokyo; 0 when there was none. */
export async function knownSeqOn(db: DbOrTx, scope: Scope, day: string): Promise<number> {
  const rows = await db
    .select({ seq: max(audit.seq) })
    .from(audit)
    .where(and(eq(audit.hospitalId, scope.hospitalId), lte(audit.recordedAt, endOfDayInTokyo(day))));
  return rows[0]?.seq ?? 0;
}
