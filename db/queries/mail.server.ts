import { and, asc, desc, eq, inArray, lte, sql } from "drizzle-orm";
import type { MailKind, MailState } from "../../app/domain/mail.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  contract,
  hospital,
  hospitalSetting,
  mail,
  mailWording,
  product,
  productVersion,
  request,
  vendor,
  vendorContact,
} from "../schema.ts";

/** A mail belongs to one hospital; nothing wider is needed to reach it. */
export type MailScope = { hospitalId: string };
export type MailRow = typeof mail.$inferSelect;

/** Writes the mail unless one with the same `once` is there. @returns false when it was there */
export async function insertMail(
  db: DbOrTx,
  scope: MailScope,
  row: Omit<typeof mail.$inferInsert, "hospitalId">,
): Promise<boolean> {
  const rows = await db
    .insert(mail)
    .values({ ...row, hospitalId: scope.hospitalId })
    .onConflictDoNothing({ target: [mail.hospitalId, mail.once] })
    .returning({ id: mail.id });
  return rows.length === 1;
}

/** Names of the systems a checklist lists, as one text; null for the other kinds. */
export const systemsOfRequest = sql<
  string | null
>`(SELECT group_concat(s.name, '、') FROM json_each(request.system_ids) j
  JOIN system s ON s.id = j.value AND s.hospital_id = request.hospital_id)`;

/** What a mail about a request can say of it; null when this hospital has no such request. */
export async function requestForMail(db: DbOrTx, scope: MailScope, requestId: string) {
  const rows = await db
    .select({
      id: request.id,
      kind: request.kind,
      catalogueRef: request.catalogueRef,
      dueOn: request.dueOn,
      state: request.state,
      contactId: request.contactId,
      vendor: vendor.name,
      product: sql<string | null>`${product.name} || ' ' || ${productVersion.label}`,
      contract: sql<string | null>`${contract.number} || ' ' || ${contract.title}`,
      systems: systemsOfRequest,
    })
    .from(request)
    .innerJoin(vendor, eq(vendor.id, request.vendorId))
    .leftJoin(productVersion, eq(productVersion.id, request.productVersionId))
    .leftJoin(product, eq(product.id, productVersion.productId))
    .leftJoin(contract, eq(contract.id, request.contractId))
    .where(and(eq(request.hospitalId, scope.hospitalId), eq(request.id, requestId)));
  return rows[0] ?? null;
}

/** Name and address of a contact of the hospital's group; null when there is none. */
export async function contactForMail(db: DbOrTx, scope: MailScope, contactId: string) {
  const rows = await db
    .select({
      id: vendorContact.id,
      name: vendorContact.name,
      department: vendorContact.department,
      address: vendorContact.mail,
    })
    .from(vendorContact)
    .innerJoin(hospital, eq(hospital.groupId, vendorContact.groupId))
    .where(and(eq(hospital.id, scope.hospitalId), eq(vendorContact.id, contactId)));
  return rows[0] ?? null;
}

export async function hospitalName(db: DbOrTx, scope: MailScope): Promise<string> {
  const rows = await db
    .select({ name: hospital.name })
    .from(hospital)
    .where(eq(hospital.id, scope.hospitalId));
  return rows[0]?.name ?? "";
}

/** The hospital's own wordings, by kind. */
export async function ownWordings(db: DbOrTx, scope: MailScope) {
  return db.select().from(mailWording).where(eq(mailWording.hospitalId, scope.hospitalId));
}

