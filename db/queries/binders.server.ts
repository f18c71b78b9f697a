import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Day } from "../../app/domain/day.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  account,
  binder,
  checklistResponse,
  checklistResponseAnswer,
  checklistResponseWithdrawal,
  disclosure,
  originalFile,
  product,
  productVersion,
  requestSubmission,
  system,
  vendor,
  vendorContact,
} from "../schema.ts";

/** Systems in use with the vendor of what they run, by vendor. */
export async function systemsInUse(db: DbOrTx, scope: Scope, today: Day) {
  return db
    .select({
      id: system.id,
      name: system.name,
      productVersionId: system.productVersionId,
      vendorId: vendor.id,
      vendor: vendor.name,
    })
    .from(system)
    .innerJoin(productVersion, eq(productVersion.id, system.productVersionId))
    .innerJoin(product, eq(product.id, productVersion.productId))
    .innerJoin(vendor, eq(vendor.id, product.vendorId))
    .where(
      and(
        eq(system.hospitalId, scope.hospitalId),
        isNull(system.archivedAt),
        sql`coalesce(${system.inUseTo}, ${today}) >= ${today}`,
      ),
    )
    .orderBy(asc(vendor.name), asc(system.name));
}

/** People of these vendors who can be reached on `today`: one query. */
export async function reachableContacts(db: DbOrTx, scope: Scope, vendorIds: readonly string[], today: Day) {
  return db
    .select({
      vendorId: vendorContact.vendorId,
      name: vendorContact.name,
      department: vendorContact.department,
      role: vendorContact.role,
      hours: vendorContact.hours,
      phone: vendorContact.phone,
      mail: vendorContact.mail,
      deputy: vendorContact.deputyName,
    })
    .from(vendorContact)
    .where(
      and(
        eq(vendorContact.groupId, scope.groupId),
        sql`${vendorContact.vendorId} IN (SELECT value FROM json_each(${JSON.stringify(vendorIds)}))`,
        isNull(vendorContact.archivedAt),
        sql`coalesce(${vendorContact.validFrom}, ${today}) <= ${today}`,
        sql`coalesce(${vendorContact.validTo}, ${today}) >= ${today}`,
      ),
    )
    .orderBy(asc(vendorContact.name), asc(vendorContact.id));
}

/** The newest answered sheet of an edition by each respondent, and its answers: two queries. */
export async function newestResponses(db: DbOrTx, scope: Scope, checklistRef: string) {
  const rows = await db
    .select({
      id: checklistResponse.id,
      respondent: checklistResponse.respondent,
      vendorId: checklistResponse.vendorId,
      answeredOn: checklistResponse.answeredOn,
    })
    .from(checklistResponse)
    .leftJoin(checklistResponseWithdrawal, eq(checklistResponseWithdrawal.responseId, checklistResponse.id))
    .where(
      and(
        eq(checklistResponse.hospitalId, scope.hospitalId),
        eq(checklistResponse.checklistRef, checklistRef),
        isNull(checklistResponseWithdrawal.id),
      ),
    )
    .orderBy(desc(checklistResponse.answeredOn), desc(checklistResponse.recordedSeq));
  const newest = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    const key = `${row.respondent} ${row.vendorId ?? ""}`;
    if (!newest.has(key)) newest.set(key, row);
  }
  const ids = [...newest.values()].map((each) => each.id);
  const answers =
    ids.length === 0
      ? []
      : await db
          .select({
            responseId: checklistResponseAnswer.responseId,
            itemKey: checklistResponseAnswer.itemKey,
            answer: checklistResponseAnswer.answer,
            remark: checklistResponseAnswer.remark,
            targetOn: checklistResponseAnswer.targetOn,
            targetText: checklistResponseAnswer.targetText,
          })
          .from(checklistResponseAnswer)
          .where(
            and(
              eq(checklistResponseAnswer.hospitalId, scope.hospitalId),
              inArray(checklistResponseAnswer.responseId, ids),
            ),
          );
  return [...newest.values()].map((row) => ({
    ...row,
    answers: answers.filter((each) => each.responseId === row.id),
  }));
}

/** Counts and originals of these disclosures: one query. */
export async function disclosedFiles(db: DbOrTx, scope: Scope, ids: readonly string[]) {
  return db
    .select({
      id: disclosure.id,
      yes: disclosure.yesCount,
      no: disclosure.noCount,
      notApplicable: disclosure.notApplicableCount,
      blank: disclosure.blankCount,
      unclear: disclosure.unclearCount,
      fileName: originalFile.fileName,
      sha256: originalFile.sha256,
    })
    .from(disclosure)
    .innerJoin(originalFile, eq(originalFile.id, disclosure.originalFileId))
    .where(
      and(
        eq(disclosure.hospitalId, scope.hospitalId),
        sql`${disclosure.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
      ),
    );
}

/** The newest submission of every request of the hospital: one query. */
export async function newestSubmissions(db: DbOrTx, scope: Scope) {
  const rows = await db
    .select({
      requestId: requestSubmission.requestId,
      sha256: requestSubmission.sha256,
      submittedAt: requestSubmission.submittedAt,
    })
    .from(requestSubmission)
    .where(eq(requestSubmission.hospitalId, scope.hospitalId))
    .orderBy(asc(requestSubmission.recordedSeq));
  return new Map(rows.map((each) => [each.requestId, each]));
}

export async function insertBinder(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof binder.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(binder).values({ ...row, hospitalId: scope.hospitalId });
}

/** Binders that were made, newest first, at most fifty. */
export async function bindersOf(db: DbOrTx, scope: Scope) {
  return db
    .select({
      id: binder.id,
      sha256: binder.sha256,
      size: binder.size,
      pageCount: binder.pageCount,
      madeOn: binder.madeOn,
      madeAt: binder.madeAt,
      madeBy: account.name,
    })
    .from(binder)
    .leftJoin(account, eq(account.id, binder.madeBy))
    .where(eq(binder.hospitalId, scope.hospitalId))
    .orderBy(desc(binder.recordedSeq))
    .limit(50);
}

export async function findBinder(db: DbOrTx, scope: Scope, id: string) {
  const rows = await db
    .select({ sha256: binder.sha256, madeOn: binder.madeOn })
    .from(binder)
    .where(and(eq(binder.hospitalId, scope.hospitalId), eq(binder.id, id)));
  return rows[0] ?? null;
}
