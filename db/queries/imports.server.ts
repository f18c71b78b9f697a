import { and, asc, count, desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Day } from "../../app/domain/day.ts";
import { type RegisterNoun, registerNouns } from "../../app/domain/register.ts";
import type { ImportState, RowOutcome } from "../../app/domain/register-import.ts";
import type { KnownRegisters } from "../../app/domain/register-import-names.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  account,
  contractSystem,
  hospital,
  importBatch,
  importMade,
  importRow,
  originalFile,
} from "../schema.ts";
import { allRecords } from "./registers.server.ts";
import { updatesToday } from "./update-bearers.server.ts";

/** Rows of one INSERT: well below the number of parameters SQLite takes. */
const ROWS_AT_ONCE = 400;

type NewBatch = Omit<typeof importBatch.$inferInsert, "hospitalId">;

export async function insertImportBatch(db: DbOrTx, scope: Scope, batch: NewBatch): Promise<void> {
  await db.insert(importBatch).values({ ...batch, hospitalId: scope.hospitalId });
}

const ofBatch = (scope: Scope, batchId: string) =>
  and(eq(importBatch.hospitalId, scope.hospitalId), eq(importBatch.id, batchId));

const shown = {
  id: importBatch.id,
  originalFileId: importBatch.originalFileId,
  sheet: importBatch.sheet,
  headerRow: importBatch.headerRow,
  columns: importBatch.columns,
  settings: importBatch.settings,
  state: importBatch.state,
  rowCount: importBatch.rowCount,
  doneCount: importBatch.doneCount,
  createdAt: importBatch.createdAt,
  endedAt: importBatch.endedAt,
  version: importBatch.version,
  fileName: originalFile.fileName,
  sha256: originalFile.sha256,
  by: account.name,
};

/** The batch with its file's name, or null. */
export async function findImportBatch(db: DbOrTx, scope: Scope, batchId: string) {
  const rows = await db
    .select(shown)
    .from(importBatch)
    .innerJoin(originalFile, eq(originalFile.id, importBatch.originalFileId))
    .leftJoin(account, eq(account.id, importBatch.createdBy))
    .where(ofBatch(scope, batchId));
  return rows[0] ?? null;
}
export type ImportBatchRow = NonNullable<Awaited<ReturnType<typeof findImportBatch>>>;

/** Imports of a hospital, the newest first: two queries, whatever their number. */
export async function listImportBatches(
  db: DbOrTx,
  scope: Scope,
  asked: { page: number; pageSize: number },
): Promise<{ rows: ImportBatchRow[]; total: number }> {
  const counted = await db
    .select({ total: count() })
    .from(importBatch)
    .where(eq(importBatch.hospitalId, scope.hospitalId));
  const rows = await db
    .select(shown)
    .from(importBatch)
    .innerJoin(originalFile, eq(originalFile.id, importBatch.originalFileId))
    .leftJoin(account, eq(account.id, importBatch.createdBy))
    .where(eq(importBatch.hospitalId, scope.hospitalId))
    .orderBy(desc(importBatch.createdAt), desc(importBatch.id))
    .limit(asked.pageSize)
    .offset((asked.page - 1) * asked.pageSize);
  return { rows, total: counted[0]?.total ?? 0 };
}

/** @returns false when somebody else saved the batch since `version` was shown, or it left these states. */
export async function updateImportBatch(
  db: DbOrTx,
  scope: Scope,
  batch: { id: string; version: number; states: readonly ImportState[] },
  change: Partial<
    Pick<
      NewBatch,
      "sheet" | "headerRow" | "columns" | "settings" | "state" | "rowCount" | "doneCount" | "endedAt"
    >
  >,
): Promise<boolean> {
  const rows = await db
    .update(importBatch)
    .set({ ...change, version: sql`${importBatch.version} + 1` })
    .where(
      and(
        ofBatch(scope, batch.id),
        eq(importBatch.version, batch.version),
        inArray(importBatch.state, [...batch.states]),
      ),
    )
    .returning({ id: importBatch.id });
  return rows.length === 1;
}

