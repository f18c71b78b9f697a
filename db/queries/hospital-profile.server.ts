import { asc, eq } from "drizzle-orm";
import type { HospitalProfile } from "../../app/domain/hospital-profile.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx, Tx } from "../client.server.ts";
import { account, hospitalProfile } from "../schema.ts";

export type ShownProfile = HospitalProfile & { reason: string; recordedAt: string; by: string | null };

/** Everything recorded about the hospital itself, in the order it was recorded. */
export async function profilesOfHospital(db: DbOrTx, scope: Scope): Promise<ShownProfile[]> {
  const rows = await db
    .select({ profile: hospitalProfile, by: account.name })
    .from(hospitalProfile)
    .leftJoin(account, eq(account.id, hospitalProfile.recordedBy))
    .where(eq(hospitalProfile.hospitalId, scope.hospitalId))
    .orderBy(asc(hospitalProfile.recordedSeq));
  return rows.map(({ profile: { hospitalId: _owner, recordedBy: _by, ...own }, by }) => ({ ...own, by }));
}

export async function insertProfile(
  tx: Tx,
  scope: Scope,
  row: Omit<typeof hospitalProfile.$inferInsert, "hospitalId" | "recordedBy">,
): Promise<void> {
  await tx
    .insert(hospitalProfile)
    .values({ ...row, hospitalId: scope.hospitalId, recordedBy: scope.accountId });
}
