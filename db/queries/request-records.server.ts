import { and, asc, count, desc, eq, isNull, sql } from "drizzle-orm";
import type { Moment } from "../../app/domain/day.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  account,
  fileScan,
  originalFile,
  requestEvent,
  requestFile,
  requestMessage,
  requestSubmission,
  vendorContact,
} from "../schema.ts";
import type { RequestReach } from "./requests.server.ts";
import { scanColumns } from "./scan-columns.ts";

/** Events, messages, files and submissions of one request: what happened, each row once. */

export async function insertEvent(
  db: DbOrTx,
  reach: RequestReach,
  row: Omit<typeof requestEvent.$inferInsert, "hospitalId" | "requestId">,
): Promise<void> {
  const { hospitalId, requestId } = reach;
  await db.insert(requestEvent).values({ ...row, hospitalId, requestId });
}

/** Everything that happened, in the order in which it was recorded. */
export async function eventsOf(db: DbOrTx, reach: RequestReach) {
  return db
    .select({
      id: requestEvent.id,
      kind: requestEvent.kind,
      channel: requestEvent.channel,
      happenedOn: requestEvent.happenedOn,
      note: requestEvent.note,
      contact: vendorContact.name,
      contactDepartment: vendorContact.department,
      fileId: originalFile.id,
      fileName: originalFile.fileName,
      recordedAt: requestEvent.recordedAt,
      recordedBy: account.name,
    })
    .from(requestEvent)
    .leftJoin(vendorContact, eq(vendorContact.id, requestEvent.contactId))
    .leftJoin(originalFile, eq(originalFile.id, requestEvent.originalFileId))
    .leftJoin(account, eq(account.id, requestEvent.recordedBy))
    .where(and(eq(requestEvent.hospitalId, reach.hospitalId), eq(requestEvent.requestId, reach.requestId)))
    .orderBy(asc(requestEvent.recordedSeq), asc(requestEvent.id));
}

/** What a proof counts of every request of the hospital, by request; one query. */
export async function courseOfEveryRequest(db: DbOrTx, scope: { hospitalId: string }) {
  return db
    .select({
      requestId: requestEvent.requestId,
      kind: requestEvent.kind,
      channel: requestEvent.channel,
      happenedOn: requestEvent.happenedOn,
    })
    .from(requestEvent)
    .where(eq(requestEvent.hospitalId, scope.hospitalId))
    .orderBy(asc(requestEvent.recordedSeq), asc(requestEvent.id));
}

export async function insertMessage(
  db: DbOrTx,
  reach: RequestReach,
  row: Omit<typeof requestMessage.$inferInsert, "hospitalId" | "requestId">,
): Promise<void> {
  const { hospitalId, requestId } = reach;
  await db.insert(requestMessage).values({ ...row, hospitalId, requestId });
}

/** The threads of all items, oldest line first; `by` is the hospital's person. */
export async function messagesOf(db: DbOrTx, reach: RequestReach) {
  return db
    .select({
      id: requestMessage.id,
      itemKey: requestMessage.itemKey,
      side: requestMessage.side,
      text: requestMessage.text,
      by: account.name,
      writtenAt: requestMessage.writtenAt,
    })
    .from(requestMessage)
    .leftJoin(account, eq(account.id, requestMessage.accountId))
    .where(
      and(eq(requestMessage.hospitalId, reach.hospitalId), eq(requestMessage.requestId, reach.requestId)),
    )
    .orderBy(asc(requestMessage.recordedSeq), asc(requestMessage.id));
}

export async function insertRequestFile(
  db: DbOrTx,
  reach: RequestReach,
  row: Omit<typeof requestFile.$inferInsert, "hospitalId" | "requestId">,
): Promise<void> {
  const { hospitalId, requestId } = reach;
  await db.insert(requestFile).values({ ...row, hospitalId, requestId });
}

