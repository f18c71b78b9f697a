import { and, asc, desc, eq, isNull, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  checklistResponse,
  checklistResponseAnswer,
  checklistResponseWithdrawal,
  paper,
  paperSnapshot,
  product,
  productVersion,
  system,
  vendor,
} from "../schema.ts";
import { answersOfDisclosures } from "./disclosures.server.ts";

const listed = (ids: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;

/** Systems in use with the product version behind them and its vendor, by name: one query. */
export async function systemsInUse(db: DbOrTx, scope: Scope) {
  return db
    .select({
      id: system.id,
      name: system.name,
      productVersionId: system.productVersionId,
      product: sql<string>`${product.name} || ' ' || ${productVersion.label}`,
      vendorId: vendor.id,
      vendor: vendor.name,
    })
    .from(system)
    .innerJoin(productVersion, eq(productVersion.id, system.productVersionId))
    .innerJoin(product, eq(product.id, productVersion.productId))
    .innerJoin(vendor, eq(vendor.id, product.vendorId))
    .where(and(eq(system.hospitalId, scope.hospitalId), isNull(system.archivedAt)))
    .orderBy(asc(system.name), asc(system.id));
}
export type SystemInUse = Awaited<ReturnType<typeof systemsInUse>>[number];

export type AnswerOfMany =
  Awaited<ReturnType<typeof answersOfMany>> extends Map<string, (infer A)[]> ? A : never;

/** Every answer of these disclosures in the order of its sheet, by disclosure: one query. */
export async function answersOfMany(db: DbOrTx, scope: Scope, disclosureIds: readonly string[]) {
  const rows = await answersOfDisclosures(db, scope, disclosureIds);
  return grouped(rows, (each) => each.disclosureId);
}

/** Answered checklists that were not withdrawn, the newest first: one query, no answer is touched. */
export async function responsesInForce(db: DbOrTx, scope: Scope) {
  return db
    .select({
      id: checklistResponse.id,
      respondent: checklistResponse.respondent,
      vendorId: checklistResponse.vendorId,
      vendor: vendor.name,
      checklistRef: checklistResponse.checklistRef,
      title: checklistResponse.title,
      round: checklistResponse.round,
      answeredOn: checklistResponse.answeredOn,
      systemIds: checklistResponse.systemIds,
    })
    .from(checklistResponse)
    .leftJoin(vendor, and(eq(vendor.id, checklistResponse.vendorId), eq(vendor.groupId, scope.groupId)))
    .leftJoin(checklistResponseWithdrawal, eq(checklistResponseWithdrawal.responseId, checklistResponse.id))
    .where(and(eq(checklistResponse.hospitalId, scope.hospitalId), isNull(checklistResponseWithdrawal.id)))
    .orderBy(desc(checklistResponse.answeredOn), desc(checklistResponse.recordedSeq));
}
export type ResponseInForce = Awaited<ReturnType<typeof responsesInForce>>[number];

/** Rows of these answered checklists that belong to an item of their edition, by response: one query. */
export async function itemAnswersOfResponses(db: DbOrTx, scope: Scope, responseIds: readonly string[]) {
  const rows = await db
    .select({
      responseId: checklistResponseAnswer.responseId,
      itemKey: checklistResponseAnswer.itemKey,
      no: checklistResponseAnswer.no,
      item: checklistResponseAnswer.item,
      answer: checklistResponseAnswer.answer,
      remark: checklistResponseAnswer.remark,
      cell: checklistResponseAnswer.cell,
    })
    .from(checklistResponseAnswer)
    .where(
      and(
        eq(checklistResponseAnswer.hospitalId, scope.hospitalId),
        sql`${checklistResponseAnswer.responseId} IN ${listed(responseIds)}`,
        sql`${checklistResponseAnswer.itemKey} IS NOT NULL`,
      ),
    )
    .orderBy(asc(checklistResponseAnswer.responseId), asc(checklistResponseAnswer.ordinal));
  return grouped(rows, (each) => each.responseId);
}

const later = alias(paper, "later");

/**
 * Issued contract papers that no later issue replaced, with what their snapshot says about the role sheets they
 * print (JSON, null without one), the newest first: one query. The rest of a snapshot is not read.
 */
export async function annexesInForce(db: DbOrTx, scope: Scope) {
  return db
    .select({
      id: paper.id,
      contractId: paper.contractId,
      template: paper.template,
      printedNo: paper.printedNo,
      title: paper.title,
      issueNo: paper.issueNo,
      issuedOn: paper.issuedOn,
      roleSheet: sql<
        string | null
      >`json_remove(json_extract(${paperSnapshot.snapshot}, '$.roleSheet'), '$.rows')`,
    })
    .from(paper)
    .innerJoin(paperSnapshot, eq(paperSnapshot.paperId, paper.id))
    .where(
      and(
        eq(paper.hospitalId, scope.hospitalId),
        eq(paper.audience, "contract"),
        notExists(db.select({ one: sql`1` }).from(later).where(eq(later.supersedes, paper.id))),
      ),
    )
    .orderBy(desc(paper.recordedSeq));
}
export type AnnexInForce = Awaited<ReturnType<typeof annexesInForce>>[number];

function grouped<T>(rows: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const own = groups.get(keyOf(row));
    if (own) own.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
