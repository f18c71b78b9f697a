import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, annexTemplateDraft, annexTemplateVersion } from "../schema.ts";

type OfHospital = Pick<Scope, "hospitalId">;

/** Every version of the hospital's own templates in the order in which they were put to use, without bodies. */
export async function ownTemplateRefs(db: DbOrTx, scope: OfHospital) {
  return db
    .select({
      id: annexTemplateVersion.id,
      templateId: annexTemplateVersion.templateId,
      ref: annexTemplateVersion.ref,
    })
    .from(annexTemplateVersion)
    .where(eq(annexTemplateVersion.hospitalId, scope.hospitalId))
    .orderBy(asc(annexTemplateVersion.recordedSeq));
}

export async function ownTemplateBodies(db: DbOrTx, scope: OfHospital, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: annexTemplateVersion.id, body: annexTemplateVersion.body })
    .from(annexTemplateVersion)
    .where(
      and(eq(annexTemplateVersion.hospitalId, scope.hospitalId), inArray(annexTemplateVersion.id, [...ids])),
    );
}

/** 版の記録, newest first. */
export async function listTemplateVersions(db: DbOrTx, scope: OfHospital) {
  return db
    .select({
      id: annexTemplateVersion.id,
      templateId: annexTemplateVersion.templateId,
      ref: annexTemplateVersion.ref,
      basis: annexTemplateVersion.basis,
      note: annexTemplateVersion.note,
      bodySha256: annexTemplateVersion.bodySha256,
      publishedAt: annexTemplateVersion.publishedAt,
      publishedBy: account.name,
    })
    .from(annexTemplateVersion)
    .leftJoin(account, eq(account.id, annexTemplateVersion.publishedBy))
    .where(eq(annexTemplateVersion.hospitalId, scope.hospitalId))
    .orderBy(desc(annexTemplateVersion.recordedSeq));
}

export async function insertTemplateVersion(
  db: DbOrTx,
  scope: OfHospital,
  row: Omit<typeof annexTemplateVersion.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(annexTemplateVersion).values({ ...row, hospitalId: scope.hospitalId });
}

export async function insertTemplateDraft(
  db: DbOrTx,
  scope: OfHospital,
  row: Omit<typeof annexTemplateDraft.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(annexTemplateDraft).values({ ...row, hospitalId: scope.hospitalId });
}

export async function findTemplateDraft(db: DbOrTx, scope: OfHospital, id: string) {
  const rows = await db
    .select()
    .from(annexTemplateDraft)
    .where(and(eq(annexTemplateDraft.hospitalId, scope.hospitalId), eq(annexTemplateDraft.id, id)));
  return rows[0] ?? null;
}

/** Drafts that are still open, newest first. */
export async function openTemplateDrafts(db: DbOrTx, scope: OfHospital) {
  return db
    .select({
      id: annexTemplateDraft.id,
      basis: annexTemplateDraft.basis,
      createdAt: annexTemplateDraft.createdAt,
      createdBy: account.name,
    })
    .from(annexTemplateDraft)
    .leftJoin(account, eq(account.id, annexTemplateDraft.createdBy))
    .where(and(eq(annexTemplateDraft.hospitalId, scope.hospitalId), eq(annexTemplateDraft.state, "open")))
    .orderBy(desc(annexTemplateDraft.createdAt), desc(annexTemplateDraft.id));
}

type DraftChange = Partial<Pick<typeof annexTemplateDraft.$inferInsert, "body" | "state">>;

/** @returns false when somebody saved the draft since `version` was shown. */
export async function updateTemplateDraft(
  db: DbOrTx,
  scope: OfHospital,
  row: { id: string; version: number; change: DraftChange },
): Promise<boolean> {
  const rows = await db
    .update(annexTemplateDraft)
    .set({ ...row.change, version: row.version + 1 })
    .where(
      and(
        eq(annexTemplateDraft.hospitalId, scope.hospitalId),
        eq(annexTemplateDraft.id, row.id),
        eq(annexTemplateDraft.version, row.version),
        eq(annexTemplateDraft.state, "open"),
      ),
    )
    .returning({ id: annexTemplateDraft.id });
  return rows.length === 1;
}
