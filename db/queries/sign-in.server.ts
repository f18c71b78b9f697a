import { and, asc, count, desc, eq, gt, isNotNull, isNull, lt, ne } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { SignInStep } from "../../app/domain/sign-in.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  accessSetting,
  account,
  hospital,
  membership,
  passkey,
  recoveryCode,
  session,
  signInStep,
  totpSeed,
} from "../schema.ts";
import { holdsAt } from "./people.server.ts";

/** What decides about a sign-in: the account, and the hospitals it may enter now, the oldest membership first. */
export async function findPerson(
  db: DbOrTx,
  by: { signInName: string } | { accountId: string },
  now: string,
) {
  const named = "signInName" in by ? eq(account.signInName, by.signInName) : eq(account.id, by.accountId);
  const rows = await db
    .select({ account, hospitalId: membership.hospitalId, role: membership.role, hospital: hospital.name })
    .from(account)
    .leftJoin(membership, and(eq(membership.accountId, account.id), holdsAt(now)))
    .leftJoin(hospital, eq(hospital.id, membership.hospitalId))
    .where(named)
    .orderBy(asc(membership.createdAt), asc(membership.id));
  const first = rows[0];
  if (!first) return null;
  const hospitals = rows.flatMap(({ hospitalId, role, hospital: name }) =>
    hospitalId === null || role === null ? [] : [{ hospitalId, role, name: name ?? "" }],
  );
  return { account: first.account, hospitals };
}
export type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

/** Wrong tries in a row, and until when no other is looked at. */
export async function setTries(
  db: DbOrTx,
  accountId: string,
  tries: { failedTries: number; lockedUntil: string | null },
): Promise<void> {
  await db.update(account).set(tries).where(eq(account.id, accountId));
}

export async function setPassword(
  db: DbOrTx,
  scope: Scope,
  accountId: string,
  row: {
    passwordHash: string;
    isPasswordLong: boolean;
    mustChangePassword: boolean;
    passwordChangedAt: string;
  },
): Promise<void> {
  await db
    .update(account)
    .set(row)
    .where(and(eq(account.id, accountId), eq(account.groupId, scope.groupId)));
}

export async function insertStep(db: DbOrTx, row: typeof signInStep.$inferInsert): Promise<void> {
  await db.delete(signInStep).where(lt(signInStep.expiresAt, row.createdAt));
  await db.insert(signInStep).values(row);
}

/** A step that has not ended; which one the caller expects is part of the question. */
export async function findStep(db: DbOrTx, tokenHash: string, step: SignInStep, now: string) {
  const rows = await db
    .select()
    .from(signInStep)
    .where(
      and(eq(signInStep.tokenHash, tokenHash), eq(signInStep.step, step), gt(signInStep.expiresAt, now)),
    );
  return rows[0] ?? null;
}

export async function countStepTry(db: DbOrTx, tokenHash: string, tries: number): Promise<void> {
  await db.update(signInStep).set({ tries }).where(eq(signInStep.tokenHash, tokenHash));
}

/** @returns true when it was there: of two at once, one goes on */
export async function deleteStep(db: DbOrTx, tokenHash: string): Promise<boolean> {
  const gone = await db
    .delete(signInStep)
    .where(eq(signInStep.tokenHash, tokenHash))
    .returning({ step: signInStep.step });
  return gone.length > 0;
}

export async function deleteStepsOf(db: DbOrTx, accountId: string): Promise<void> {
  await db.delete(signInStep).where(eq(signInStep.accountId, accountId));
}

/** Second factors of one account: app, passkeys, unused recovery codes. */
export async function factorsOf(db: DbOrTx, accountId: string) {
  const seeds = await db.select().from(totpSeed).where(eq(totpSeed.accountId, accountId));
  const keys = await db
    .select()
    .from(passkey)
    .where(eq(passkey.accountId, accountId))
    .orderBy(asc(passkey.createdAt));
  const left = await db
    .select({ n: count() })
    .from(recoveryCode)
    .where(and(eq(recoveryCode.accountId, accountId), isNull(recoveryCode.usedAt)));
  return { seed: seeds[0] ?? null, passkeys: keys, codesLeft: left[0]?.n ?? 0 };
}
export type Factors = Awaited<ReturnType<typeof factorsOf>>;

export async function replaceSeed(db: DbOrTx, row: typeof totpSeed.$inferInsert): Promise<void> {
  await db.delete(totpSeed).where(eq(totpSeed.accountId, row.accountId));
  await db.insert(totpSeed).values(row);
}

/** @returns true when the time step is later than the last one taken: no code is taken twice */
export async function takeTimeStep(
  db: DbOrTx,
  accountId: string,
  step: number,
  confirmedAt: string,
): Promise<boolean> {
  const taken = await db
    .update(totpSeed)
    .set({ lastStep: step, confirmedAt })
    .where(and(eq(totpSeed.accountId, accountId), lt(totpSeed.lastStep, step)))
    .returning({ id: totpSeed.id });
  return taken.length > 0;
}

