import { createHash } from "node:crypto";
import { bindersOf, findBinder, insertBinder } from "#db/queries/binders.server";
import { readBlob, storeBlob } from "#db/queries/files.server";
import { buildBinder } from "~/domain/binder";
import { dayInTokyo } from "~/domain/day";
import { errorText } from "~/domain/error-text";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { may } from "~/domain/rights";
import type { Scope } from "~/domain/scope";
import { binderInput } from "./binder-input.server";
import type { BinderProgress } from "./binder-runs";
import type { Ports } from "./ports.server";
import { type Change, record } from "./record.server";

/** 綴りの一覧: what was made, and how far the one being made is. */
export async function showBinders(ports: Ports, scope: Scope) {
  const made = await bindersOf(ports.db, scope);
  return { made, progress: ports.binderRuns.get(scope.hospitalId)?.progress ?? null };
}

/**
 * 綴りを作る: begins and returns at once; the work goes on beside, and the page asks how far it is. One at a time for a
 * hospital: a second press joins the first. Problems: forbidden.
 */
export function startBinder(ports: Ports, scope: Scope): Result<{ ended: Promise<void> }> {
  if (!may(scope, "binder:make")) return failed(problem("forbidden", { needed: "binder:make" }));
  const before = ports.binderRuns.get(scope.hospitalId);
  if (before && isRunning(before.progress)) return done({ ended: before.ended });
  const tell = (progress: BinderProgress) => {
    const own = ports.binderRuns.get(scope.hospitalId);
    if (own) own.progress = progress;
  };
  let begin = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    begin = resolve;
  }).then(() => run(ports, scope, tell));
  ports.binderRuns.set(scope.hospitalId, { progress: { step: "gathering" }, ended });
  begin();
  return done({ ended });
}

function isRunning({ step }: BinderProgress): boolean {
  return step === "gathering" || step === "printing";
}

async function run(ports: Ports, scope: Scope, tell: (progress: BinderProgress) => void): Promise<void> {
  try {
    const made = await makeBinder(ports, scope, (drawn, total) => tell({ step: "printing", drawn, total }));
    tell(
      made.ok ? { step: "done", binderId: made.value.binderId } : { step: "failed", problems: made.problems },
    );
  } catch (error) {
    console.error("binder", errorText(error));
    const problems: Problem[] = [problem("unexpected")];
    tell({ step: "failed", problems });
  }
}

/**
 * The work itself: gathers the records, prints them in a process of its own, keeps the PDF with its SHA-256.
 * Problems: forbidden, paper-printer-failed.
 */
export async function makeBinder(
  ports: Ports,
  scope: Scope,
  onPage: (drawn: number, total: number) => void,
): Promise<Result<{ binderId: string; sha256: string; pageCount: number }>> {
  if (!may(scope, "binder:make")) return failed(problem("forbidden", { needed: "binder:make" }));
  const now = ports.now();
  const document = buildBinder(await binderInput(ports, scope), ports.binderWords);
  const printed = await ports.printLongPaper(document, { createdAt: new Date(now), onPage });
  if (!printed.ok) return printed;
  const { bytes, pageCount } = printed.value;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const binderId = ports.newId();
  const change: Change = { sha256: [null, sha256] };
  const head = { verb: "make-binder", noun: "binder", recordId: binderId, change };
  return record(ports, scope, "binder:make", head, async ({ tx, seq, at }) => {
    await storeBlob(tx, scope, sha256, bytes);
    await insertBinder(tx, scope, {
      id: binderId,
      sha256,
      size: bytes.length,
      pageCount,
      madeOn: dayInTokyo(now),
      recordedSeq: seq,
      madeAt: at,
      madeBy: scope.accountId,
    });
    return done({ binderId, sha256, pageCount });
  });
}

/** 綴りを開く: the kept bytes. Problems: not-found. */
export async function openBinder(
  ports: Ports,
  scope: Scope,
  input: { binderId: string },
): Promise<Result<{ fileName: string; bytes: Uint8Array }>> {
  const found = await findBinder(ports.db, scope, input.binderId);
  const bytes = found && (await readBlob(ports.db, scope, found.sha256));
  if (!found || !bytes) return failed(problem("not-found"));
  return done({ bytes, fileName: `立入検査の綴り_${found.madeOn}.pdf` });
}
