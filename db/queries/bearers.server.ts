import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { contract, contractRevision, roleSheet, roleSheetRevision, vendor } from "../schema.ts";
import { revisionThen, type Then, termsThen } from "./in-charge.server.ts";

/**
 * Every contract known then with its terms of the day and each of its sheets with the revision that held; a contract
 * without a sheet stands in one row of its own. One query.
 * @param productVersionId only contracts that cover a system of this version; null = of the whole hospital
 */
export async function contractsAndSheetsThen(
  db: DbOrTx,
  scope: Scope,
  then: Then,
  productVersionId: string | null,
) {
  const covers =
    productVersionId === null
      ? undefined
      : sql`EXISTS (SELECT 1 FROM json_each(${contractRevision.systemIds}) j JOIN system s ON s.id = j.value
          WHERE s.hospital_id = ${scope.hospitalId} AND s.product_version_id = ${productVersionId})`;
  return db
    .select({
      contractId: contract.id,
      contractNumber: contract.number,
      vendorId: vendor.id,
      vendorName: vendor.name,
      hospitalLabel: contractRevision.hospitalLabel,
      vendorLabel: contractRevision.vendorLabel,
      inForceFrom: contractRevision.inForceFrom,
      inForceTo: contractRevision.inForceTo,
      roleSheetId: roleSheet.id,
      title: roleSheetRevision.title,
      form: roleSheetRevision.form,
      revisionId: roleSheetRevision.id,
      revisionNo: roleSheetRevision.revisionNo,
      effectiveFrom: roleSheetRevision.effectiveFrom,
    })
    .from(contract)
    .innerJoin(contractRevision, sql`${contractRevision.id} = ${termsThen(scope, then)}`)
    .innerJoin(vendor, eq(vendor.id, contractRevision.vendorId))
    .leftJoin(roleSheet, and(eq(roleSheet.contractId, contract.id), isNull(roleSheet.archivedAt)))
    .leftJoin(roleSheetRevision, sql`${roleSheetRevision.id} = ${revisionThen(scope, then)}`)
    .where(and(eq(contract.hospitalId, scope.hospitalId), isNull(contract.archivedAt), covers))
    .orderBy(asc(contract.number), asc(roleSheet.createdAt), asc(roleSheet.id));
}
