import { and, desc, eq } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, originalFile, productDocument } from "../schema.ts";

export async function insertProductDocument(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof productDocument.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(productDocument).values({ ...row, hospitalId: scope.hospitalId });
}

/** Files this hospital keeps with a product, newest first, at most 100. */
export async function documentsOfProduct(db: DbOrTx, scope: Scope, productId: string) {
  return db
    .select({
      id: productDocument.id,
      kind: productDocument.kind,
      note: productDocument.note,
      fileId: productDocument.originalFileId,
      fileName: originalFile.fileName,
      size: originalFile.size,
      filedAt: productDocument.filedAt,
      filedBy: account.name,
    })
    .from(productDocument)
    .innerJoin(originalFile, eq(originalFile.id, productDocument.originalFileId))
    .leftJoin(account, eq(account.id, productDocument.filedBy))
    .where(and(eq(productDocument.hospitalId, scope.hospitalId), eq(productDocument.productId, productId)))
    .orderBy(desc(productDocument.recordedSeq))
    .limit(100);
}
