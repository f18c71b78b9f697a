import { done, failed, problem, type Result } from "../domain/problem.ts";
import type { ArchiveMember } from "../domain/reading.ts";
import { guardLimits } from "./guard.server.ts";
import { zipDirectory } from "./zip-directory.ts";

/** Bounds of a ZIP that holds files. */
export const archiveLimits = { members: 50, total: 48 * 1024 * 1024, ratio: 250 };

const readable = /\.(?:xlsx|xlsm|xls|csv|tsv|pdf|png|jpe?g)$/i;
/** What systems leave behind in archives; no person put it there. */
const leftovers = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i;

/**
 * The files in a ZIP that a person put there, in its own order. Problems: file-damaged, file-zip-bomb
 * (too many, too large), file-archive-empty.
 */
export function archiveMembers(bytes: Uint8Array): Result<ArchiveMember[]> {
  const entries = zipDirectory(bytes, guardLimits.entries);
  if (entries === null) return failed(problem("file-damaged"));
  const files = entries.filter((each) => !each.name.endsWith("/") && !leftovers.test(each.name));
  if (files.length === 0) return failed(problem("file-archive-empty"));
  const total = files.reduce((sum, each) => sum + each.size, 0);
  if (files.length > archiveLimits.members || total > archiveLimits.total) {
    return failed(problem("file-zip-bomb", { detail: `${files.length}` }));
  }
  return done(files.map((each) => ({ name: each.name, isReadable: readable.test(each.name) })));
}

/** True when a file in the ZIP needs a password. */
export function isArchiveLocked(bytes: Uint8Array): boolean {
  return zipDirectory(bytes)?.some((each) => each.isEncrypted) ?? false;
}

/**
 * Takes one file out of a ZIP: deflated or stored, plain, ZipCrypto or AES. What is unpacked is counted while
 * it comes, because the directory may lie. Problems: file-password-protected, file-password-wrong,
 * file-too-large, file-zip-bomb, file-encryption-unsupported, file-damaged, file-missing.
 */
export async function takeMember(
  bytes: Uint8Array,
  name: string,
  password: string | undefined,
): Promise<Result<Uint8Array>> {
  const at = (zipDirectory(bytes) ?? []).findIndex((each) => each.name === name);
  if (at < 0) return failed(problem("file-missing", {}, name));
  // why lazily: only ZIPs pay for their parser. why no workers: this already is a process of its own.
  const zip = await import("@zip.js/zip.js");
  zip.configure({ useWebWorkers: false });
  const chunks: Uint8Array[] = [];
  let size = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      size += chunk.length;
      if (size > guardLimits.input) throw new Error("too large");
      chunks.push(chunk);
    },
  });
  try {
    const entry = (await new zip.ZipReader(new zip.Uint8ArrayReader(bytes)).getEntries())[at];
    if (!entry || entry.directory) return failed(problem("file-missing", {}, name));
    if (entry.uncompressedSize > Math.max(1 << 20, archiveLimits.ratio * entry.compressedSize)) {
      return failed(problem("file-zip-bomb", { detail: name }, name));
    }
    await entry.getData(sink, { checkSignature: true, ...(password ? { password } : {}) });
    return done(joined(chunks, size));
  } catch (error) {
    return failed(problemOf(error, size, name));
  }
}

function problemOf(error: unknown, size: number, name: string) {
  const text = error instanceof Error ? error.message : "";
  if (size > guardLimits.input) return problem("file-too-large", { limit: guardLimits.input }, name);
  if (/contains encrypted/i.test(text)) return problem("file-password-protected", {}, name);
  // why the signature: one in 256 wrong passwords passes the check of the older encryption.
  if (/password/i.test(text)) return problem("file-password-wrong", {}, name);
  if (/not supported|unsupported/i.test(text)) return problem("file-encryption-unsupported", {}, name);
  return problem("file-damaged", {}, name);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
