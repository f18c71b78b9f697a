import { and, asc, count, eq, inArray, isNotNull, lte, ne, sql } from "drizzle-orm";
import { endOfDayInTokyo } from "../../app/domain/day.ts";
import { ERASED_NAME, type RetentionRule } from "../../app/domain/retention.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  account,
  accountLink,
  hospital,
  mail,
  membership,
  outsideIdentity,
  passkey,
  personalSalt,
  recoveryCode,
  retentionRule,
  session,
  signInStep,
  totpSeed,
  vendor,
  vendorContact,
} from "../schema.ts";

/** The salt of a record's personal values; null before the first hash and after the person was erased. */
export async function findSalt(db: DbOrTx, scope: Scope, recordId: string): Promise<string | null> {
  const rows = await db
    .select({ salt: personalSalt.salt })
    .from(personalSalt)
    .where(and(eq(personalSalt.groupId, scope.groupId), eq(personalSalt.recordId, recordId)));
  return rows[0]?.salt ?? null;
}

/** Keeps a salt. @returns false when the record had one already */
export async function insertSalt(
  db: DbOrTx,
  scope: Scope,
  row: { id: string; recordId: string; salt: string; createdAt: string },
): Promise<boolean> {
  const rows = await db
    .insert(personalSalt)
    .values({ ...row, groupId: scope.groupId })
    .onConflictDoNothing()
    .returning({ id: personalSalt.id });
  return rows.length > 0;
}

export type ErasableContact = {
  id: string;
  name: string;
  vendor: string;
  archivedAt: string;
};

const erasedText = { department: "", phone: "", mail: "", deputyName: "", note: "" } as const;

/** Contacts in the archive whose data still stands; the longest there first, at most 200. */
export async function archivedContacts(db: DbOrTx, scope: Scope): Promise<ErasableContact[]> {
  const rows = await db
    .select({
      id: vendorContact.id,
      name: vendorContact.name,
      vendor: vendor.name,
      archivedAt: vendorContact.archivedAt,
    })
    .from(vendorContact)
    .innerJoin(vendor, eq(vendor.id, vendorContact.vendorId))
    .where(
      and(
        eq(vendorContact.groupId, scope.groupId),
        isNotNull(vendorContact.archivedAt),
        ne(vendorContact.name, ERASED_NAME),
      ),
    )
    .orderBy(asc(vendorContact.archivedAt))
    .limit(200);
  return rows.map((row) => ({ ...row, archivedAt: row.archivedAt ?? "" }));
}

export async function contactToErase(db: DbOrTx, scope: Scope, contactId: string) {
  const rows = await db
    .select({ name: vendorContact.name, archivedAt: vendorContact.archivedAt })
    .from(vendorContact)
    .where(and(eq(vendorContact.groupId, scope.groupId), eq(vendorContact.id, contactId)));
  return rows[0] ?? null;
}

/** Takes everything that names the person out of the contact, its salt and its mails; the rows stay for what points to them. */
export async function eraseContactRow(db: DbOrTx, scope: Scope, contactId: string): Promise<void> {
  await db
    .update(vendorContact)
    .set({ name: ERASED_NAME, ...erasedText, version: sql`${vendorContact.version} + 1` })
    .where(and(eq(vendorContact.groupId, scope.groupId), eq(vendorContact.id, contactId)));
  await db
    .delete(personalSalt)
    .where(and(eq(personalSalt.groupId, scope.groupId), eq(personalSalt.recordId, contactId)));
  const ofGroup = db.select({ id: hospital.id }).from(hospital).where(eq(hospital.groupId, scope.groupId));
  await db
    .update(mail)
    .set({ subject: ERASED_NAME, body: "", code: "" })
    .where(
      and(
        inArray(mail.hospitalId, ofGroup),
        eq(mail.contactId, contactId),
        inArray(mail.state, [...overStates]),
      ),
    );
}

/** States in which a mail is only a record. */
const overStates = ["sent", "handed-over", "void"] as const;

/** An account of this hospital with every membership it has, for whoever erases it. */
export async function accountToErase(db: DbOrTx, scope: Scope, accountId: string) {
  const rows = await db
    .select({
      signInName: account.signInName,
      role: membership.role,
      hospitalId: membership.hospitalId,
    })
    .from(account)
    .innerJoin(membership, eq(membership.accountId, account.id))
    .where(and(eq(account.groupId, scope.groupId), eq(account.id, accountId)));
  return rows.some((row) => row.hospitalId === scope.hospitalId) ? rows : null;
}

/** Takes everything that names the person out of the account and ends every way in. */
export async function eraseAccountRow(
  db: DbOrTx,
  scope: Scope,
  accountId: string,
  at: string,
): Promise<void> {
  await db
    .update(account)
    .set({
      name: ERASED_NAME,
      signInName: `erased-${accountId}`,
      department: "",
      passwordHash: "erased",
      salt: "",
      disabledAt: sql`coalesce(${account.disabledAt}, ${at})`,
      version: sql`${account.version} + 1`,
    })
    .where(and(eq(account.groupId, scope.groupId), eq(account.id, accountId)));
  for (const table of [session, totpSeed, recoveryCode, passkey, signInStep, accountLink, outsideIdentity])
    await db.delete(table).where(eq(table.accountId, accountId));
}

export type KeptRule = RetentionRule & { version: number };

export async function retentionRules(db: DbOrTx, scope: Scope): Promise<KeptRule[]> {
  return db
    .select({
      kind: retentionRule.kind,
      years: retentionRule.years,
      basis: retentionRule.basis,
      version: retentionRule.version,
    })
    .from(retentionRule)
    .where(eq(retentionRule.hospitalId, scope.hospitalId));
}

/** @returns false when somebody saved since `version` was shown (0 = there was no rule) */
export async function saveRule(db: DbOrTx, scope: Scope, rule: KeptRule & { id: string }): Promise<boolean> {
  const { version, id, ...values } = rule;
  if (version === 0) {
    const made = await db
      .insert(retentionRule)
      .values({ id, ...values, hospitalId: scope.hospitalId })
      .onConflictDoNothing()
      .returning({ id: retentionRule.id });
    return made.length === 1;
  }
  const changed = await db
    .update(retentionRule)
    .set({ years: values.years, basis: values.basis, version: version + 1 })
    .where(
      and(
        eq(retentionRule.hospitalId, scope.hospitalId),
        eq(retentionRule.kind, values.kind),
        eq(retentionRule.version, version),
      ),
    )
    .returning({ id: retentionRule.id });
  return changed.length === 1;
}

/** Mails that left or were given up by the end of the day, and whose text still stands. */
const oldMails = (scope: Scope, day: string) =>
  and(
    eq(mail.hospitalId, scope.hospitalId),
    inArray(mail.state, [...overStates]),
    ne(mail.body, ""),
    lte(sql`coalesce(${mail.leftAt}, ${mail.createdAt})`, endOfDayInTokyo(day)),
  );

export async function countOldMails(db: DbOrTx, scope: Scope, day: string): Promise<number> {
  const rows = await db.select({ count: count() }).from(mail).where(oldMails(scope, day));
  return rows[0]?.count ?? 0;
}

export async function eraseOldMailTexts(db: DbOrTx, scope: Scope, day: string): Promise<number> {
  const rows = await db
    .update(mail)
    .set({ subject: ERASED_NAME, body: "", code: "" })
    .where(oldMails(scope, day))
    .returning({ id: mail.id });
  return rows.length;
}
