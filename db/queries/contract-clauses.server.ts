import { and, asc, eq, inArray } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, contractClause, contractDocument } from "../schema.ts";

const shown = {
  id: contractClause.id,
  contractId: contractClause.contractId,
  key: contractClause.key,
  revisionId: contractClause.revisionId,
  kind: contractClause.kind,
  number: contractClause.number,
  quote: contractClause.quote,
  documentId: contractClause.documentId,
  documentTitle: contractDocument.title,
  page: contractClause.page,
  isRepealed: contractClause.isRepealed,
  reason: contractClause.reason,
  recordedSeq: contractClause.recordedSeq,
  recordedAt: contractClause.recordedAt,
  recordedBy: account.name,
  supersedes: contractClause.supersedes,
};

function selectWordings(db: DbOrTx) {
  return db
    .select(shown)
    .from(contractClause)
    .leftJoin(contractDocument, eq(contractDocument.id, contractClause.documentId))
    .leftJoin(account, eq(account.id, contractClause.recordedBy));
}

/** Every wording of every clause quoted from these contracts, oldest record first: one query. */
export async function wordingsOfContracts(db: DbOrTx, scope: Scope, contractIds: readonly string[]) {
  if (contractIds.length === 0) return [];
  return selectWordings(db)
    .where(
      and(
        eq(contractClause.hospitalId, scope.hospitalId),
        inArray(contractClause.contractId, [...contractIds]),
      ),
    )
    .orderBy(asc(contractClause.recordedSeq));
}
export type ShownWording = Awaited<ReturnType<typeof wordingsOfContracts>>[number];

/** Every wording quoted from any contract of the hospital. */
export async function wordingsOfHospital(db: DbOrTx, scope: Scope): Promise<ShownWording[]> {
  return selectWordings(db)
    .where(eq(contractClause.hospitalId, scope.hospitalId))
    .orderBy(asc(contractClause.recordedSeq));
}

export async function findWording(db: DbOrTx, scope: Scope, id: string): Promise<ShownWording | null> {
  const rows = await selectWordings(db).where(
    and(eq(contractClause.hospitalId, scope.hospitalId), eq(contractClause.id, id)),
  );
  return rows[0] ?? null;
}

export async function insertWording(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof contractClause.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(contractClause).values({ ...row, hospitalId: scope.hospitalId });
}
