import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type { Secrets } from "~/use-cases/secrets";

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const FORM = "v1.";

/** AES-256-GCM with a fresh nonce each time; what it belongs to is authenticated with it. @param key 32 bytes */
export function secretsWith(key: Uint8Array): Secrets {
  if (key.length !== KEY_BYTES) throw new Error(`the key must have ${KEY_BYTES} bytes`);
  return {
    seal(text, about) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return FORM + Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
    },
    open(sealed, about) {
      if (!sealed.startsWith(FORM)) return null;
      const bytes = Buffer.from(sealed.slice(FORM.length), "base64url");
      if (bytes.length < IV_BYTES + TAG_BYTES) return null;
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES));
        decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        const body = bytes.subarray(IV_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
      } catch {
        return null;
      }
    },
    mark: (text, about) => createHmac("sha256", key).update(`${about}\0${text}`).digest("hex"),
  };
}

/**
 * The key of this machine: from the environment, else from a file of the data folder that only its owner reads. The
 * file is made at the first use, so that a command that needs no secret makes none.
 * @param given base64 of 32 bytes, or undefined
 * @throws Error when a given key, or the file, is no key
 */
export function machineSecrets(dataDir: string, given: string | undefined): Secrets {
  let made: Secrets | null = null;
  const secrets = () => {
    made ??= secretsWith(given === undefined ? keyOfFile(path.join(dataDir, "secret.key")) : keyOf(given));
    return made;
  };
  if (given !== undefined) secrets(); // why now: a wrong key is told at start, not at the first sign-in
  return {
    seal: (text, about) => secrets().seal(text, about),
    open: (sealed, about) => secrets().open(sealed, about),
    mark: (text, about) => secrets().mark(text, about),
  };
}

function keyOfFile(file: string): Uint8Array {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, `${randomBytes(KEY_BYTES).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return keyOf(fs.readFileSync(file, "utf8").trim());
}

function keyOf(text: string): Uint8Array {
  const key = Buffer.from(text, "base64");
  if (key.length !== KEY_BYTES) throw new Error(`BUNTAN_SECRET_KEY: must be base64 of ${KEY_BYTES} bytes`);
  return key;
}
