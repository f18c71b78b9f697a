import { and, desc, eq, lt, ne, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, fileScan, intake, intakeCorrection, intakeReading, originalFile } from "../schema.ts";
import { scanColumns } from "./scan-columns.ts";

type NewIntake = Omit<typeof intake.$inferInsert, "hospitalId">;

/** @param recipe JSON of the recipe the reading was made with, if any */
export async function insertIntake(
  db: DbOrTx,
  scope: Scope,
  row: NewIntake,
  reading: string,
  recipe: string | null = null,
): Promise<void> {
  await db.insert(intake).values({ ...row, hospitalId: scope.hospitalId });
  await db.insert(intakeReading).values({ intakeId: row.id, hospitalId: scope.hospitalId, reading, recipe });
}

/**
 * Puts another reading of the same file in place of the one with this number. Corrections of the old reading
 * stay and no longer count. @returns false when somebody else read it again first, or the review has ended
 */
export async function replaceReading(
  db: DbOrTx,
  scope: Scope,
  row: { intakeId: string; readingNo: number; reading: string; recipe: string | null; summary: string },
  member?: string | null,
): Promise<boolean> {
  const own = and(eq(intake.hospitalId, scope.hospitalId), eq(intake.id, row.intakeId));
  const open = await db
    .update(intake)
    .set({ summary: row.summary, ...(member === undefined ? {} : { member }) })
    .where(and(own, eq(intake.state, "review")))
    .returning({ id: intake.id });
  if (open.length === 0) return false;
  const rows = await db
    .update(intakeReading)
    .set({ reading: row.reading, recipe: row.recipe, readingNo: row.readingNo + 1 })
    .where(
      and(
        eq(intakeReading.hospitalId, scope.hospitalId),
        eq(intakeReading.intakeId, row.intakeId),
        eq(intakeReading.readingNo, row.readingNo),
      ),
    )
    .returning({ intakeId: intakeReading.intakeId });
  return rows.length === 1;
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
      member: intake.member,
      fileName: originalFile.fileName,
      sha256: originalFile.sha256,
      size: originalFile.size,
      ...scanColumns,
      reading: intakeReading.reading,
      readingNo: intakeReading.readingNo,
      recipe: intakeReading.recipe,
    })
    .from(intake)
    .innerJoin(originalFile, eq(originalFile.id, intake.originalFileId))
    .leftJoin(fileScan, eq(fileScan.originalFileId, originalFile.id))
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
      member: intake.member,
      summary: intake.summary,
      createdAt: intake.createdAt,
    })
    .from(intake)
    .innerJoin(originalFile, eq(originalFile.id, intake.originalFileId))
    .where(and(eq(intake.hospitalId, scope.hospitalId), eq(intake.state, "review")))
    .orderBy(desc(intake.createdAt))
    .limit(50);
}

/** Other receipts of the same bytes, newest first: a file that came twice is noticed. */
export async function intakesOfSameFile(db: DbOrTx, scope: Scope, sha256: string, except: string | null) {
  return db
    .select({ id: intake.id, state: intake.state, createdAt: intake.createdAt, member: intake.member })
    .from(intake)
    .innerJoin(originalFile, eq(originalFile.id, intake.originalFileId))
    .where(
      and(
        eq(intake.hospitalId, scope.hospitalId),
        eq(originalFile.sha256, sha256),
        except === null ? undefined : ne(intake.id, except),
      ),
    )
    .orderBy(desc(intake.createdAt))
    .limit(20);
}

/** Corrections made on former readings of the file; they are shown and no longer count. */
export async function formerCorrectionsOf(db: DbOrTx, scope: Scope, intakeId: string) {
  return db
    .select({
      readingNo: intakeCorrection.readingNo,
      no: intakeCorrection.no,
      question: intakeCorrection.question,
      cell: intakeCorrection.cell,
      answer: intakeCorrection.answer,
      remark: intakeCorrection.remark,
      reason: intakeCorrection.reason,
      setByName: account.name,
      setAt: intakeCorrection.setAt,
    })
    .from(intakeCorrection)
    .innerJoin(
      intakeReading,
      and(
        eq(intakeReading.intakeId, intakeCorrection.intakeId),
        lt(intakeCorrection.readingNo, intakeReading.readingNo),
      ),
    )
    .leftJoin(account, eq(account.id, intakeCorrection.setBy))
    .where(and(eq(intakeCorrection.hospitalId, scope.hospitalId), eq(intakeCorrection.intakeId, intakeId)))
    .orderBy(sql`${intakeCorrection}.rowid`)
    .limit(500);
}

/** Corrections of the intake's present reading in the order they were made; the last of a row counts. */
export async function correctionsOf(db: DbOrTx, scope: Scope, intakeId: string) {
  return db
    .select({
      formIndex: intakeCorrection.formIndex,
      ordinal: intakeCorrection.ordinal,
      answer: intakeCorrection.answer,
      remark: intakeCorrection.remark,
      reason: intakeCorrection.reason,
      page: intakeCorrection.page,
      targetOn: intakeCorrection.targetOn,
      setBy: intakeCorrection.setBy,
      setByName: account.name,
      setAt: intakeCorrection.setAt,
    })
    .from(intakeCorrection)
    .innerJoin(
      intakeReading,
      and(
        eq(intakeReading.intakeId, intakeCorrection.intakeId),
        eq(intakeReading.readingNo, intakeCorrection.readingNo),
      ),
    )
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
