import { and, asc, eq, inArray } from "drizzle-orm";
import type { IncidentEntry } from "../../app/domain/incident.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx, Tx } from "../client.server.ts";
import { account, contract, incidentEntry, system } from "../schema.ts";

export type ShownIncidentEntry = IncidentEntry & {
  recordedAt: string;
  by: string | null;
  systemName: string | null;
  contractTitle: string | null;
};

/** Every entry of every incident of the hospital, in the order they were recorded. */
export async function incidentEntries(
  db: DbOrTx,
  scope: Scope,
  only: { incidentId?: string; contractIds?: readonly string[] } = {},
): Promise<ShownIncidentEntry[]> {
  const rows = await db
    .select({
      entry: incidentEntry,
      by: account.name,
      systemName: system.name,
      contractTitle: contract.title,
    })
    .from(incidentEntry)
    .leftJoin(account, eq(account.id, incidentEntry.recordedBy))
    .leftJoin(system, eq(system.id, incidentEntry.systemId))
    .leftJoin(contract, eq(contract.id, incidentEntry.contractId))
    .where(
      and(
        eq(incidentEntry.hospitalId, scope.hospitalId),
        only.incidentId === undefined ? undefined : eq(incidentEntry.incidentId, only.incidentId),
        only.contractIds === undefined ? undefined : inArray(incidentEntry.contractId, [...only.contractIds]),
      ),
    )
    .orderBy(asc(incidentEntry.recordedSeq));
  return rows.map(({ entry, ...names }) => {
    const { hospitalId: _owner, recordedBy: _by, isWithdrawn, ...own } = entry;
    return { ...own, ...names, isWithdrawn: isWithdrawn === 1 };
  });
}

type NewEntry = Omit<typeof incidentEntry.$inferInsert, "hospitalId" | "recordedBy">;

export async function insertIncidentEntry(tx: Tx, scope: Scope, entry: NewEntry): Promise<void> {
  await tx
    .insert(incidentEntry)
    .values({ ...entry, hospitalId: scope.hospitalId, recordedBy: scope.accountId });
}
