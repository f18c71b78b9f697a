import { and, asc, desc, eq, isNull, like, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Respondent } from "../../app/domain/checklist.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  account,
  checklistResponse,
  checklistResponseAnswer,
  checklistResponseUnread,
  checklistResponseWithdrawal,
  originalFile,
  vendor,
} from "../schema.ts";

const shown = {
  id: checklistResponse.id,
  respondent: checklistResponse.respondent,
  vendorId: checklistResponse.vendorId,
  vendor: vendor.name,
  checklistRef: checklistResponse.checklistRef,
  intakeId: checklistResponse.intakeId,
  title: checklistResponse.title,
  round: checklistResponse.round,
  answeredOn: checklistResponse.answeredOn,
  systemIds: checklistResponse.systemIds,
  originalFileId: checklistResponse.originalFileId,
  fileName: originalFile.fileName,
  sha256: originalFile.sha256,
  requestId: checklistResponse.requestId,
  yesCount: checklistResponse.yesCount,
  noCount: checklistResponse.noCount,
  notApplicableCount: checklistResponse.notApplicableCount,
  blankCount: checklistResponse.blankCount,
  unclearCount: checklistResponse.unclearCount,
  unreadCount: checklistResponse.unreadCount,
  receivedAt: checklistResponse.receivedAt,
  receivedBy: account.name,
  withdrawnReason: checklistResponseWithdrawal.reason,
  withdrawnAt: checklistResponseWithdrawal.withdrawnAt,
};

function shownFrom(db: DbOrTx, scope: Scope) {
  return db
    .select(shown)
    .from(checklistResponse)
    .leftJoin(vendor, and(eq(vendor.id, checklistResponse.vendorId), eq(vendor.groupId, scope.groupId)))
    .leftJoin(originalFile, eq(originalFile.id, checklistResponse.originalFileId))
    .leftJoin(account, eq(account.id, checklistResponse.receivedBy))
    .leftJoin(checklistResponseWithdrawal, eq(checklistResponseWithdrawal.responseId, checklistResponse.id));
}

export async function findChecklistResponse(db: DbOrTx, scope: Scope, id: string) {
  const rows = await shownFrom(db, scope).where(
    and(eq(checklistResponse.hospitalId, scope.hospitalId), eq(checklistResponse.id, id)),
  );
  return rows[0] ?? null;
}

export const checklistResponseSorts = ["answeredOn", "vendor", "title", "noCount", "receivedAt"] as const;
export type ChecklistResponseQuery = {
  search: string;
  respondent: Respondent | null;
  /** Withdrawn ones only, or none of them. */
  isWithdrawn: boolean;
  sort: (typeof checklistResponseSorts)[number];
  isDescending: boolean;
  page: number;
  pageSize: number;
};

/** One page of responses and their total: two queries. */
export async function listChecklistResponses(db: DbOrTx, scope: Scope, query: ChecklistResponseQuery) {
  const where = conditions(scope, query);
  const sortColumn = {
    answeredOn: checklistResponse.answeredOn,
    vendor: vendor.name,
    title: checklistResponse.title,
    noCount: checklistResponse.noCount,
    receivedAt: checklistResponse.receivedAt,
  }[query.sort];
  const rows = await shownFrom(db, scope)
    .where(where)
    .orderBy(
      query.isDescending ? desc(sortColumn) : asc(sortColumn),
      desc(checklistResponse.recordedSeq),
      asc(checklistResponse.id),
    )
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize);
  const counted = await db
    .select({ total: sql<number>`count(*)` })
    .from(checklistResponse)
    .leftJoin(vendor, and(eq(vendor.id, checklistResponse.vendorId), eq(vendor.groupId, scope.groupId)))
    .leftJoin(checklistResponseWithdrawal, eq(checklistResponseWithdrawal.responseId, checklistResponse.id))
    .where(where);
  return { rows, total: counted[0]?.total ?? 0 };
}