/** @returns false when somebody saved the wording since `version` was shown (0 = there was none) */
export async function saveWording(
  db: DbOrTx,
  scope: MailScope,
  row: { id: string; kind: MailKind; subject: string; body: string; version: number },
): Promise<boolean> {
  const { version, ...values } = row;
  if (version === 0) {
    const made = await db
      .insert(mailWording)
      .values({ ...values, hospitalId: scope.hospitalId })
      .onConflictDoNothing()
      .returning({ id: mailWording.id });
    return made.length === 1;
  }
  const changed = await db
    .update(mailWording)
    .set({ subject: row.subject, body: row.body, version: version + 1 })
    .where(
      and(
        eq(mailWording.hospitalId, scope.hospitalId),
        eq(mailWording.kind, row.kind),
        eq(mailWording.version, version),
      ),
    )
    .returning({ id: mailWording.id });
  return changed.length === 1;
}

export async function deleteWording(db: DbOrTx, scope: MailScope, kind: MailKind): Promise<void> {
  await db
    .delete(mailWording)
    .where(and(eq(mailWording.hospitalId, scope.hospitalId), eq(mailWording.kind, kind)));
}

type Setting = typeof hospitalSetting.$inferSelect;

export async function findSetting(db: DbOrTx, scope: MailScope) {
  const rows = await db
    .select()
    .from(hospitalSetting)
    .where(eq(hospitalSetting.hospitalId, scope.hospitalId));
  return rows[0] ?? null;
}

/** @returns false when somebody saved since `version` was shown (0 = nothing was set) */
export async function saveSetting(
  db: DbOrTx,
  scope: MailScope,
  row: { id: string; version: number } & Partial<Pick<Setting, "digestTo" | "reminderDays" | "auditHeadTo">>,
): Promise<boolean> {
  const { version, ...values } = row;
  if (version === 0) {
    const made = await db
      .insert(hospitalSetting)
      .values({ ...values, hospitalId: scope.hospitalId })
      .onConflictDoNothing()
      .returning({ id: hospitalSetting.id });
    return made.length === 1;
  }
  const changed = await db
    .update(hospitalSetting)
    .set({
      ...(values.digestTo === undefined ? {} : { digestTo: values.digestTo }),
      ...(values.reminderDays === undefined ? {} : { reminderDays: values.reminderDays }),
      ...(values.auditHeadTo === undefined ? {} : { auditHeadTo: values.auditHeadTo }),
      version: version + 1,
    })
    .where(and(eq(hospitalSetting.hospitalId, scope.hospitalId), eq(hospitalSetting.version, version)))
    .returning({ id: hospitalSetting.id });
  return changed.length === 1;
}

export async function findMail(db: DbOrTx, scope: MailScope, mailId: string): Promise<MailRow | null> {
  const rows = await db
    .select()
    .from(mail)
    .where(and(eq(mail.hospitalId, scope.hospitalId), eq(mail.id, mailId)));
  return rows[0] ?? null;
}

/** Mails of one request, oldest first. */
export async function mailsOfRequest(db: DbOrTx, scope: MailScope, requestId: string): Promise<MailRow[]> {
  return db
    .select()
    .from(mail)
    .where(and(eq(mail.hospitalId, scope.hospitalId), eq(mail.requestId, requestId)))
    .orderBy(asc(mail.createdAt), asc(mail.id));
}

/** Mails in these states, newest first, with vendor and contact beside them. */
export async function mailsByState(
  db: DbOrTx,
  scope: MailScope,
  query: { states: readonly MailState[]; page: number; pageSize: number },
) {
  const isListed = and(eq(mail.hospitalId, scope.hospitalId), inArray(mail.state, [...query.states]));
  const [rows, counted] = await Promise.all([
    db
      .select({
        id: mail.id,
        kind: mail.kind,
        requestId: mail.requestId,
        subject: mail.subject,
        body: mail.body,
        state: mail.state,
        tries: mail.tries,
        lastProblem: mail.lastProblem,
        createdAt: mail.createdAt,
        notBefore: mail.notBefore,
        leftAt: mail.leftAt,
        messageId: mail.messageId,
        version: mail.version,
        vendor: vendor.name,
        contact: vendorContact.name,
        address: vendorContact.mail,
      })
      .from(mail)
      .leftJoin(request, eq(request.id, mail.requestId))
      .leftJoin(vendor, eq(vendor.id, request.vendorId))
      .leftJoin(vendorContact, eq(vendorContact.id, mail.contactId))
      .where(isListed)
      .orderBy(desc(mail.notBefore), desc(mail.id))
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize),
    db.select({ count: sql<number>`count(*)` }).from(mail).where(isListed),
  ]);
  return { rows, total: counted[0]?.count ?? 0 };
}

