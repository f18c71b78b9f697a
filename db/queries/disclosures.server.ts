import { and, asc, desc, eq, isNull, like, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { FormId } from "../../app/domain/questionnaire.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  account,
  disclosure,
  disclosureAnswer,
  disclosureUnread,
  disclosureWithdrawal,
  originalFile,
  product,
  productVersion,
  vendor,
} from "../schema.ts";

/** Columns of a disclosure in lists and on its page. */
const shown = {
  id: disclosure.id,
  form: disclosure.form,
  formVersion: disclosure.formVersion,
  issuedOn: disclosure.issuedOn,
  receivedAt: disclosure.receivedAt,
  recordedSeq: disclosure.recordedSeq,
  yesCount: disclosure.yesCount,
  noCount: disclosure.noCount,
  notApplicableCount: disclosure.notApplicableCount,
  blankCount: disclosure.blankCount,
  unclearCount: disclosure.unclearCount,
  unreadCount: disclosure.unreadCount,
  sheet: disclosure.sheet,
  originalFileId: disclosure.originalFileId,
  intakeId: disclosure.intakeId,
  productVersionId: disclosure.productVersionId,
  productVersion: productVersion.label,
  productId: product.id,
  product: product.name,
  vendorId: vendor.id,
  vendor: vendor.name,
  withdrawnReason: disclosureWithdrawal.reason,
  withdrawnAt: disclosureWithdrawal.withdrawnAt,
  withdrawnSeq: disclosureWithdrawal.recordedSeq,
  /** 1 when no other of its series is newer and not withdrawn. */
  isCurrent: sql<number>`(${disclosureWithdrawal.id} IS NULL AND NOT EXISTS (
    SELECT 1 FROM disclosure n WHERE n.hospital_id = ${disclosure.hospitalId}
      AND n.product_version_id = ${disclosure.productVersionId} AND n.form = ${disclosure.form}
      AND (n.issued_on, n.recorded_seq) > (${disclosure.issuedOn}, ${disclosure.recordedSeq})
      AND NOT EXISTS (SELECT 1 FROM disclosure_withdrawal w WHERE w.disclosure_id = n.id)))`.as("is_current"),
};

function shownFrom(db: DbOrTx) {
  return db
    .select(shown)
    .from(disclosure)
    .innerJoin(productVersion, eq(productVersion.id, disclosure.productVersionId))
    .innerJoin(product, eq(product.id, productVersion.productId))
    .innerJoin(vendor, eq(vendor.id, product.vendorId))
    .leftJoin(disclosureWithdrawal, eq(disclosureWithdrawal.disclosureId, disclosure.id));
}

export type ShownDisclosure = Awaited<ReturnType<typeof findDisclosure>> & object;

export async function findDisclosure(db: DbOrTx, scope: Scope, id: string) {
  const rows = await shownFrom(db).where(
    and(eq(disclosure.hospitalId, scope.hospitalId), eq(disclosure.id, id)),
  );
  return rows[0] ?? null;
}

export const disclosureSorts = ["receivedAt", "issuedOn", "vendor", "product", "noCount"] as const;
export type DisclosureListQuery = {
  search: string;
  form: FormId | null;
  /** current: only the newest of each series; withdrawn: only withdrawn ones; all: every one. */
  show: "all" | "current" | "withdrawn";
  /** Only these, where a list was narrowed by a rule of the domain; null = no such narrowing. */
  ids?: readonly string[] | null;
  vendorId: string | null;
  productVersionId: string | null;
  sort: (typeof disclosureSorts)[number];
  isDescending: boolean;
  page: number;
  pageSize: number;
};

