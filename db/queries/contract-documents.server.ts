import { and, asc, eq } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, contractDocument, contractDocumentWithdrawal, originalFile } from "../schema.ts";

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
  withdrawnSeq: contractDocumentWithdrawal.recordedSeq,
  withdrawnReason: contractDocumentWithdrawal.reason,
};

function selectDocuments(db: DbOrTx) {
  return db
    .select(shown)
    .from(contractDocument)
    .innerJoin(originalFile, eq(originalFile.id, contractDocument.originalFileId))
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