/** Moves a batch to a state, from one of the given ones. @returns false when it is in none of them */
export async function setImportState(
  db: DbOrTx,
  scope: Scope,
  batchId: string,
  from: readonly ImportState[],
  change: { state: ImportState; endedAt?: string | null; doneCount?: number },
): Promise<boolean> {
  const rows = await db
    .update(importBatch)
    .set({ ...change, version: sql`${importBatch.version} + 1` })
    .where(and(ofBatch(scope, batchId), inArray(importBatch.state, [...from])))
    .returning({ id: importBatch.id });
  return rows.length === 1;
}

export type StoredRow = {
  row: number;
  cells: string[];
  outcome: RowOutcome;
  choices: string;
  problems: string;
};

/** What is read of a stored row; `readStored` makes a `StoredRow` of it. */
export const storedColumns = {
  row: importRow.row,
  cells: importRow.cells,
  outcome: importRow.outcome,
  choices: importRow.choices,
  problems: importRow.problems,
};

const cellsSchema = z.array(z.string());
export function readStored(row: Omit<StoredRow, "cells"> & { cells: string }): StoredRow {
  return { ...row, cells: cellsSchema.parse(JSON.parse(row.cells)) };
}

/** Every row of the sheet as it was read, headings included, in order. */
export async function rowsOfImport(db: DbOrTx, scope: Scope, batchId: string): Promise<StoredRow[]> {
  const rows = await db
    .select(storedColumns)
    .from(importRow)
    .where(and(eq(importRow.hospitalId, scope.hospitalId), eq(importRow.batchId, batchId)))
    .orderBy(asc(importRow.row));
  return rows.map(readStored);
}

/** Puts the rows of a sheet in the place of those that were there. */
export async function replaceImportRows(
  db: DbOrTx,
  scope: Scope,
  batchId: string,
  lines: readonly { row: number; cells: string[] }[],
): Promise<void> {
  await db
    .delete(importRow)
    .where(and(eq(importRow.hospitalId, scope.hospitalId), eq(importRow.batchId, batchId)));
  for (let at = 0; at < lines.length; at += ROWS_AT_ONCE) {
    await db.insert(importRow).values(
      lines.slice(at, at + ROWS_AT_ONCE).map((line) => ({
        hospitalId: scope.hospitalId,
        batchId,
        row: line.row,
        cells: JSON.stringify(line.cells),
        outcome: "pending" as const,
      })),
    );
  }
}

/** Batches that were being written when a process ended, of every hospital: whoever starts goes on with them. */
export async function interruptedImports(db: DbOrTx) {
  return db
    .select({
      batchId: importBatch.id,
      hospitalId: importBatch.hospitalId,
      groupId: hospital.groupId,
      accountId: importBatch.createdBy,
    })
    .from(importBatch)
    .innerJoin(hospital, eq(hospital.id, importBatch.hospitalId))
    .where(eq(importBatch.state, "running"))
    .orderBy(asc(importBatch.createdAt));
}

/** What a person decided about single rows. */
export async function setRowChoices(
  db: DbOrTx,
  scope: Scope,
  batchId: string,
  rows: readonly number[],
  choices: string,
): Promise<void> {
  await db
    .update(importRow)
    .set({ choices })
    .where(
      and(
        eq(importRow.hospitalId, scope.hospitalId),
        eq(importRow.batchId, batchId),
        inArray(importRow.row, [...rows]),
      ),
    );
}

/** What became of rows, in one statement for each outcome: most rows of a list share theirs. */
export async function setRowOutcomes(
  db: DbOrTx,
  scope: Scope,
  batchId: string,
  rows: readonly { row: number; outcome: RowOutcome; problems: string }[],
): Promise<void> {
  const alike = new Map<string, { outcome: RowOutcome; problems: string; rows: number[] }>();
  for (const { row, outcome, problems } of rows) {
    const key = `${outcome} ${problems}`;
    const same = alike.get(key);
    if (same) same.rows.push(row);
    else alike.set(key, { outcome, problems, rows: [row] });
  }
  for (const { outcome, problems, rows: own } of alike.values()) {
    // why no join with the list: for each row of the batch it would be taken apart anew.
    await db.run(sql`UPDATE import_row SET outcome = ${outcome}, problems = ${problems}
      WHERE hospital_id = ${scope.hospitalId} AND batch_id = ${batchId}
        AND row IN (SELECT value FROM json_each(${JSON.stringify(own)}))`);
  }
}

