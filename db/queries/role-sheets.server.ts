import { and, asc, desc, eq, isNotNull, isNull, max, sql } from "drizzle-orm";
import type { RoleSheetRevision } from "../../app/domain/responsibility.ts";
import type { RoleRow } from "../../app/domain/role-sheet.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  account,
  contract,
  roleSheet,
  roleSheetRevision,
  roleSheetRevisionRow,
  roleSheetRow,
  vendor,
} from "../schema.ts";

type StoredRow = typeof roleSheetRow.$inferSelect;

function asRow(row: Omit<StoredRow, "id" | "hospitalId" | "roleSheetId" | "version" | "lockedAt">): RoleRow {
  return { ...row, part: row.part === 1 ? 1 : 2 };
}

export async function insertRoleSheet(
  db: DbOrTx,
  scope: Scope,
  sheet: Omit<typeof roleSheet.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(roleSheet).values({ ...sheet, hospitalId: scope.hospitalId });
}

export async function insertRoleRows(
  db: DbOrTx,
  scope: Scope,
  roleSheetId: string,
  rows: readonly (RoleRow & { id: string; ordinal: number })[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 50) {
    const part = rows.slice(from, from + 50);
    await db
      .insert(roleSheetRow)
      .values(part.map((each) => ({ ...each, roleSheetId, hospitalId: scope.hospitalId })));
  }
}

export async function findRoleSheet(db: DbOrTx, scope: Scope, id: string) {
  const rows = await db
    .select({
      id: roleSheet.id,
      contractId: roleSheet.contractId,
      title: roleSheet.title,
      form: roleSheet.form,
      roundOn: roleSheet.roundOn,
      version: roleSheet.version,
      contractNumber: contract.number,
      contractTitle: contract.title,
      hospitalLabel: contract.hospitalLabel,
      vendorLabel: contract.vendorLabel,
      vendor: vendor.name,
    })
    .from(roleSheet)
    .innerJoin(contract, eq(contract.id, roleSheet.contractId))
    .innerJoin(vendor, eq(vendor.id, contract.vendorId))
    .where(and(eq(roleSheet.hospitalId, scope.hospitalId), eq(roleSheet.id, id)));
  return rows[0] ?? null;
}

/** Sheets with their counts, newest contract number first; one query. */
export async function listRoleSheets(
  db: DbOrTx,
  scope: Scope,
  query: { contractId: string | null; isReviewOpen?: boolean; page: number; pageSize: number },
) {
  const hasReview = sql`EXISTS (SELECT 1 FROM role_sheet_review x WHERE x.role_sheet_id = ${roleSheet.id} AND x.done_at IS NULL)`;
  const count = (condition: string) =>
    sql<number>`(SELECT count(*) FROM role_sheet_row x WHERE x.role_sheet_id = ${roleSheet.id} ${sql.raw(condition)})`;
  const where = and(
    eq(roleSheet.hospitalId, scope.hospitalId),
    isNull(roleSheet.archivedAt),
    query.contractId === null ? undefined : eq(roleSheet.contractId, query.contractId),
    query.isReviewOpen ? hasReview : undefined,
  );
  const rows = await db
    .select({
      id: roleSheet.id,
      title: roleSheet.title,
      roundOn: roleSheet.roundOn,
      contractId: contract.id,
      contractNumber: contract.number,
      contractTitle: contract.title,
      vendor: vendor.name,
      isReviewOpen: sql<boolean>`${hasReview}`.mapWith(Boolean),
      rows: count(""),
      undecided: count("AND x.party = 'undecided' AND x.left_out_reason = ''"),
      openNo: count("AND x.first_check = 'no' AND x.completed_on IS NULL AND x.left_out_reason = ''"),
      revisions: sql<number>`(SELECT count(*) FROM role_sheet_revision x WHERE x.role_sheet_id = ${roleSheet.id})`,
      effectiveFrom: sql<
        string | null
      >`(SELECT max(x.effective_from) FROM role_sheet_revision x WHERE x.role_sheet_id = ${roleSheet.id})`,
    })
    .from(roleSheet)
    .innerJoin(contract, eq(contract.id, roleSheet.contractId))
    .innerJoin(vendor, eq(vendor.id, contract.vendorId))
    .where(where)
    .orderBy(asc(contract.number), asc(roleSheet.createdAt))
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize);
  const counted = await db.select({ total: sql<number>`count(*)` }).from(roleSheet).where(where);
  return { rows, total: counted[0]?.total ?? 0 };
}

