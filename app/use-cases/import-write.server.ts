import type { Tx } from "#db/client.server";
import {
  addContractSystems,
  findImportBatch,
  type ImportBatchRow,
  insertImportMade,
  type MadeRow,
  setImportState,
  setRowOutcomes,
} from "#db/queries/imports.server";
import { insertRecords } from "#db/queries/registers.server";
import { openTerms, termsOfValues } from "~/domain/contract-form";
import { done, failed, problem, type Result } from "~/domain/problem";
import { type RegisterValues, registerNouns } from "~/domain/register";
import { type ImportState, importParents, type RowOutcome } from "~/domain/register-import";
import type { Entity } from "~/domain/register-import-names";
import type { ImportPlan, PlannedRow } from "~/domain/register-import-plan";
import type { Scope } from "~/domain/scope";
import { correctTermsOfToday, keepFirstTerms } from "./contract-terms.server";
import { dryRunOf } from "./import-dry-run.server";
import type { Ports } from "./ports.server";
import { type Entry, record } from "./record.server";

/** Rows of one transaction: short enough that no page waits for it noticeably. */
export const ROWS_A_CHUNK = 25;

/** 書き込みを始める: the plan is looked at once more; open questions keep it from starting. Writes no record yet. */
export async function beginImport(
  ports: Ports,
  scope: Scope,
  input: { batchId: string; version: number },
): Promise<Result<{ batchId: string }>> {
  const batch = await findImportBatch(ports.db, scope, input.batchId);
  if (!batch) return failed(problem("not-found"));
  if (batch.state !== "draft") return failed(problem("import-not-now"));
  const { plan } = await dryRunOf(ports.db, scope, batch);
  const open = plan.questions.filter((each) => each.answer === null).length;
  if (plan.counts.asks > 0) return failed(problem("import-questions-open", { count: open }));
  if (plan.counts.create === 0) return failed(problem("import-no-rows"));
  const change: Record<string, [unknown, unknown]> = {
    state: ["draft", "running"],
    rows: [null, plan.rows.length],
  };
  const head = { verb: "begin-import", noun: "importBatch", recordId: batch.id, change };
  return record(ports, scope, "editor", head, async ({ tx }) => {
    // why the version: an answer or column changed since the plan was shown would write something else.
    const now = await findImportBatch(tx, scope, batch.id);
    if (now?.version !== input.version) return failed(problem("changed-meanwhile"));
    const isMoved = await setImportState(tx, scope, batch.id, ["draft"], { state: "running", doneCount: 0 });
    return isMoved ? done({ batchId: batch.id }) : failed(problem("import-not-now"));
  });
}

/** What a run remembers between its transactions, so that the plan is made once. */
export type RunMemory = { plan: ImportPlan; pending: PlannedRow[]; seq: number; ids: Map<Entity, string> };
export type ImportProgress = { state: ImportState; done: number; total: number; memory: RunMemory | null };

/**
 * 書き込む: the next rows of a running batch in one transaction with its audit row. A row is written once, whatever
 * stops in between: rows that have an outcome are passed over. When anybody else wrote since the last
 * transaction of this run, the plan is made again inside this one, so that nothing is registered twice.
 * Problems: not-found, import-not-now (the batch was stopped or taken back).
 */
