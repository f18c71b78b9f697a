import { and, asc, desc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Day, Moment } from "../../app/domain/day.ts";
import type { RequestState } from "../../app/domain/request.ts";
import type { Scope, VendorScope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  account,
  contract,
  hospital,
  product,
  productVersion,
  request,
  requestAnswer,
  requestLink,
  requestOnce,
  requestRound,
  system,
  vendor,
  vendorContact,
  vendorSession,
} from "../schema.ts";
import { systemsOfRequest } from "./mail.server.ts";

/** One request and whose it is: what both sides' queries about a request take. A `VendorScope` is one. */
export type RequestReach = Pick<VendorScope, "groupId" | "hospitalId" | "requestId">;
type Owner = Pick<Scope, "groupId" | "hospitalId">;

const shown = {
  id: request.id,
  roundId: request.roundId,
  kind: request.kind,
  title: requestRound.title,
  message: requestRound.message,
  recurrence: requestRound.recurrence,
  reminderDays: requestRound.reminderDays,
  hospital: hospital.name,
  vendorId: request.vendorId,
  vendor: vendor.name,
  contactId: request.contactId,
  contact: vendorContact.name,
  contactDepartment: vendorContact.department,
  contactMail: vendorContact.mail,
  productVersionId: request.productVersionId,
  product: product.name,
  productVersion: productVersion.label,
  contractId: request.contractId,
  contractTitle: contract.title,
  contractNumber: contract.number,
  systemIds: request.systemIds,
  systems: systemsOfRequest,
  catalogueRef: request.catalogueRef,
  dueOn: request.dueOn,
  state: request.state,
  disclosureId: request.disclosureId,
  createdAt: request.createdAt,
  createdBy: account.name,
  version: request.version,
  /** Promises the vendor is asked to confirm; 0 for every other kind. */
  promises: sql<number>`(SELECT count(*) FROM promise_item p WHERE p.request_id = ${request.id})`,
  /** Items with a chosen option that nobody still has to look at. */
  answered: sql<number>`(SELECT count(*) FROM request_answer a WHERE a.request_id = ${request.id}
    AND a.hospital_id = ${request.hospitalId} AND a.answer IS NOT NULL AND a.carry <> 'carried')`,
  /** Questions of the vendor after which nobody of the hospital wrote in the same thread. */
  openQuestions: sql<number>`(SELECT count(*) FROM request_message q WHERE q.request_id = ${request.id}
    AND q.hospital_id = ${request.hospitalId} AND q.side = 'vendor' AND NOT EXISTS (
      SELECT 1 FROM request_message r WHERE r.request_id = q.request_id AND r.item_key = q.item_key
        AND r.side = 'hospital' AND r.recorded_seq > q.recorded_seq))`,
};

/** Requests with the names around them. */
export function shownFrom(db: DbOrTx) {
  return db
    .select(shown)
    .from(request)
    .innerJoin(requestRound, eq(requestRound.id, request.roundId))
    .innerJoin(hospital, eq(hospital.id, request.hospitalId))
    .innerJoin(vendor, eq(vendor.id, request.vendorId))
    .innerJoin(vendorContact, eq(vendorContact.id, request.contactId))
    .leftJoin(productVersion, eq(productVersion.id, request.productVersionId))
    .leftJoin(product, eq(product.id, productVersion.productId))
    .leftJoin(contract, eq(contract.id, request.contractId))
    .leftJoin(account, eq(account.id, request.createdBy));
}

export type ShownRequest = NonNullable<Awaited<ReturnType<typeof findRequest>>>;

/** One request with its names, or null when this reach has none of that id. */
export async function findRequest(db: DbOrTx, reach: RequestReach) {
  const rows = await shownFrom(db).where(
    and(eq(request.hospitalId, reach.hospitalId), eq(request.id, reach.requestId)),
  );
  return rows[0] ?? null;
}

export async function insertRound(
  db: DbOrTx,
  owner: Owner,
  row: Omit<typeof requestRound.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(requestRound).values({ ...row, hospitalId: owner.hospitalId });
}

