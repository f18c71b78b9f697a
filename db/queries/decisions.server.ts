import { and, asc, desc, eq, notExists, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { FormId } from "../../app/domain/questionnaire.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  account,
  clauseConfirmation,
  decision,
  decisionApproval,
  decisionClosing,
  product,
  productVersion,
  vendor,
} from "../schema.ts";

const later = alias(decision, "later");

/** Not superseded by another decision. */
function isCurrent(db: DbOrTx): SQL {
  return notExists(db.select({ one: sql`1` }).from(later).where(eq(later.supersedes, decision.id)));
}

const shown = {
  id: decision.id,
  productVersionId: decision.productVersionId,
  form: decision.form,
  disclosureId: decision.disclosureId,
  /** Day of the disclosure the decision was taken on; a newer one may say something else. */
  disclosureIssuedOn:
    sql<string>`(SELECT d.issued_on FROM disclosure d WHERE d.id = ${decision.disclosureId})`.as(
      "disclosure_issued_on",
    ),
  guideline: decision.guideline,
  requirement: decision.requirement,
  kind: decision.kind,
  reason: decision.reason,
  measure: decision.measure,
  owner: decision.owner,
  dueOn: decision.dueOn,
  likelihood: decision.likelihood,
  impact: decision.impact,
  acceptedBy: decision.acceptedBy,
  ownerAccountId: decision.ownerAccountId,
  /** As a person kept it last; else as it was typed with the decision. */
  inspectionText:
    sql<string>`coalesce((SELECT t.text FROM inspection_text t WHERE t.decision_id = ${decision.id}
    ORDER BY t.version_no DESC LIMIT 1), ${decision.inspectionText})`.as("inspection_text_now"),
  approver: decisionApproval.approver,
  approverTitle: decisionApproval.title,
  approvedOn: decisionApproval.approvedOn,
  approvalFileId: decisionApproval.originalFileId,
  basis: decision.basis,
  recordedSeq: decision.recordedSeq,
  supersedes: decision.supersedes,
  decidedAt: decision.decidedAt,
  decidedBy: decision.decidedBy,
  decidedByName: account.name,
  closedOn: decisionClosing.closedOn,
  closingReason: decisionClosing.reason,
  closingFileId: decisionClosing.originalFileId,
};

function shownFrom(db: DbOrTx) {
  return db
    .select(shown)
    .from(decision)
    .leftJoin(decisionClosing, eq(decisionClosing.decisionId, decision.id))
    .leftJoin(decisionApproval, eq(decisionApproval.decisionId, decision.id))
    .leftJoin(account, eq(account.id, decision.decidedBy));
}

export type ShownDecision = NonNullable<Awaited<ReturnType<typeof findDecision>>>;

export async function findDecision(db: DbOrTx, scope: Scope, id: string) {
  const rows = await shownFrom(db).where(and(eq(decision.hospitalId, scope.hospitalId), eq(decision.id, id)));
  return rows[0] ?? null;
}

/** True when a later decision took its place. */
export async function isSuperseded(db: DbOrTx, scope: Scope, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: decision.id })
    .from(decision)
    .where(and(eq(decision.hospitalId, scope.hospitalId), eq(decision.supersedes, id)));
  return rows.length > 0;
}

/** Every decision of a series on one edition, newest first; superseded ones included (history). */
export async function decisionsOfSeries(
  db: DbOrTx,
  scope: Scope,
  series: { productVersionId: string; form: FormId; guideline: string },
) {
  return shownFrom(db)
    .where(
      and(
        eq(decision.hospitalId, scope.hospitalId),
        eq(decision.productVersionId, series.productVersionId),
        eq(decision.form, series.form),
        eq(decision.guideline, series.guideline),
      ),
    )
    .orderBy(desc(decision.recordedSeq));
}

/** Current decisions on the given product versions, over all forms and editions. */
export async function currentDecisionsOf(db: DbOrTx, scope: Scope, productVersionIds: readonly string[]) {
  if (productVersionIds.length === 0) return [];
  const list = sql.join(
    productVersionIds.map((each) => sql`${each}`),
    sql`, `,
  );
  return shownFrom(db)
    .where(
      and(
        eq(decision.hospitalId, scope.hospitalId),
        sql`${decision.productVersionId} IN (${list})`,
        isCurrent(db),
      ),
    )
    .orderBy(asc(decision.recordedSeq));
}

/** Every current decision of the hospital with the names around it, by due day. */
export async function currentDecisions(db: DbOrTx, scope: Scope) {
  return db
    .select({
      ...shown,
      product: product.name,
      productVersion: productVersion.label,
      vendorId: vendor.id,
      vendor: vendor.name,
      isLinked: sql<number>`EXISTS (SELECT 1 FROM decision_link l WHERE l.decision_id = ${decision.id})`.as(
        "is_linked",
      ),
    })
    .from(decision)
    .innerJoin(productVersion, eq(productVersion.id, decision.productVersionId))
    .innerJoin(product, eq(product.id, productVersion.productId))
    .innerJoin(vendor, eq(vendor.id, product.vendorId))
    .leftJoin(decisionClosing, eq(decisionClosing.decisionId, decision.id))
    .leftJoin(decisionApproval, eq(decisionApproval.decisionId, decision.id))
    .leftJoin(account, eq(account.id, decision.decidedBy))
    .where(and(eq(decision.hospitalId, scope.hospitalId), isCurrent(db)))
    .orderBy(sql`${decision.dueOn} IS NULL`, asc(decision.dueOn), asc(decision.recordedSeq));
}

export async function insertDecision(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof decision.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(decision).values({ ...row, hospitalId: scope.hospitalId });
}

export async function insertClosing(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof decisionClosing.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(decisionClosing).values({ ...row, hospitalId: scope.hospitalId });
}

/** Requirement (or role-sheet item) keys of a catalogue whose printed number a person has confirmed. */
export async function confirmedClauses(db: DbOrTx, scope: Scope, catalogue: string) {
  return db
    .select({
      requirement: clauseConfirmation.requirement,
      evidence: clauseConfirmation.evidence,
      confirmedAt: clauseConfirmation.confirmedAt,
      by: account.name,
    })
    .from(clauseConfirmation)
    .leftJoin(account, eq(account.id, clauseConfirmation.confirmedBy))
    .where(and(eq(clauseConfirmation.groupId, scope.groupId), eq(clauseConfirmation.guideline, catalogue)));
}

export async function insertConfirmation(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof clauseConfirmation.$inferInsert, "groupId">,
): Promise<void> {
  await db.insert(clauseConfirmation).values({ ...row, groupId: scope.groupId });
}
