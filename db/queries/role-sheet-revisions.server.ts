import { and, asc, desc, eq } from "drizzle-orm";
import type { RoleRow } from "../../app/domain/role-sheet.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, roleSheetRevision, roleSheetRevisionRow } from "../schema.ts";

/** Agreed revisions of one sheet without their rows, newest record first. */
export async function revisionsOfSheet(db: DbOrTx, scope: Scope, roleSheetId: string) {
  return db
    .select({
      id: roleSheetRevision.id,
      revisionNo: roleSheetRevision.revisionNo,
      effectiveFrom: roleSheetRevision.effectiveFrom,
      roundOn: roleSheetRevision.roundOn,
      recordedSeq: roleSheetRevision.recordedSeq,
      supersedes: roleSheetRevision.supersedes,
      note: roleSheetRevision.note,
      agreedAt: roleSheetRevision.agreedAt,
      agreedByName: account.name,
    })
    .from(roleSheetRevision)
    .leftJoin(account, eq(account.id, roleSheetRevision.agreedBy))
    .where(
      and(eq(roleSheetRevision.hospitalId, scope.hospitalId), eq(roleSheetRevision.roleSheetId, roleSheetId)),
    )
    .orderBy(desc(roleSheetRevision.recordedSeq));
}

export type SheetRevision = Awaited<ReturnType<typeof revisionsOfSheet>>[number];

/** The frozen rows of one revision in the order of the sheet. */
export async function rowsOfRevision(db: DbOrTx, scope: Scope, revisionId: string): Promise<RoleRow[]> {
  const rows = await db
    .select()
    .from(roleSheetRevisionRow)
    .where(
      and(
        eq(roleSheetRevisionRow.hospitalId, scope.hospitalId),
        eq(roleSheetRevisionRow.revisionId, revisionId),
      ),
    )
    .orderBy(asc(roleSheetRevisionRow.ordinal));
  return rows.map(({ id: _id, hospitalId: _owner, revisionId: _revision, ordinal: _ordinal, ...row }) => ({
    ...row,
    part: row.part === 1 ? 1 : 2,
  }));
}