export async function findRound(db: DbOrTx, owner: Owner, roundId: string) {
  const rows = await db
    .select()
    .from(requestRound)
    .where(and(eq(requestRound.hospitalId, owner.hospitalId), eq(requestRound.id, roundId)));
  return rows[0] ?? null;
}

/** Rounds that ask again on or before `today`. */
export async function roundsToAskAgain(db: DbOrTx, owner: Owner, today: Day) {
  return db
    .select({ id: requestRound.id, nextOn: requestRound.nextOn })
    .from(requestRound)
    .where(
      and(
        eq(requestRound.hospitalId, owner.hospitalId),
        isNull(requestRound.endedAt),
        lte(requestRound.nextOn, today),
      ),
    )
    .orderBy(asc(requestRound.nextOn), asc(requestRound.id));
}

/** The round will not ask again by itself. @returns false when it does not any more */
export async function endAskingAgain(db: DbOrTx, owner: Owner, roundId: string): Promise<boolean> {
  const rows = await db
    .update(requestRound)
    .set({ nextOn: null, version: sql`${requestRound.version} + 1` })
    .where(
      and(
        eq(requestRound.hospitalId, owner.hospitalId),
        eq(requestRound.id, roundId),
        sql`${requestRound.nextOn} IS NOT NULL`,
      ),
    )
    .returning({ id: requestRound.id });
  return rows.length === 1;
}

/** A request with the row that keeps it the only one of its subject in the round. */
export async function insertRequest(
  db: DbOrTx,
  owner: Owner,
  row: Omit<typeof request.$inferInsert, "hospitalId">,
  subject: string,
): Promise<void> {
  const { hospitalId } = owner;
  await db.insert(request).values({ ...row, hospitalId });
  await db.insert(requestOnce).values({ hospitalId, roundId: row.roundId, subject, requestId: row.id });
}

/** 毎年の依頼をやめる: nothing is asked again; what was asked stays. @returns false when it had ended or asks once */
export async function endRound(db: DbOrTx, owner: Owner, roundId: string, at: Moment): Promise<boolean> {
  const rows = await db
    .update(requestRound)
    .set({ nextOn: null, endedAt: at, version: sql`${requestRound.version} + 1` })
    .where(
      and(
        eq(requestRound.hospitalId, owner.hospitalId),
        eq(requestRound.id, roundId),
        sql`${requestRound.nextOn} IS NOT NULL`,
      ),
    )
    .returning({ id: requestRound.id });
  return rows.length === 1;
}

export async function requestsOfRound(db: DbOrTx, owner: Owner, roundId: string) {
  return db
    .select()
    .from(request)
    .where(and(eq(request.hospitalId, owner.hospitalId), eq(request.roundId, roundId)))
    .orderBy(asc(request.id));
}

/** Moves a request on. @returns false when somebody else moved it first */
export async function moveRequest(
  db: DbOrTx,
  reach: RequestReach,
  move: { from: RequestState; to: RequestState; disclosureId?: string },
): Promise<boolean> {
  const rows = await db
    .update(request)
    .set({
      state: move.to,
      version: sql`${request.version} + 1`,
      ...(move.disclosureId ? { disclosureId: move.disclosureId } : {}),
    })
    .where(
      and(
        eq(request.hospitalId, reach.hospitalId),
        eq(request.id, reach.requestId),
        eq(request.state, move.from),
      ),
    )
    .returning({ id: request.id });
  return rows.length === 1;
}

/** @returns false when the request was changed since `version` was shown */
export async function setDue(
  db: DbOrTx,
  reach: RequestReach,
  change: { dueOn: Day; version: number; linksEndAt: Moment },
): Promise<boolean> {
  const rows = await db
    .update(request)
    .set({ dueOn: change.dueOn, version: sql`${request.version} + 1` })
    .where(
      and(
        eq(request.hospitalId, reach.hospitalId),
        eq(request.id, reach.requestId),
        eq(request.version, change.version),
      ),
    )
    .returning({ id: request.id });
  await db
    .update(requestLink)
    .set({ expiresAt: change.linksEndAt })
    .where(and(ofRequest(requestLink, reach), isNull(requestLink.revokedAt)));
  return rows.length === 1;
}

