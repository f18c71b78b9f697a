import type { DbOrTx } from "#db/client.server";
import {
  addContractSystems,
  findImportBatch,
  type ImportBatchRow,
  insertImportMade,
  type MadeRow,
  setImportState,
  setRowOutcomes,
} from "#db/queries/imports.server";
import { markRegisters, type RegisterMark } from "#db/queries/register-mark.server";
import { insertRecords } from "#db/queries/registers.server";
import { openTerms, termsOfValues } from "~/domain/contract-form";
import { type Day, dayInTokyo } from "~/domain/day";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { type RegisterValues, registerNouns } from "~/domain/register";
import { type ImportState, importParents, type RowOutcome } from "~/domain/register-import";
import type { Entity } from "~/domain/register-import-names";
import type { ImportPlan, PlannedRow } from "~/domain/register-import-plan";
import { may } from "~/domain/rights";
import type { Scope } from "~/domain/scope";
import { updatesOfValues } from "~/domain/update-bearer";
import { keepFirstTermsOfMany } from "./contract-first-terms.server";
import { correctTermsOfToday } from "./contract-terms.server";
import { dryRunOf } from "./import-dry-run.server";
import { restingNowAndThen } from "./let-others-run";
import type { Ports } from "./ports.server";
import { type Entry, record } from "./record.server";
import { askForReviews } from "./role-reviews.server";
import { keepFirstUpdates } from "./update-bearers.server";

/** Rows of one transaction: short enough that no page waits for it noticeably. */
export const ROWS_A_CHUNK = 10;

/** 書き込みを始める: the plan is looked at once more; open questions keep it from starting. Writes no record yet. */
export async function beginImport(
  ports: Ports,
  scope: Scope,
  input: { batchId: string; version: number },
): Promise<Result<{ batchId: string }>> {
  const batch = await findImportBatch(ports.db, scope, input.batchId);
  if (!batch) return failed(problem("not-found"));
  if (batch.state !== "draft") return failed(problem("import-not-now"));
  const { plan } = await dryRunOf(ports.db, scope, batch, dayInTokyo(ports.now()));
  const open = plan.questions.filter((each) => each.answer === null).length;
  if (plan.counts.asks > 0) return failed(problem("import-questions-open", { count: open }));
  if (plan.counts.create === 0) return failed(problem("import-no-rows"));
  const change: Record<string, [unknown, unknown]> = {
    state: ["draft", "running"],
    rows: [null, plan.rows.length],
  };
  const head = { verb: "begin-import", noun: "importBatch", recordId: batch.id, change };
  return record(ports, scope, "import:write", head, async ({ tx }) => {
    // why the version: an answer or column changed since the plan was shown would write something else.
    const now = await findImportBatch(tx, scope, batch.id);
    if (now?.version !== input.version) return failed(problem("changed-meanwhile"));
    const isMoved = await setImportState(tx, scope, batch.id, ["draft"], { state: "running", doneCount: 0 });
    return isMoved ? done({ batchId: batch.id }) : failed(problem("import-not-now"));
  });
}

/**
 * What a run remembers between its transactions, so that the plan is made once. `seq` is the transaction that
 * wrote last; `mark` what the registers must look like when nobody else wrote to them.
 */
export type RunMemory = {
  plan: ImportPlan;
  pending: PlannedRow[];
  seq: number;
  mark: RegisterMark;
  ids: Map<Entity, string>;
};
export type ImportProgress = { state: ImportState; done: number; total: number; memory: RunMemory | null };

/** Somebody changed the registers since the plan was made. */
class PlanTooOld extends Error {}
/** Plans made outside a transaction before one is made inside: then nobody can come in between. */
const TRIES_OUTSIDE = 3;

/**
 * 書き込む: the next rows of a running batch in one transaction with its audit row. A row is written once, whatever
 * stops in between: rows that have an outcome are passed over. When anybody else changed the registers since the
 * plan was made, it is made again — outside the transaction, which stays short —, so that nothing is registered
 * twice. Problems: not-found, import-not-now (the batch was stopped or taken back).
 */
export async function writeImportRows(
  ports: Ports,
  scope: Scope,
  input: { batchId: string; limit?: number; memory?: RunMemory | null },
): Promise<Result<ImportProgress>> {
  const batch = await findImportBatch(ports.db, scope, input.batchId);
  if (!batch) return failed(problem("not-found"));
  if (batch.state !== "running" && may(scope, "import:write")) return failed(problem("import-not-now"));
  const limit = input.limit ?? ROWS_A_CHUNK;
  const today = dayInTokyo(ports.now());
  let memory = input.memory ?? null;
  for (let tries = 1; ; tries += 1) {
    const isLast = tries > TRIES_OUTSIDE;
    if (!isLast) memory ??= await remember(ports.db, scope, batch, today);
    try {
      return await writeChunk(ports, scope, { batch, limit, memory });
    } catch (error) {
      if (!(error instanceof PlanTooOld)) throw error;
      memory = null;
    }
  }
}

