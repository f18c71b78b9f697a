import { z } from "zod";
import {
  countImportRows,
  madeOfRows,
  noticesOfImport,
  pageOfImportRows,
} from "#db/queries/import-report.server";
import {
  findImportBatch,
  type ImportBatchRow,
  listImportBatches,
  type StoredRow,
} from "#db/queries/imports.server";
import { done, failed, type Problem, problem, problemCodes, type Result } from "~/domain/problem";
import {
  type ImportColumns,
  type MadeNoun,
  mappedTargets,
  parseImportColumns,
  type RowOutcome,
  rowOutcomes,
} from "~/domain/register-import";
import { type Notice, noticesOf } from "~/domain/register-import-notices";
import type { PlannedRow } from "~/domain/register-import-plan";
import type { ReportFilter, ReportOutcome } from "~/domain/register-import-report";
import type { Scope } from "~/domain/scope";
import { type DryRun, showDryRun } from "./import-dry-run.server";
import { isImportRunning } from "./import-runner.server";
import { problemsOfRow } from "./import-write.server";
import type { Ports } from "./ports.server";

export type ReportRow = {
  row: number;
  outcome: ReportOutcome;
  /** Texts of the chosen columns, in the order of the sheet. */
  cells: string[];
  /** `id` of a record that can be opened; null for one that is not there (yet). */
  made: { noun: MadeNoun; name: string; id: string | null }[];
  problems: Problem[];
  /** What a person may press while the batch is a draft. */
  choice: "leave" | "take" | "undo" | null;
};

export type ImportReport = {
  batch: ImportBatchRow;
  /** This process is writing it; a batch that is "running" without that was interrupted. */
  isWriting: boolean;
  counts: Partial<Record<ReportFilter, number>>;
  questions: { open: number; total: number };
  total: number;
  rows: ReportRow[];
  /** What rows of the whole list have to say, one entry a column; empty while the list is being written. */
  notices: Notice[];
};

/**
 * 行ごとの報告: while the batch is a draft, what each row would do (the plan as of now); afterwards what became of
 * it. @param input.pageSize rows of one page, from 1; problems: not-found
 */
export async function showImportReport(
  ports: Ports,
  scope: Scope,
  input: { batchId: string; only: ReportFilter | null; page: number; pageSize: number },
): Promise<Result<ImportReport>> {
  const batch = await findImportBatch(ports.db, scope, input.batchId);
  if (!batch) return failed(problem("not-found"));
  const isWriting = isImportRunning(ports, batch.id);
  if (batch.state !== "draft" || isWriting) return done(await reportOfStored(ports, scope, batch, input));
  const run = await showDryRun(ports, scope, input);
  return run.ok ? done(reportOfPlan(run.value, input)) : run;
}

/** これまでの取り込み: the newest first, a page of them. */
export function listImports(ports: Ports, scope: Scope, asked: { page: number; pageSize: number }) {
  return listImportBatches(ports.db, scope, asked);
}

type Asked = { only: ReportFilter | null; page: number; pageSize: number };

function reportOfPlan({ batch, columns, rows, plan }: DryRun, asked: Asked): ImportReport {
  const isNoticed = (row: PlannedRow) =>
    (row.outcome === "create" || row.outcome === "known") && row.problems.length > 0;
  const wanted = plan.rows.filter(
    (row) => asked.only === null || (asked.only === "noticed" ? isNoticed(row) : row.outcome === asked.only),
  );
  const stored = new Map(rows.map((each) => [each.row, each]));
  const from = (asked.page - 1) * asked.pageSize;
  return {
    batch,
    isWriting: false,
    counts: { ...plan.counts, noticed: plan.rows.filter(isNoticed).length },
    questions: {
      open: plan.questions.filter((each) => each.answer === null).length,
      total: plan.questions.length,
    },
    total: wanted.length,
    notices: noticesOf(plan.rows.map((row) => ({ row: row.row, problems: problemsOfRow(row) }))),
    rows: wanted
      .slice(from, from + asked.pageSize)
      .map((row) => plannedRow(row, stored.get(row.row), columns)),
  };
}

function plannedRow(row: PlannedRow, stored: StoredRow | undefined, columns: ImportColumns): ReportRow {
  const isByHand = stored !== undefined && stored.choices !== "{}";
  const press = row.leftOut === null ? "leave" : "take";
  return {
    row: row.row,
    outcome: row.outcome,
    cells: chosenCells(stored?.cells ?? [], columns),
    made: row.makes.map((each) => ({ noun: each.noun, name: each.name, id: null })),
    problems: problemsOfRow(row),
    choice: isByHand ? "undo" : press,
  };
}

function chosenCells(cells: readonly string[], columns: ImportColumns): string[] {
  return mappedTargets(columns).map(({ column }) => cells[column - 1] ?? "");
}

async function reportOfStored(
  ports: Ports,
  scope: Scope,
  batch: ImportBatchRow,
  asked: Asked,
): Promise<ImportReport> {
  const figures = await countImportRows(ports.db, scope, batch);
  const taken = figures.filter((each) => each.outcome === "created" || each.outcome === "known");
  const counts: ImportReport["counts"] = Object.fromEntries(
    figures.map((each) => [each.outcome, each.count]),
  );
  counts.noticed = taken.reduce((sum, each) => sum + each.noticed, 0);
  const only = storedFilter(asked.only);
  const rows = await pageOfImportRows(ports.db, scope, batch, { ...asked, only });
  const numbers = rows.map((each) => each.row);
  const made = await madeOfRows(ports.db, scope, batch.id, numbers);
  const columns = parseImportColumns(batch.columns);
  const isWriting = isImportRunning(ports, batch.id);
  return {
    batch,
    isWriting,
    notices: isWriting ? [] : await storedNotices(ports, scope, batch),
    counts,
    questions: { open: 0, total: 0 },
    total: only === null ? figures.reduce((sum, each) => sum + each.count, 0) : (counts[only] ?? 0),
    rows: rows.map((each) => ({
      row: each.row,
      outcome: each.outcome,
      cells: chosenCells(each.cells, columns),
      made: made
        .filter((one) => one.row === each.row)
        .map(({ noun, name, recordId }) => ({ noun, name: name ?? "", id: name === null ? null : recordId })),
      problems: parseProblems(each.problems),
      choice: null,
    })),
  };
}

async function storedNotices(ports: Ports, scope: Scope, batch: ImportBatchRow): Promise<Notice[]> {
  const found = await noticesOfImport(ports.db, scope, batch);
  return found.flatMap(({ first, ...rest }) =>
    parseProblems(`[${first}]`).map((each) => ({ first: each, ...rest })),
  );
}

/** Figures of a plan mean nothing for rows that were written: an old address shows all rows. */
function storedFilter(only: ReportFilter | null): RowOutcome | "noticed" | null {
  return only === "noticed" ? only : (rowOutcomes.find((each) => each === only) ?? null);
}

const problemsSchema = z.array(
  z.object({
    code: z.enum(problemCodes),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    at: z.string().optional(),
  }),
);

function parseProblems(text: string): Problem[] {
  return problemsSchema.parse(JSON.parse(text)).map(({ code, params, at }) => problem(code, params, at));
}
