import { and, asc, eq, isNull } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import { jumpHostPreconditions, type TwoFactorRecord } from "../../app/domain/two-factor.ts";
import type { DbOrTx, Tx } from "../client.server.ts";
import { account, contract, contractSystem, system, twoFactorState } from "../schema.ts";

export type ShownTwoFactor = TwoFactorRecord & { reason: string; recordedAt: string; by: string | null };

/** Everything recorded about second factors, in the order it was recorded. */
export async function twoFactorRecords(
  db: DbOrTx,
  scope: Scope,
  systemId?: string,
): Promise<ShownTwoFactor[]> {
  const rows = await db
    .select({ record: twoFactorState, by: account.name })
    .from(twoFactorState)
    .leftJoin(account, eq(account.id, twoFactorState.recordedBy))
    .where(
      and(
        eq(twoFactorState.hospitalId, scope.hospitalId),
        systemId === undefined ? undefined : eq(twoFactorState.systemId, systemId),
      ),
    )
    .orderBy(asc(twoFactorState.recordedSeq));
  return rows.map(({ record, by }) => {
    const { hospitalId: _owner, recordedBy: _by, preconditions, ...own } = record;
    const stored = preconditions;
    return {
      ...own,
      by,
      preconditions: jumpHostPreconditions.filter((each) => stored.includes(`"${each}"`)),
    };
  });
}

/** Systems in use (archived ones left out) in the order of their names. */
export async function systemsForTwoFactor(db: DbOrTx, scope: Scope) {
  return db
    .select({ id: system.id, name: system.name, form: system.form })
    .from(system)
    .where(and(eq(system.hospitalId, scope.hospitalId), isNull(system.archivedAt)))
    .orderBy(asc(system.name));
}

/** Days on which systems in use may be renewed: their own last day of use, and the ends of contracts that cover them. */
export async function renewalDays(db: DbOrTx, scope: Scope) {
  const systems = await db
    .select({ id: system.id, inUseTo: system.inUseTo })
    .from(system)
    .where(and(eq(system.hospitalId, scope.hospitalId), isNull(system.archivedAt)));
  const contracts = await db
    .select({ systemId: contractSystem.systemId, title: contract.title, inForceTo: contract.inForceTo })
    .from(contractSystem)
    .innerJoin(contract, eq(contract.id, contractSystem.contractId))
    .where(and(eq(contractSystem.hospitalId, scope.hospitalId), isNull(contract.archivedAt)));
  return { systems, contracts };
}

type NewRecord = Omit<typeof twoFactorState.$inferInsert, "hospitalId" | "recordedBy">;

export async function insertTwoFactor(tx: Tx, scope: Scope, record: NewRecord): Promise<void> {
  await tx
    .insert(twoFactorState)
    .values({ ...record, hospitalId: scope.hospitalId, recordedBy: scope.accountId });
}
