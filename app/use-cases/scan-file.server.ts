import type { KeptScan, ScanReason } from "~/domain/file-scan";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Ports } from "./ports.server";

/** `detail`: the name of what was found, or a ScanReason. */
export type FileScan =
  | { result: "clean"; detail: "" }
  | { result: "infected"; detail: string }
  | { result: "not-scanned"; detail: ScanReason };
/** Asks the virus scanner; never throws, because a scanner that is away must not stop the work. */
export type ScanFile = (bytes: Uint8Array) => Promise<FileScan>;

/**
 * ウイルス検査: what the scanner says of a file before it is kept; to be asked before a transaction begins. A file in
 * which something was found is kept nowhere.
 * @returns the scan to keep beside the file; Problems: file-infected (file)
 */
export async function scanGiven(
  ports: Pick<Ports, "scanFile" | "now">,
  file: { fileName: string; bytes: Uint8Array },
): Promise<Result<KeptScan>> {
  const scan: FileScan = ports.scanFile
    ? await ports.scanFile(file.bytes)
    : { result: "not-scanned", detail: "not-configured" };
  if (scan.result === "infected") {
    return failed(problem("file-infected", { fileName: file.fileName, found: scan.detail }, "file"));
  }
  return done({ ...scan, scannedAt: ports.now() });
}