/** @param given.memory null: the plan is made inside the transaction. @throws PlanTooOld */
async function writeChunk(
  ports: Ports,
  scope: Scope,
  given: { batch: ImportBatchRow; limit: number; memory: RunMemory | null },
): Promise<Result<ImportProgress>> {
  const { batch, limit } = given;
  const until = Math.min(batch.doneCount + limit, batch.rowCount);
  const change: Record<string, [unknown, unknown]> = { doneCount: [batch.doneCount, until] };
  const head = { verb: "import-rows", noun: "importBatch", recordId: batch.id, change };
  return record(ports, scope, "import:write", head, async (entry) => {
    const memory = given.memory ?? (await remember(entry.tx, scope, batch, dayInTokyo(ports.now())));
    if (given.memory && !(await isFresh(entry, scope, given.memory))) throw new PlanTooOld();
    const rows = memory.pending.slice(0, limit);
    await writeRows(ports, scope, entry, { batchId: batch.id, fileName: batch.fileName, memory, rows });
    const left = memory.pending.slice(rows.length);
    const doneCount = batch.rowCount - left.length;
    const state: ImportState = left.length === 0 ? "done" : "running";
    const ended = state === "done" ? { endedAt: entry.at } : {};
    const moved = { state, doneCount, ...ended };
    const isMoved = await setImportState(entry.tx, scope, batch.id, ["running"], moved);
    if (!isMoved) return failed(problem("import-not-now"));
    const next = { ...memory, pending: left, seq: entry.seq };
    return done({ state, done: doneCount, total: batch.rowCount, memory: next });
  });
}

async function isFresh(entry: Entry, scope: Scope, memory: RunMemory): Promise<boolean> {
  if (entry.seq === memory.seq + 1) return true;
  return JSON.stringify(await markRegisters(entry.tx, scope)) === JSON.stringify(memory.mark);
}

async function remember(db: DbOrTx, scope: Scope, batch: ImportBatchRow, today: Day): Promise<RunMemory> {
  const { plan, rows, mark } = await dryRunOf(db, scope, batch, today);
  const open = new Set(rows.filter((each) => each.outcome === "pending").map((each) => each.row));
  const pending = plan.rows.filter((each) => open.has(each.row));
  return { plan, pending, seq: 0, mark: structuredClone(mark), ids: new Map() };
}

/** Our own new rows belong to what the registers must look like. */
function addToMark(mark: RegisterMark, noun: string, ids: readonly string[]): void {
  const own = mark[noun];
  if (!own) return;
  own.count += ids.length;
  own.versions += ids.length;
  for (const id of ids) if (id > own.last) own.last = id;
}

const outcomes: Record<PlannedRow["outcome"], RowOutcome> = {
  create: "created",
  known: "known",
  // why: a name that became ambiguous while the batch ran is a person's to decide; the row is not written.
  asks: "failed",
  "left-out": "left-out",
  failed: "failed",
};

async function writeRows(
  ports: Ports,
  scope: Scope,
  entry: Entry,
  given: { batchId: string; fileName: string; memory: RunMemory; rows: PlannedRow[] },
): Promise<void> {
  const { memory, rows } = given;
  const rest = restingNowAndThen();
  const made: (MadeRow & { values: RegisterValues })[] = [];
  const links: { id: string; contractId: string; systemId: string; row: number }[] = [];
  for (const row of rows) {
    for (const entity of row.makes) {
      const id = ports.newId();
      memory.ids.set(entity, id);
      made.push({ row: row.row, noun: entity.noun, recordId: id, values: filled(memory, entity) });
    }
    if (row.covers) {
      const [contractId, systemId] = [idOf(memory, row.covers.contract), idOf(memory, row.covers.system)];
      links.push({ id: ports.newId(), contractId, systemId, row: row.row });
    }
  }
  for (const noun of registerNouns) {
    const own = made.filter((each) => each.noun === noun);
    if (own.length === 0) continue;
    const records = own.map((each) => ({ id: each.recordId, createdAt: entry.at, values: each.values }));
    // why: readers of the database see the state before until the end, so pages may come in between.
    await rest();
    await insertRecords(entry.tx, scope, noun, records);
  }
  await rest();
  for (const { noun, recordId } of made) addToMark(memory.mark, noun, [recordId]);
  addToMark(
    memory.mark,
    "contractSystem",
    links.map((each) => each.id),
  );
  await addContractSystems(
    entry.tx,
    scope,
    links.map(({ row: _row, ...link }) => link),
  );
  await keepDated(ports, scope, entry, { made, links, fileName: given.fileName });
  const systems = made.filter((each) => each.noun === "system").map((each) => each.recordId);
  await askForReviews(ports, scope, entry, systems);
  await rest();
  await insertImportMade(entry.tx, scope, given.batchId, [
    ...made.map(({ row, noun, recordId }) => ({ row, noun, recordId })),
    ...links.map(({ id, row }) => ({ row, noun: "contractSystem", recordId: id })),
  ]);
  await rest();
  await setRowOutcomes(entry.tx, scope, given.batchId, rows.map(storedOutcome));
}

