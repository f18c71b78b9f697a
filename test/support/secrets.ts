import { randomBytes } from "node:crypto";
import { secretsWith } from "~/server/secrets";

/** The real sealing with a key of the tests. */
export const testBytes = (count: number) => new Uint8Array(randomBytes(count));
export const testSecrets = secretsWith(new Uint8Array(32).fill(7));
