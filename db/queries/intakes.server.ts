import { and, desc, eq, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, intake, intakeCorrection, intakeReading, originalFile } from "../schema.ts";

type NewIntake = Omit<typeof intake.$inferInsert, "hospitalId">;

export async function insertIntake(db: DbOrTx, scope: Scope, row: NewIntake, reading: string): Promise<void> {
  await db.insert(intake).values({ ...row, hospitalId: scope.hospitalId });
  await db.insert(intakeReading).values({ intakeId: row.id, hospitalId: scope.hospitalId, reading });
}

/** The intake with its file and its reading (JSON), or null. */
export async function findIntake(db: DbOrTx, scope: Scope, id: string) {
  const rows = await db
    .select({
      id: intake.id,
      state: intake.state,
      summary: intake.summary,
      version: intake.version,
      createdAt: intake.createdAt,
      originalFileId: intake.originalFileId,
      fileName: originalFile.fileName,
      sha256: originalFile.sha256,
      size: originalFile.size,
      reading: intakeReading.reading,
    })
    .from(intake)
    .innerJoin(originalFile, eq(originalFile.id, intake.originalFileId))
    .innerJoin(intakeReading, eq(intakeReading.intakeId, intake.id))
    .where(and(eq(intake.hospitalId, scope.hospitalId), eq(intake.id, id)));
  return rows[0] ?? null;
}

/** Files that wait for a person, newest first, at most 50. */
export async function listOpenIntakes(db: DbOrTx, scope: Scope) {
  return db
    .select({
      id: intake.id,
      fileName: originalFile.fileName,
      summary: intake.summary,
      createdAt: intake.createdAt,
    })
    .from(intake)
    .innerJoin(originalFile, eq(originalFile.id, intake.originalFileId))
    .where(and(eq(intake.hospitalId, scope.hospitalId), eq(intake.state, "review")))
    .orderBy(desc(intake.createdAt))
    .limit(50);
}

/** All corrections in the order they were made; the last of a row counts. */
export async function correctionsOf(db: DbOrTx, scope: Scope, intakeId: string) {
  return db
    .select({
      formIndex: intakeCorrection.formIndex,
      ordinal: intakeCorrection.ordinal,
      answer: intakeCorrection.answer,
      remark: intakeCorrection.remark,
      reason: intakeCorrection.reason,
      setBy: intakeCorrection.setBy,
      setByName: account.name,
      setAt: intakeCorrection.setAt,
    })
    .from(intakeCorrection)
    .leftJoin(account, eq(account.id, intakeCorrection.setBy))
    .where(and(eq(intakeCorrection.hospitalId, scope.hospitalId), eq(intakeCorrection.intakeId, intakeId)))
    .orderBy(sql`${intakeCorrection}.rowid`); // why: ids of two processes need not sort by time
}

export async function insertCorrection(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof intakeCorrection.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(intakeCorrection).values({ ...row, hospitalId: scope.hospitalId });
}

/** Ends the review. @returns false when somebody else ended it first. */
export async function endIntake(
  db: DbOrTx,
  scope: Scope,
  id: string,
  state: "saved" | "discarded",
): Promise<boolean> {
  const rows = await db
    .update(intake)
    .set({ state })
    .where(and(eq(intake.hospitalId, scope.hospitalId), eq(intake.id, id), eq(intake.state, "review")))
    .returning({ id: intake.id });
  return rows.length === 1;
}
