import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { CatalogueKind } from "../../app/domain/catalogue-draft.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, catalogue, catalogueDraft, originalFile } from "../schema.ts";

type OfGroup = Pick<Scope, "groupId">;

/** Ids of everything the group published, in the order of publishing: no body is read. */
export async function publishedIds(db: DbOrTx, scope: OfGroup): Promise<string[]> {
  const rows = await db
    .select({ id: catalogue.id })
    .from(catalogue)
    .where(eq(catalogue.groupId, scope.groupId))
    .orderBy(asc(catalogue.recordedSeq));
  return rows.map((each) => each.id);
}

/** Bodies (JSON) of some of the group's catalogues. */
export async function publishedBodies(db: DbOrTx, scope: OfGroup, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: catalogue.id, kind: catalogue.kind, body: catalogue.body })
    .from(catalogue)
    .where(and(eq(catalogue.groupId, scope.groupId), inArray(catalogue.id, [...ids])));
}

const publishedFacts = {
  id: catalogue.id,
  kind: catalogue.kind,
  ref: catalogue.ref,
  title: catalogue.title,
  bodySha256: catalogue.bodySha256,
  sourceSha256: catalogue.sourceSha256,
  originalFileId: catalogue.originalFileId,
  fileName: originalFile.fileName,
  recordedSeq: catalogue.recordedSeq,
  publishedAt: catalogue.publishedAt,
  publishedBy: account.name,
};

/** What a list shows of the group's catalogues, newest first: source, hash, who, when. */
export async function listPublished(db: DbOrTx, scope: OfGroup) {
  return db
    .select(publishedFacts)
    .from(catalogue)
    .leftJoin(originalFile, eq(originalFile.id, catalogue.originalFileId))
    .leftJoin(account, eq(account.id, catalogue.publishedBy))
    .where(eq(catalogue.groupId, scope.groupId))
    .orderBy(desc(catalogue.recordedSeq));
}
export type PublishedFacts = Awaited<ReturnType<typeof listPublished>>[number];

/** The same of one catalogue (`id@version`), or null. */
export async function findPublished(db: DbOrTx, scope: OfGroup, ref: string): Promise<PublishedFacts | null> {
  const rows = await db
    .select(publishedFacts)
    .from(catalogue)
    .leftJoin(originalFile, eq(originalFile.id, catalogue.originalFileId))
    .leftJoin(account, eq(account.id, catalogue.publishedBy))
    .where(and(eq(catalogue.groupId, scope.groupId), eq(catalogue.ref, ref)));
  return rows[0] ?? null;
}

export async function insertPublished(
  db: DbOrTx,
  scope: OfGroup,
  row: Omit<typeof catalogue.$inferInsert, "groupId">,
): Promise<void> {
  await db.insert(catalogue).values({ ...row, groupId: scope.groupId });
}

export async function insertDraft(
  db: DbOrTx,
  scope: OfGroup,
  row: Omit<typeof catalogueDraft.$inferInsert, "groupId" | "state" | "version">,
): Promise<void> {
  await db.insert(catalogueDraft).values({ ...row, state: "draft", groupId: scope.groupId });
}

/** Open drafts, newest first, at most 100; no body. `kinds` narrows to some kinds. */
export async function listDrafts(db: DbOrTx, scope: OfGroup, kinds?: readonly CatalogueKind[]) {
  return db
    .select({
      id: catalogueDraft.id,
      kind: catalogueDraft.kind,
      title: catalogueDraft.title,
      createdAt: catalogueDraft.createdAt,
      createdBy: account.name,
      fileName: originalFile.fileName,
      sourceSha256: originalFile.sha256,
    })
    .from(catalogueDraft)
    .leftJoin(originalFile, eq(originalFile.id, catalogueDraft.originalFileId))
    .leftJoin(account, eq(account.id, catalogueDraft.createdBy))
    .where(
      and(
        eq(catalogueDraft.groupId, scope.groupId),
        eq(catalogueDraft.state, "draft"),
        kinds ? inArray(catalogueDraft.kind, [...kinds]) : undefined,
      ),
    )
    .orderBy(desc(catalogueDraft.createdAt))
    .limit(100);
}

/** A draft with its body (JSON) and the facts of its file, whatever its state; or null. */
export async function findDraft(db: DbOrTx, scope: OfGroup, id: string) {
  const rows = await db
    .select({
      id: catalogueDraft.id,
      kind: catalogueDraft.kind,
      title: catalogueDraft.title,
      body: catalogueDraft.body,
      state: catalogueDraft.state,
      version: catalogueDraft.version,
      createdAt: catalogueDraft.createdAt,
      createdBy: account.name,
      originalFileId: catalogueDraft.originalFileId,
      fileName: originalFile.fileName,
      sourceSha256: originalFile.sha256,
    })
    .from(catalogueDraft)
    .leftJoin(originalFile, eq(originalFile.id, catalogueDraft.originalFileId))
    .leftJoin(account, eq(account.id, catalogueDraft.createdBy))
    .where(and(eq(catalogueDraft.groupId, scope.groupId), eq(catalogueDraft.id, id)));
  return rows[0] ?? null;
}
export type FoundDraft = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

/**
 * Writes a draft's new title, body or state, provided nobody saved it since `version` and it is still open.
 * @returns false when somebody was first
 */
export async function updateDraft(
  db: DbOrTx,
  scope: OfGroup,
  draft: { id: string; version: number },
  set: Partial<Pick<typeof catalogueDraft.$inferInsert, "title" | "body" | "state">>,
): Promise<boolean> {
  const rows = await db
    .update(catalogueDraft)
    .set({ ...set, version: draft.version + 1 })
    .where(
      and(
        eq(catalogueDraft.groupId, scope.groupId),
        eq(catalogueDraft.id, draft.id),
        eq(catalogueDraft.version, draft.version),
        eq(catalogueDraft.state, "draft"),
      ),
    )
    .returning({ id: catalogueDraft.id });
  return rows.length === 1;
}
