import { Buffer } from "node:buffer";
import { done, failed, problem, type Result } from "../domain/problem.ts";

/** The password with which Excel locks a workbook that opens without asking (read-only recommended). */
const DEFAULT_PASSWORD = "VelvetSweatshop";
/** Longest password a spreadsheet takes. */
const LONGEST = 255;

/**
 * Takes the lock off a workbook: .xlsx in an encrypted package (agile, standard) and .xls (RC4, CryptoAPI,
 * XOR). The bytes it gives back have met no guard yet. Costly on purpose of the format, so it belongs into
 * the reader process. Problems: file-password-protected (none given), file-password-wrong,
 * file-encryption-unsupported, file-damaged.
 */
export async function unlockWorkbook(bytes: Uint8Array, password = ""): Promise<Result<Uint8Array>> {
  if (password.length > LONGEST) return failed(problem("file-password-wrong"));
  // why lazily: most files have no lock, and the library is a second parser that they need not pay for.
  const { default: office } = await import("officecrypto-tool");
  try {
    const given = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const open = await office.decrypt(given, { password: password === "" ? DEFAULT_PASSWORD : password });
    return done(new Uint8Array(open));
  } catch (error) {
    const text = error instanceof Error ? error.message : "";
    if (/unsupported/i.test(text)) return failed(problem("file-encryption-unsupported"));
    // why whatever went wrong: the lock is seen; that something behind it is damaged shows with the password.
    if (password === "") return failed(problem("file-password-protected"));
    return failed(problem(/incorrect/i.test(text) ? "file-password-wrong" : "file-damaged"));
  }
}
