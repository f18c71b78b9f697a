import type { Db, DbOrTx } from "#db/client.server";
import {
  findImportBatch,
  type ImportBatchRow,
  knownRegisters,
  rowsOfImport,
  type StoredRow,
  setRowChoices,
  updateImportBatch,
} from "#db/queries/imports.server";
import { markRegisters, type RegisterMark } from "#db/queries/register-mark.server";
import { type Day, dayInTokyo } from "~/domain/day";
import { done, failed, problem, type Result } from "~/domain/problem";
import { type ImportColumns, parseImportColumns, parseImportSettings } from "~/domain/register-import";
import { type ImportPlan, planSteps } from "~/domain/register-import-plan";
import { dataLines, type Heading, headingsAt } from "~/domain/register-import-table";
import type { Scope } from "~/domain/scope";
import { restingNowAndThen } from "./let-others-run";
import type { Ports } from "./ports.server";
import { record } from "./record.server";

export type DryRun = {
  batch: ImportBatchRow;
  columns: ImportColumns;
  headings: Heading[];
  rows: StoredRow[];
  plan: ImportPlan;
  /** The registers the plan was made against. */
  mark: RegisterMark;
};

/** 試しに読む: the whole plan of a batch against the registers as they are now. Nothing is written. */
export async function showDryRun(
  ports: Ports,
  scope: Scope,
  input: { batchId: string },
): Promise<Result<DryRun>> {
  const batch = await findImportBatch(ports.db, scope, input.batchId);
  if (!batch) return failed(problem("not-found"));
  const today = dayInTokyo(ports.now());
  const key = JSON.stringify([scope.hospitalId, batch, today, await markRegisters(ports.db, scope)]);
  const last = lastRuns.get(ports.db);
  if (last?.key === key) return done(await last.run);
  const run = dryRunOf(ports.db, scope, batch, today);
  lastRuns.set(ports.db, { key, run });
  run.catch(() => lastRuns.delete(ports.db));
  return done(await run);
}

/** The last plan of a database: pages, filters and answers of one long table would make it again and again. */
const lastRuns = new WeakMap<Db, { key: string; run: Promise<DryRun> }>();

/** The plan of a batch, on the database or inside a transaction: a dozen queries whatever the table's length. */
export async function dryRunOf(db: DbOrTx, scope: Scope, batch: ImportBatchRow, today: Day): Promise<DryRun> {
  const mark = await markRegisters(db, scope);
  const rows = await rowsOfImport(db, scope, batch.id);
  const columns = parseImportColumns(batch.columns);
  const settings = parseImportSettings(batch.settings);
  const byHand = new Map<number, "leave" | "take">();
  for (const { row, choices } of rows) {
    if (choices.includes('"leave"')) byHand.set(row, "leave");
    if (choices.includes('"take"')) byHand.set(row, "take");
  }
  const steps = planSteps({
    lines: dataLines(rows, batch.headerRow, settings),
    columns,
    settings,
    known: await knownRegisters(db, scope, batch.id, today),
    byHand,
  });
  const rest = restingNowAndThen();
  for (;;) {
    const step = steps.next();
    if (step.done) {
      return { batch, columns, headings: headingsAt(rows, batch.headerRow), rows, plan: step.value, mark };
    }
    await rest();
  }
}

/**
 * 似た名前に答える: by question key `new`, `id:<record>` or `key:<name of the table>`; "" takes an answer back.
 * What a key means is checked whenever the plan is made: an answer to nothing asks again.
 */
export async function answerImport(
  ports: Ports,
  scope: Scope,
  input: { batchId: string; version: number; answers: Record<string, string> },
): Promise<Result<{ batchId: string }>> {
  const batch = await findImportBatch(ports.db, scope, input.batchId);
  if (!batch) return failed(problem("not-found"));
  if (batch.state !== "draft") return failed(problem("import-not-now"));
  const settings = parseImportSettings(batch.settings);
  const merged = Object.entries({ ...settings.answers, ...input.answers });
  const answers = Object.fromEntries(merged.filter(([, answer]) => answer !== ""));
  const change: Record<string, [unknown, unknown]> = { answers: [null, Object.keys(input.answers).length] };
  const head = { verb: "answer-import", noun: "importBatch", recordId: batch.id, change };
  return record(ports, scope, "import:write", head, async ({ tx }) => {
    const isSaved = await updateImportBatch(
      tx,
      scope,
      { id: batch.id, version: input.version, states: ["draft"] },
      { settings: JSON.stringify({ ...settings, answers }) },
    );
    return isSaved ? done({ batchId: batch.id }) : failed(problem("changed-meanwhile"));
  });
}

/** 残りはすべて別のもの: every open question that may be answered so gets the answer `new`. */
export async function answerRestAsNew(
  ports: Ports,
  scope: Scope,
  input: { batchId: string; version: number },
): Promise<Result<{ batchId: string }>> {
  const run = await showDryRun(ports, scope, input);
  if (!run.ok) return run;
  const open = run.value.plan.questions.filter((each) => each.answer === null && each.mayBeNew);
  const answers = Object.fromEntries(open.map((each) => [each.key, "new"]));
  return answerImport(ports, scope, { ...input, answers });
}

/** 行を除く / 戻す: leaves a row out by hand, or takes in one that was left out as a total or note. */
export async function chooseImportRow(
  ports: Ports,
  scope: Scope,
  input: { batchId: string; row: number; choice: "leave" | "take" | "" },
): Promise<Result<{ batchId: string }>> {
  const batch = await findImportBatch(ports.db, scope, input.batchId);
  if (!batch) return failed(problem("not-found"));
  if (batch.state !== "draft") return failed(problem("import-not-now"));
  const change: Record<string, [unknown, unknown]> = { [`row ${input.row}`]: [null, input.choice] };
  const head = { verb: "choose-import-row", noun: "importBatch", recordId: batch.id, change };
  return record(ports, scope, "import:write", head, async ({ tx }) => {
    const isDraft = await updateImportBatch(tx, scope, { ...batch, states: ["draft"] }, {});
    if (!isDraft) return failed(problem("changed-meanwhile"));
    const choices = JSON.stringify(input.choice === "" ? {} : { row: input.choice });
    await setRowChoices(tx, scope, batch.id, [input.row], choices);
    return done({ batchId: batch.id });
  });
}
