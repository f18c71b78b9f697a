import {
  answersOf,
  fileOfDisclosure,
  findDisclosure,
  insertWithdrawal,
  seriesOf,
  unreadOf,
} from "#db/queries/disclosures.server";
import { findOriginalFile, readBlob } from "#db/queries/files.server";
import { differencesOf } from "~/domain/disclosure";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { staleReasons } from "~/domain/staleness";
import type { Ports } from "./ports.server";
import { record } from "./record.server";
import { staleFacts } from "./stale-disclosures.server";

/** 開示書を見る: everything a page shows of one disclosure, in a constant number of queries. */
export async function showDisclosure(ports: Ports, scope: Scope, input: { disclosureId: string }) {
  const found = await findDisclosure(ports.db, scope, input.disclosureId);
  if (!found) return failed(problem("not-found"));
  const [answers, unread, file, series, facts] = await Promise.all([
    answersOf(ports.db, scope, found.id),
    unreadOf(ports.db, scope, found.id),
    fileOfDisclosure(ports.db, scope, found.id),
    seriesOf(ports.db, scope, found.productVersionId, found.form),
    staleFacts(ports, scope),
  ]);
  const older =
    series.find((each) => each.issuedOn < found.issuedOn && each.withdrawnReason === null) ?? null;
  const differences = older ? differencesOf(await answersOf(ports.db, scope, older.id), answers) : null;
  const stale = found.isCurrent === 1 ? staleReasons(found, facts) : [];
  return done({ disclosure: found, answers, unread, file, series, older, differences, stale });
}

/** 取り下げる: a wrong receipt leaves comparison with a reason; it stays readable. */
export async function withdrawDisclosure(
  ports: Ports,
  scope: Scope,
  input: { disclosureId: string; reason: string },
): Promise<Result<null>> {
  const reason = input.reason.trim();
  if (reason === "") return failed(problem("field-required", {}, "reason"));
  if (reason.length > 2000) return failed(problem("field-too-long", { max: 2000 }, "reason"));
  const found = await findDisclosure(ports.db, scope, input.disclosureId);
  if (!found) return failed(problem("not-found"));
  const head = {
    verb: "withdraw",
    noun: "disclosure",
    recordId: found.id,
    change: { reason: [null, reason] satisfies [unknown, unknown] },
  };
  return record(ports, scope, "disclosure:write", head, async ({ tx, seq, at }) => {
    const now = await findDisclosure(tx, scope, found.id);
    if (now === null || now.withdrawnReason !== null) return failed(problem("disclosure-withdrawn"));
    await insertWithdrawal(tx, scope, {
      id: ports.newId(),
      disclosureId: found.id,
      reason,
      recordedSeq: seq,
      withdrawnAt: at,
      withdrawnBy: scope.accountId,
    });
    return done(null);
  });
}

/** 原本を返す: byte for byte, with its SHA-256. */
export async function openOriginal(
  ports: Ports,
  scope: Scope,
  input: { fileId: string },
): Promise<Result<{ fileName: string; bytes: Uint8Array; sha256: string }>> {
  const file = await findOriginalFile(ports.db, scope, input.fileId);
  const bytes = file && (await readBlob(ports.db, scope, file.sha256));
  if (!file || !bytes) return failed(problem("not-found"));
  return done({ fileName: file.fileName, bytes, sha256: file.sha256 });
}