function conditions(scope: Scope, query: ChecklistResponseQuery): SQL | undefined {
  const text = `%${query.search.replace(/[\\%_]/g, "")}%`;
  return and(
    eq(checklistResponse.hospitalId, scope.hospitalId),
    query.respondent === null ? undefined : eq(checklistResponse.respondent, query.respondent),
    query.isWithdrawn
      ? sql`${checklistResponseWithdrawal.id} IS NOT NULL`
      : isNull(checklistResponseWithdrawal.id),
    query.search === "" ? undefined : or(like(vendor.name, text), like(checklistResponse.title, text)),
  );
}

/** All rows of a response in the order of the sheet. */
export async function answersOfResponse(db: DbOrTx, scope: Scope, responseId: string) {
  const setter = alias(account, "setter");
  return db
    .select({
      ordinal: checklistResponseAnswer.ordinal,
      itemKey: checklistResponseAnswer.itemKey,
      no: checklistResponseAnswer.no,
      section: checklistResponseAnswer.section,
      item: checklistResponseAnswer.item,
      answer: checklistResponseAnswer.answer,
      remark: checklistResponseAnswer.remark,
      targetOn: checklistResponseAnswer.targetOn,
      targetText: checklistResponseAnswer.targetText,
      checkedText: checklistResponseAnswer.checkedText,
      cell: checklistResponseAnswer.cell,
      readAnswer: checklistResponseAnswer.readAnswer,
      readRemark: checklistResponseAnswer.readRemark,
      readReason: checklistResponseAnswer.readReason,
      setBy: setter.name,
      setAt: checklistResponseAnswer.setAt,
      setReason: checklistResponseAnswer.setReason,
    })
    .from(checklistResponseAnswer)
    .leftJoin(setter, eq(setter.id, checklistResponseAnswer.setBy))
    .where(
      and(
        eq(checklistResponseAnswer.hospitalId, scope.hospitalId),
        eq(checklistResponseAnswer.responseId, responseId),
      ),
    )
    .orderBy(asc(checklistResponseAnswer.ordinal));
}

export async function unreadOfResponse(db: DbOrTx, scope: Scope, responseId: string) {
  return db
    .select({
      cell: checklistResponseUnread.cell,
      text: checklistResponseUnread.text,
      reason: checklistResponseUnread.reason,
    })
    .from(checklistResponseUnread)
    .where(
      and(
        eq(checklistResponseUnread.hospitalId, scope.hospitalId),
        eq(checklistResponseUnread.responseId, responseId),
      ),
    )
    .orderBy(asc(checklistResponseUnread.ordinal));
}

type NewAnswer = Omit<typeof checklistResponseAnswer.$inferInsert, "hospitalId" | "responseId">;
type NewUnread = Omit<typeof checklistResponseUnread.$inferInsert, "hospitalId" | "responseId">;

/** Writes a response with all its rows; 50 rows a statement, because SQLite bounds the variables of one. */
export async function insertChecklistResponse(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof checklistResponse.$inferInsert, "hospitalId">,
  answers: readonly NewAnswer[],
  unread: readonly NewUnread[],
): Promise<void> {
  const owner = { hospitalId: scope.hospitalId, responseId: row.id };
  await db.insert(checklistResponse).values({ ...row, hospitalId: scope.hospitalId });
  for (let from = 0; from < answers.length; from += 50) {
    const some = answers.slice(from, from + 50).map((each) => ({ ...each, ...owner }));
    await db.insert(checklistResponseAnswer).values(some);
  }
  for (let from = 0; from < unread.length; from += 50) {
    const some = unread.slice(from, from + 50).map((each) => ({ ...each, ...owner }));
    await db.insert(checklistResponseUnread).values(some);
  }
}

export async function insertResponseWithdrawal(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof checklistResponseWithdrawal.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(checklistResponseWithdrawal).values({ ...row, hospitalId: scope.hospitalId });
}