/** Every sheet of a contract by name, in the order they were begun. */
export async function sheetNamesOf(db: DbOrTx, scope: Scope, contractId: string) {
  return db
    .select({ id: roleSheet.id, title: roleSheet.title })
    .from(roleSheet)
    .where(
      and(
        eq(roleSheet.hospitalId, scope.hospitalId),
        eq(roleSheet.contractId, contractId),
        isNull(roleSheet.archivedAt),
      ),
    )
    .orderBy(asc(roleSheet.createdAt), asc(roleSheet.id));
}

export type EditableRow = RoleRow & { id: string; ordinal: number; version: number; lockedAt: string | null };

/** Rows of the sheet being worked on, in its order. */
export async function rowsOfSheet(db: DbOrTx, scope: Scope, roleSheetId: string): Promise<EditableRow[]> {
  const rows = await db
    .select()
    .from(roleSheetRow)
    .where(and(eq(roleSheetRow.hospitalId, scope.hospitalId), eq(roleSheetRow.roleSheetId, roleSheetId)))
    .orderBy(asc(roleSheetRow.ordinal));
  return rows.map(({ hospitalId: _owner, roleSheetId: _sheet, ...row }) => ({ ...row, ...asRow(row) }));
}

type RowFields = Partial<Omit<RoleRow, "rowKey" | "itemKey"> & { lockedAt: string | null }>;

/** @returns false when the row is gone or was saved by somebody else since `version` was shown. */
export async function updateRoleRow(
  db: DbOrTx,
  scope: Scope,
  row: { id: string; version: number; fields: RowFields },
): Promise<boolean> {
  const rows = await db
    .update(roleSheetRow)
    .set({ ...row.fields, version: row.version + 1 })
    .where(
      and(
        eq(roleSheetRow.hospitalId, scope.hospitalId),
        eq(roleSheetRow.id, row.id),
        eq(roleSheetRow.version, row.version),
      ),
    )
    .returning({ id: roleSheetRow.id });
  return rows.length === 1;
}

/** Rows settled by both sides can be written again. */
export async function openSettledRows(db: DbOrTx, scope: Scope, roleSheetId: string): Promise<void> {
  await db
    .update(roleSheetRow)
    .set({ lockedAt: null, version: sql`${roleSheetRow.version} + 1` })
    .where(
      and(
        eq(roleSheetRow.hospitalId, scope.hospitalId),
        eq(roleSheetRow.roleSheetId, roleSheetId),
        isNotNull(roleSheetRow.lockedAt),
      ),
    );
}

export async function updateRoleSheet(
  db: DbOrTx,
  scope: Scope,
  sheet: { id: string; version: number; title: string; roundOn: string | null },
): Promise<boolean> {
  const rows = await db
    .update(roleSheet)
    .set({ title: sheet.title, roundOn: sheet.roundOn, version: sheet.version + 1 })
    .where(
      and(
        eq(roleSheet.hospitalId, scope.hospitalId),
        eq(roleSheet.id, sheet.id),
        eq(roleSheet.version, sheet.version),
      ),
    )
    .returning({ id: roleSheet.id });
  return rows.length === 1;
}

