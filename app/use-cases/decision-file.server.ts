import { createHash } from "node:crypto";
import { keepOriginalFile } from "#db/queries/files.server";
import { type Problem, problem } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import type { Entry } from "./record.server";

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

/** Inside a transaction: keeps the bytes with their SHA-256. @returns the file's id, null for no file */
export async function keepFile(
  ports: Ports,
  scope: Scope,
  { tx, at }: Entry,
  file: GivenFile | null,
): Promise<string | null> {
  if (file === null) return null;
  const { fileName, bytes } = file;
  const id = ports.newId();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await keepOriginalFile(tx, scope, {
    id,
    sha256,
    fileName,
    bytes,
    receivedAt: at,
    receivedBy: scope.accountId,
  });
  return id;
}