/** How many mails stand in each state. */
export async function countMailStates(db: DbOrTx, scope: MailScope) {
  return db
    .select({ state: mail.state, count: sql<number>`count(*)` })
    .from(mail)
    .where(eq(mail.hospitalId, scope.hospitalId))
    .groupBy(mail.state);
}

/** Waiting mails whose moment has come, oldest first. */
export async function dueMails(db: DbOrTx, scope: MailScope, now: string, limit: number): Promise<MailRow[]> {
  return db
    .select()
    .from(mail)
    .where(and(eq(mail.hospitalId, scope.hospitalId), eq(mail.state, "waiting"), lte(mail.notBefore, now)))
    .orderBy(asc(mail.notBefore), asc(mail.id))
    .limit(limit);
}

/**
 * Changes a mail that is still as it was seen. Whoever changes it first has it; everybody else gets false.
 * @param seen state and version read before
 */
export async function changeMail(
  db: DbOrTx,
  scope: MailScope,
  seen: { id: string; state: MailState; version: number },
  change: Partial<
    Pick<
      MailRow,
      "state" | "tries" | "lastProblem" | "notBefore" | "takenAt" | "leftAt" | "messageId" | "code"
    >
  >,
): Promise<boolean> {
  const rows = await db
    .update(mail)
    .set({ ...change, version: seen.version + 1 })
    .where(
      and(
        eq(mail.hospitalId, scope.hospitalId),
        eq(mail.id, seen.id),
        eq(mail.state, seen.state),
        eq(mail.version, seen.version),
      ),
    )
    .returning({ id: mail.id });
  return rows.length === 1;
}

/** Waiting mails of a request (of the given kinds) that are no longer needed. */
export async function voidMails(
  db: DbOrTx,
  scope: MailScope,
  requestId: string,
  kinds: readonly MailKind[],
): Promise<void> {
  await db
    .update(mail)
    .set({ state: "void", code: "", version: sql`${mail.version} + 1` })
    .where(
      and(
        eq(mail.hospitalId, scope.hospitalId),
        eq(mail.requestId, requestId),
        eq(mail.state, "waiting"),
        inArray(mail.kind, [...kinds]),
      ),
    );
}

/** Mails that a process took long ago and never spoke of again. */
export async function silentMails(db: DbOrTx, scope: MailScope, takenBefore: string): Promise<MailRow[]> {
  return db
    .select()
    .from(mail)
    .where(
      and(eq(mail.hospitalId, scope.hospitalId), eq(mail.state, "sending"), lte(mail.takenAt, takenBefore)),
    )
    .orderBy(asc(mail.id));
}

/** Waiting codes that were written before the moment: nobody can use them any more. */
export async function voidOldCodes(db: DbOrTx, scope: MailScope, writtenBefore: string): Promise<void> {
  await db
    .update(mail)
    .set({ state: "void", code: "", version: sql`${mail.version} + 1` })
    .where(
      and(
        eq(mail.hospitalId, scope.hospitalId),
        eq(mail.kind, "code"),
        eq(mail.state, "waiting"),
        lte(mail.createdAt, writtenBefore),
      ),
    );
}

/** Mails of one kind about a request, oldest first. */
export async function findMailsOf(
  db: DbOrTx,
  scope: MailScope,
  requestId: string,
  kind: MailKind,
): Promise<MailRow[]> {
  return (await mailsOfRequest(db, scope, requestId)).filter((each) => each.kind === kind);
}
