import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseCsv } from "~/workbook/csv-sheet";

/** The workbook saved by LibreOffice as another kind of file. */
export function savedByLibreOffice(bytes: Uint8Array, ending: "xls" | "pdf"): Uint8Array {
  return converted(bytes, ending, ending);
}

/** The first sheet of a workbook as LibreOffice opens it: the text of every cell, row by row. */
export function openedByLibreOffice(bytes: Uint8Array): string[][] {
  // 76 = UTF-8.
  const text = converted(bytes, "csv", "csv:Text - txt - csv (StarCalc):44,34,76");
  return parseCsv(new TextDecoder().decode(text));
}

function converted(bytes: Uint8Array, ending: string, filter: string): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), "buntan-calc-"));
  try {
    writeFileSync(path.join(folder, "book.xlsx"), bytes);
    // why a profile of its own: two of them at once would lock each other out.
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        filter,
        "--outdir",
        folder,
        path.join(folder, "book.xlsx"),
      ],
      { stdio: "pipe", timeout: 120_000 },
    );
    return new Uint8Array(readFileSync(path.join(folder, `book.${ending}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
