import { and, desc, eq, isNull, max, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, contract, paper, paperDraft, paperSnapshot, vendor } from "../schema.ts";

export async function insertPaperDraft(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof paperDraft.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(paperDraft).values({ ...row, hospitalId: scope.hospitalId });
}

export async function findPaperDraft(db: DbOrTx, scope: Scope, id: string) {
  const rows = await db
    .select()
    .from(paperDraft)
    .where(and(eq(paperDraft.hospitalId, scope.hospitalId), eq(paperDraft.id, id)));
  return rows[0] ?? null;
}

/** The newest draft of a template (`id@version`) for a contract that is not archived, or null. */
export async function newestDraftOf(
  db: DbOrTx,
  scope: Scope,
  about: { contractId: string; template: string },
) {
  const rows = await db
    .select()
    .from(paperDraft)
    .where(
      and(
        eq(paperDraft.hospitalId, scope.hospitalId),
        eq(paperDraft.contractId, about.contractId),
        eq(paperDraft.template, about.template),
        isNull(paperDraft.archivedAt),
      ),
    )
    .orderBy(desc(paperDraft.createdAt), desc(paperDraft.id))
    .limit(1);
  return rows[0] ?? null;
}

type DraftChange = Partial<
  Pick<typeof paperDraft.$inferInsert, "printedNo" | "dateStyle" | "roleSheets" | "entered" | "signature">
>;

/** @returns false when somebody saved the draft since `version` was shown. */
export async function updatePaperDraft(
  db: DbOrTx,
  scope: Scope,
  row: { id: string; version: number; change: DraftChange },
): Promise<boolean> {
  const rows = await db
    .update(paperDraft)
    .set({ ...row.change, version: row.version + 1 })
    .where(
      and(
        eq(paperDraft.hospitalId, scope.hospitalId),
        eq(paperDraft.id, row.id),
        eq(paperDraft.version, row.version),
      ),
    )
    .returning({ id: paperDraft.id });
  return rows.length === 1;
}

/** 別紙 in preparation with the number of issues so far; one page and its total. */
export async function listPaperDrafts(db: DbOrTx, scope: Scope, query: { page: number; pageSize: number }) {
  const where = and(eq(paperDraft.hospitalId, scope.hospitalId), isNull(paperDraft.archivedAt));
  const rows = await db
    .select({
      id: paperDraft.id,
      template: paperDraft.template,
      printedNo: paperDraft.printedNo,
      createdAt: paperDraft.createdAt,
      contractId: contract.id,
      contractNumber: contract.number,
      contractTitle: contract.title,
      vendor: vendor.name,
      issues: sql<number>`(SELECT count(*) FROM paper x WHERE x.draft_id = ${paperDraft.id})`,
      issuedOn: sql<
        string | null
      >`(SELECT max(x.issued_on) FROM paper x WHERE x.draft_id = ${paperDraft.id})`,
    })
    .from(paperDraft)
    .innerJoin(contract, eq(contract.id, paperDraft.contractId))
    .innerJoin(vendor, eq(vendor.id, contract.vendorId))
    .where(where)
    .orderBy(desc(paperDraft.createdAt))
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize);
  const counted = await db.select({ total: sql<number>`count(*)` }).from(paperDraft).where(where);
  return { rows, total: counted[0]?.total ?? 0 };
}

const shown = {
  id: paper.id,
  contractId: paper.contractId,
  draftId: paper.draftId,
  template: paper.template,
  audience: paper.audience,
  printedNo: paper.printedNo,
  title: paper.title,
  issueNo: paper.issueNo,
  sha256: paper.sha256,
  size: paper.size,
  pageCount: paper.pageCount,
  recordedSeq: paper.recordedSeq,
  supersedes: paper.supersedes,
  issuedOn: paper.issuedOn,
  issuedAt: paper.issuedAt,
  issuedByName: account.name,
};

export async function findPaper(db: DbOrTx, scope: Scope, id: string) {
  const rows = await db
    .select(shown)
    .from(paper)
    .leftJoin(account, eq(account.id, paper.issuedBy))
    .where(and(eq(paper.hospitalId, scope.hospitalId), eq(paper.id, id)));
  return rows[0] ?? null;
}

export type ShownPaper = NonNullable<Awaited<ReturnType<typeof findPaper>>>;

/** Issued papers of a contract, newest first. */
export async function papersOfContract(db: DbOrTx, scope: Scope, contractId: string): Promise<ShownPaper[]> {
  return db
    .select(shown)
    .from(paper)
    .leftJoin(account, eq(account.id, paper.issuedBy))
    .where(and(eq(paper.hospitalId, scope.hospitalId), eq(paper.contractId, contractId)))
    .orderBy(desc(paper.recordedSeq));
}

/** Issues of one draft, newest first. */
export async function papersOfDraft(db: DbOrTx, scope: Scope, draftId: string): Promise<ShownPaper[]> {
  return db
    .select(shown)
    .from(paper)
    .leftJoin(account, eq(account.id, paper.issuedBy))
    .where(and(eq(paper.hospitalId, scope.hospitalId), eq(paper.draftId, draftId)))
    .orderBy(desc(paper.issueNo));
}

export async function snapshotOfPaper(db: DbOrTx, scope: Scope, paperId: string): Promise<string | null> {
  const rows = await db
    .select({ snapshot: paperSnapshot.snapshot })
    .from(paperSnapshot)
    .where(and(eq(paperSnapshot.hospitalId, scope.hospitalId), eq(paperSnapshot.paperId, paperId)));
  return rows[0]?.snapshot ?? null;
}

/** The printed document (JSON); null when it was not kept or there is no such paper. */
export async function documentOfPaper(db: DbOrTx, scope: Scope, paperId: string): Promise<string | null> {
  const rows = await db
    .select({ document: paperSnapshot.document })
    .from(paperSnapshot)
    .where(and(eq(paperSnapshot.hospitalId, scope.hospitalId), eq(paperSnapshot.paperId, paperId)));
  return rows[0]?.document ?? null;
}

export async function nextIssueNo(db: DbOrTx, scope: Scope, draftId: string): Promise<number> {
  const rows = await db
    .select({ last: max(paper.issueNo) })
    .from(paper)
    .where(and(eq(paper.hospitalId, scope.hospitalId), eq(paper.draftId, draftId)));
  return (rows[0]?.last ?? 0) + 1;
}

export async function insertPaper(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof paper.$inferInsert, "hospitalId">,
  kept: { snapshot: string; document: string },
): Promise<void> {
  await db.insert(paper).values({ ...row, hospitalId: scope.hospitalId });
  await db.insert(paperSnapshot).values({ paperId: row.id, hospitalId: scope.hospitalId, ...kept });
}
