import { and, asc, eq, gte, lte } from "drizzle-orm";
import type { Day } from "../../app/domain/day.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, houseAnswer } from "../schema.ts";

/** Answers about the hospital that hold from a day between two, with who gave them, as recorded. */
export async function houseAnswersBetween(db: DbOrTx, scope: Scope, from: Day, to: Day) {
  const rows = await db
    .select({ own: houseAnswer, by: account.name })
    .from(houseAnswer)
    .leftJoin(account, eq(account.id, houseAnswer.recordedBy))
    .where(
      and(
        eq(houseAnswer.hospitalId, scope.hospitalId),
        gte(houseAnswer.effectiveFrom, from),
        lte(houseAnswer.effectiveFrom, to),
      ),
    )
    .orderBy(asc(houseAnswer.recordedSeq));
  return rows.map(({ own: { hospitalId: _owner, recordedBy: _by, ...own }, by }) => ({ ...own, by }));
}
export type ShownHouseAnswer = Awaited<ReturnType<typeof houseAnswersBetween>>[number];

export async function insertHouseAnswers(
  db: DbOrTx,
  scope: Scope,
  rows: readonly Omit<typeof houseAnswer.$inferInsert, "hospitalId" | "recordedBy">[],
): Promise<void> {
  const owner = { hospitalId: scope.hospitalId, recordedBy: scope.accountId };
  if (rows.length === 0) return;
  await db.insert(houseAnswer).values(rows.map((each) => ({ ...each, ...owner })));
}
