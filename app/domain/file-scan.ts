/** What a virus scanner said of a file. `not-scanned` 検査未実施 is no finding: nobody looked. */
export const scanResults = ["clean", "infected", "not-scanned"] as const;
export type ScanResult = (typeof scanResults)[number];

/** Why nobody looked. `before-scans`: the file was received before this program kept results. */
export const scanReasons = [
  "not-configured",
  "unreachable",
  "no-answer",
  "too-large",
  "scanner-failed",
  "before-scans",
] as const;
export type ScanReason = (typeof scanReasons)[number];

/** As kept beside an original. `detail`: a ScanReason where nobody looked, else "". */
export type KeptScan = { result: ScanResult; detail: string; scannedAt: string };

/** What a page says of a file: a file without a kept scan was received before there were any. */
export function scanShown(kept: { result: string | null; detail: string | null; scannedAt: string | null }): {
  isScanned: boolean;
  reason: ScanReason | null;
  scannedAt: string | null;
} {
  if (kept.result === "clean") return { isScanned: true, reason: null, scannedAt: kept.scannedAt };
  const reason = scanReasons.find((each) => each === kept.detail) ?? "before-scans";
  return { isScanned: false, reason, scannedAt: null };
}
