import { and, asc, desc, eq, inArray, isNull, like, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  account,
  contract,
  procurement,
  procurementCandidate,
  procurementChoice,
  procurementContract,
  product,
  productVersion,
  request,
  system,
  vendor,
} from "../schema.ts";

const productName = sql<string>`${product.name} || ' ' || ${productVersion.label}`;
const later = alias(procurementChoice, "later");

/** Procurement cases, the newest first, with how many candidates stand and what was chosen: one query. */
export async function listOfProcurements(db: DbOrTx, scope: Scope) {
  return db
    .select({
      id: procurement.id,
      title: procurement.title,
      wantedBy: procurement.wantedBy,
      createdAt: procurement.createdAt,
      candidates: sql<number>`(SELECT count(*) FROM procurement_candidate c
        WHERE c.procurement_id = procurement.id AND c.dropped_reason = '')`,
      chosen: sql<string | null>`(SELECT p.name || ' ' || v.label FROM procurement_choice h
        JOIN procurement_candidate c ON c.id = h.candidate_id
        JOIN product_version v ON v.id = c.product_version_id JOIN product p ON p.id = v.product_id
        WHERE h.procurement_id = procurement.id
          AND NOT EXISTS (SELECT 1 FROM procurement_choice n WHERE n.supersedes = h.id))`,
    })
    .from(procurement)
    .where(and(eq(procurement.hospitalId, scope.hospitalId), isNull(procurement.archivedAt)))
    .orderBy(desc(procurement.createdAt));
}

export async function findProcurement(db: DbOrTx, scope: Scope, id: string) {
  const rows = await db
    .select()
    .from(procurement)
    .where(and(eq(procurement.hospitalId, scope.hospitalId), eq(procurement.id, id)));
  return rows[0] ?? null;
}
export type StoredProcurement = NonNullable<Awaited<ReturnType<typeof findProcurement>>>;

export async function insertProcurement(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof procurement.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(procurement).values({ ...row, hospitalId: scope.hospitalId });
}

/** @returns false when somebody saved the case since `version` was shown. */
export async function updateProcurement(
  db: DbOrTx,
  scope: Scope,
  row: { id: string; version: number },
  fields: Partial<Pick<StoredProcurement, "title" | "purpose" | "wantedBy" | "weights" | "archivedAt">>,
): Promise<boolean> {
  const rows = await db
    .update(procurement)
    .set({ ...fields, version: row.version + 1 })
    .where(
      and(
        eq(procurement.hospitalId, scope.hospitalId),
        eq(procurement.id, row.id),
        eq(procurement.version, row.version),
      ),
    )
    .returning({ id: procurement.id });
  return rows.length > 0;
}

/** Candidates of a case in the order they were added, dropped ones too, with their product and vendor. */
export async function candidatesOf(db: DbOrTx, scope: Scope, procurementId: string) {
  return db
    .select({
      id: procurementCandidate.id,
      productVersionId: procurementCandidate.productVersionId,
      droppedReason: procurementCandidate.droppedReason,
      version: procurementCandidate.version,
      name: productName,
      productId: product.id,
      vendorId: vendor.id,
      vendor: vendor.name,
    })
    .from(procurementCandidate)
    .innerJoin(productVersion, eq(productVersion.id, procurementCandidate.productVersionId))
    .innerJoin(product, eq(product.id, productVersion.productId))
    .innerJoin(vendor, eq(vendor.id, product.vendorId))
    .where(
      and(
        eq(procurementCandidate.hospitalId, scope.hospitalId),
        eq(procurementCandidate.procurementId, procurementId),
      ),
    )
    .orderBy(asc(procurementCandidate.createdAt), asc(procurementCandidate.id));
}
export type StoredCandidate = Awaited<ReturnType<typeof candidatesOf>>[number];

export async function insertCandidates(
  db: DbOrTx,
  scope: Scope,
  rows: readonly Omit<typeof procurementCandidate.$inferInsert, "hospitalId">[],
): Promise<void> {
  await db
    .insert(procurementCandidate)
    .values(rows.map((each) => ({ ...each, hospitalId: scope.hospitalId })));
}

/** @returns false when somebody changed the candidate since `version` was shown. */
export async function updateCandidate(
  db: DbOrTx,
  scope: Scope,
  row: { id: string; version: number },
  fields: { droppedReason: string },
): Promise<boolean> {
  const rows = await db
    .update(procurementCandidate)
    .set({ ...fields, version: row.version + 1 })
    .where(
      and(
        eq(procurementCandidate.hospitalId, scope.hospitalId),
        eq(procurementCandidate.id, row.id),
        eq(procurementCandidate.version, row.version),
      ),
    )
    .returning({ id: procurementCandidate.id });
  return rows.length > 0;
}

/** Choices of a case, the newest first; all but the first were superseded. */
export async function choicesOfProcurement(db: DbOrTx, scope: Scope, procurementId: string) {
  return db
    .select({
      id: procurementChoice.id,
      candidateId: procurementChoice.candidateId,
      reason: procurementChoice.reason,
      basis: procurementChoice.basis,
      chosenAt: procurementChoice.chosenAt,
      chosenBy: account.name,
    })
    .from(procurementChoice)
    .leftJoin(account, eq(account.id, procurementChoice.chosenBy))
    .where(
      and(
        eq(procurementChoice.hospitalId, scope.hospitalId),
        eq(procurementChoice.procurementId, procurementId),
      ),
    )
    .orderBy(desc(procurementChoice.recordedSeq));
}