const file = {
  id: requestFile.id,
  itemKey: requestFile.itemKey,
  side: requestFile.side,
  originalFileId: requestFile.originalFileId,
  fileName: originalFile.fileName,
  size: originalFile.size,
  sha256: originalFile.sha256,
  ...scanColumns,
  addedAt: requestFile.addedAt,
};

/** Files of the request that were not taken back. */
export async function filesOf(db: DbOrTx, reach: RequestReach) {
  return db
    .select(file)
    .from(requestFile)
    .innerJoin(originalFile, eq(originalFile.id, requestFile.originalFileId))
    .leftJoin(fileScan, eq(fileScan.originalFileId, originalFile.id))
    .where(
      and(
        eq(requestFile.hospitalId, reach.hospitalId),
        eq(requestFile.requestId, reach.requestId),
        eq(originalFile.groupId, reach.groupId),
        isNull(requestFile.removedAt),
      ),
    )
    .orderBy(asc(requestFile.addedAt), asc(requestFile.id));
}

/** Takes a file back from the draft; its bytes stay. @returns false when there is none such on this side */
export async function removeRequestFile(
  db: DbOrTx,
  reach: RequestReach,
  fileId: string,
  at: Moment,
): Promise<boolean> {
  const rows = await db
    .update(requestFile)
    .set({ removedAt: at })
    .where(
      and(
        eq(requestFile.hospitalId, reach.hospitalId),
        eq(requestFile.requestId, reach.requestId),
        eq(requestFile.id, fileId),
        eq(requestFile.side, "vendor"),
        isNull(requestFile.removedAt),
      ),
    )
    .returning({ id: requestFile.id });
  return rows.length === 1;
}

export async function insertSubmission(
  db: DbOrTx,
  reach: RequestReach,
  row: Omit<typeof requestSubmission.$inferInsert, "hospitalId" | "requestId">,
): Promise<void> {
  const { hospitalId, requestId } = reach;
  await db.insert(requestSubmission).values({ ...row, hospitalId, requestId });
}

/** Everything that was submitted, newest first. */
export async function submissionsOf(db: DbOrTx, reach: RequestReach) {
  return db
    .select({
      id: requestSubmission.id,
      originalFileId: requestSubmission.originalFileId,
      sha256: requestSubmission.sha256,
      contactId: requestSubmission.contactId,
      contact: vendorContact.name,
      contactDepartment: vendorContact.department,
      submittedAt: requestSubmission.submittedAt,
    })
    .from(requestSubmission)
    .leftJoin(vendorContact, eq(vendorContact.id, requestSubmission.contactId))
    .where(
      and(
        eq(requestSubmission.hospitalId, reach.hospitalId),
        eq(requestSubmission.requestId, reach.requestId),
      ),
    )
    .orderBy(desc(requestSubmission.recordedSeq), sql`${requestSubmission.id} DESC`);
}

/** The hospital's words of the last time it sent the answers back, with their moment; null when it never did. */
export async function lastReturn(db: DbOrTx, reach: RequestReach) {
  const rows = await db
    .select({ note: requestEvent.note, recordedAt: requestEvent.recordedAt })
    .from(requestEvent)
    .where(
      and(
        eq(requestEvent.hospitalId, reach.hospitalId),
        eq(requestEvent.requestId, reach.requestId),
        eq(requestEvent.kind, "returned"),
      ),
    )
    .orderBy(desc(requestEvent.recordedSeq))
    .limit(1);
  return rows[0] ?? null;
}

/** All files the vendor ever added, those taken back included. */
export async function countFiles(db: DbOrTx, reach: RequestReach): Promise<number> {
  const rows = await db
    .select({ n: count() })
    .from(requestFile)
    .where(
      and(
        eq(requestFile.hospitalId, reach.hospitalId),
        eq(requestFile.requestId, reach.requestId),
        eq(requestFile.side, "vendor"),
      ),
    );
  return rows[0]?.n ?? 0;
}
