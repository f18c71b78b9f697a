import { readBlob } from "#db/queries/files.server";
import { findPaper } from "#db/queries/papers.server";
import { findSignedCopy } from "#db/queries/signed-copies.server";
import { dayInTokyo } from "~/domain/day";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { may } from "~/domain/rights";
import type { Scope } from "~/domain/scope";
import { MAX_KEY_FILE_BYTES, signPaper } from "~/pdf/sign-paper.server";
import type { Ports } from "./ports.server";
import { attachSignedCopy } from "./signed-copies.server";

export { MAX_KEY_FILE_BYTES };

type KeyFile = { fileName: string; bytes: Uint8Array };

/**
 * 病院の電子証明書で署名する: PAdES over the issued file, or over a copy that came back signed by the other party; the
 * result is kept as a signed copy. Key file and password live in memory for this one call: they are in no table, no
 * audit entry and no log.
 * @param input.copyId the signed copy to sign over; empty = the issued file
 * Problems: not-found, forbidden, file-missing, file-empty, file-too-large, key-file-unreadable and
 * certificate-not-valid (all at keyFile).
 */
export async function signIssuedPaper(
  ports: Ports,
  scope: Scope,
  input: { paperId: string; copyId: string; keyFile: KeyFile | null; password: string },
): Promise<Result<{ copyId: string }>> {
  const paper = await findPaper(ports.db, scope, input.paperId);
  if (paper?.audience !== "contract") return failed(problem("not-found"));
  if (!may(scope, "paper:issue")) return failed(problem("forbidden", { needed: "paper:issue" }));
  const base = await baseOf(ports, scope, { ...input, sha256: paper.sha256 });
  if (base === null) return failed(problem("not-found"));
  const fault = faultOf(input.keyFile);
  if (input.keyFile === null || fault !== null) return failed(...(fault === null ? [] : [fault]));
  const given = { keyFile: input.keyFile.bytes, password: input.password, at: new Date(ports.now()) };
  const signed = await signPaper(base, given);
  if (!signed.ok) return signed;
  const name = [paper.printedNo, paper.title, paper.issuedOn].filter((each) => each !== "").join("_");
  const kept = await attachSignedCopy(ports, scope, {
    paperId: paper.id,
    raw: { signedOn: dayInTokyo(ports.now()), note: signed.value.signer },
    file: { fileName: `${name}_署名.pdf`, bytes: signed.value.bytes },
  });
  return kept.ok ? done({ copyId: kept.value.copyId }) : kept;
}

/** The bytes to sign over; null for a copy of another paper, or one that is not the issued file with signatures. */
async function baseOf(
  ports: Ports,
  scope: Scope,
  { paperId, copyId, sha256 }: { paperId: string; copyId: string; sha256: string },
): Promise<Uint8Array | null> {
  if (copyId === "") return readBlob(ports.db, scope, sha256);
  const copy = await findSignedCopy(ports.db, scope, copyId);
  if (!copy || copy.paperId !== paperId || copy.relation !== "extended") return null;
  return readBlob(ports.db, scope, copy.sha256);
}

function faultOf(file: KeyFile | null): Problem | null {
  if (file === null) return problem("file-missing", {}, "keyFile");
  const { fileName, bytes } = file;
  if (bytes.length === 0) return problem("file-empty", { fileName }, "keyFile");
  const limit = MAX_KEY_FILE_BYTES;
  return bytes.length > limit ? problem("file-too-large", { fileName, limit }, "keyFile") : null;
}
