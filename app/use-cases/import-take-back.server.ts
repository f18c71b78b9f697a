import type { DbOrTx } from "#db/client.server";
import {
  deleteMade,
  linksLeft,
  type Pointer,
  pointersTo,
  putContractsAway,
  putVendorsAway,
  recordsLeft,
} from "#db/queries/import-take-back.server";
import { findImportBatch, setImportState } from "#db/queries/imports.server";
import { releaseOpenReviews } from "#db/queries/role-reviews.server";
import { done, failed, problem, type Result } from "~/domain/problem";
import { type RegisterNoun, registerNouns } from "~/domain/register";
import { type MadeState, planTakeBack, type TakeBack } from "~/domain/register-import-take-back";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { type Entry, record } from "./record.server";

/** What taking a batch back would do now, for the page that asks. Another hospital's batch has nothing. */
export async function previewTakeBack(db: DbOrTx, scope: Scope, batchId: string): Promise<TakeBack> {
  const made: MadeState[] = [];
  for (const noun of registerNouns) {
    const records = await recordsLeft(db, scope, batchId, noun);
    if (records.length === 0) continue;
    const pointers = await pointersTo(db, scope, batchId, noun);
    const byRecord = new Map<string, Pointer[]>();
    for (const each of pointers) byRecord.set(each.recordId, [...(byRecord.get(each.recordId) ?? []), each]);
    for (const { id, name, version, isArchived } of records) {
      const usedBy = byRecord.get(id) ?? [];
      made.push({ noun, id, name, isArchived, isChanged: version > 1, usedBy });
    }
  }
  return planTakeBack(made, await linksLeft(db, scope, batchId));
}

/** Children before parents; contracts and their vendors are put away after everything that pointed to them. */
const deletions: readonly RegisterNoun[] = [
  "server",
  "system",
  "vendorContact",
  "productVersion",
  "product",
  "vendor",
];

/**
 * 丸ごと取り消す: takes back everything a batch made and that nobody changed or used since; the rest stays and is
 * named. Records that were there before are not touched. Contracts are put away with their number freed, because
 * a recorded period is frozen (ADR 9). Also puts a draft aside. Problems: not-found, import-not-now (a second time).
 */
export async function takeBackImport(
  ports: Ports,
  scope: Scope,
  input: { batchId: string },
): Promise<Result<{ taken: number; stays: TakeBack["stays"] }>> {
  const batch = await findImportBatch(ports.db, scope, input.batchId);
  if (!batch) return failed(problem("not-found"));
  const change: Record<string, [unknown, unknown]> = { state: [batch.state, "taken-back"] };
  const head = { verb: "take-back-import", noun: "importBatch", recordId: batch.id, change };
  return record(ports, scope, "import:write", head, async (entry) => {
    const from = ["draft", "running", "stopped", "done"] as const;
    const moved = { state: "taken-back", endedAt: entry.at } as const;
    const isMoved = await setImportState(entry.tx, scope, batch.id, from, moved);
    if (!isMoved) return failed(problem("import-not-now"));
    const plan = await previewTakeBack(entry.tx, scope, batch.id);
    await carryOut(entry, scope, plan);
    const taken = Object.values(plan.leaving).reduce(
      (sum, ids) => sum + ids.length,
      plan.vendorsPutAway.length,
    );
    return done({ taken, stays: plan.stays });
  });
}

async function carryOut({ tx, seq, at }: Entry, scope: Scope, plan: TakeBack): Promise<void> {
  await deleteMade(tx, scope, "contractSystem", plan.links);
  await releaseOpenReviews(tx, scope, plan.leaving.system);
  for (const noun of deletions) await deleteMade(tx, scope, noun, plan.leaving[noun]);
  await putContractsAway(tx, scope, plan.leaving.contract, { archivedAt: at, mark: ` ×${seq}` });
  await putVendorsAway(tx, scope, plan.vendorsPutAway, at);
}
