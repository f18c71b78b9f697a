import { and, desc, eq, lte, max } from "drizzle-orm";
import { CHAIN_BEGIN } from "../../app/domain/audit-chain.ts";
import { endOfDayInTokyo } from "../../app/domain/day.ts";
import type { Scope } from "../../app/domain/scope.ts";
import { hashOfEntry } from "../audit-chain.ts";
import type { DbOrTx, Tx } from "../client.server.ts";
import { account, audit } from "../schema.ts";

/** The newest entry: the next one follows its number, its moment and its hash. */
export async function lastEntry(
  db: DbOrTx,
): Promise<{ seq: number; recordedAt: string; hash: string } | null> {
  const columns = { seq: audit.seq, recordedAt: audit.recordedAt, hash: audit.hash };
  const rows = await db.select(columns).from(audit).orderBy(desc(audit.seq)).limit(1);
  return rows[0] ?? null;
}

/** Number of the newest transaction of the whole database, 0 before the first: it grows with every write. */
export async function lastRecordedSeq(db: DbOrTx): Promise<number> {
  const rows = await db.select({ seq: max(audit.seq) }).from(audit);
  return rows[0]?.seq ?? 0;
}

/**
 * Writes the audit row as the next of the chain and returns its number, the `recorded_seq` of the transaction.
 * @param last the newest entry, read in the same transaction
 */
export async function insertAudit(
  tx: Tx,
  scope: Scope,
  last: { seq: number; hash: string } | null,
  entry: { verb: string; noun: string; recordId: string; change: string; recordedAt: string },
): Promise<number> {
  const chained = {
    ...entry,
    seq: (last?.seq ?? 0) + 1,
    hospitalId: scope.hospitalId,
    accountId: scope.accountId,
    via: scope.via,
    address: scope.address ?? "",
  };
  await tx.insert(audit).values({ ...chained, hash: hashOfEntry(last?.hash ?? CHAIN_BEGIN, chained) });
  return chained.seq;
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