/** One page of disclosures and their total: two queries, and no answer row is touched. */
export async function listDisclosures(db: DbOrTx, scope: Scope, query: DisclosureListQuery) {
  const where = conditions(scope, query);
  const sortColumn = {
    receivedAt: disclosure.receivedAt,
    issuedOn: disclosure.issuedOn,
    vendor: vendor.name,
    product: product.name,
    noCount: disclosure.noCount,
  }[query.sort];
  const rows = await shownFrom(db)
    .where(where)
    .orderBy(query.isDescending ? desc(sortColumn) : asc(sortColumn), desc(disclosure.recordedSeq))
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize);
  const counted = await db
    .select({ total: sql<number>`count(*)` })
    .from(disclosure)
    .innerJoin(productVersion, eq(productVersion.id, disclosure.productVersionId))
    .innerJoin(product, eq(product.id, productVersion.productId))
    .innerJoin(vendor, eq(vendor.id, product.vendorId))
    .leftJoin(disclosureWithdrawal, eq(disclosureWithdrawal.disclosureId, disclosure.id))
    .where(where);
  return { rows, total: counted[0]?.total ?? 0 };
}

function conditions(scope: Scope, query: DisclosureListQuery): SQL | undefined {
  const text = `%${query.search.replace(/[\\%_]/g, "")}%`;
  return and(
    eq(disclosure.hospitalId, scope.hospitalId),
    query.ids === undefined || query.ids === null
      ? undefined
      : sql`${disclosure.id} IN (SELECT value FROM json_each(${JSON.stringify(query.ids)}))`,
    query.form === null ? undefined : eq(disclosure.form, query.form),
    query.vendorId === null ? undefined : eq(vendor.id, query.vendorId),
    query.productVersionId === null ? undefined : eq(disclosure.productVersionId, query.productVersionId),
    query.show === "withdrawn" ? sql`${disclosureWithdrawal.id} IS NOT NULL` : undefined,
    query.show === "current" ? sql`${shown.isCurrent.sql} = 1` : undefined,
    query.search === "" ? undefined : or(like(vendor.name, text), like(product.name, text)),
  );
}

/** Every disclosure of one series, newest 作成日 first, withdrawn ones included. */
export async function seriesOf(db: DbOrTx, scope: Scope, productVersionId: string, form: FormId) {
  const rows = await shownFrom(db)
    .where(
      and(
        eq(disclosure.hospitalId, scope.hospitalId),
        eq(disclosure.productVersionId, productVersionId),
        eq(disclosure.form, form),
      ),
    )
    .orderBy(desc(disclosure.issuedOn), desc(disclosure.recordedSeq));
  return rows;
}

/** The current disclosures of a set of product versions (what a contract's systems have disclosed). */
export async function currentDisclosuresOf(db: DbOrTx, scope: Scope, productVersionIds: readonly string[]) {
  if (productVersionIds.length === 0) return [];
  const list = sql.join(
    productVersionIds.map((each) => sql`${each}`),
    sql`, `,
  );
  const rows = await shownFrom(db)
    .where(
      and(
        eq(disclosure.hospitalId, scope.hospitalId),
        sql`${disclosure.productVersionId} IN (${list})`,
        isNull(disclosureWithdrawal.id),
      ),
    )
    .orderBy(asc(product.name), asc(disclosure.form));
  return rows.filter((each) => each.isCurrent === 1);
}

/** All answers of a disclosure in the order of the sheet. */
export async function answersOf(db: DbOrTx, scope: Scope, disclosureId: string) {
  const setter = alias(account, "setter");
  return db
    .select({
      ordinal: disclosureAnswer.ordinal,
      no: disclosureAnswer.no,
      section: disclosureAnswer.section,
      question: disclosureAnswer.question,
      clauses: disclosureAnswer.clauses,
      answer: disclosureAnswer.answer,
      remark: disclosureAnswer.remark,
      cell: disclosureAnswer.cell,
      readAnswer: disclosureAnswer.readAnswer,
      readRemark: disclosureAnswer.readRemark,
      readReason: disclosureAnswer.readReason,
      setBy: setter.name,
      setAt: disclosureAnswer.setAt,
      setReason: disclosureAnswer.setReason,
    })
    .from(disclosureAnswer)
    .leftJoin(setter, eq(setter.id, disclosureAnswer.setBy))
    .where(
      and(eq(disclosureAnswer.hospitalId, scope.hospitalId), eq(disclosureAnswer.disclosureId, disclosureId)),
    )
    .orderBy(asc(disclosureAnswer.ordinal));
}

