import { and, asc, eq, sql } from "drizzle-orm";
import type { ConnectionEntry } from "../../app/domain/connection-entry.ts";
import type { ConnectionFields } from "../../app/domain/connection-form.ts";
import type { Day } from "../../app/domain/day.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, connection, connectionEntry, system } from "../schema.ts";

export type KeptConnectionEntry = Awaited<ReturnType<typeof connectionEntries>>[number];

/**
 * Entries of connections, oldest record first, with the system's name and who recorded them: of one connection, of
 * those that ever led into one of these systems, or of all. One query.
 */
export async function connectionEntries(
  db: DbOrTx,
  scope: Scope,
  only: { connectionId?: string; systemIds?: readonly string[] } = {},
) {
  const ofSystems =
    only.systemIds === undefined
      ? undefined
      : sql`${connectionEntry.connectionId} IN (SELECT o.connection_id FROM connection_entry o
          WHERE o.hospital_id = ${scope.hospitalId}
            AND o.system_id IN (SELECT value FROM json_each(${JSON.stringify(only.systemIds)})))`;
  const rows = await db
    .select({ entry: connectionEntry, system: system.name, by: account.name })
    .from(connectionEntry)
    .innerJoin(system, eq(system.id, connectionEntry.systemId))
    .leftJoin(account, eq(account.id, connectionEntry.recordedBy))
    .where(
      and(
        eq(connectionEntry.hospitalId, scope.hospitalId),
        only.connectionId === undefined ? undefined : eq(connectionEntry.connectionId, only.connectionId),
        ofSystems,
      ),
    )
    .orderBy(asc(connectionEntry.recordedSeq));
  return rows.map(({ entry, system: name, by }) => ({ ...entry, system: name, recordedBy: by }));
}

/** The columns of what a form says. */
function connectionColumnsOf(fields: ConnectionFields) {
  return {
    systemId: fields.systemId,
    name: fields.name,
    purpose: fields.purpose,
    counterpart: fields.counterpart,
    method: fields.method,
    opening: fields.opening,
    device: fields.device,
    patchBearer: fields.patchBearer,
    accounts: fields.accounts,
    accountCount: fields.accountCount,
    secondFactor: fields.secondFactor,
    secondFactorBy: fields.secondFactorBy,
    sourceLimit: fields.sourceLimit,
    sourceNote: fields.sourceNote,
    logDays: fields.logDays,
    note: fields.note,
  };
}

/** What a row repeats of an entry. */
export type ConnectionState = ConnectionFields & {
  basis: string;
  confirmedOn: Day | null;
  confirmedBy: string | null;
};

function stateColumnsOf(state: ConnectionState) {
  const { basis, confirmedOn, confirmedBy } = state;
  return { ...connectionColumnsOf(state), basis, confirmedOn, confirmedBy };
}

export async function insertConnectionEntry(
  db: DbOrTx,
  scope: Scope,
  entry: ConnectionEntry & ConnectionState & { recordedAt: string },
): Promise<void> {
  const { id, connectionId, origin, effectiveFrom, recordedSeq, recordedAt, reason, supersedes } = entry;
  const times = { origin, effectiveFrom, recordedSeq, recordedAt, recordedBy: scope.accountId, supersedes };
  const own = { id, hospitalId: scope.hospitalId, connectionId, reason };
  await db.insert(connectionEntry).values({ ...own, ...times, ...stateColumnsOf(entry) });
}

/** A connection's own row, before its first entry is written. */
export async function insertConnection(
  db: DbOrTx,
  scope: Scope,
  row: { id: string; createdAt: string; state: ConnectionState },
): Promise<void> {
  const { id, createdAt, state } = row;
  await db
    .insert(connection)
    .values({ id, createdAt, hospitalId: scope.hospitalId, ...stateColumnsOf(state) });
}

/**
 * Lets the connection's own row repeat an entry. With `version`, only when nobody saved it since, and it goes up.
 * @returns false when somebody did
 */
export async function showConnectionEntry(
  db: DbOrTx,
  scope: Pick<Scope, "hospitalId">,
  shown: { entry: ConnectionEntry & ConnectionState; version: number | null; archivedAt: string | null },
): Promise<boolean> {
  const { entry, version, archivedAt } = shown;
  const saved = await db
    .update(connection)
    .set({
      ...stateColumnsOf(entry),
      entryId: entry.id,
      archivedAt,
      ...(version === null ? {} : { version: version + 1 }),
    })
    .where(
      and(
        eq(connection.hospitalId, scope.hospitalId),
        eq(connection.id, entry.connectionId),
        version === null ? undefined : eq(connection.version, version),
      ),
    )
    .returning({ id: connection.id });
  return saved.length === 1;
}

/** Connections whose row repeats another entry than the one of `today`: a change began since. */
export async function connectionsToTurn(
  db: DbOrTx,
  scope: Pick<Scope, "hospitalId">,
  today: Day,
): Promise<{ id: string }[]> {
  const held = sql`SELECT e.id FROM connection_entry e
    WHERE e.connection_id = connection.id AND e.effective_from <= ${today}
      AND NOT EXISTS (SELECT 1 FROM connection_entry s WHERE s.connection_id = e.connection_id AND s.supersedes = e.id)
    ORDER BY e.effective_from DESC, e.recorded_seq DESC LIMIT 1`;
  return db
    .select({ id: connection.id })
    .from(connection)
    .where(
      and(
        eq(connection.hospitalId, scope.hospitalId),
        sql`(${held}) IS NOT NULL AND (${held}) IS NOT ${connection.entryId}`,
      ),
    );
}
