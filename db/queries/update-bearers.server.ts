import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Day } from "../../app/domain/day.ts";
import type { Scope } from "../../app/domain/scope.ts";
import { nothingRecorded, type UpdateEntry, valuesOfUpdates } from "../../app/domain/update-bearer.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, server, updateBearerEntry } from "../schema.ts";

/**
 * The entry of `server` that held on the day as known then; null when none did. The twin of `updatesOn` in
 * domain/update-bearer.ts; a property test compares them. why `+`: the entries of one server are found by its index.
 */
export function updatesThen(scope: Scope, then: { day: Day; knownSeq: number }): SQL {
  return sql`(
    SELECT e.id FROM ${updateBearerEntry} e
    WHERE e.server_id = ${server.id} AND +e.hospital_id = ${scope.hospitalId}
      AND e.recorded_seq <= ${then.knownSeq} AND e.effective_from <= ${then.day}
      AND NOT EXISTS (SELECT 1 FROM ${updateBearerEntry} n WHERE n.supersedes = e.id AND n.recorded_seq <= ${then.knownSeq})
    ORDER BY e.effective_from DESC, e.recorded_seq DESC LIMIT 1)`;
}

/** Entries about servers' updates, oldest record first, with who recorded them: of one server, or of all. One query. */
export async function updateEntries(db: DbOrTx, scope: Scope, only: { serverId?: string } = {}) {
  const rows = await db
    .select({ entry: updateBearerEntry, by: account.name })
    .from(updateBearerEntry)
    .leftJoin(account, eq(account.id, updateBearerEntry.recordedBy))
    .where(
      and(
        eq(updateBearerEntry.hospitalId, scope.hospitalId),
        only.serverId === undefined ? undefined : eq(updateBearerEntry.serverId, only.serverId),
      ),
    )
    .orderBy(asc(updateBearerEntry.recordedSeq), asc(updateBearerEntry.id));
  return rows.map(({ entry, by }) => ({ ...entry, recordedBy: by }));
}
export type KeptUpdateEntry = Awaited<ReturnType<typeof updateEntries>>[number];

/** What holds today of every server, put away ones too, under the names of the register's fields. One query. */
export async function updatesToday(
  db: DbOrTx,
  scope: Scope,
  today: Day,
): Promise<ReadonlyMap<string, ReturnType<typeof valuesOfUpdates>>> {
  const held = updatesThen(scope, { day: today, knownSeq: Number.MAX_SAFE_INTEGER });
  const rows = await db
    .select({ id: server.id, entry: updateBearerEntry })
    .from(server)
    .leftJoin(updateBearerEntry, sql`${updateBearerEntry.id} = ${held}`)
    .where(eq(server.hospitalId, scope.hospitalId));
  return new Map(rows.map(({ id, entry }) => [id, valuesOfUpdates(entry ?? nothingRecorded)]));
}

/** New entries in one statement. */
export async function insertUpdateEntries(
  db: DbOrTx,
  scope: Scope,
  entries: readonly (UpdateEntry & { recordedAt: string })[],
): Promise<void> {
  if (entries.length === 0) return;
  const owner = { hospitalId: scope.hospitalId, recordedBy: scope.accountId };
  await db.insert(updateBearerEntry).values(entries.map((each) => ({ ...each, ...owner })));
}

/** @returns false when somebody saved the server, or recorded something about it, since `version` was shown. */
export async function raiseServerVersion(
  db: DbOrTx,
  scope: Scope,
  shown: { id: string; version: number },
): Promise<boolean> {
  const rows = await db
    .update(server)
    .set({ version: shown.version + 1 })
    .where(
      and(
        eq(server.hospitalId, scope.hospitalId),
        eq(server.id, shown.id),
        eq(server.version, shown.version),
      ),
    )
    .returning({ id: server.id });
  return rows.length === 1;
}
