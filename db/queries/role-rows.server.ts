import { and, desc, eq } from "drizzle-orm";
import type { Moment } from "../../app/domain/day.ts";
import type { RowChangeKind } from "../../app/domain/role-records.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, roleRowChange } from "../schema.ts";

/** One line of a row's history: field → [before, after]. */
export type RowChange = {
  id: string;
  rowKey: string;
  kind: RowChangeKind;
  reason: string;
  change: Record<string, [unknown, unknown]>;
};

/** Keeps what a transaction changed in rows of a sheet, under that transaction's number. */
export async function insertRowChanges(
  entry: { tx: DbOrTx; seq: number; at: Moment },
  scope: Pick<Scope, "hospitalId" | "accountId">,
  roleSheetId: string,
  changes: readonly RowChange[],
): Promise<void> {
  for (let from = 0; from < changes.length; from += 50) {
    await entry.tx.insert(roleRowChange).values(
      changes.slice(from, from + 50).map((each) => ({
        ...each,
        change: JSON.stringify(each.change),
        hospitalId: scope.hospitalId,
        roleSheetId,
        recordedSeq: entry.seq,
        changedAt: entry.at,
        changedBy: scope.accountId,
      })),
    );
  }
}

/** 行の履歴, newest first, at most 50 entries. */
export async function historyOfRow(db: DbOrTx, scope: Scope, roleSheetId: string, rowKey: string) {
  return db
    .select({
      id: roleRowChange.id,
      kind: roleRowChange.kind,
      change: roleRowChange.change,
      reason: roleRowChange.reason,
      changedAt: roleRowChange.changedAt,
      by: account.name,
    })
    .from(roleRowChange)
    .leftJoin(account, eq(account.id, roleRowChange.changedBy))
    .where(
      and(
        eq(roleRowChange.hospitalId, scope.hospitalId),
        eq(roleRowChange.roleSheetId, roleSheetId),
        eq(roleRowChange.rowKey, rowKey),
      ),
    )
    .orderBy(desc(roleRowChange.recordedSeq))
    .limit(50);
}