export async function deleteSeed(db: DbOrTx, accountId: string): Promise<void> {
  await db.delete(totpSeed).where(eq(totpSeed.accountId, accountId));
}

export async function replaceRecoveryCodes(
  db: DbOrTx,
  accountId: string,
  rows: (typeof recoveryCode.$inferInsert)[],
): Promise<void> {
  await db.delete(recoveryCode).where(eq(recoveryCode.accountId, accountId));
  if (rows.length > 0) await db.insert(recoveryCode).values(rows);
}

/** @returns true when the code was there and unused */
export async function takeRecoveryCode(
  db: DbOrTx,
  accountId: string,
  codeHash: string,
  at: string,
): Promise<boolean> {
  const used = await db
    .update(recoveryCode)
    .set({ usedAt: at })
    .where(
      and(
        eq(recoveryCode.accountId, accountId),
        eq(recoveryCode.codeHash, codeHash),
        isNull(recoveryCode.usedAt),
      ),
    )
    .returning({ id: recoveryCode.id });
  return used.length > 0;
}

export async function findPasskey(db: DbOrTx, credentialId: string) {
  const rows = await db.select().from(passkey).where(eq(passkey.credentialId, credentialId));
  return rows[0] ?? null;
}

export async function insertPasskey(db: DbOrTx, row: typeof passkey.$inferInsert): Promise<void> {
  await db.insert(passkey).values(row);
}

export async function notePasskeyUse(db: DbOrTx, id: string, counter: number, at: string): Promise<void> {
  await db.update(passkey).set({ counter, lastUsedAt: at }).where(eq(passkey.id, id));
}

/** @returns true when the account had this passkey */
export async function deletePasskey(db: DbOrTx, accountId: string, id: string): Promise<boolean> {
  const gone = await db
    .delete(passkey)
    .where(and(eq(passkey.accountId, accountId), eq(passkey.id, id)))
    .returning({ id: passkey.id });
  return gone.length > 0;
}

export async function deletePasskeysOf(db: DbOrTx, accountId: string): Promise<void> {
  await db.delete(passkey).where(eq(passkey.accountId, accountId));
}

/** Sessions of one account that have not ended, the newest first. */
export async function sessionsOf(db: DbOrTx, accountId: string, now: string) {
  return db
    .select({
      handle: session.handle,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      browser: session.browser,
      address: session.address,
      factor: session.factor,
      hospital: hospital.name,
    })
    .from(session)
    .innerJoin(hospital, eq(hospital.id, session.hospitalId))
    .where(and(eq(session.accountId, accountId), gt(session.expiresAt, now)))
    .orderBy(desc(session.createdAt));
}

/** @returns how many ended; `but` keeps the one of this browser */
export async function deleteSessions(
  db: DbOrTx,
  accountId: string,
  which: { handle: string } | { but: string } | "all",
): Promise<number> {
  const gone = await db
    .delete(session)
    .where(
      and(
        eq(session.accountId, accountId),
        which === "all"
          ? undefined
          : "handle" in which
            ? eq(session.handle, which.handle)
            : ne(session.handle, which.but),
      ),
    )
    .returning({ handle: session.handle });
  return gone.length;
}

/** Not at every click: a minute's difference tells a person as much. */
export async function touchSession(
  db: DbOrTx,
  tokenHash: string,
  now: string,
  before: string,
): Promise<void> {
  await db
    .update(session)
    .set({ lastSeenAt: now })
    .where(
      and(eq(session.tokenHash, tokenHash), isNotNull(session.lastSeenAt), lt(session.lastSeenAt, before)),
    );
}

/** The session goes on in another hospital of the same person. */
export async function moveSession(db: DbOrTx, accountId: string, handle: string, hospitalId: string) {
  const moved = await db
    .update(session)
    .set({ hospitalId })
    .where(and(eq(session.accountId, accountId), eq(session.handle, handle)))
    .returning({ handle: session.handle });
  return moved.length > 0;
}

/** サインインできるネットワーク of a hospital; null while nothing was set. */
export async function accessOf(db: DbOrTx, hospitalId: string) {
  const rows = await db.select().from(accessSetting).where(eq(accessSetting.hospitalId, hospitalId));
  return rows[0] ?? null;
}

/** @returns false when somebody else saved meanwhile */
export async function saveAccess(
  db: DbOrTx,
  scope: Scope,
  row: { id: string; networks: string; version: number },
): Promise<boolean> {
  if (row.version === 0) {
    const made = await db
      .insert(accessSetting)
      .values({ id: row.id, hospitalId: scope.hospitalId, networks: row.networks })
      .onConflictDoNothing()
      .returning({ id: accessSetting.id });
    return made.length > 0;
  }
  const changed = await db
    .update(accessSetting)
    .set({ networks: row.networks, version: row.version + 1 })
    .where(and(eq(accessSetting.hospitalId, scope.hospitalId), eq(accessSetting.version, row.version)))
    .returning({ id: accessSetting.id });
  return changed.length > 0;
}
