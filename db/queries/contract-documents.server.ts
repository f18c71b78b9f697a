import { and, asc, eq, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  account,
  contractClause,
  contractDocument,
  contractDocumentWithdrawal,
  contractRevision,
  fileScan,
  originalFile,
} from "../schema.ts";
import { scanColumns } from "./scan-columns.ts";

const shown = {
  id: contractDocument.id,
  contractId: contractDocument.contractId,
  kind: contractDocument.kind,
  title: contractDocument.title,
  pageCount: contractDocument.pageCount,
  datedOn: contractDocument.datedOn,
  note: contractDocument.note,
  recordedSeq: contractDocument.recordedSeq,
  filedAt: contractDocument.filedAt,
  filedBy: account.name,
  fileId: originalFile.id,
  fileName: originalFile.fileName,
  sha256: originalFile.sha256,
  size: originalFile.size,
  ...scanColumns,
  withdrawnSeq: contractDocumentWithdrawal.recordedSeq,
  withdrawnReason: contractDocumentWithdrawal.reason,
};

function selectDocuments(db: DbOrTx) {
  return db
    .select(shown)
    .from(contractDocument)
    .innerJoin(originalFile, eq(originalFile.id, contractDocument.originalFileId))
    .leftJoin(fileScan, eq(fileScan.originalFileId, originalFile.id))
    .leftJoin(contractDocumentWithdrawal, eq(contractDocumentWithdrawal.documentId, contractDocument.id))
    .leftJoin(account, eq(account.id, contractDocument.filedBy));
}

/** Every document of the contract with its file's name and hash, oldest first; withdrawn ones say so. */
export async function documentsOfContract(db: DbOrTx, scope: Scope, contractId: string) {
  return selectDocuments(db)
    .where(
      and(eq(contractDocument.hospitalId, scope.hospitalId), eq(contractDocument.contractId, contractId)),
    )
    .orderBy(asc(contractDocument.recordedSeq));
}
export type ShownDocument = Awaited<ReturnType<typeof documentsOfContract>>[number];

export async function findContractDocument(
  db: DbOrTx,
  scope: Scope,
  id: string,
): Promise<ShownDocument | null> {
  const rows = await selectDocuments(db).where(
    and(eq(contractDocument.hospitalId, scope.hospitalId), eq(contractDocument.id, id)),
  );
  return rows[0] ?? null;
}

export async function insertContractDocument(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof contractDocument.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(contractDocument).values({ ...row, hospitalId: scope.hospitalId });
}

export async function insertDocumentWithdrawal(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof contractDocumentWithdrawal.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(contractDocumentWithdrawal).values({ ...row, hospitalId: scope.hospitalId });
}

/** How many clauses and revisions that still count rest on this document. */
export async function documentsUsed(db: DbOrTx, scope: Scope, documentId: string): Promise<number> {
  const clause = alias(contractClause, "corrected_clause");
  const revision = alias(contractRevision, "corrected_revision");
  const clauses = await db
    .select({ count: sql<number>`count(*)` })
    .from(contractClause)
    .where(
      and(
        eq(contractClause.hospitalId, scope.hospitalId),
        eq(contractClause.documentId, documentId),
        eq(contractClause.isRepealed, false),
        notExists(db.select({ one: sql`1` }).from(clause).where(eq(clause.supersedes, contractClause.id))),
      ),
    );
  const revisions = await db
    .select({ count: sql<number>`count(*)` })
    .from(contractRevision)
    .where(
      and(
        eq(contractRevision.hospitalId, scope.hospitalId),
        eq(contractRevision.documentId, documentId),
        notExists(
          db.select({ one: sql`1` }).from(revision).where(eq(revision.supersedes, contractRevision.id)),
        ),
      ),
    );
  return Number(clauses[0]?.count ?? 0) + Number(revisions[0]?.count ?? 0);
}
