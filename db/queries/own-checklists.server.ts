import { and, asc, desc, eq, gte, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Day } from "../../app/domain/day.ts";
import type { GateAnswer } from "../../app/domain/own-checklist.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  account,
  checklistResponse,
  checklistResponseAnswer,
  checklistResponseWithdrawal,
  ownChecklist,
  ownChecklistRound,
  ownChecklistRow,
  request,
} from "../schema.ts";

/** Every own checklist, newest year first; the hospital makes one or two a year. */
export async function listOwnChecklists(db: DbOrTx, scope: Scope) {
  return db
    .select({
      id: ownChecklist.id,
      fiscalYear: ownChecklist.fiscalYear,
      checklistRef: ownChecklist.checklistRef,
      gate: ownChecklist.gate,
      createdAt: ownChecklist.createdAt,
      answered: sql<number>`(SELECT count(*) FROM own_checklist_row r WHERE r.checklist_id = ${ownChecklist.id}
        AND r.hospital_id = ${ownChecklist.hospitalId} AND r.answer <> '')`,
      rounds: sql<number>`(SELECT count(*) FROM own_checklist_round n WHERE n.checklist_id = ${ownChecklist.id}
        AND n.hospital_id = ${ownChecklist.hospitalId} AND NOT EXISTS (
          SELECT 1 FROM checklist_response_withdrawal w WHERE w.response_id = n.response_id))`,
    })
    .from(ownChecklist)
    .where(eq(ownChecklist.hospitalId, scope.hospitalId))
    .orderBy(desc(ownChecklist.fiscalYear), asc(ownChecklist.checklistRef))
    .limit(100);
}

/** いいえ with a 目標日 in the sheets of the newest fiscal year; one query. The words of an item are its edition's. */
export async function targetsOfNewestSheets(db: DbOrTx, scope: Scope) {
  return db
    .select({
      id: ownChecklist.id,
      fiscalYear: ownChecklist.fiscalYear,
      checklistRef: ownChecklist.checklistRef,
      itemKey: ownChecklistRow.itemKey,
      targetOn: sql<Day>`${ownChecklistRow.targetOn}`,
    })
    .from(ownChecklistRow)
    .innerJoin(ownChecklist, eq(ownChecklist.id, ownChecklistRow.checklistId))
    .where(
      and(
        eq(ownChecklistRow.hospitalId, scope.hospitalId),
        eq(ownChecklistRow.answer, "no"),
        sql`${ownChecklistRow.targetOn} IS NOT NULL`,
        sql`${ownChecklist.fiscalYear} = (SELECT max(n.fiscal_year) FROM own_checklist n
          WHERE n.hospital_id = ${ownChecklist.hospitalId})`,
      ),
    )
    .orderBy(asc(ownChecklistRow.targetOn));
}

export async function findOwnChecklist(db: DbOrTx, scope: Scope, id: string) {
  const rows = await db
    .select()
    .from(ownChecklist)
    .where(and(eq(ownChecklist.hospitalId, scope.hospitalId), eq(ownChecklist.id, id)));
  return rows[0] ?? null;
}

export async function findOwnChecklistOf(
  db: DbOrTx,
  scope: Scope,
  of: { fiscalYear: number; checklistRef: string },
) {
  const rows = await db
    .select({ id: ownChecklist.id })
    .from(ownChecklist)
    .where(
      and(
        eq(ownChecklist.hospitalId, scope.hospitalId),
        eq(ownChecklist.fiscalYear, of.fiscalYear),
        eq(ownChecklist.checklistRef, of.checklistRef),
      ),
    );
  return rows[0] ?? null;
}

export async function insertOwnChecklist(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof ownChecklist.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(ownChecklist).values({ ...row, hospitalId: scope.hospitalId });
}

/** @returns false when somebody saved the sheet since `version` was shown. */
export async function moveOwnChecklist(
  db: DbOrTx,
  scope: Scope,
  row: { id: string; version: number; gate: GateAnswer },
): Promise<boolean> {
  const rows = await db
    .update(ownChecklist)
    .set({ gate: row.gate, version: row.version + 1 })
    .where(
      and(
        eq(ownChecklist.hospitalId, scope.hospitalId),
        eq(ownChecklist.id, row.id),
        eq(ownChecklist.version, row.version),
      ),
    )
    .returning({ id: ownChecklist.id });
  return rows.length === 1;
}

/** Answers of a sheet as they stand, with who saved them. */
export async function rowsOfOwnChecklist(db: DbOrTx, scope: Scope, checklistId: string) {
  return db
    .select({
      itemKey: ownChecklistRow.itemKey,
      answer: ownChecklistRow.answer,
      remark: ownChecklistRow.remark,
      targetOn: ownChecklistRow.targetOn,
      evidence: ownChecklistRow.evidence,
      savedAt: ownChecklistRow.savedAt,
      savedBy: account.name,
    })
    .from(ownChecklistRow)
    .leftJoin(account, eq(account.id, ownChecklistRow.savedBy))
    .where(
      and(eq(ownChecklistRow.hospitalId, scope.hospitalId), eq(ownChecklistRow.checklistId, checklistId)),
    );
}

