import { and, count, eq, gt, gte, isNull, lt, min, or } from "drizzle-orm";
import { dayInTokyo } from "../../app/domain/day.ts";
import type { Language, Role, Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { accessSetting, account, hospital, hospitalGroup, membership, session } from "../schema.ts";

/** A membership that holds on the day of this moment: not ended, and its last day (Asia/Tokyo) not past. */
export function holdsAt(now: string) {
  return and(
    isNull(membership.endedAt),
    or(isNull(membership.untilDay), gte(membership.untilDay, dayInTokyo(now))),
  );
}

export type FoundSession = {
  groupId: string;
  hospitalId: string;
  hospitalName: string;
  accountId: string;
  role: Role;
  name: string;
  department: string;
  signInName: string;
  language: Language;
  /** Names the session on screens. */
  handle: string;
  lastSeenAt: string | null;
  /** JSON list of ranges staff may come from; null when the hospital set none. */
  networks: string | null;
};

/** The session of a token hash that has not expired, with the role in that hospital. */
export async function findSession(db: DbOrTx, tokenHash: string, now: string): Promise<FoundSession | null> {
  const rows = await db
    .select({
      groupId: hospital.groupId,
      hospitalId: session.hospitalId,
      hospitalName: hospital.name,
      accountId: session.accountId,
      role: membership.role,
      name: account.name,
      department: account.department,
      signInName: account.signInName,
      language: account.language,
      handle: session.handle,
      lastSeenAt: session.lastSeenAt,
      networks: accessSetting.networks,
    })
    .from(session)
    .innerJoin(account, and(eq(account.id, session.accountId), isNull(account.disabledAt)))
    .innerJoin(hospital, eq(hospital.id, session.hospitalId))
    .leftJoin(accessSetting, eq(accessSetting.hospitalId, session.hospitalId))
    .innerJoin(
      membership,
      and(
        eq(membership.hospitalId, session.hospitalId),
        eq(membership.accountId, session.accountId),
        holdsAt(now),
      ),
    )
    .where(and(eq(session.tokenHash, tokenHash), gt(session.expiresAt, now)));
  return rows[0] ?? null;
}

export async function insertSession(db: DbOrTx, row: typeof session.$inferInsert): Promise<void> {
  await db.insert(session).values(row);
}

export async function deleteSession(db: DbOrTx, tokenHash: string): Promise<void> {
  await db.delete(session).where(eq(session.tokenHash, tokenHash));
}

export async function deleteExpiredSessions(db: DbOrTx, now: string): Promise<void> {
  await db.delete(session).where(lt(session.expiresAt, now));
}

/** When the first hospital of the database was made; null before. */
export async function firstHospitalMadeAt(db: DbOrTx): Promise<string | null> {
  const rows = await db.select({ at: min(hospital.createdAt) }).from(hospital);
  return rows[0]?.at ?? null;
}

/** True while nobody has made a hospital yet: the first-run page is shown. */
export async function hasNoHospital(db: DbOrTx): Promise<boolean> {
  const rows = await db.select({ count: count() }).from(hospital);
  return (rows[0]?.count ?? 0) === 0;
}

/** An account by its sign-in name with its memberships; whether it may sign in is the use case's matter. */
export async function findAccountBySignInName(db: DbOrTx, signInName: string) {
  const rows = await db
    .select({ account, hospitalId: membership.hospitalId, role: membership.role })
    .from(account)
    .innerJoin(membership, eq(membership.accountId, account.id))
    .where(eq(account.signInName, signInName))
    .limit(1);
  return rows[0] ?? null;
}

export async function insertHospital(
  db: DbOrTx,
  group: typeof hospitalGroup.$inferInsert,
  row: typeof hospital.$inferInsert,
): Promise<void> {
  await db.insert(hospitalGroup).values(group);
  await db.insert(hospital).values(row);
}

export async function insertAccount(
  db: DbOrTx,
  row: typeof account.$inferInsert,
  member: typeof membership.$inferInsert,
): Promise<void> {
  await db.insert(account).values(row);
  await db.insert(membership).values(member);
}

export async function findHospital(db: DbOrTx, scope: Scope) {
  const rows = await db.select().from(hospital).where(eq(hospital.id, scope.hospitalId));
  return rows[0] ?? null;
}

/** People of this hospital with their roles. */
export async function listPeople(db: DbOrTx, scope: Scope) {
  return db
    .select({
      id: account.id,
      name: account.name,
      department: account.department,
      signInName: account.signInName,
      role: membership.role,
      untilDay: membership.untilDay,
      endedAt: membership.endedAt,
      disabledAt: account.disabledAt,
    })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(eq(membership.hospitalId, scope.hospitalId))
    .orderBy(account.name);
}

export async function findHospitalByName(db: DbOrTx, nameOrId: string) {
  const rows = await db.select().from(hospital);
  return rows.find((each) => each.id === nameOrId || each.name === nameOrId) ?? null;
}

/** The account of this sign-in name in this hospital, with its role; null when it is none or disabled. */
export async function findMember(db: DbOrTx, hospitalId: string, signInName: string) {
  const rows = await db
    .select({ accountId: account.id, groupId: account.groupId, role: membership.role })
    .from(membership)
    .innerJoin(account, and(eq(account.id, membership.accountId), isNull(account.disabledAt)))
    .where(and(eq(membership.hospitalId, hospitalId), eq(account.signInName, signInName)));
  return rows[0] ?? null;
}

export async function setLanguage(db: DbOrTx, scope: Scope, language: Language): Promise<void> {
  if (scope.accountId === null) return;
  await db.update(account).set({ language }).where(eq(account.id, scope.accountId));
}