export async function nextRevisionNo(db: DbOrTx, scope: Scope, roleSheetId: string): Promise<number> {
  const rows = await db
    .select({ last: max(roleSheetRevision.revisionNo) })
    .from(roleSheetRevision)
    .where(
      and(eq(roleSheetRevision.hospitalId, scope.hospitalId), eq(roleSheetRevision.roleSheetId, roleSheetId)),
    );
  return (rows[0]?.last ?? 0) + 1;
}

/** Freezes a revision with its rows. `rowId` makes the ids of the frozen rows. */
export async function insertRevision(
  db: DbOrTx,
  scope: Scope,
  revision: Omit<typeof roleSheetRevision.$inferInsert, "hospitalId">,
  rows: readonly EditableRow[],
  rowId: () => string,
): Promise<void> {
  await db.insert(roleSheetRevision).values({ ...revision, hospitalId: scope.hospitalId });
  for (let from = 0; from < rows.length; from += 50) {
    await db.insert(roleSheetRevisionRow).values(
      rows.slice(from, from + 50).map(({ version: _version, lockedAt: _locked, ...row }) => ({
        ...row,
        id: rowId(),
        hospitalId: scope.hospitalId,
        revisionId: revision.id,
      })),
    );
  }
}

export type ShownRevision = RoleSheetRevision & {
  contractId: string;
  title: string;
  form: string;
  roundOn: string | null;
  note: string;
  agreedAt: string;
  agreedByName: string | null;
};

/** Every agreed revision of a contract's sheets with its rows, in the order of recording: two queries. */
export async function revisionsOfContract(
  db: DbOrTx,
  scope: Scope,
  contractId: string,
): Promise<ShownRevision[]> {
  const revisions = await db
    .select({
      id: roleSheetRevision.id,
      roleSheetId: roleSheetRevision.roleSheetId,
      contractId: roleSheetRevision.contractId,
      revisionNo: roleSheetRevision.revisionNo,
      title: roleSheetRevision.title,
      form: roleSheetRevision.form,
      roundOn: roleSheetRevision.roundOn,
      effectiveFrom: roleSheetRevision.effectiveFrom,
      recordedSeq: roleSheetRevision.recordedSeq,
      supersedes: roleSheetRevision.supersedes,
      note: roleSheetRevision.note,
      agreedAt: roleSheetRevision.agreedAt,
      agreedByName: account.name,
    })
    .from(roleSheetRevision)
    .leftJoin(account, eq(account.id, roleSheetRevision.agreedBy))
    .where(
      and(eq(roleSheetRevision.hospitalId, scope.hospitalId), eq(roleSheetRevision.contractId, contractId)),
    )
    .orderBy(asc(roleSheetRevision.recordedSeq));
  const rows = await db
    .select()
    .from(roleSheetRevisionRow)
    .innerJoin(roleSheetRevision, eq(roleSheetRevision.id, roleSheetRevisionRow.revisionId))
    .where(
      and(eq(roleSheetRevision.hospitalId, scope.hospitalId), eq(roleSheetRevision.contractId, contractId)),
    )
    .orderBy(asc(roleSheetRevisionRow.ordinal));
  const byRevision = new Map<string, RoleRow[]>();
  for (const { role_sheet_revision_row: row } of rows) {
    const { id: _id, hospitalId: _owner, revisionId, ...rest } = row;
    byRevision.set(revisionId, [...(byRevision.get(revisionId) ?? []), asRow(rest)]);
  }
  return revisions.map((each) => ({ ...each, rows: byRevision.get(each.id) ?? [] }));
}

/** The newest revision recorded of a sheet, without rows. */
export async function lastRevisionOf(db: DbOrTx, scope: Scope, roleSheetId: string) {
  const rows = await db
    .select()
    .from(roleSheetRevision)
    .where(
      and(eq(roleSheetRevision.hospitalId, scope.hospitalId), eq(roleSheetRevision.roleSheetId, roleSheetId)),
    )
    .orderBy(desc(roleSheetRevision.recordedSeq))
    .limit(1);
  return rows[0] ?? null;
}
