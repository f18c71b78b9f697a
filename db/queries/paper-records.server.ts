import { and, asc, eq, gte, inArray, isNull, lte, notInArray, or, sql } from "drizzle-orm";
import type { Day } from "../../app/domain/day.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { disclosure, disclosureAnswer, originalFile, vendorContact } from "../schema.ts";

/** Every answer of these disclosures that is not はい or 対象外, in the order of its sheet: one query. */
export async function openAnswersOf(db: DbOrTx, scope: Scope, disclosureIds: readonly string[]) {
  if (disclosureIds.length === 0) return [];
  return db
    .select({
      disclosureId: disclosureAnswer.disclosureId,
      no: disclosureAnswer.no,
      question: disclosureAnswer.question,
      answer: disclosureAnswer.answer,
      remark: disclosureAnswer.remark,
      cell: disclosureAnswer.cell,
    })
    .from(disclosureAnswer)
    .where(
      and(
        eq(disclosureAnswer.hospitalId, scope.hospitalId),
        inArray(disclosureAnswer.disclosureId, [...disclosureIds]),
        notInArray(disclosureAnswer.answer, ["yes", "not-applicable"]),
      ),
    )
    .orderBy(asc(disclosureAnswer.disclosureId), asc(disclosureAnswer.ordinal));
}

export type OpenAnswer = Awaited<ReturnType<typeof openAnswersOf>>[number];

/** Name and hash of the original behind each of these disclosures: one query. */
export async function originalsOf(db: DbOrTx, scope: Scope, disclosureIds: readonly string[]) {
  if (disclosureIds.length === 0) return [];
  return db
    .select({ disclosureId: disclosure.id, fileName: originalFile.fileName, sha256: originalFile.sha256 })
    .from(disclosure)
    .innerJoin(originalFile, eq(originalFile.id, disclosure.originalFileId))
    .where(and(eq(disclosure.hospitalId, scope.hospitalId), inArray(disclosure.id, [...disclosureIds])));
}

/** Contacts of a vendor who are in charge on the day, those for security first: one query. */
export async function contactsOfVendor(db: DbOrTx, scope: Scope, vendorId: string, day: Day) {
  return db
    .select({
      name: vendorContact.name,
      department: vendorContact.department,
      role: vendorContact.role,
      hours: vendorContact.hours,
      phone: vendorContact.phone,
      mail: vendorContact.mail,
    })
    .from(vendorContact)
    .where(
      and(
        eq(vendorContact.groupId, scope.groupId),
        eq(vendorContact.vendorId, vendorId),
        isNull(vendorContact.archivedAt),
        or(isNull(vendorContact.validFrom), lte(vendorContact.validFrom, day)),
        or(isNull(vendorContact.validTo), gte(vendorContact.validTo, day)),
      ),
    )
    .orderBy(sql`${vendorContact.role} <> 'security'`, asc(vendorContact.role), asc(vendorContact.name));
}
