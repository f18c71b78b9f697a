import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { ContractPeriod } from "../../app/domain/contract.ts";
import type { RoleRow } from "../../app/domain/role-sheet.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { Revision } from "../../app/domain/timeline.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  contract,
  contractRevision,
  roleSheet,
  roleSheetRevision,
  roleSheetRevisionRow,
  system,
  vendor,
} from "../schema.ts";

export type TermsOfContract = ContractPeriod & {
  contractId: string;
  number: string;
  title: string;
  vendorId: string;
  vendor: string;
  hospitalLabel: string;
  vendorLabel: string;
  systemIds: string[];
};

/**
 * The terms of every contract of the hospital, oldest record first: one query.
 * @param which.withArchived contracts that were put away since, too: a past day may ask for them
 */
export async function termsOfEveryContract(
  db: DbOrTx,
  scope: Scope,
  which = { withArchived: false },
): Promise<TermsOfContract[]> {
  const rows = await db
    .select({ terms: contractRevision, number: contract.number, vendor: vendor.name })
    .from(contractRevision)
    .innerJoin(contract, eq(contract.id, contractRevision.contractId))
    .innerJoin(vendor, eq(vendor.id, contractRevision.vendorId))
    .where(
      and(
        eq(contractRevision.hospitalId, scope.hospitalId),
        which.withArchived ? undefined : isNull(contract.archivedAt),
      ),
    )
    .orderBy(asc(contractRevision.recordedSeq));
  return rows.map(({ terms, number, vendor: vendorName }) => ({
    id: terms.id,
    effectiveFrom: terms.effectiveFrom,
    recordedSeq: terms.recordedSeq,
    supersedes: terms.supersedes,
    inForceFrom: terms.inForceFrom,
    inForceTo: terms.inForceTo,
    contractId: terms.contractId,
    number,
    title: terms.title,
    vendorId: terms.vendorId,
    vendor: vendorName,
    hospitalLabel: terms.hospitalLabel,
    vendorLabel: terms.vendorLabel,
    systemIds: [...new Set(z.array(z.string()).parse(JSON.parse(terms.systemIds)))],
  }));
}

export type SheetRevisionHead = Revision & {
  roleSheetId: string;
  contractId: string;
  title: string;
  /** `id@version` of the form. */
  form: string;
  revisionNo: number;
};

/** Heads of every agreed revision of the hospital's sheets, without rows: one query. */
export async function revisionsOfEverySheet(
  db: DbOrTx,
  scope: Scope,
  which = { withArchived: false },
): Promise<SheetRevisionHead[]> {
  const { id, effectiveFrom, recordedSeq, supersedes, roleSheetId, contractId, title, form, revisionNo } =
    roleSheetRevision;
  return db
    .select({
      ...{ id, effectiveFrom, recordedSeq, supersedes },
      ...{ roleSheetId, contractId, title, form, revisionNo },
    })
    .from(roleSheetRevision)
    .innerJoin(roleSheet, eq(roleSheet.id, roleSheetRevision.roleSheetId))
    .where(
      and(
        eq(roleSheetRevision.hospitalId, scope.hospitalId),
        which.withArchived ? undefined : isNull(roleSheet.archivedAt),
      ),
    )
    .orderBy(asc(recordedSeq));
}

/** The frozen rows of these revisions, by revision, in the order of their sheets: one query. */
export async function rowsOfRevisions(
  db: DbOrTx,
  scope: Scope,
  revisionIds: readonly string[],
): Promise<Map<string, RoleRow[]>> {
  const rows = await db
    .select()
    .from(roleSheetRevisionRow)
    .where(
      and(
        eq(roleSheetRevisionRow.hospitalId, scope.hospitalId),
        sql`${roleSheetRevisionRow.revisionId} IN (SELECT value FROM json_each(${JSON.stringify(revisionIds)}))`,
      ),
    )
    .orderBy(asc(roleSheetRevisionRow.ordinal));
  const byRevision = new Map<string, RoleRow[]>();
  for (const { id: _id, hospitalId: _owner, revisionId, ordinal: _ordinal, ...row } of rows) {
    const own = byRevision.get(revisionId) ?? [];
    own.push({ ...row, part: row.part === 1 ? 1 : 2 });
    byRevision.set(revisionId, own);
  }
  return byRevision;
}

/** Every system by id and name, archived ones too: a past day may ask for them. */
export async function namesOfSystems(db: DbOrTx, scope: Scope): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: system.id, name: system.name })
    .from(system)
    .where(eq(system.hospitalId, scope.hospitalId))
    .orderBy(asc(system.name));
  return new Map(rows.map((each) => [each.id, each.name]));
}
