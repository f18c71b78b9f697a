import { type SQL, sql } from "drizzle-orm";
import type { RowThen, SheetThen } from "../../app/domain/in-charge.ts";
import type { RowParty } from "../../app/domain/role-sheet.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  contract,
  contractRevision,
  roleSheet,
  roleSheetRevision,
  roleSheetRevisionRow,
  vendor,
} from "../schema.ts";

/** What is asked about: a day, and the number of the last record that was known then. */
export type Then = { day: string; knownSeq: number };

/** The revision of `role_sheet` that held then; null when none did. */
export function revisionThen(scope: Scope, then: Then): SQL {
  return sql`(
    SELECT r.id FROM ${roleSheetRevision} r
    WHERE r.role_sheet_id = ${roleSheet.id} AND r.hospital_id = ${scope.hospitalId}
      AND r.recorded_seq <= ${then.knownSeq} AND r.effective_from <= ${then.day}
      AND NOT EXISTS (SELECT 1 FROM ${roleSheetRevision} n WHERE n.supersedes = r.id AND n.recorded_seq <= ${then.knownSeq})
    ORDER BY r.effective_from DESC, r.recorded_seq DESC LIMIT 1)`;
}

/** The terms of `contract` that held then; null when none did. */
export function termsThen(scope: Scope, then: Then): SQL {
  return sql`(
    SELECT c.id FROM ${contractRevision} c
    WHERE c.contract_id = ${contract.id} AND c.hospital_id = ${scope.hospitalId}
      AND c.recorded_seq <= ${then.knownSeq} AND c.effective_from <= ${then.day}
      AND NOT EXISTS (SELECT 1 FROM ${contractRevision} n WHERE n.supersedes = c.id AND n.recorded_seq <= ${then.knownSeq})
    ORDER BY c.effective_from DESC, c.recorded_seq DESC LIMIT 1)`;
}

/**
 * Every sheet with its contract's terms and the revision that held on the day, as known then. The
 * revision is looked up by index for each sheet (the twin of `asOf` in domain/timeline.ts; a property test
 * compares them), so that ten years of revisions cost no more than one.
 */
export async function sheetsThen(
  db: DbOrTx,
  scope: Scope,
  then: Then,
  only: { contractId?: string; vendorId?: string } = {},
): Promise<SheetThen[]> {
  const [held, terms] = [revisionThen(scope, then), termsThen(scope, then)];
  const rows = await db
    .select({
      roleSheetId: roleSheet.id,
      title: roleSheet.title,
      contractId: contract.id,
      contractNumber: contract.number,
      contractTitle: contract.title,
      vendorId: vendor.id,
      vendorName: vendor.name,
      hospitalLabel: contract.hospitalLabel,
      vendorLabel: contract.vendorLabel,
      termsId: contractRevision.id,
      termsTitle: contractRevision.title,
      termsHospitalLabel: contractRevision.hospitalLabel,
      termsVendorLabel: contractRevision.vendorLabel,
      inForceFrom: contractRevision.inForceFrom,
      inForceTo: contractRevision.inForceTo,
      revisionId: roleSheetRevision.id,
      revisionNo: roleSheetRevision.revisionNo,
      effectiveFrom: roleSheetRevision.effectiveFrom,
    })
    .from(roleSheet)
    .innerJoin(contract, sql`${contract.id} = ${roleSheet.contractId}`)
    .leftJoin(contractRevision, sql`${contractRevision.id} = ${terms}`)
    .innerJoin(vendor, sql`${vendor.id} = coalesce(${contractRevision.vendorId}, ${contract.vendorId})`)
    .leftJoin(roleSheetRevision, sql`${roleSheetRevision.id} = ${held}`)
    .where(whereOf(scope, only))
    .orderBy(contract.number, roleSheet.title, roleSheet.id);
  return rows.map(
    ({ termsId, termsTitle, termsHospitalLabel, termsVendorLabel, inForceFrom, inForceTo, ...sheet }) => ({
      ...sheet,
      contractTitle: termsTitle ?? sheet.contractTitle,
      hospitalLabel: termsHospitalLabel ?? sheet.hospitalLabel,
      vendorLabel: termsVendorLabel ?? sheet.vendorLabel,
      period: termsId === null ? null : { inForceFrom, inForceTo },
    }),
  );
}

function whereOf(scope: Scope, only: { contractId?: string; vendorId?: string }): SQL {
  const conditions = [sql`${roleSheet.hospitalId} = ${scope.hospitalId}`];
  if (only.contractId) conditions.push(sql`${contract.id} = ${only.contractId}`);
  if (only.vendorId) conditions.push(sql`${vendor.id} = ${only.vendorId}`);
  return sql.join(conditions, sql` AND `);
}

export type RowQuery = {
  /** Words of the row's number, label or content; "" = all. */
  search: string;
  rowKey: string;
  party: RowParty | null;
  page: number;
  pageSize: number;
};

/** Rows of revisions that held, by number and contract, one page; two queries whatever there is. */
export async function rowsThen(
  db: DbOrTx,
  scope: Scope,
  revisionIds: readonly string[],
  query: RowQuery,
): Promise<{ rows: RowThen[]; total: number }> {
  if (revisionIds.length === 0) return { rows: [], total: 0 };
  const row = roleSheetRevisionRow;
  const like = `%${query.search.replace(/[\\%_]/g, "\\$&")}%`;
  const conditions = [
    sql`${row.hospitalId} = ${scope.hospitalId}`,
    sql`${row.revisionId} IN (SELECT value FROM json_each(${JSON.stringify(revisionIds)}))`,
  ];
  if (query.search !== "") {
    conditions.push(
      sql`(${row.no} LIKE ${like} ESCAPE '\\' OR ${row.label} LIKE ${like} ESCAPE '\\' OR ${row.content} LIKE ${like} ESCAPE '\\')`,
    );
  }
  if (query.rowKey !== "") conditions.push(sql`${row.rowKey} = ${query.rowKey}`);
  if (query.party !== null) conditions.push(sql`${row.party} = ${query.party}`);
  const where = sql.join(conditions, sql` AND `);
  const rows = await db
    .select({
      id: row.id,
      revisionId: row.revisionId,
      rowKey: row.rowKey,
      no: row.no,
      label: row.label,
      party: row.party,
      thirdPartyName: row.thirdPartyName,
      emergencyParty: row.emergencyParty,
      endParty: row.endParty,
      leftOutReason: row.leftOutReason,
      what: row.what,
      clause: row.clause,
    })
    .from(row)
    .where(where)
    .orderBy(row.part, row.ordinal, row.revisionId)
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize);
  const counted = await db
    .select({ total: sql<number>`count(*)`.mapWith(Number) })
    .from(row)
    .where(where);
  return { rows, total: counted[0]?.total ?? 0 };
}

/** Every row one can ask about, once, in the order of the sheets; at most 1,000. */
export async function rowNamesThen(db: DbOrTx, scope: Scope, revisionIds: readonly string[]) {
  if (revisionIds.length === 0) return [];
  const row = roleSheetRevisionRow;
  return db
    .select({ rowKey: row.rowKey, no: sql<string>`min(${row.no})`, label: sql<string>`min(${row.label})` })
    .from(row)
    .where(
      sql`${row.hospitalId} = ${scope.hospitalId}
        AND ${row.revisionId} IN (SELECT value FROM json_each(${JSON.stringify(revisionIds)}))`,
    )
    .groupBy(row.rowKey)
    .orderBy(sql`min(${row.part})`, sql`min(${row.ordinal})`)
    .limit(1000);
}
