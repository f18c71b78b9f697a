import { and, asc, count, desc, eq, gte, like, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { endOfDayInTokyo } from "../../app/domain/day.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, audit, membership } from "../schema.ts";

/** What of the log is asked for; "" asks for everything. Days are of Asia/Tokyo, both included. */
export type AuditFilter = {
  fromOn: string;
  toOn: string;
  accountId: string;
  noun: string;
  verb: string;
  via: string;
  /** Part of the change, or the whole of a record's id, an address or a number. */
  text: string;
};

const DAY_MS = 86_400_000;

function asked(scope: Scope, filter: AuditFilter): SQL | undefined {
  const { fromOn, toOn, text } = filter;
  const begin = fromOn && new Date(Date.parse(endOfDayInTokyo(fromOn)) + 1 - DAY_MS).toISOString();
  return and(
    eq(audit.hospitalId, scope.hospitalId),
    begin ? gte(audit.recordedAt, begin) : undefined,
    toOn ? lte(audit.recordedAt, endOfDayInTokyo(toOn)) : undefined,
    filter.accountId ? eq(audit.accountId, filter.accountId) : undefined,
    filter.noun ? eq(audit.noun, filter.noun) : undefined,
    filter.verb ? eq(audit.verb, filter.verb) : undefined,
    filter.via ? eq(audit.via, filter.via) : undefined,
    text ? withText(text) : undefined,
  );
}

function withText(text: string): SQL | undefined {
  const pattern = `%${text.replace(/[\\%_]/g, (each) => `\\${each}`)}%`;
  return or(
    sql`${like(audit.change, pattern)} escape '\\'`,
    eq(audit.recordId, text),
    eq(audit.address, text),
    /^\d{1,15}$/.test(text) ? eq(audit.seq, Number(text)) : undefined,
  );
}

const entry = {
  seq: audit.seq,
  recordedAt: audit.recordedAt,
  accountId: audit.accountId,
  by: account.name,
  via: audit.via,
  address: audit.address,
  verb: audit.verb,
  noun: audit.noun,
  recordId: audit.recordId,
  change: audit.change,
  hash: audit.hash,
};

/** One page of the log, newest first. */
export async function pageOfLog(
  db: DbOrTx,
  scope: Scope,
  filter: AuditFilter,
  page: { offset: number; limit: number },
) {
  return db
    .select(entry)
    .from(audit)
    .leftJoin(account, eq(account.id, audit.accountId))
    .where(asked(scope, filter))
    .orderBy(desc(audit.seq))
    .limit(page.limit)
    .offset(page.offset);
}

export async function countLog(db: DbOrTx, scope: Scope, filter: AuditFilter): Promise<number> {
  const rows = await db.select({ count: count() }).from(audit).where(asked(scope, filter));
  return rows[0]?.count ?? 0;
}

/**
 * Entries for an export, newest first, each with the hash before it, so that it can be computed again by itself.
 * @param below entries with a smaller number only; null for the first piece
 */
export async function logToExport(
  db: DbOrTx,
  scope: Scope,
  filter: AuditFilter,
  piece: { below: number | null; limit: number },
) {
  const previous = sql<string>`coalesce((select p.hash from audit p where p.seq = ${audit.seq} - 1), '')`;
  return db
    .select({ ...entry, hospitalId: audit.hospitalId, previous })
    .from(audit)
    .leftJoin(account, eq(account.id, audit.accountId))
    .where(and(asked(scope, filter), piece.below === null ? undefined : lt(audit.seq, piece.below)))
    .orderBy(desc(audit.seq))
    .limit(piece.limit);
}

/** Everybody who has or had an account here, for the filter of the log. */
export async function peopleOfLog(db: DbOrTx, scope: Scope): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: account.id, name: account.name })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(eq(membership.hospitalId, scope.hospitalId))
    .orderBy(asc(account.name));
}

/** Kinds of records that the log of this hospital names. */
export async function nounsOfLog(db: DbOrTx, scope: Scope): Promise<string[]> {
  const rows = await db
    .selectDistinct({ noun: audit.noun })
    .from(audit)
    .where(eq(audit.hospitalId, scope.hospitalId))
    .orderBy(asc(audit.noun));
  return rows.map((each) => each.noun);
}
