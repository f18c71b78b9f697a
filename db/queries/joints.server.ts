import { and, asc, eq } from "drizzle-orm";
import type { JointEntry, JointFields } from "../../app/domain/joint.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, systemJoint, systemJointEntry } from "../schema.ts";

export type KeptJointEntry = Awaited<ReturnType<typeof jointEntries>>[number];

/** Entries of joints, oldest record first, with who recorded them: of one joint, or of all. One query. */
export async function jointEntries(db: DbOrTx, scope: Scope, only: { jointId?: string } = {}) {
  const rows = await db
    .select({ entry: systemJointEntry, by: account.name })
    .from(systemJointEntry)
    .leftJoin(account, eq(account.id, systemJointEntry.recordedBy))
    .where(
      and(
        eq(systemJointEntry.hospitalId, scope.hospitalId),
        only.jointId === undefined ? undefined : eq(systemJointEntry.jointId, only.jointId),
      ),
    )
    .orderBy(asc(systemJointEntry.recordedSeq));
  return rows.map(({ entry, by }) => ({ ...entry, recordedBy: by }));
}

export async function findJoint(
  db: DbOrTx,
  scope: Scope,
  id: string,
): Promise<{ id: string; version: number } | null> {
  const rows = await db
    .select({ id: systemJoint.id, version: systemJoint.version })
    .from(systemJoint)
    .where(and(eq(systemJoint.hospitalId, scope.hospitalId), eq(systemJoint.id, id)));
  return rows[0] ?? null;
}

export async function insertJoint(
  db: DbOrTx,
  scope: Scope,
  row: { id: string; createdAt: string },
): Promise<void> {
  await db.insert(systemJoint).values({ ...row, hospitalId: scope.hospitalId });
}

export async function insertJointEntry(
  db: DbOrTx,
  scope: Scope,
  entry: Omit<JointEntry, keyof JointFields> & { recordedAt: string; fields: JointFields },
): Promise<void> {
  const { id, jointId, origin, effectiveFrom, recordedSeq, recordedAt, reason, supersedes, fields } = entry;
  const { firstSystemId, secondSystemId, what, party, thirdPartyName, emergencyParty, note } = fields;
  await db.insert(systemJointEntry).values({
    ...{ id, hospitalId: scope.hospitalId, jointId, origin, effectiveFrom, reason, supersedes },
    ...{ recordedSeq, recordedAt, recordedBy: scope.accountId },
    ...{ firstSystemId, secondSystemId, what, party, thirdPartyName, emergencyParty, note },
  });
}

/** @returns false when somebody recorded something about the joint since `version` was shown. */
export async function raiseJointVersion(
  db: DbOrTx,
  scope: Scope,
  shown: { id: string; version: number },
): Promise<boolean> {
  const rows = await db
    .update(systemJoint)
    .set({ version: shown.version + 1 })
    .where(
      and(
        eq(systemJoint.hospitalId, scope.hospitalId),
        eq(systemJoint.id, shown.id),
        eq(systemJoint.version, shown.version),
      ),
    )
    .returning({ id: systemJoint.id });
  return rows.length === 1;
}
