import { fileScan } from "../schema.ts";

/** What the virus scanner said of a file, beside the file; null for files that were received before. */
export const scanColumns = {
  scanResult: fileScan.result,
  scanDetail: fileScan.detail,
  scannedAt: fileScan.scannedAt,
};