type NewRow = Omit<typeof ownChecklistRow.$inferInsert, "hospitalId" | "savedBy">;

/** Writes answers over the ones before, 50 a statement. */
export async function writeOwnRows(db: DbOrTx, scope: Scope, rows: readonly NewRow[]): Promise<void> {
  const owner = { hospitalId: scope.hospitalId, savedBy: scope.accountId };
  for (let from = 0; from < rows.length; from += 50) {
    await db
      .insert(ownChecklistRow)
      .values(rows.slice(from, from + 50).map((each) => ({ ...each, ...owner })))
      .onConflictDoUpdate({
        target: [ownChecklistRow.checklistId, ownChecklistRow.itemKey],
        set: {
          answer: sql`excluded.answer`,
          remark: sql`excluded.remark`,
          targetOn: sql`excluded.target_on`,
          evidence: sql`excluded.evidence`,
          savedAt: sql`excluded.saved_at`,
          savedBy: sql`excluded.saved_by`,
        },
      });
  }
}

/** Frozen rounds of a sheet in their order; withdrawn ones say so. */
export async function roundsOfOwnChecklist(db: DbOrTx, scope: Scope, checklistId: string) {
  return db
    .select({
      round: ownChecklistRound.round,
      responseId: ownChecklistRound.responseId,
      answeredOn: checklistResponse.answeredOn,
      yesCount: checklistResponse.yesCount,
      noCount: checklistResponse.noCount,
      recordedAt: ownChecklistRound.recordedAt,
      withdrawnReason: checklistResponseWithdrawal.reason,
    })
    .from(ownChecklistRound)
    .innerJoin(checklistResponse, eq(checklistResponse.id, ownChecklistRound.responseId))
    .leftJoin(checklistResponseWithdrawal, eq(checklistResponseWithdrawal.responseId, checklistResponse.id))
    .where(
      and(eq(ownChecklistRound.hospitalId, scope.hospitalId), eq(ownChecklistRound.checklistId, checklistId)),
    )
    .orderBy(asc(ownChecklistRound.round), asc(ownChecklistRound.recordedSeq));
}

export async function insertOwnRound(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof ownChecklistRound.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(ownChecklistRound).values({ ...row, hospitalId: scope.hospitalId });
}

/** Answered sheets, vendors' and own, checked between two days and not withdrawn; newest last. */
export async function responsesBetween(db: DbOrTx, scope: Scope, from: Day, to: Day) {
  return db
    .select({
      id: checklistResponse.id,
      respondent: checklistResponse.respondent,
      vendorId: checklistResponse.vendorId,
      checklistRef: checklistResponse.checklistRef,
      title: checklistResponse.title,
      round: checklistResponse.round,
      answeredOn: checklistResponse.answeredOn,
      yesCount: checklistResponse.yesCount,
      noCount: checklistResponse.noCount,
      unclearCount: sql<number>`${checklistResponse.blankCount} + ${checklistResponse.unclearCount}`,
    })
    .from(checklistResponse)
    .leftJoin(checklistResponseWithdrawal, eq(checklistResponseWithdrawal.responseId, checklistResponse.id))
    .where(
      and(
        eq(checklistResponse.hospitalId, scope.hospitalId),
        gte(checklistResponse.answeredOn, from),
        lte(checklistResponse.answeredOn, to),
        isNull(checklistResponseWithdrawal.id),
      ),
    )
    .orderBy(
      asc(checklistResponse.answeredOn),
      asc(checklistResponse.round),
      asc(checklistResponse.recordedSeq),
    );
}
export type ResponseHead = Awaited<ReturnType<typeof responsesBetween>>[number];

/** Rows of several answered sheets: one query. */
export async function answersOfResponses(db: DbOrTx, scope: Scope, responseIds: readonly string[]) {
  if (responseIds.length === 0) return [];
  return db
    .select({
      responseId: checklistResponseAnswer.responseId,
      itemKey: checklistResponseAnswer.itemKey,
      no: checklistResponseAnswer.no,
      item: checklistResponseAnswer.item,
      answer: checklistResponseAnswer.answer,
      remark: checklistResponseAnswer.remark,
      targetOn: checklistResponseAnswer.targetOn,
    })
    .from(checklistResponseAnswer)
    .where(
      and(
        eq(checklistResponseAnswer.hospitalId, scope.hospitalId),
        inArray(checklistResponseAnswer.responseId, [...responseIds]),
      ),
    )
    .orderBy(asc(checklistResponseAnswer.responseId), asc(checklistResponseAnswer.ordinal));
}
export type ResponseAnswer = Awaited<ReturnType<typeof answersOfResponses>>[number];

/** Requests for a vendor's checklist that still wait for an answer, first due first. */
export async function openChecklistRequests(db: DbOrTx, scope: Scope) {
  return db
    .select({ id: request.id, vendorId: request.vendorId, dueOn: request.dueOn, state: request.state })
    .from(request)
    .where(
      and(
        eq(request.hospitalId, scope.hospitalId),
        eq(request.kind, "checklist"),
        inArray(request.state, ["waiting", "opened", "returned", "submitted"]),
      ),
    )
    .orderBy(asc(request.dueOn), asc(request.id));
}
