import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { ReviewOutcome, ReviewReason } from "../../app/domain/role-records.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx, Tx } from "../client.server.ts";
import {
  account,
  contract,
  product,
  productVersion,
  roleSheet,
  roleSheetReview,
  roleSheetReviewSystem,
  roleSheetRevision,
  system,
  vendor,
} from "../schema.ts";

const inList = (ids: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;

/**
 * Of these sheets the ones whose contract covers a system in use, or whose vendor made one: sheets of vendors that
 * already work here. Systems named in `beside` are the new ones and do not count. Sheets with an open review are left
 * out.
 */
export async function sheetsOfOtherSystems(
  db: DbOrTx,
  scope: Scope,
  asked: { sheetIds: readonly string[]; beside: readonly string[] },
): Promise<string[]> {
  if (asked.sheetIds.length === 0) return [];
  const rows = await db
    .select({ id: roleSheet.id })
    .from(roleSheet)
    .innerJoin(contract, eq(contract.id, roleSheet.contractId))
    .where(
      and(
        eq(roleSheet.hospitalId, scope.hospitalId),
        isNull(roleSheet.archivedAt),
        isNull(contract.archivedAt),
        sql`${roleSheet.id} IN ${inList(asked.sheetIds)}`,
        sql`NOT EXISTS (SELECT 1 FROM ${roleSheetReview} r WHERE r.role_sheet_id = ${roleSheet.id} AND r.done_at IS NULL)`,
        sql`EXISTS (SELECT 1 FROM ${system} s
          JOIN ${productVersion} v ON v.id = s.product_version_id JOIN ${product} p ON p.id = v.product_id
          WHERE s.hospital_id = ${scope.hospitalId} AND s.archived_at IS NULL AND s.id NOT IN ${inList(asked.beside)}
          AND (p.vendor_id = ${contract.vendorId} OR EXISTS (SELECT 1 FROM contract_system l
            WHERE l.contract_id = ${contract.id} AND l.system_id = s.id)))`,
      ),
    );
  return rows.map((each) => each.id);
}

export async function insertReviews(
  tx: Tx,
  scope: Scope,
  reviews: readonly {
    id: string;
    roleSheetId: string;
    reason: ReviewReason;
    askedSeq: number;
    askedAt: string;
  }[],
): Promise<void> {
  if (reviews.length === 0) return;
  await tx.insert(roleSheetReview).values(reviews.map((each) => ({ ...each, hospitalId: scope.hospitalId })));
}

/** Every open review of the hospital asks for these systems too. */
export async function addSystemsToOpenReviews(
  tx: Tx,
  scope: Scope,
  systemIds: readonly string[],
): Promise<void> {
  await tx.run(
    sql`INSERT INTO role_sheet_review_system (hospital_id, review_id, system_id)
        SELECT r.hospital_id, r.id, s.value FROM role_sheet_review r, json_each(${JSON.stringify(systemIds)}) s
        WHERE r.hospital_id = ${scope.hospitalId} AND r.done_at IS NULL`,
  );
}

/** Systems that leave ask for nothing any more; an open review that nobody asks for leaves with them. */
export async function releaseOpenReviews(tx: Tx, scope: Scope, systemIds: readonly string[]): Promise<void> {
  if (systemIds.length === 0) return;
  const open = sql`(SELECT id FROM role_sheet_review WHERE hospital_id = ${scope.hospitalId} AND done_at IS NULL)`;
  await tx.run(
    sql`DELETE FROM role_sheet_review_system WHERE hospital_id = ${scope.hospitalId}
        AND review_id IN ${open} AND system_id IN ${inList(systemIds)}`,
  );
  await tx.run(
    sql`DELETE FROM role_sheet_review WHERE hospital_id = ${scope.hospitalId} AND done_at IS NULL AND reason = 'new-system'
        AND id NOT IN (SELECT review_id FROM role_sheet_review_system)`,
  );
}

export async function findReview(db: DbOrTx, scope: Scope, id: string) {
  const rows = await db
    .select()
    .from(roleSheetReview)
    .where(and(eq(roleSheetReview.hospitalId, scope.hospitalId), eq(roleSheetReview.id, id)));
  return rows[0] ?? null;
}

type Settled = {
  outcome: ReviewOutcome;
  revisionId: string | null;
  doneAt: string;
  doneBy: string | null;
  note: string;
};

/** @returns false when it is settled already, or somebody saved it since `version` was shown. */
export async function settleReview(
  tx: Tx,
  scope: Scope,
  review: { id: string; version: number },
  settled: Settled,
): Promise<boolean> {
  const rows = await tx
    .update(roleSheetReview)
    .set({ ...settled, version: review.version + 1 })
    .where(
      and(
        eq(roleSheetReview.hospitalId, scope.hospitalId),
        eq(roleSheetReview.id, review.id),
        eq(roleSheetReview.version, review.version),
        isNull(roleSheetReview.doneAt),
      ),
    )
    .returning({ id: roleSheetReview.id });
  return rows.length === 1;
}

/** The open review of a sheet ends with what was agreed; nothing happens where there is none. */
export async function settleOpenReview(
  tx: Tx,
  scope: Scope,
  roleSheetId: string,
  settled: Settled,
): Promise<void> {
  await tx
    .update(roleSheetReview)
    .set({ ...settled, version: sql`${roleSheetReview.version} + 1` })
    .where(
      and(
        eq(roleSheetReview.hospitalId, scope.hospitalId),
        eq(roleSheetReview.roleSheetId, roleSheetId),
        isNull(roleSheetReview.doneAt),
      ),
    );
}

/** Every review of a sheet with the systems that asked, newest first: two queries. */
export async function reviewsOfSheet(db: DbOrTx, scope: Scope, roleSheetId: string) {
  const own = and(
    eq(roleSheetReview.hospitalId, scope.hospitalId),
    eq(roleSheetReview.roleSheetId, roleSheetId),
  );
  const rows = await db
    .select({
      id: roleSheetReview.id,
      reason: roleSheetReview.reason,
      askedAt: roleSheetReview.askedAt,
      outcome: roleSheetReview.outcome,
      revisionId: roleSheetReview.revisionId,
      revisionNo: roleSheetRevision.revisionNo,
      doneAt: roleSheetReview.doneAt,
      doneBy: account.name,
      note: roleSheetReview.note,
      version: roleSheetReview.version,
    })
    .from(roleSheetReview)
    .leftJoin(account, eq(account.id, roleSheetReview.doneBy))
    .leftJoin(roleSheetRevision, eq(roleSheetRevision.id, roleSheetReview.revisionId))
    .where(own)
    .orderBy(desc(roleSheetReview.askedSeq));
  const asking = await db
    .select({
      reviewId: roleSheetReviewSystem.reviewId,
      id: system.id,
      name: system.name,
      vendor: vendor.name,
    })
    .from(roleSheetReviewSystem)
    .innerJoin(roleSheetReview, eq(roleSheetReview.id, roleSheetReviewSystem.reviewId))
    .innerJoin(system, eq(system.id, roleSheetReviewSystem.systemId))
    .innerJoin(productVersion, eq(productVersion.id, system.productVersionId))
    .innerJoin(product, eq(product.id, productVersion.productId))
    .innerJoin(vendor, eq(vendor.id, product.vendorId))
    .where(own)
    .orderBy(asc(system.createdAt), asc(system.id))
    .limit(1000);
  return rows.map((each) => ({
    ...each,
    systems: asking.filter((one) => one.reviewId === each.id).map(({ reviewId: _review, ...named }) => named),
  }));
}
export type ShownReview = Awaited<ReturnType<typeof reviewsOfSheet>>[number];

/** Open reviews of sheets in use, oldest question first; `about` is the vendor. */
export async function openReviews(db: DbOrTx, scope: Scope) {
  return db
    .select({
      id: roleSheet.id,
      name: roleSheet.title,
      about: vendor.name,
      askedAt: roleSheetReview.askedAt,
    })
    .from(roleSheetReview)
    .innerJoin(roleSheet, eq(roleSheet.id, roleSheetReview.roleSheetId))
    .innerJoin(contract, eq(contract.id, roleSheet.contractId))
    .innerJoin(vendor, eq(vendor.id, contract.vendorId))
    .where(
      and(
        eq(roleSheetReview.hospitalId, scope.hospitalId),
        isNull(roleSheetReview.doneAt),
        isNull(roleSheet.archivedAt),
      ),
    )
    .orderBy(asc(roleSheetReview.askedSeq), asc(roleSheet.id));
}

/** Open reviews of role sheets in use, counted by contract: one query. */
export async function openReviewsByContract(db: DbOrTx, scope: Scope) {
  return db
    .select({ contractId: roleSheet.contractId, count: sql<number>`count(*)` })
    .from(roleSheetReview)
    .innerJoin(roleSheet, eq(roleSheet.id, roleSheetReview.roleSheetId))
    .where(
      and(
        eq(roleSheetReview.hospitalId, scope.hospitalId),
        isNull(roleSheetReview.doneAt),
        isNull(roleSheet.archivedAt),
      ),
    )
    .groupBy(roleSheet.contractId);
}
