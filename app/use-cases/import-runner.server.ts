import type { Db } from "#db/client.server";
import type { Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { type ImportProgress, type RunMemory, stopImport, writeImportRows } from "./import-write.server";
import type { Ports } from "./ports.server";

/** Batches this process is writing, by database: a batch that is "running" but not here was interrupted. */
const running = new WeakMap<Db, Set<string>>();

function runningOn(db: Db): Set<string> {
  const there = running.get(db) ?? new Set<string>();
  running.set(db, there);
  return there;
}

/** True while this process writes the batch; a state of "running" alone may be left from before a restart. */
export function isImportRunning(db: Db, batchId: string): boolean {
  return runningOn(db).has(batchId);
}

const REST_MS = 8;
const BUSY_TRIES = 5;

const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Writes a batch to its end, one short transaction after another, resting twice as long as each took: pages and
 * other people's writes go in between. A failure stops the batch; what was written stays and can be continued
 * or taken back.
 * @param tell told after each transaction, for command lines and benches
 */
export async function runImport(
  ports: Ports,
  scope: Scope,
  batchId: string,
  tell: (progress: ImportProgress) => void = () => undefined,
): Promise<void> {
  const own = runningOn(ports.db);
  if (own.has(batchId)) return;
  own.add(batchId);
  try {
    await writeAll(ports, scope, batchId, tell);
  } catch (error) {
    console.error("import", batchId, error);
    await stopImport(ports, scope, { batchId }).catch(() => undefined);
  } finally {
    own.delete(batchId);
  }
}

async function writeAll(
  ports: Ports,
  scope: Scope,
  batchId: string,
  tell: (progress: ImportProgress) => void,
): Promise<void> {
  let memory: RunMemory | null = null;
  for (let tries = 0; tries < BUSY_TRIES; ) {
    const begun = performance.now();
    const written: Result<ImportProgress> = await writeImportRows(ports, scope, { batchId, memory });
    if (!written.ok) {
      if (written.problems.some((each) => each.code === "import-not-now")) return; // stopped or taken back
      tries += 1;
    } else {
      tries = 0;
      memory = written.value.memory;
      tell(written.value);
      if (written.value.state === "done") return;
    }
    await rest(Math.max(REST_MS, (performance.now() - begun) * 2));
  }
  await stopImport(ports, scope, { batchId });
}
