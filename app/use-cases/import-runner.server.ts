import { interruptedImports } from "#db/queries/imports.server";
import { errorText } from "~/domain/error-text";
import type { Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { type ImportProgress, type RunMemory, stopImport, writeImportRows } from "./import-write.server";
import type { Ports } from "./ports.server";

/** True while this process writes the batch; a state of "running" alone may be left from before a restart. */
export function isImportRunning(ports: Pick<Ports, "importRuns">, batchId: string): boolean {
  return ports.importRuns.batches.has(batchId);
}

/** Between two transactions: at least for a page, at most so long that a page's own work does not slow the list down. */
const REST_MS = 4;
const LONGEST_REST_MS = 20;
const TRIES = 5;

const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Writes a batch to its end, one short transaction after another, resting after each: pages and other
 * people's writes go in between. A failure stops the batch; what was written stays and can be continued or taken
 * back. A second call for the same batch waits for the first.
 * @param tell told after each transaction, for command lines and benches
 */
export function runImport(
  ports: Ports,
  scope: Scope,
  batchId: string,
  tell: (progress: ImportProgress) => void = () => undefined,
): Promise<void> {
  const own = ports.importRuns;
  const before = own.batches.get(batchId);
  if (before) return before;
  const run = own.last.then(() => writeOrStop(ports, scope, batchId, tell));
  const ended = run.finally(() => own.batches.delete(batchId));
  own.batches.set(batchId, ended);
  own.last = ended;
  return ended;
}

/** Goes on with every batch that the end of a process interrupted; those being written here are left alone. */
export async function resumeImports(ports: Ports): Promise<void> {
  for (const { batchId, ...owner } of await interruptedImports(ports.db)) {
    // why editor: whoever began it was one then, and the program only carries out what was begun.
    if (!isImportRunning(ports, batchId)) {
      void runImport(ports, { ...owner, role: "procurement", via: "scheduler" }, batchId);
    }
  }
}

/** Before a database is closed: the running transaction ends, nothing new begins. The batches stay "running". */
export async function haltImports({ importRuns }: Pick<Ports, "importRuns">): Promise<void> {
  importRuns.isHalted = true;
  await importRuns.last;
}

async function writeOrStop(
  ports: Ports,
  scope: Scope,
  batchId: string,
  tell: (progress: ImportProgress) => void,
): Promise<void> {
  try {
    await writeAll(ports, scope, batchId, tell);
  } catch (error) {
    if (ports.importRuns.isHalted) return;
    console.error("import", batchId, errorText(error));
    await stopImport(ports, scope, { batchId }).catch(() => undefined);
  }
}

async function writeAll(
  ports: Ports,
  scope: Scope,
  batchId: string,
  tell: (progress: ImportProgress) => void,
): Promise<void> {
  const own = ports.importRuns;
  let memory: RunMemory | null = null;
  for (let failures = 0; failures < TRIES; ) {
    if (own.isHalted) return;
    const begun = performance.now();
    const written: Result<ImportProgress> = await writeImportRows(ports, scope, { batchId, memory });
    if (!written.ok) {
      if (written.problems.some((each) => each.code === "import-not-now")) return; // stopped or taken back
      failures += 1;
    } else {
      failures = 0;
      memory = written.value.memory;
      tell(written.value);
      if (written.value.state === "done") return;
    }
    await rest(Math.min(LONGEST_REST_MS, Math.max(REST_MS, performance.now() - begun)));
  }
  await stopImport(ports, scope, { batchId });
}
