import { and, asc, eq, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { decision, decisionLink, disclosure, product, productVersion, roleSheetRow } from "../schema.ts";

/**
 * Decisions that are carried out in rows of this sheet, as known by `knownSeq`: those whose newest link points to one
 * of its rows and that nobody replaced. One query.
 */
export async function decisionsLinkedToSheet(
  db: DbOrTx,
  scope: Scope,
  roleSheetId: string,
  knownSeq: number,
) {
  return db
    .select({
      id: decision.id,
      kind: decision.kind,
      measure: decision.measure,
      dueOn: decision.dueOn,
      product: product.name,
      rowId: roleSheetRow.id,
      rowNo: roleSheetRow.no,
      rowLabel: roleSheetRow.label,
    })
    .from(decisionLink)
    .innerJoin(roleSheetRow, eq(roleSheetRow.id, decisionLink.roleSheetRowId))
    .innerJoin(decision, eq(decision.id, decisionLink.decisionId))
    .innerJoin(disclosure, eq(disclosure.id, decision.disclosureId))
    .innerJoin(productVersion, eq(productVersion.id, disclosure.productVersionId))
    .innerJoin(product, eq(product.id, productVersion.productId))
    .where(
      and(
        eq(decisionLink.hospitalId, scope.hospitalId),
        eq(roleSheetRow.roleSheetId, roleSheetId),
        sql`${decisionLink.recordedSeq} <= ${knownSeq}`,
        sql`NOT EXISTS (SELECT 1 FROM decision_link n WHERE n.decision_id = ${decisionLink.decisionId}
          AND n.recorded_seq > ${decisionLink.recordedSeq} AND n.recorded_seq <= ${knownSeq})`,
        sql`NOT EXISTS (SELECT 1 FROM decision n WHERE n.supersedes = ${decision.id} AND n.recorded_seq <= ${knownSeq})`,
      ),
    )
    .orderBy(asc(roleSheetRow.part), asc(roleSheetRow.ordinal), asc(decision.id));
}