/** The choice no other superseded; null before the first. */
export async function currentChoiceId(db: DbOrTx, scope: Scope, procurementId: string) {
  const rows = await db
    .select({ id: procurementChoice.id })
    .from(procurementChoice)
    .where(
      and(
        eq(procurementChoice.hospitalId, scope.hospitalId),
        eq(procurementChoice.procurementId, procurementId),
        notExists(db.select({ one: sql`1` }).from(later).where(eq(later.supersedes, procurementChoice.id))),
      ),
    );
  return rows[0]?.id ?? null;
}

export async function insertChoice(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof procurementChoice.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(procurementChoice).values({ ...row, hospitalId: scope.hospitalId });
}

/** True when the hospital made this choice, whether or not another took its place. */
export async function hasChoice(db: DbOrTx, scope: Scope, choiceId: string): Promise<boolean> {
  const rows = await db
    .select({ id: procurementChoice.id })
    .from(procurementChoice)
    .where(and(eq(procurementChoice.hospitalId, scope.hospitalId), eq(procurementChoice.id, choiceId)));
  return rows.length > 0;
}

/** Ties a contract that was just registered to the choice it came from. */
export async function insertContractOfChoice(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof procurementContract.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(procurementContract).values({ ...row, hospitalId: scope.hospitalId });
}

/** Contracts registered from the choices of a case, oldest first. */
export async function contractsOfProcurement(db: DbOrTx, scope: Scope, procurementId: string) {
  return db
    .select({
      id: contract.id,
      number: contract.number,
      title: contract.title,
      choiceId: procurementContract.choiceId,
    })
    .from(procurementContract)
    .innerJoin(procurementChoice, eq(procurementChoice.id, procurementContract.choiceId))
    .innerJoin(contract, eq(contract.id, procurementContract.contractId))
    .where(
      and(
        eq(procurementContract.hospitalId, scope.hospitalId),
        eq(procurementChoice.procurementId, procurementId),
      ),
    )
    .orderBy(asc(procurementContract.recordedSeq));
}

/** The case a contract came from, with the reason of the choice; null where it was registered without one. */
export async function procurementOfContract(db: DbOrTx, scope: Scope, contractId: string) {
  const rows = await db
    .select({
      id: procurement.id,
      title: procurement.title,
      reason: procurementChoice.reason,
      recordedSeq: procurementContract.recordedSeq,
    })
    .from(procurementContract)
    .innerJoin(procurementChoice, eq(procurementChoice.id, procurementContract.choiceId))
    .innerJoin(procurement, eq(procurement.id, procurementChoice.procurementId))
    .where(
      and(
        eq(procurementContract.hospitalId, scope.hospitalId),
        eq(procurementContract.contractId, contractId),
      ),
    );
  return rows[0] ?? null;
}

/** Newest request for a disclosure of each product version: its state and due day. */
export async function requestsOfVersions(db: DbOrTx, scope: Scope, versionIds: readonly string[]) {
  if (versionIds.length === 0) return [];
  return db
    .select({
      id: request.id,
      productVersionId: request.productVersionId,
      state: request.state,
      dueOn: request.dueOn,
    })
    .from(request)
    .where(
      and(
        eq(request.hospitalId, scope.hospitalId),
        eq(request.kind, "disclosure"),
        inArray(request.productVersionId, [...versionIds]),
      ),
    )
    .orderBy(desc(request.createdAt));
}

/** Product versions that can become candidates: those no system of the hospital uses first; at most 50. */
export async function versionsToConsider(db: DbOrTx, scope: Scope, search: string) {
  const text = `%${search.replace(/[\\%_]/g, "")}%`;
  const inUse = sql<number>`EXISTS (SELECT 1 FROM ${system} WHERE ${system.productVersionId} = ${productVersion.id}
    AND ${system.hospitalId} = ${scope.hospitalId} AND ${system.archivedAt} IS NULL)`;
  return db
    .select({ id: productVersion.id, name: productName, vendor: vendor.name, isInUse: inUse })
    .from(productVersion)
    .innerJoin(product, eq(product.id, productVersion.productId))
    .innerJoin(vendor, eq(vendor.id, product.vendorId))
    .where(
      and(
        eq(productVersion.groupId, scope.groupId),
        isNull(productVersion.archivedAt),
        isNull(product.archivedAt),
        isNull(vendor.archivedAt),
        search === ""
          ? undefined
          : or(like(vendor.name, text), like(vendor.nameKana, text), like(product.name, text)),
      ),
    )
    .orderBy(asc(inUse), asc(vendor.name), asc(product.name), asc(productVersion.label))
    .limit(50);
}

/** Ids of product versions of the group among those given. */
export async function knownVersions(db: DbOrTx, scope: Scope, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: productVersion.id })
    .from(productVersion)
    .where(and(eq(productVersion.groupId, scope.groupId), inArray(productVersion.id, [...ids])));
  return rows.map((each) => each.id);
}
