import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseCsv } from "~/workbook/csv-sheet";

/** The first sheet of a workbook as LibreOffice opens it: the text of every cell, row by row. */
export function openedByLibreOffice(bytes: Uint8Array): string[][] {
  const folder = mkdtempSync(path.join(tmpdir(), "buntan-calc-"));
  try {
    writeFileSync(path.join(folder, "book.xlsx"), bytes);
    // why a profile of its own: two of them at once would lock each other out. 76 = UTF-8.
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76",
        "--outdir",
        folder,
        path.join(folder, "book.xlsx"),
      ],
      { stdio: "pipe", timeout: 120_000 },
    );
    return parseCsv(readFileSync(path.join(folder, "book.csv"), "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