/** Ends every link and every vendor's session of the request at once. */
export async function endLinks(db: DbOrTx, reach: RequestReach, at: Moment): Promise<void> {
  await db
    .update(requestLink)
    .set({ revokedAt: at })
    .where(and(ofRequest(requestLink, reach), isNull(requestLink.revokedAt)));
  await db.delete(vendorSession).where(ofRequest(vendorSession, reach));
}

function ofRequest(table: typeof requestLink | typeof vendorSession, reach: RequestReach) {
  return and(eq(table.hospitalId, reach.hospitalId), eq(table.requestId, reach.requestId));
}

/** Links that were handed out, newest first; never their hash. */
export async function linksOf(db: DbOrTx, reach: RequestReach) {
  return db
    .select({
      sections: requestLink.sections,
      createdAt: requestLink.createdAt,
      expiresAt: requestLink.expiresAt,
      revokedAt: requestLink.revokedAt,
    })
    .from(requestLink)
    .where(ofRequest(requestLink, reach))
    .orderBy(desc(requestLink.createdAt));
}

/** Names of the systems a checklist lists, as far as they are this hospital's. */
export async function systemNames(db: DbOrTx, owner: Owner, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: system.id, name: system.name, vendorId: product.vendorId })
    .from(system)
    .innerJoin(productVersion, eq(productVersion.id, system.productVersionId))
    .innerJoin(product, eq(product.id, productVersion.productId))
    .where(and(eq(system.hospitalId, owner.hospitalId), inArray(system.id, [...ids])))
    .orderBy(asc(system.name));
}

/** Facts that show whether a target belongs together; null = there is no such record for this owner. */
export async function findTarget(
  db: DbOrTx,
  owner: Owner,
  target: { vendorId: string; contactId: string; productVersionId: string; contractId: string },
) {
  const [vendors, contacts, versions, contracts] = await Promise.all([
    db
      .select({ archivedAt: vendor.archivedAt })
      .from(vendor)
      .where(and(eq(vendor.groupId, owner.groupId), eq(vendor.id, target.vendorId))),
    db
      .select({
        vendorId: vendorContact.vendorId,
        mail: vendorContact.mail,
        archivedAt: vendorContact.archivedAt,
      })
      .from(vendorContact)
      .where(and(eq(vendorContact.groupId, owner.groupId), eq(vendorContact.id, target.contactId))),
    db
      .select({ vendorId: product.vendorId })
      .from(productVersion)
      .innerJoin(product, eq(product.id, productVersion.productId))
      .where(and(eq(productVersion.groupId, owner.groupId), eq(productVersion.id, target.productVersionId))),
    db
      .select({ vendorId: contract.vendorId })
      .from(contract)
      .where(and(eq(contract.hospitalId, owner.hospitalId), eq(contract.id, target.contractId))),
  ]);
  return {
    vendor: vendors[0] ?? null,
    contact: contacts[0] ?? null,
    productVersion: versions[0] ?? null,
    contract: contracts[0] ?? null,
  };
}

/** The vendor's draft, item by item. */
export async function draftOf(db: DbOrTx, reach: RequestReach) {
  return db
    .select({
      itemKey: requestAnswer.itemKey,
      answer: requestAnswer.answer,
      remark: requestAnswer.remark,
      condition: requestAnswer.condition,
      carry: requestAnswer.carry,
      carriedFrom: requestAnswer.carriedFrom,
      savedAt: requestAnswer.savedAt,
      version: requestAnswer.version,
    })
    .from(requestAnswer)
    .where(and(eq(requestAnswer.hospitalId, reach.hospitalId), eq(requestAnswer.requestId, reach.requestId)));
}
