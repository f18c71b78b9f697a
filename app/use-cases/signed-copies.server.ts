import { createHash } from "node:crypto";
import { keepOriginalFile, readBlob } from "#db/queries/files.server";
import { findPaper } from "#db/queries/papers.server";
import { filesByHash, findSignedCopy, insertSignedCopy } from "#db/queries/signed-copies.server";
import { isRealDay } from "~/domain/day";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { type CopyRelation, readHashes, relationOf, type Verification, verify } from "~/domain/signed-copy";
import type { Ports } from "./ports.server";
import { MAX_WORKBOOK_BYTES } from "./receive.server";
import { record } from "./record.server";
import { scanGiven } from "./scan-file.server";

export type RawSignedCopy = { signedOn: string; note: string };
const MAX_NOTE = 2000;

/**
 * 署名・押印した写しを残す: the file that came back, beside the paper that was issued; nothing of it is changed or shown
 * in a page. Whether it is the issued file with signatures appended is found from its bytes.
 * Problems: not-found, file-missing, file-empty, file-too-large, field-not-a-day (signedOn), field-too-long (note).
 */
export async function attachSignedCopy(
  ports: Ports,
  scope: Scope,
  input: { paperId: string; raw: RawSignedCopy; file: { fileName: string; bytes: Uint8Array } | null },
): Promise<Result<{ copyId: string; relation: CopyRelation }>> {
  const paper = await findPaper(ports.db, scope, input.paperId);
  const issued = paper && (await readBlob(ports.db, scope, paper.sha256));
  if (!paper || !issued) return failed(problem("not-found"));
  const problems = faultsOf(input);
  if (input.file === null || problems.length > 0) return failed(...problems);
  const scanned = await scanGiven(ports, input.file);
  if (!scanned.ok) return scanned;
  const { fileName, bytes } = input.file;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const relation = relationOf(issued, bytes);
  const [copyId, fileId] = [ports.newId(), ports.newId()];
  const change = { sha256: [null, sha256], relation: [null, relation] } satisfies Record<
    string,
    [unknown, unknown]
  >;
  const head = { verb: "attach-signed-copy", noun: "paper", recordId: paper.id, change };
  return record(ports, scope, "paper:issue", head, async ({ tx, seq, at }) => {
    const file = { id: fileId, sha256, fileName, bytes };
    await keepOriginalFile(tx, scope, {
      ...file,
      receivedAt: at,
      receivedBy: scope.accountId,
      scan: scanned.value,
    });
    await insertSignedCopy(tx, scope, {
      id: copyId,
      paperId: paper.id,
      originalFileId: fileId,
      sha256,
      relation,
      signedOn: input.raw.signedOn,
      note: input.raw.note.trim(),
      recordedSeq: seq,
      attachedAt: at,
      attachedBy: scope.accountId,
    });
    return done({ copyId, relation });
  });
}

/** 写しのファイル: as it came back. Problems: not-found. */
export async function openSignedCopy(
  ports: Ports,
  scope: Scope,
  input: { copyId: string },
): Promise<Result<{ fileName: string; bytes: Uint8Array }>> {
  const found = await findSignedCopy(ports.db, scope, input.copyId);
  const bytes = found && (await readBlob(ports.db, scope, found.sha256));
  return found && bytes ? done({ fileName: found.fileName, bytes }) : failed(problem("not-found"));
}

function faultsOf({ raw, file }: Pick<Parameters<typeof attachSignedCopy>[2], "raw" | "file">): Problem[] {
  const problems: Problem[] = [];
  if (file === null) problems.push(problem("file-missing", {}, "file"));
  else if (file.bytes.length === 0) problems.push(problem("file-empty", { fileName: file.fileName }, "file"));
  else if (file.bytes.length > MAX_WORKBOOK_BYTES)
    problems.push(problem("file-too-large", { fileName: file.fileName, limit: MAX_WORKBOOK_BYTES }, "file"));
  if (!isRealDay(raw.signedOn))
    problems.push(problem("field-not-a-day", { value: raw.signedOn }, "signedOn"));
  if (raw.note.length > MAX_NOTE) problems.push(problem("field-too-long", { max: MAX_NOTE }, "note"));
  return problems;
}

/**
 * 写しを確かめる: whether a file with these SHA-256 was issued here, which version it is and whether a newer one
 * replaced it. Anybody who holds the file may ask; nothing is stored and nothing else is told.
 * @param text hashes as typed or computed in the browser, the whole file's first
 * Problems: hash-unreadable.
 */
export async function verifyPaper(ports: Ports, text: string): Promise<Result<Verification>> {
  const hashes = readHashes(text);
  if (hashes.length === 0) return failed(problem("hash-unreadable", {}, "hashes"));
  return done(verify(hashes, await filesByHash(ports.db, hashes)));
}