export async function writeImportRows(
  ports: Ports,
  scope: Scope,
  input: { batchId: string; limit?: number; memory?: RunMemory | null },
): Promise<Result<ImportProgress>> {
  const batch = await findImportBatch(ports.db, scope, input.batchId);
  if (!batch) return failed(problem("not-found"));
  const limit = input.limit ?? ROWS_A_CHUNK;
  const until = Math.min(batch.doneCount + limit, batch.rowCount);
  const change: Record<string, [unknown, unknown]> = { doneCount: [batch.doneCount, until] };
  const head = { verb: "import-rows", noun: "importBatch", recordId: batch.id, change };
  return record(ports, scope, "editor", head, async (entry) => {
    const isFresh = input.memory && entry.seq === input.memory.seq + 1;
    const memory = isFresh && input.memory ? input.memory : await remember(entry.tx, scope, batch);
    const rows = memory.pending.slice(0, limit);
    await writeRows(ports, scope, entry, { batchId: batch.id, memory, rows });
    const left = memory.pending.slice(rows.length);
    const doneCount = batch.rowCount - left.length;
    const state: ImportState = left.length === 0 ? "done" : "running";
    const ended = state === "done" ? { endedAt: entry.at } : {};
    const isMoved = await setImportState(entry.tx, scope, batch.id, ["running"], {
      state,
      doneCount,
      ...ended,
    });
    if (!isMoved) return failed(problem("import-not-now"));
    const next = { ...memory, pending: left, seq: entry.seq };
    return done({ state, done: doneCount, total: batch.rowCount, memory: next });
  });
}

async function remember(tx: Tx, scope: Scope, batch: ImportBatchRow): Promise<RunMemory> {
  const { plan, rows } = await dryRunOf(tx, scope, batch);
  const open = new Set(rows.filter((each) => each.outcome === "pending").map((each) => each.row));
  return { plan, pending: plan.rows.filter((each) => open.has(each.row)), seq: 0, ids: new Map() };
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
  given: { batchId: string; memory: RunMemory; rows: PlannedRow[] },
): Promise<void> {
  const { memory, rows } = given;
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
    const records = own.map((each) => ({ id: each.recordId, createdAt: entry.at, values: each.values }));
    await insertRecords(entry.tx, scope, noun, records);
  }
  await addContractSystems(
    entry.tx,
    scope,
    links.map(({ row: _row, ...link }) => link),
  );
  await keepTerms(ports, scope, entry, { made, links });
  await insertImportMade(entry.tx, scope, given.batchId, [
    ...made.map(({ row, noun, recordId }) => ({ row, noun, recordId })),
    ...links.map(({ id, row }) => ({ row, noun: "contractSystem", recordId: id })),
  ]);
  await setRowOutcomes(entry.tx, scope, given.batchId, rows.map(storedOutcome));
}

/** First terms of the contracts that were made; a contract that was there covers the systems that were added. */
async function keepTerms(
  ports: Ports,
  scope: Scope,
  entry: Entry,
  given: {
    made: readonly { noun: string; recordId: string; values: RegisterValues }[];
    links: readonly { contractId: string; systemId: string }[];
  },
): Promise<void> {
  const covered = new Map<string, string[]>();
  for (const { contractId, systemId } of given.links)
    covered.set(contractId, [...(covered.get(contractId) ?? []), systemId]);
  for (const { noun, recordId, values } of given.made) {
    if (noun !== "contract") continue;
    const systemIds = covered.get(recordId) ?? [];
    await keepFirstTerms(ports, scope, entry, recordId, {
      ...openTerms,
      ...termsOfValues(values),
      systemIds,
    });
    covered.delete(recordId);
  }
  for (const [contractId, systemIds] of covered) {
    await correctTermsOfToday(ports, scope, entry, contractId, (now) => ({
      systemIds: [...new Set([...now.systemIds, ...systemIds])],
    }));
  }
}

function storedOutcome(row: PlannedRow) {
  const problems = row.outcome === "asks" ? [problem("import-question-new")] : row.problems;
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
  move: { verb: string; from: readonly ImportState[]; to: ImportState },
): Promise<Result<{ batchId: string }>> {
  const batch = await findImportBatch(ports.db, scope, batchId);
  if (!batch) return failed(problem("not-found"));
  const change: Record<string, [unknown, unknown]> = { state: [batch.state, move.to] };
  const head = { verb: move.verb, noun: "importBatch", recordId: batchId, change };
  return record(ports, scope, "editor", head, async ({ tx }) => {
    const isMoved = await setImportState(tx, scope, batchId, move.from, { state: move.to });
    return isMoved ? done({ batchId }) : failed(problem("import-not-now"));
  });
}
