import { and, asc, eq } from "drizzle-orm";
import type { FormId } from "../../app/domain/questionnaire.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx, Tx } from "../client.server.ts";
import { account, verdictOverride } from "../schema.ts";

const shown = {
  id: verdictOverride.id,
  productVersionId: verdictOverride.productVersionId,
  form: verdictOverride.form,
  requirement: verdictOverride.requirement,
  verdict: verdictOverride.verdict,
  reason: verdictOverride.reason,
  basis: verdictOverride.basis,
  recordedSeq: verdictOverride.recordedSeq,
  recordedAt: verdictOverride.recordedAt,
  supersedes: verdictOverride.supersedes,
  by: account.name,
};

/** Every override of a series and edition, in the order it was recorded; `basis` is JSON. */
export async function overridesOfSeries(
  db: DbOrTx,
  scope: Scope,
  series: { productVersionId: string; form: FormId; guideline: string },
) {
  return db
    .select(shown)
    .from(verdictOverride)
    .leftJoin(account, eq(account.id, verdictOverride.recordedBy))
    .where(
      and(
        eq(verdictOverride.hospitalId, scope.hospitalId),
        eq(verdictOverride.productVersionId, series.productVersionId),
        eq(verdictOverride.form, series.form),
        eq(verdictOverride.guideline, series.guideline),
      ),
    )
    .orderBy(asc(verdictOverride.recordedSeq));
}

/** The same for every series of the hospital: one query. */
export async function overridesOfEdition(db: DbOrTx, scope: Scope, guideline: string) {
  return db
    .select(shown)
    .from(verdictOverride)
    .leftJoin(account, eq(account.id, verdictOverride.recordedBy))
    .where(and(eq(verdictOverride.hospitalId, scope.hospitalId), eq(verdictOverride.guideline, guideline)))
    .orderBy(asc(verdictOverride.recordedSeq));
}
export type ShownOverride = Awaited<ReturnType<typeof overridesOfSeries>>[number];

export async function insertOverride(
  tx: Tx,
  scope: Scope,
  row: Omit<typeof verdictOverride.$inferInsert, "hospitalId" | "recordedBy">,
): Promise<void> {
  await tx
    .insert(verdictOverride)
    .values({ ...row, hospitalId: scope.hospitalId, recordedBy: scope.accountId });
}