export type MadeRow = { row: number; noun: string; recordId: string };

/** Notes what a batch made, after what it made before. */
export async function insertImportMade(
  db: DbOrTx,
  scope: Scope,
  batchId: string,
  made: readonly MadeRow[],
): Promise<void> {
  const before = await db
    .select({ ordinal: importMade.ordinal })
    .from(importMade)
    .where(and(eq(importMade.hospitalId, scope.hospitalId), eq(importMade.batchId, batchId)))
    .orderBy(desc(importMade.ordinal))
    .limit(1);
  const first = (before[0]?.ordinal ?? -1) + 1;
  for (let at = 0; at < made.length; at += ROWS_AT_ONCE) {
    await db.insert(importMade).values(
      made.slice(at, at + ROWS_AT_ONCE).map((each, index) => ({
        ...each,
        hospitalId: scope.hospitalId,
        batchId,
        ordinal: first + at + index,
      })),
    );
  }
}

export async function madeByImport(db: DbOrTx, scope: Scope, batchId: string): Promise<MadeRow[]> {
  return db
    .select({ row: importMade.row, noun: importMade.noun, recordId: importMade.recordId })
    .from(importMade)
    .where(and(eq(importMade.hospitalId, scope.hospitalId), eq(importMade.batchId, batchId)))
    .orderBy(asc(importMade.ordinal));
}

/**
 * The registers as an import compares with them: one query a register, whatever the table's length. Records that
 * a batch made and that were put away when it was taken back do not count: the same file can come in again.
 * @param today day in Tokyo whose entry says who bears a server's updates
 */
export async function knownRegisters(
  db: DbOrTx,
  scope: Scope,
  batchId: string,
  today: Day,
): Promise<KnownRegisters> {
  const withdrawn = await db
    .select({ id: importMade.recordId })
    .from(importMade)
    .innerJoin(importBatch, and(eq(importBatch.id, importMade.batchId), eq(importBatch.state, "taken-back")))
    .innerJoin(hospital, and(eq(hospital.id, importMade.hospitalId), eq(hospital.groupId, scope.groupId)));
  const gone = new Set(withdrawn.map((each) => each.id));
  const records = [];
  for (const noun of registerNouns) records.push(...(await knownOf(db, scope, noun, gone)));
  const updates = await updatesToday(db, scope, today);
  for (const each of records)
    if (each.noun === "server") each.values = { ...each.values, ...updates.get(each.id) };
  const covered = await db
    .select({ contractId: contractSystem.contractId, systemId: contractSystem.systemId })
    .from(contractSystem)
    .where(eq(contractSystem.hospitalId, scope.hospitalId));
  const made = await madeByImport(db, scope, batchId);
  return {
    records,
    covered: new Set(covered.map((each) => `${each.contractId} ${each.systemId}`)),
    own: new Set(made.map((each) => each.recordId)),
  };
}

async function knownOf(db: DbOrTx, scope: Scope, noun: RegisterNoun, gone: ReadonlySet<string>) {
  const records = await allRecords(db, scope, noun);
  return records
    .filter((each) => each.archivedAt === null || !gone.has(each.id))
    .map(({ id, values, archivedAt }) => ({ id, noun, values, isArchived: archivedAt !== null }));
}

/** Systems added to contracts, in one statement; those that are covered already stay. */
export async function addContractSystems(
  db: DbOrTx,
  scope: Scope,
  links: readonly { id: string; contractId: string; systemId: string }[],
): Promise<void> {
  if (links.length === 0) return;
  await db.insert(contractSystem).values(links.map((each) => ({ ...each, hospitalId: scope.hospitalId })));
}
