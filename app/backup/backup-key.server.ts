import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { failed, problem, type Result } from "~/domain/problem";

/** A key of 256 bits with a short name that may be shown. */
export type BackupKey = { bytes: Buffer; id: string };

const PREFIX = "buntan-backup-key-1";

/** First digits of the key's SHA-256: tells keys apart and says nothing of them. */
const idOf = (bytes: Buffer) => createHash("sha256").update(PREFIX).update(bytes).digest("hex").slice(0, 12);

/**
 * Reads the key; makes one when there is no such file and `mayMake` is set. The file stands outside the database and
 * outside the folder of the backups, readable by its owner only.
 * @returns Problems: backup-key-missing, backup-key-unreadable
 */
export function readBackupKey(file: string, mayMake: boolean): Result<BackupKey> {
  if (!fs.existsSync(file)) {
    if (!mayMake) return failed(problem("backup-key-missing", {}, file));
    const bytes = randomBytes(32);
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    fs.writeFileSync(file, `${keyText(bytes)}\n`, { mode: 0o600, flag: "wx" });
    return { ok: true, value: { bytes, id: idOf(bytes) } };
  }
  const key = keyOfText(fs.readFileSync(file, "utf8"));
  return key === null ? failed(problem("backup-key-unreadable", {}, file)) : { ok: true, value: key };
}

/** The key as text with check digits, so that a slip in copying it from paper is found. */
export function keyText(bytes: Buffer): string {
  return `${PREFIX}:${bytes.toString("hex")}:${idOf(bytes)}`;
}

export function keyOfText(text: string): BackupKey | null {
  const [, hex, id] = /^buntan-backup-key-1:([0-9a-f]{64}):([0-9a-f]{12})$/.exec(text.trim()) ?? [];
  if (hex === undefined || id === undefined) return null;
  const bytes = Buffer.from(hex, "hex");
  return idOf(bytes) === id ? { bytes, id } : null;
}
