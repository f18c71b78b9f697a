import { createHash } from "node:crypto";
import { keepOriginalFile } from "#db/queries/files.server";
import type { KeptScan } from "~/domain/file-scan";
import { done, type Problem, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import type { Entry } from "./record.server";
import { scanGiven } from "./scan-file.server";

/** A file a person adds to a decision: evidence, a signed approval. Kept as it is, never shown inside a page. */
export type GivenFile = { fileName: string; bytes: Uint8Array };
export const MAX_DECISION_FILE_BYTES = 10 * 1024 * 1024;

/** What is wrong with a file, at `file`; nothing for none. */
export function problemsOfFile(file: GivenFile | null): Problem[] {
  if (file === null) return [];
  const { fileName, bytes } = file;
  if (bytes.length === 0) return [problem("file-empty", { fileName }, "file")];
  return bytes.length > MAX_DECISION_FILE_BYTES
    ? [problem("file-too-large", { fileName, limit: MAX_DECISION_FILE_BYTES }, "file")]
    : [];
}

/** A file with what the virus scanner said of it; null for none. Problems: file-infected. */
export async function scanOptional(
  ports: Ports,
  file: GivenFile | null,
): Promise<Result<ScannedFile | null>> {
  if (file === null) return done(null);
  const scanned = await scanGiven(ports, file);
  return scanned.ok ? done({ ...file, scan: scanned.value }) : scanned;
}
export type ScannedFile = GivenFile & { scan: KeptScan };

/** Inside a transaction: keeps the bytes with their SHA-256. @returns the file's id, null for no file */
export async function keepFile(
  ports: Ports,
  scope: Scope,
  { tx, at }: Entry,
  file: ScannedFile | null,
): Promise<string | null> {
  if (file === null) return null;
  const { fileName, bytes, scan } = file;
  const id = ports.newId();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await keepOriginalFile(tx, scope, {
    id,
    sha256,
    fileName,
    bytes,
    receivedAt: at,
    receivedBy: scope.accountId,
    scan,
  });
  return id;
}
