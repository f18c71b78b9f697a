import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { DraftAnswer } from "../../app/domain/asked-form.ts";
import type { Moment } from "../../app/domain/day.ts";
import type { FormId } from "../../app/domain/questionnaire.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  blobChunk,
  disclosure,
  disclosureAnswer,
  disclosureWithdrawal,
  originalFile,
  productVersion,
  requestAnswer,
  requestFile,
  requestSubmission,
  roleSheet,
  roleSheetRow,
  vendorContact,
} from "../schema.ts";
import type { RequestReach } from "./requests.server.ts";

/** What the vendor's side reads and writes of one request, and of nothing else. */

const ofItem = (reach: RequestReach, itemKey: string) =>
  and(
    eq(requestAnswer.hospitalId, reach.hospitalId),
    eq(requestAnswer.requestId, reach.requestId),
    eq(requestAnswer.itemKey, itemKey),
  );

/**
 * Keeps the draft of one item over the version that was seen (0 = there was none).
 * @returns the new version, or null when somebody saved the item since
 */
export async function keepAnswer(
  db: DbOrTx,
  reach: RequestReach,
  draft: DraftAnswer,
  savedAt: Moment,
): Promise<number | null> {
  const { itemKey, version, ...values } = draft;
  const { hospitalId, requestId } = reach;
  const row = { ...values, savedAt };
  const kept =
    version === 0
      ? await db
          .insert(requestAnswer)
          .values({ ...row, hospitalId, requestId, itemKey })
          .onConflictDoNothing()
          .returning({ version: requestAnswer.version })
      : await db
          .update(requestAnswer)
          .set({ ...row, version: sql`${requestAnswer.version} + 1` })
          .where(and(ofItem(reach, itemKey), eq(requestAnswer.version, version)))
          .returning({ version: requestAnswer.version });
  return kept[0]?.version ?? null;
}

/**
 * The disclosure that counts as the vendor's last answers: of the same product and form, of the very version
 * if there is one, else the newest; withdrawn ones do not count.
 */
export async function previousDisclosure(
  db: DbOrTx,
  reach: RequestReach,
  about: { productVersionId: string; form: FormId },
) {
  const rows = await db
    .select({
      id: disclosure.id,
      issuedOn: disclosure.issuedOn,
      formVersion: disclosure.formVersion,
      productVersion: productVersion.label,
    })
    .from(disclosure)
    .innerJoin(productVersion, eq(productVersion.id, disclosure.productVersionId))
    .leftJoin(disclosureWithdrawal, eq(disclosureWithdrawal.disclosureId, disclosure.id))
    .where(
      and(
        eq(disclosure.hospitalId, reach.hospitalId),
        eq(disclosure.form, about.form),
        isNull(disclosureWithdrawal.id),
        sql`${productVersion.productId} = (SELECT v.product_id FROM product_version v
          WHERE v.id = ${about.productVersionId} AND v.group_id = ${reach.groupId})`,
      ),
    )
    .orderBy(
      desc(sql`${disclosure.productVersionId} = ${about.productVersionId}`),
      desc(disclosure.issuedOn),
      desc(disclosure.recordedSeq),
    )
    .limit(1);
  return rows[0] ?? null;
}

/**
 * Its answers as the vendor may see them again: the answer as it counts, the remark as the vendor's own sheet
 * had it. What people of the hospital wrote beside it is not read at all.
 */
export async function previousRows(db: DbOrTx, reach: RequestReach, disclosureId: string) {
  return db
    .select({
      no: disclosureAnswer.no,
      question: disclosureAnswer.question,
      answer: disclosureAnswer.answer,
      remark: disclosureAnswer.readRemark,
    })
    .from(disclosureAnswer)
    .where(
      and(eq(disclosureAnswer.hospitalId, reach.hospitalId), eq(disclosureAnswer.disclosureId, disclosureId)),
    )
    .orderBy(asc(disclosureAnswer.ordinal));
}

