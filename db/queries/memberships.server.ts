import { and, asc, count, eq, gt, isNull, ne } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, accountLink, hospital, membership, outsideIdentity } from "../schema.ts";
import { holdsAt } from "./people.server.ts";

/** One person of this hospital with the membership; null for people of others. */
export async function findMembership(db: DbOrTx, scope: Scope, accountId: string) {
  const rows = await db
    .select({ account, member: membership })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(and(eq(membership.hospitalId, scope.hospitalId), eq(membership.accountId, accountId)));
  return rows[0] ?? null;
}

/** An account of the same group, whatever hospitals it belongs to. */
export async function findInGroup(db: DbOrTx, scope: Scope, signInName: string) {
  const rows = await db
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.groupId, scope.groupId), eq(account.signInName, signInName)));
  return rows[0] ?? null;
}

export async function insertMembership(db: DbOrTx, row: typeof membership.$inferInsert): Promise<void> {
  await db.insert(membership).values(row);
}

/** @returns false when somebody else changed it meanwhile */
export async function updateMembership(
  db: DbOrTx,
  scope: Scope,
  accountId: string,
  version: number,
  row: Partial<Pick<typeof membership.$inferInsert, "role" | "untilDay" | "endedAt">>,
): Promise<boolean> {
  const changed = await db
    .update(membership)
    .set({ ...row, version: version + 1 })
    .where(
      and(
        eq(membership.hospitalId, scope.hospitalId),
        eq(membership.accountId, accountId),
        eq(membership.version, version),
      ),
    )
    .returning({ id: membership.id });
  return changed.length > 0;
}

/** Other administrators of this hospital who may come in now. */
export async function otherAdmins(db: DbOrTx, scope: Scope, accountId: string, now: string): Promise<number> {
  const rows = await db
    .select({ n: count() })
    .from(membership)
    .innerJoin(account, and(eq(account.id, membership.accountId), isNull(account.disabledAt)))
    .where(
      and(
        eq(membership.hospitalId, scope.hospitalId),
        eq(membership.role, "admin"),
        ne(membership.accountId, accountId),
        holdsAt(now),
      ),
    );
  return rows[0]?.n ?? 0;
}

/** True when the person is an administrator anywhere. */
export async function isAdminAnywhere(db: DbOrTx, accountId: string, now: string): Promise<boolean> {
  const rows = await db
    .select({ id: membership.id })
    .from(membership)
    .where(and(eq(membership.accountId, accountId), eq(membership.role, "admin"), holdsAt(now)))
    .limit(1);
  return rows.length > 0;
}

/** Hospitals the person may enter now, by name. */
export async function hospitalsOf(db: DbOrTx, accountId: string, now: string) {
  return db
    .select({ id: hospital.id, name: hospital.name, role: membership.role, untilDay: membership.untilDay })
    .from(membership)
    .innerJoin(hospital, eq(hospital.id, membership.hospitalId))
    .where(and(eq(membership.accountId, accountId), holdsAt(now)))
    .orderBy(asc(hospital.name));
}

export async function setWaived(db: DbOrTx, accountId: string, factorWaivedAt: string | null): Promise<void> {
  await db.update(account).set({ factorWaivedAt }).where(eq(account.id, accountId));
}

export async function insertHospitalOfGroup(db: DbOrTx, row: typeof hospital.$inferInsert): Promise<void> {
  await db.insert(hospital).values(row);
}

/** A new link ends every unused one of the same person. */
export async function replaceLink(db: DbOrTx, row: typeof accountLink.$inferInsert): Promise<void> {
  await db
    .delete(accountLink)
    .where(and(eq(accountLink.accountId, row.accountId), isNull(accountLink.usedAt)));
  await db.insert(accountLink).values(row);
}

export async function findLink(db: DbOrTx, tokenHash: string, now: string) {
  const rows = await db
    .select({ link: accountLink, account })
    .from(accountLink)
    .innerJoin(account, and(eq(account.id, accountLink.accountId), isNull(account.disabledAt)))
    .where(
      and(eq(accountLink.tokenHash, tokenHash), isNull(accountLink.usedAt), gt(accountLink.expiresAt, now)),
    );
  return rows[0] ?? null;
}

/** @returns true for the first use only */
export async function spendLink(db: DbOrTx, id: string, at: string): Promise<boolean> {
  const used = await db
    .update(accountLink)
    .set({ usedAt: at })
    .where(and(eq(accountLink.id, id), isNull(accountLink.usedAt)))
    .returning({ id: accountLink.id });
  return used.length > 0;
}

export async function identitiesOf(db: DbOrTx, accountId: string) {
  return db.select().from(outsideIdentity).where(eq(outsideIdentity.accountId, accountId));
}

export async function findIdentity(db: DbOrTx, issuer: string, subject: string) {
  const rows = await db
    .select()
    .from(outsideIdentity)
    .where(and(eq(outsideIdentity.issuer, issuer), eq(outsideIdentity.subject, subject)));
  return rows[0] ?? null;
}

export async function insertIdentity(db: DbOrTx, row: typeof outsideIdentity.$inferInsert): Promise<void> {
  await db.insert(outsideIdentity).values(row);
}

export async function deleteIdentity(db: DbOrTx, accountId: string, id: string): Promise<boolean> {
  const gone = await db
    .delete(outsideIdentity)
    .where(and(eq(outsideIdentity.accountId, accountId), eq(outsideIdentity.id, id)))
    .returning({ id: outsideIdentity.id });
  return gone.length > 0;
}
