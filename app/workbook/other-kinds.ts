import { problem } from "../domain/problem.ts";
import type { ReadOptions, WorkbookReading } from "../domain/reading.ts";
import type { ReadBytes } from "./archive-reading.ts";
import { fileKind } from "./file-kind.ts";
import { guardLimits } from "./guard.server.ts";
import { refusedReading } from "./refused-reading.ts";

/**
 * Files that are no open workbook: locked ones, ZIPs, PDFs and pictures. Null for everything else, which then
 * goes the workbooks' way. Each way is loaded on first use, so that workbooks never pay for it.
 */
export async function readOtherKind(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
  read: ReadBytes,
): Promise<WorkbookReading | null> {
  if (bytes.length > guardLimits.input) return null;
  const kind = fileKind(bytes, fileName);
  if (kind === "encrypted" || (kind === "xls" && options.password)) {
    const { unlockWorkbook } = await import("./locked-workbook.ts");
    const open = await unlockWorkbook(bytes, options.password);
    if (!open.ok) return refusedReading(...open.problems);
    const { password: _password, ...rest } = options;
    return read(open.value, fileName, rest);
  }
  if (kind === "zip") {
    const { readArchive } = await import("./archive-reading.ts");
    return readArchive(bytes, options, read);
  }
  if (kind === "pdf") {
    const { readPdf } = await import("./pdf-text/read-pdf.ts");
    return readPdf(bytes, fileName, options);
  }
  // why not GIF: nothing here draws it, and a form is never sent as one.
  if (kind === "image" && bytes[0] !== 0x47) {
    return { ...refusedReading(problem("file-picture-only")), recognised: "unknown", pages: 1 };
  }
  return null;
}
