import { and, desc, eq, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { KnownFile } from "../../app/domain/signed-copy.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, originalFile, paper, paperSignedCopy } from "../schema.ts";

export async function insertSignedCopy(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof paperSignedCopy.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(paperSignedCopy).values({ ...row, hospitalId: scope.hospitalId });
}

/** Signed copies of one issued paper, newest first. */
export async function signedCopiesOf(db: DbOrTx, scope: Scope, paperId: string) {
  return db
    .select({
      id: paperSignedCopy.id,
      originalFileId: paperSignedCopy.originalFileId,
      fileName: originalFile.fileName,
      sha256: paperSignedCopy.sha256,
      relation: paperSignedCopy.relation,
      signedOn: paperSignedCopy.signedOn,
      note: paperSignedCopy.note,
      attachedAt: paperSignedCopy.attachedAt,
      attachedByName: account.name,
    })
    .from(paperSignedCopy)
    .innerJoin(originalFile, eq(originalFile.id, paperSignedCopy.originalFileId))
    .leftJoin(account, eq(account.id, paperSignedCopy.attachedBy))
    .where(and(eq(paperSignedCopy.hospitalId, scope.hospitalId), eq(paperSignedCopy.paperId, paperId)))
    .orderBy(desc(paperSignedCopy.recordedSeq));
}

export type SignedCopy = Awaited<ReturnType<typeof signedCopiesOf>>[number];

export async function findSignedCopy(db: DbOrTx, scope: Scope, id: string) {
  const rows = await db
    .select({
      paperId: paperSignedCopy.paperId,
      relation: paperSignedCopy.relation,
      fileName: originalFile.fileName,
      sha256: paperSignedCopy.sha256,
    })
    .from(paperSignedCopy)
    .innerJoin(originalFile, eq(originalFile.id, paperSignedCopy.originalFileId))
    .where(and(eq(paperSignedCopy.hospitalId, scope.hospitalId), eq(paperSignedCopy.id, id)));
  return rows[0] ?? null;
}

/**
 * Contract papers and signed copies with one of these SHA-256. Without a scope on purpose: whoever holds a file may
 * ask about that very file, of whatever hospital, and learns no more than its version. Internal papers are not found.
 */
export async function filesByHash(db: DbOrTx, hashes: readonly string[]): Promise<KnownFile[]> {
  const listed = sql`(SELECT value FROM json_each(${JSON.stringify(hashes)}))`;
  const isSuperseded = sql<number>`EXISTS (SELECT 1 FROM paper x WHERE x.supersedes = ${paper.id})`;
  const issued = await db
    .select({ sha256: paper.sha256, issueNo: paper.issueNo, isSuperseded })
    .from(paper)
    .where(and(eq(paper.audience, "contract"), sql`${paper.sha256} IN ${listed}`));
  const copies = await db
    .select({ sha256: paperSignedCopy.sha256, issueNo: paper.issueNo, isSuperseded })
    .from(paperSignedCopy)
    .innerJoin(paper, eq(paper.id, paperSignedCopy.paperId))
    .where(and(eq(paper.audience, "contract"), sql`${paperSignedCopy.sha256} IN ${listed}`));
  const known = (kind: KnownFile["kind"], rows: typeof issued): KnownFile[] =>
    rows.map((each) => ({ ...each, kind, isSuperseded: each.isSuperseded === 1 }));
  return [...known("issued", issued), ...known("signed-copy", copies)];
}
