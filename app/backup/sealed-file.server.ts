import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import fs from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip, constants as zlib } from "node:zlib";
import { z } from "zod";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { BackupKey } from "./backup-key.server";

/**
 * A sealed backup: the magic line, the length of the header (4 bytes, big endian), the header (JSON), the gzip of the
 * database under AES-256-GCM, the tag (16 bytes). Everything before the ciphertext is authenticated with it. Each file
 * has a key of its own (HKDF-SHA256 of the key file and a random salt), so a nonce is never used twice. One GCM stream
 * holds 64 GiB; a larger database is refused.
 */
const MAGIC = Buffer.from("BUNTAN-BACKUP-1\n");
const TAG_BYTES = 16;
const MAX_HEADER = 4096;
const MAX_PLAIN = 60 * 2 ** 30;

const headerSchema = z.object({
  keyId: z.string(),
  salt: z.string(),
  nonce: z.string(),
  /** Of the database before compression. */
  bytes: z.number(),
  sha256: z.string(),
  madeAt: z.string(),
});
type Header = z.infer<typeof headerSchema>;

export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(fs.createReadStream(file), hash);
  return hash.digest("hex");
}

/** Bytes of a file onto the disk, so that a name never points at what a power cut can lose. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, "r");
  await handle.sync();
  await handle.close();
}

function fileKey(key: BackupKey, header: Pick<Header, "salt">): Buffer {
  const info = "buntan backup 1";
  return Buffer.from(hkdfSync("sha256", key.bytes, Buffer.from(header.salt, "base64"), info, 32));
}

/** Seals `from` into the new file `to`. @returns Problems: backup-too-large */
export async function sealFile(
  from: string,
  to: string,
  key: BackupKey,
  madeAt: string,
): Promise<Result<null>> {
  const { size } = await fs.promises.stat(from);
  if (size > MAX_PLAIN) return failed(problem("backup-too-large", { bytes: size }));
  const [salt, nonce] = [randomBytes(32).toString("base64"), randomBytes(12).toString("base64")];
  const sha256 = await sha256OfFile(from);
  const header = Buffer.from(JSON.stringify({ keyId: key.id, salt, nonce, bytes: size, sha256, madeAt }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  const head = Buffer.concat([MAGIC, length, header]);
  await fs.promises.writeFile(to, head, { mode: 0o600, flag: "wx" });
  const cipher = createCipheriv("aes-256-gcm", fileKey(key, { salt }), Buffer.from(nonce, "base64"));
  cipher.setAAD(head);
  const gzip = createGzip({ level: zlib.Z_BEST_SPEED });
  await pipeline(fs.createReadStream(from), gzip, cipher, fs.createWriteStream(to, { flags: "a" }));
  await fs.promises.appendFile(to, cipher.getAuthTag());
  await syncFile(to);
  return done(null);
}

/**
 * Opens a sealed file into the new file `to`. Nothing of `to` may be used unless this succeeds: the tag stands at the
 * end. @returns Problems: backup-not-ours, backup-key-wrong, backup-damaged
 */
export async function openSealedFile(
  from: string,
  to: string,
  key: BackupKey,
): Promise<Result<{ madeAt: string }>> {
  const read = await readHead(from);
  if (read === null) return failed(problem("backup-not-ours", {}, from));
  const { head, header, size } = read;
  if (header.keyId !== key.id)
    return failed(problem("backup-key-wrong", { needed: header.keyId, given: key.id }));
  const decipher = createDecipheriv("aes-256-gcm", fileKey(key, header), Buffer.from(header.nonce, "base64"));
  decipher.setAAD(head);
  decipher.setAuthTag(await readAt(from, size - TAG_BYTES, TAG_BYTES));
  const body = fs.createReadStream(from, { start: head.length, end: size - TAG_BYTES - 1 });
  try {
    await pipeline(body, decipher, createGunzip(), fs.createWriteStream(to, { mode: 0o600, flags: "wx" }));
  } catch (error) {
    if (isOfDisk(error)) throw error;
    return failed(problem("backup-damaged", {}, from));
  }
  const isSame = (await sha256OfFile(to)) === header.sha256;
  return isSame ? done({ madeAt: header.madeAt }) : failed(problem("backup-damaged", {}, from));
}

/** The disk's failures are no word about the backup. */
function isOfDisk(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^E[A-Z]+$/.test(String(error.code));
}

async function readHead(file: string): Promise<{ head: Buffer; header: Header; size: number } | null> {
  const { size } = await fs.promises.stat(file);
  const least = MAGIC.length + 4;
  if (size < least + TAG_BYTES + 1) return null;
  const begin = await readAt(file, 0, least);
  if (!begin.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const length = begin.readUInt32BE(MAGIC.length);
  if (length > MAX_HEADER || size < least + length + TAG_BYTES + 1) return null;
  const text = await readAt(file, least, length);
  const parsed = headerSchema.safeParse(parsedJson(text.toString("utf8")));
  return parsed.success ? { head: Buffer.concat([begin, text]), header: parsed.data, size } : null;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function readAt(file: string, position: number, length: number): Promise<Buffer> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