/**
 * What is dated: who bears the updates of the servers that were made, first terms of the contracts that were made; a
 * contract that was there covers the systems that were added.
 */
async function keepDated(
  ports: Ports,
  scope: Scope,
  entry: Entry,
  given: {
    made: readonly { noun: string; recordId: string; values: RegisterValues }[];
    links: readonly { contractId: string; systemId: string }[];
    /** Stands as the reason where the import corrects terms. */
    fileName: string;
  },
): Promise<void> {
  const servers = given.made.filter((each) => each.noun === "server");
  const updates = servers.map((each) => ({ serverId: each.recordId, fields: updatesOfValues(each.values) }));
  await keepFirstUpdates(ports, scope, entry, updates);
  const covered = new Map<string, string[]>();
  for (const { contractId, systemId } of given.links)
    covered.set(contractId, [...(covered.get(contractId) ?? []), systemId]);
  const own = given.made.filter((each) => each.noun === "contract");
  const first = own.map(({ recordId, values }) => ({
    contractId: recordId,
    terms: { ...openTerms, ...termsOfValues(values), systemIds: covered.get(recordId) ?? [] },
  }));
  await keepFirstTermsOfMany(ports, scope, entry, first);
  for (const { contractId } of first) covered.delete(contractId);
  for (const [contractId, systemIds] of covered) {
    await correctTermsOfToday(ports, scope, entry, contractId, given.fileName, (now) => ({
      systemIds: [...new Set([...now.systemIds, ...systemIds])],
    }));
  }
}

/** What a row has to say; the reason of one that is left out is kept in the same words. */
export function problemsOfRow(row: PlannedRow): Problem[] {
  return row.leftOut === null ? row.problems : [problem("import-left-out", { reason: row.leftOut })];
}

function storedOutcome(row: PlannedRow) {
  const problems = row.outcome === "asks" ? [problem("import-question-new")] : problemsOfRow(row);
  return { row: row.row, outcome: outcomes[row.outcome], problems: JSON.stringify(problems) };
}

function idOf(memory: RunMemory, entity: Entity): string {
  const id = entity.known?.id ?? memory.ids.get(entity);
  // A plan makes parents before children; anything else is a defect and must not be written around.
  if (id === undefined) throw new Error(`import: ${entity.noun} used before it was made`);
  return id;
}

/** The values of a new record with the id of what it belongs to. */
function filled(memory: RunMemory, entity: Entity): RegisterValues {
  const values = memory.plan.values.get(entity);
  if (!values) throw new Error(`import: ${entity.noun} without values`);
  const field = importParents[entity.noun]?.field;
  return field && entity.parent ? { ...values, [field]: idOf(memory, entity.parent) } : values;
}

/** 止める: what is written stays; the rest waits. */
export async function stopImport(
  ports: Ports,
  scope: Scope,
  input: { batchId: string },
): Promise<Result<{ batchId: string }>> {
  return moveImport(ports, scope, input.batchId, { verb: "stop-import", from: ["running"], to: "stopped" });
}

/** 続ける: a batch that was stopped, or that the end of the server interrupted. */
export async function continueImport(
  ports: Ports,
  scope: Scope,
  input: { batchId: string },
): Promise<Result<{ batchId: string }>> {
  const from = ["running", "stopped"] as const;
  return moveImport(ports, scope, input.batchId, { verb: "continue-import", from, to: "running" });
}

async function moveImport(
  ports: Ports,
  scope: Scope,
  batchId: string,
  move: { verb: "stop-import" | "continue-import"; from: readonly ImportState[]; to: ImportState },
): Promise<Result<{ batchId: string }>> {
  const batch = await findImportBatch(ports.db, scope, batchId);
  if (!batch) return failed(problem("not-found"));
  const change: Record<string, [unknown, unknown]> = { state: [batch.state, move.to] };
  const head = { verb: move.verb, noun: "importBatch", recordId: batchId, change };
  return record(ports, scope, "import:write", head, async ({ tx }) => {
    const isMoved = await setImportState(tx, scope, batchId, move.from, { state: move.to });
    return isMoved ? done({ batchId }) : failed(problem("import-not-now"));
  });
}
