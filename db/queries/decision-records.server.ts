import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  account,
  contract,
  contractClause,
  contractSystem,
  decision,
  decisionApproval,
  decisionComment,
  decisionLink,
  inspectionText,
  originalFile,
  paperDraft,
  promiseAnswer,
  promiseItem,
  request,
  roleSheet,
  roleSheetRow,
  system,
  vendorContact,
} from "../schema.ts";

type Reach = Pick<Scope, "hospitalId">;
const listed = (ids: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;

/** Rows, clauses and annexes of the contracts that cover systems running on a product version. */
export async function linkChoices(db: DbOrTx, scope: Scope, productVersionId: string) {
  const covering = db
    .selectDistinct({ id: contractSystem.contractId })
    .from(contractSystem)
    .innerJoin(system, eq(system.id, contractSystem.systemId))
    .where(
      and(eq(contractSystem.hospitalId, scope.hospitalId), eq(system.productVersionId, productVersionId)),
    );
  const rows = db
    .select({
      id: roleSheetRow.id,
      contract: contract.title,
      sheet: roleSheet.title,
      no: roleSheetRow.no,
      text: roleSheetRow.label,
    })
    .from(roleSheetRow)
    .innerJoin(roleSheet, eq(roleSheet.id, roleSheetRow.roleSheetId))
    .innerJoin(contract, eq(contract.id, roleSheet.contractId))
    .where(
      and(
        eq(roleSheetRow.hospitalId, scope.hospitalId),
        isNull(roleSheet.archivedAt),
        sql`${contract.id} IN ${covering}`,
      ),
    )
    .orderBy(asc(contract.number), asc(roleSheet.id), asc(roleSheetRow.ordinal));
  const clauses = db
    .select({
      id: contractClause.id,
      contract: contract.title,
      no: contractClause.number,
      text: contractClause.quote,
    })
    .from(contractClause)
    .innerJoin(contract, eq(contract.id, contractClause.contractId))
    .where(
      and(
        eq(contractClause.hospitalId, scope.hospitalId),
        eq(contractClause.isRepealed, false),
        sql`${contract.id} IN ${covering}`,
        sql`NOT EXISTS (SELECT 1 FROM contract_clause n WHERE n.supersedes = ${contractClause.id})`,
      ),
    )
    .orderBy(asc(contract.number), asc(contractClause.recordedSeq));
  const annexes = db
    .select({
      id: paperDraft.id,
      contract: contract.title,
      no: paperDraft.printedNo,
      template: paperDraft.template,
    })
    .from(paperDraft)
    .innerJoin(contract, eq(contract.id, paperDraft.contractId))
    .where(
      and(
        eq(paperDraft.hospitalId, scope.hospitalId),
        isNull(paperDraft.archivedAt),
        sql`${contract.id} IN ${covering}`,
      ),
    )
    .orderBy(asc(contract.number), asc(paperDraft.createdAt));
  const [roleRows, clauseRows, annexRows] = await Promise.all([rows, clauses, annexes]);
  return { rows: roleRows, clauses: clauseRows, annexes: annexRows };
}

const shownLink = {
  id: decisionLink.id,
  decisionId: decisionLink.decisionId,
  roleSheetRowId: decisionLink.roleSheetRowId,
  roleSheetId: roleSheetRow.roleSheetId,
  rowNo: roleSheetRow.no,
  rowLabel: roleSheetRow.label,
  rowParty: roleSheetRow.party,
  contractClauseId: decisionLink.contractClauseId,
  clauseContractId: contractClause.contractId,
  clauseNumber: contractClause.number,
  clauseQuote: contractClause.quote,
  paperDraftId: decisionLink.paperDraftId,
  annexNo: paperDraft.printedNo,
  annexTemplate: paperDraft.template,
  linkedAt: decisionLink.linkedAt,
  linkedBy: account.name,
};

function linksFrom(db: DbOrTx) {
  return db
    .select(shownLink)
    .from(decisionLink)
    .leftJoin(roleSheetRow, eq(roleSheetRow.id, decisionLink.roleSheetRowId))
    .leftJoin(contractClause, eq(contractClause.id, decisionLink.contractClauseId))
    .leftJoin(paperDraft, eq(paperDraft.id, decisionLink.paperDraftId))
    .leftJoin(account, eq(account.id, decisionLink.linkedBy));
}

/** The newest link of a decision with what it points to, or null. */
export async function linkOf(db: DbOrTx, scope: Scope, decisionId: string) {
  const rows = await linksFrom(db)
    .where(and(eq(decisionLink.hospitalId, scope.hospitalId), eq(decisionLink.decisionId, decisionId)))
    .orderBy(desc(decisionLink.recordedSeq))
    .limit(1);
  return rows[0] ?? null;
}

/** The newest link of each of the decisions; one query. */
export async function newestLinks(db: DbOrTx, scope: Scope, decisionIds: readonly string[]) {
  const rows = await linksFrom(db)
    .where(
      and(
        eq(decisionLink.hospitalId, scope.hospitalId),
        sql`${decisionLink.decisionId} IN ${listed(decisionIds)}`,
      ),
    )
    .orderBy(asc(decisionLink.recordedSeq));
  return new Map(rows.map((each) => [each.decisionId, each]));
}

export async function insertLinkOfDecision(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof decisionLink.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(decisionLink).values({ ...row, hospitalId: scope.hospitalId });
}

export async function insertApproval(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof decisionApproval.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(decisionApproval).values({ ...row, hospitalId: scope.hospitalId });
}

/** Comments on any of the given decisions, oldest first. */
export async function commentsOn(db: DbOrTx, scope: Scope, decisionIds: readonly string[]) {
  return db
    .select({
      id: decisionComment.id,
      decisionId: decisionComment.decisionId,
      text: decisionComment.text,
      writtenAt: decisionComment.writtenAt,
      by: account.name,
    })
    .from(decisionComment)
    .leftJoin(account, eq(account.id, decisionComment.writtenBy))
    .where(
      and(
        eq(decisionComment.hospitalId, scope.hospitalId),
        sql`${decisionComment.decisionId} IN ${listed(decisionIds)}`,
      ),
    )
    .orderBy(asc(decisionComment.recordedSeq));
}

export async function insertComment(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof decisionComment.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(decisionComment).values({ ...row, hospitalId: scope.hospitalId });
}

/** Every version of the inspector's text of a decision, newest first. */
export async function inspectionTextsOf(db: DbOrTx, scope: Scope, decisionId: string) {
  return db
    .select({
      id: inspectionText.id,
      versionNo: inspectionText.versionNo,
      text: inspectionText.text,
      writtenAt: inspectionText.writtenAt,
      by: account.name,
    })
    .from(inspectionText)
    .leftJoin(account, eq(account.id, inspectionText.writtenBy))
    .where(and(eq(inspectionText.hospitalId, scope.hospitalId), eq(inspectionText.decisionId, decisionId)))
    .orderBy(desc(inspectionText.versionNo));
}

export async function insertInspectionText(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof inspectionText.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(inspectionText).values({ ...row, hospitalId: scope.hospitalId });
}

/** When each of the decisions was put before the vendor, and whether that request was withdrawn. */
export async function promisesAsked(db: DbOrTx, scope: Scope, decisionIds: readonly string[]) {
  return db
    .select({
      decisionId: promiseItem.decisionId,
      requestId: promiseItem.requestId,
      recordedSeq: promiseItem.recordedSeq,
      state: request.state,
      dueOn: request.dueOn,
    })
    .from(promiseItem)
    .innerJoin(request, eq(request.id, promiseItem.requestId))
    .where(
      and(
        eq(promiseItem.hospitalId, scope.hospitalId),
        sql`${promiseItem.decisionId} IN ${listed(decisionIds)}`,
      ),
    )
    .orderBy(asc(promiseItem.recordedSeq));
}

/** Requests that asked for one of the decisions and of whose promises none is current any more. */
export async function requestsLeftWithout(db: DbOrTx, scope: Scope, decisionIds: readonly string[]) {
  return db
    .selectDistinct({ requestId: request.id, state: request.state })
    .from(promiseItem)
    .innerJoin(request, eq(request.id, promiseItem.requestId))
    .where(
      and(
        eq(promiseItem.hospitalId, scope.hospitalId),
        sql`${promiseItem.decisionId} IN ${listed(decisionIds)}`,
        sql`NOT EXISTS (SELECT 1 FROM promise_item other WHERE other.request_id = ${request.id} AND NOT EXISTS
          (SELECT 1 FROM decision later WHERE later.supersedes = other.decision_id))`,
      ),
    );
}

/** What the vendor said to each of the decisions, oldest first. */
export async function promisesAnswered(db: DbOrTx, scope: Scope, decisionIds: readonly string[]) {
  return db
    .select({
      decisionId: promiseAnswer.decisionId,
      requestId: promiseAnswer.requestId,
      isPromised: promiseAnswer.isPromised,
      remark: promiseAnswer.remark,
      recordedSeq: promiseAnswer.recordedSeq,
      answeredAt: promiseAnswer.answeredAt,
      contact: vendorContact.name,
      contactDepartment: vendorContact.department,
    })
    .from(promiseAnswer)
    .innerJoin(vendorContact, eq(vendorContact.id, promiseAnswer.contactId))
    .where(
      and(
        eq(promiseAnswer.hospitalId, scope.hospitalId),
        sql`${promiseAnswer.decisionId} IN ${listed(decisionIds)}`,
      ),
    )
    .orderBy(asc(promiseAnswer.recordedSeq));
}

/**
 * 約束 behind a request, as the vendor may read them. Only the columns named here leave the decision: what the
 * vendor promises, until when, and the basis for the numbers of its own answers. One that another decision took the
 * place of is no longer asked; what the vendor answered before stays.
 */
export async function promisesOfRequest(db: DbOrTx, reach: Reach, requestId: string) {
  return db
    .select({
      decisionId: promiseItem.decisionId,
      measure: decision.measure,
      dueOn: decision.dueOn,
      answers: sql<string>`json_extract(${decision.basis}, '$.answers')`,
    })
    .from(promiseItem)
    .innerJoin(decision, eq(decision.id, promiseItem.decisionId))
    .where(
      and(
        eq(promiseItem.hospitalId, reach.hospitalId),
        eq(promiseItem.requestId, requestId),
        sql`(NOT EXISTS (SELECT 1 FROM decision later WHERE later.supersedes = ${decision.id})
          OR EXISTS (SELECT 1 FROM promise_answer said
            WHERE said.decision_id = ${decision.id} AND said.request_id = ${promiseItem.requestId}))`,
      ),
    )
    .orderBy(asc(promiseItem.ordinal));
}

export async function insertPromiseItems(
  db: DbOrTx,
  scope: Scope,
  rows: readonly Omit<typeof promiseItem.$inferInsert, "hospitalId">[],
): Promise<void> {
  if (rows.length > 0)
    await db.insert(promiseItem).values(rows.map((each) => ({ ...each, hospitalId: scope.hospitalId })));
}

export async function insertPromiseAnswers(
  db: DbOrTx,
  reach: Reach,
  rows: readonly Omit<typeof promiseAnswer.$inferInsert, "hospitalId">[],
): Promise<void> {
  if (rows.length > 0)
    await db.insert(promiseAnswer).values(rows.map((each) => ({ ...each, hospitalId: reach.hospitalId })));
}

/** Name of a file that belongs to a decision (approval or evidence), by its id. */
export async function fileNames(db: DbOrTx, scope: Scope, ids: readonly string[]) {
  return db
    .select({ id: originalFile.id, fileName: originalFile.fileName, sha256: originalFile.sha256 })
    .from(originalFile)
    .where(and(eq(originalFile.groupId, scope.groupId), sql`${originalFile.id} IN ${listed(ids)}`));
}