export async function unreadOf(db: DbOrTx, scope: Scope, disclosureId: string) {
  return db
    .select({ cell: disclosureUnread.cell, text: disclosureUnread.text, reason: disclosureUnread.reason })
    .from(disclosureUnread)
    .where(
      and(eq(disclosureUnread.hospitalId, scope.hospitalId), eq(disclosureUnread.disclosureId, disclosureId)),
    )
    .orderBy(asc(disclosureUnread.cell));
}

/** The original's facts behind a disclosure. */
export async function fileOfDisclosure(db: DbOrTx, scope: Scope, disclosureId: string) {
  const rows = await db
    .select({
      id: originalFile.id,
      fileName: originalFile.fileName,
      sha256: originalFile.sha256,
      size: originalFile.size,
      receivedAt: originalFile.receivedAt,
    })
    .from(disclosure)
    .innerJoin(originalFile, eq(originalFile.id, disclosure.originalFileId))
    .where(and(eq(disclosure.hospitalId, scope.hospitalId), eq(disclosure.id, disclosureId)));
  return rows[0] ?? null;
}

/** Disclosures already made from the same bytes, so that a second receipt of a file is noticed. */
export async function disclosuresOfSameFile(db: DbOrTx, scope: Scope, sha256: string) {
  return db
    .select({ id: disclosure.id, form: disclosure.form, issuedOn: disclosure.issuedOn })
    .from(disclosure)
    .innerJoin(originalFile, eq(originalFile.id, disclosure.originalFileId))
    .where(and(eq(disclosure.hospitalId, scope.hospitalId), eq(originalFile.sha256, sha256)));
}

type NewAnswer = Omit<typeof disclosureAnswer.$inferInsert, "hospitalId" | "disclosureId">;
type NewUnread = Omit<typeof disclosureUnread.$inferInsert, "hospitalId" | "disclosureId">;

/** Writes a disclosure with all its rows; 100 rows a statement, because SQLite bounds the variables of one. */
export async function insertDisclosure(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof disclosure.$inferInsert, "hospitalId">,
  answers: readonly NewAnswer[],
  unread: readonly NewUnread[],
): Promise<void> {
  const owner = { hospitalId: scope.hospitalId, disclosureId: row.id };
  await db.insert(disclosure).values({ ...row, hospitalId: scope.hospitalId });
  for (let from = 0; from < answers.length; from += 100) {
    await db
      .insert(disclosureAnswer)
      .values(answers.slice(from, from + 100).map((each) => ({ ...each, ...owner })));
  }
  for (let from = 0; from < unread.length; from += 100) {
    await db
      .insert(disclosureUnread)
      .values(unread.slice(from, from + 100).map((each) => ({ ...each, ...owner })));
  }
}

export async function insertWithdrawal(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof disclosureWithdrawal.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(disclosureWithdrawal).values({ ...row, hospitalId: scope.hospitalId });
}

/** What an assessment needs of all answers of these disclosures, each in the order of its sheet: one query. */
export async function answersOfDisclosures(db: DbOrTx, scope: Scope, disclosureIds: readonly string[]) {
  if (disclosureIds.length === 0) return [];
  return db
    .select({
      disclosureId: disclosureAnswer.disclosureId,
      no: disclosureAnswer.no,
      question: disclosureAnswer.question,
      clauses: disclosureAnswer.clauses,
      answer: disclosureAnswer.answer,
      remark: disclosureAnswer.remark,
      cell: disclosureAnswer.cell,
    })
    .from(disclosureAnswer)
    .where(
      and(
        eq(disclosureAnswer.hospitalId, scope.hospitalId),
        sql`${disclosureAnswer.disclosureId} IN (SELECT value FROM json_each(${JSON.stringify(disclosureIds)}))`,
      ),
    )
    .orderBy(asc(disclosureAnswer.disclosureId), asc(disclosureAnswer.ordinal));
}
