import { and, count, eq, gt, isNull, ne, sql } from "drizzle-orm";
import type { Moment } from "../../app/domain/day.ts";
import type { DbOrTx } from "../client.server.ts";
import { hospital, request, requestEvent, requestLink, vendorSession } from "../schema.ts";
import type { RequestReach } from "./requests.server.ts";

/** Links and the vendor's sessions behind them. Only hashes of tokens are ever asked for or kept. */

export async function insertLink(
  db: DbOrTx,
  reach: RequestReach,
  row: Omit<typeof requestLink.$inferInsert, "hospitalId" | "requestId">,
): Promise<void> {
  const { hospitalId, requestId } = reach;
  await db.insert(requestLink).values({ ...row, hospitalId, requestId });
}

const isOpenLink = (now: Moment) =>
  and(isNull(requestLink.revokedAt), gt(requestLink.expiresAt, now), ne(request.state, "revoked"));

/** The request behind a link that still opens; expired, revoked and unknown links are all null. */
export async function findLink(db: DbOrTx, tokenHash: string, now: Moment) {
  const rows = await db
    .select({
      groupId: hospital.groupId,
      hospitalId: requestLink.hospitalId,
      requestId: requestLink.requestId,
      sections: requestLink.sections,
      expiresAt: requestLink.expiresAt,
    })
    .from(requestLink)
    .innerJoin(request, eq(request.id, requestLink.requestId))
    .innerJoin(hospital, eq(hospital.id, requestLink.hospitalId))
    .where(and(eq(requestLink.tokenHash, tokenHash), isOpenLink(now)));
  return rows[0] ?? null;
}

export async function insertVendorSession(
  db: DbOrTx,
  reach: RequestReach,
  row: Omit<typeof vendorSession.$inferInsert, "hospitalId" | "requestId">,
): Promise<void> {
  const { hospitalId, requestId } = reach;
  await db.insert(vendorSession).values({ ...row, hospitalId, requestId });
}

/** The session behind a cookie, as long as its link still opens. */
export async function findVendorSession(db: DbOrTx, sessionHash: string, now: Moment) {
  const rows = await db
    .select({
      groupId: hospital.groupId,
      hospitalId: vendorSession.hospitalId,
      requestId: vendorSession.requestId,
      sections: requestLink.sections,
      verifiedAt: vendorSession.verifiedAt,
      expiresAt: vendorSession.expiresAt,
    })
    .from(vendorSession)
    .innerJoin(requestLink, eq(requestLink.tokenHash, vendorSession.linkHash))
    .innerJoin(request, eq(request.id, vendorSession.requestId))
    .innerJoin(hospital, eq(hospital.id, vendorSession.hospitalId))
    .where(and(eq(vendorSession.tokenHash, sessionHash), gt(vendorSession.expiresAt, now), isOpenLink(now)));
  return rows[0] ?? null;
}

const ofSession = (reach: RequestReach & { sessionHash: string }) =>
  and(
    eq(vendorSession.hospitalId, reach.hospitalId),
    eq(vendorSession.requestId, reach.requestId),
    eq(vendorSession.tokenHash, reach.sessionHash),
  );

/** The pending code of a session and who verified it. */
export async function findCode(db: DbOrTx, reach: RequestReach & { sessionHash: string }) {
  const rows = await db
    .select({
      codeHash: vendorSession.codeHash,
      codeExpiresAt: vendorSession.codeExpiresAt,
      codeTries: vendorSession.codeTries,
      verifiedAt: vendorSession.verifiedAt,
      contactId: vendorSession.contactId,
    })
    .from(vendorSession)
    .where(ofSession(reach));
  return rows[0] ?? null;
}

/** A new code replaces the one before. */
export async function setCode(
  db: DbOrTx,
  reach: RequestReach & { sessionHash: string },
  code: { codeHash: string; codeExpiresAt: Moment },
): Promise<void> {
  await db
    .update(vendorSession)
    .set({ ...code, codeTries: 0 })
    .where(ofSession(reach));
}

/** Counts a wrong try. */
export async function countCodeTry(db: DbOrTx, reach: RequestReach & { sessionHash: string }): Promise<void> {
  await db
    .update(vendorSession)
    .set({ codeTries: sql`${vendorSession.codeTries} + 1` })
    .where(ofSession(reach));
}

/** The code was right: it is used up, and the session knows who is there. */
export async function setVerified(
  db: DbOrTx,
  reach: RequestReach & { sessionHash: string },
  by: { verifiedAt: Moment; contactId: string },
): Promise<void> {
  await db
    .update(vendorSession)
    .set({ ...by, codeHash: null, codeExpiresAt: null })
    .where(ofSession(reach));
}

/** How many codes were mailed for this request after a moment, whoever asked for them. */
export async function countCodes(db: DbOrTx, reach: RequestReach, after: Moment): Promise<number> {
  const rows = await db
    .select({ n: count() })
    .from(requestEvent)
    .where(
      and(
        eq(requestEvent.hospitalId, reach.hospitalId),
        eq(requestEvent.requestId, reach.requestId),
        eq(requestEvent.kind, "code-sent"),
        gt(requestEvent.recordedAt, after),
      ),
    );
  return rows[0]?.n ?? 0;
}

/** The session is gone; its cookie opens nothing. */
export async function endVendorSession(
  db: DbOrTx,
  reach: RequestReach & { sessionHash: string },
): Promise<void> {
  await db.delete(vendorSession).where(ofSession(reach));
}