/** A file of this request that either side attached, with its bytes; null for every other file. */
export async function readRequestFile(db: DbOrTx, reach: RequestReach, fileId: string) {
  const rows = await db
    .select({ fileName: originalFile.fileName, sha256: originalFile.sha256, itemKey: requestFile.itemKey })
    .from(requestFile)
    .innerJoin(originalFile, eq(originalFile.id, requestFile.originalFileId))
    .where(
      and(
        eq(requestFile.hospitalId, reach.hospitalId),
        eq(requestFile.requestId, reach.requestId),
        eq(requestFile.id, fileId),
        eq(originalFile.groupId, reach.groupId),
        isNull(requestFile.removedAt),
      ),
    );
  return rows[0] ? { ...rows[0], bytes: await bytesOf(db, reach, rows[0].sha256) } : null;
}

/** What was submitted, byte for byte; null for every other submission. */
export async function readSubmission(db: DbOrTx, reach: RequestReach, submissionId: string) {
  const rows = await db
    .select({ fileName: originalFile.fileName, sha256: originalFile.sha256 })
    .from(requestSubmission)
    .innerJoin(originalFile, eq(originalFile.id, requestSubmission.originalFileId))
    .where(
      and(
        eq(requestSubmission.hospitalId, reach.hospitalId),
        eq(requestSubmission.requestId, reach.requestId),
        eq(requestSubmission.id, submissionId),
        eq(originalFile.groupId, reach.groupId),
      ),
    );
  return rows[0] ? { ...rows[0], bytes: await bytesOf(db, reach, rows[0].sha256) } : null;
}

async function bytesOf(db: DbOrTx, reach: RequestReach, sha256: string): Promise<Buffer> {
  const chunks = await db
    .select({ bytes: blobChunk.bytes })
    .from(blobChunk)
    .where(and(eq(blobChunk.groupId, reach.groupId), eq(blobChunk.sha256, sha256)))
    .orderBy(asc(blobChunk.ordinal));
  return Buffer.concat(chunks.map((each) => each.bytes));
}

/** A kept contact of the vendor with this name and department, so that a second submission adds no second row. */
export async function findContact(
  db: DbOrTx,
  reach: RequestReach,
  person: { vendorId: string; name: string; department: string },
): Promise<string | null> {
  const rows = await db
    .select({ id: vendorContact.id })
    .from(vendorContact)
    .where(
      and(
        eq(vendorContact.groupId, reach.groupId),
        eq(vendorContact.vendorId, person.vendorId),
        eq(vendorContact.name, person.name),
        eq(vendorContact.department, person.department),
        isNull(vendorContact.archivedAt),
      ),
    )
    .orderBy(asc(vendorContact.createdAt))
    .limit(1);
  return rows[0]?.id ?? null;
}

/** A person who answered, as a contact of the vendor; the hospital's own rows are never changed from outside. */
export async function insertAnswerer(
  db: DbOrTx,
  reach: RequestReach,
  row: { id: string; vendorId: string; name: string; department: string; createdAt: Moment },
): Promise<void> {
  await db.insert(vendorContact).values({ ...row, groupId: reach.groupId, role: "other", hours: "day" });
}

/**
 * Rows of the contract's sheets as they stand, in their order. Names of third parties are not read: they may be
 * other vendors of the hospital.
 */
export async function sheetRowsOfContract(
  db: DbOrTx,
  owner: Pick<RequestReach, "hospitalId">,
  contractId: string,
) {
  return db
    .select({
      id: roleSheetRow.id,
      version: roleSheetRow.version,
      no: roleSheetRow.no,
      group: roleSheetRow.group,
      label: roleSheetRow.label,
      content: roleSheetRow.content,
      firstCheck: roleSheetRow.firstCheck,
      completedOn: roleSheetRow.completedOn,
      party: roleSheetRow.party,
      what: roleSheetRow.what,
      cost: roleSheetRow.cost,
      deadline: roleSheetRow.deadline,
      clause: roleSheetRow.clause,
      remark: roleSheetRow.remark,
    })
    .from(roleSheetRow)
    .innerJoin(roleSheet, eq(roleSheet.id, roleSheetRow.roleSheetId))
    .where(
      and(
        eq(roleSheetRow.hospitalId, owner.hospitalId),
        eq(roleSheet.hospitalId, owner.hospitalId),
        eq(roleSheet.contractId, contractId),
        isNull(roleSheet.archivedAt),
      ),
    )
    .orderBy(asc(roleSheet.createdAt), asc(roleSheet.id), asc(roleSheetRow.ordinal));
}
