import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Runs an outside program on the bytes of a PDF in a folder of its own. */
function withPdf<T>(bytes: Uint8Array, use: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), "buntan-pdf-"));
  try {
    const file = path.join(folder, "paper.pdf");
    writeFileSync(file, bytes);
    return use(file, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Text of every page in drawing order, as poppler extracts it. */
export function pdfTextOfPages(bytes: Uint8Array): string[] {
  const text = withPdf(bytes, (file) => execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" }));
  return text.split("\f").slice(0, -1);
}

/** What qpdf says; throws when it finds an error. */
export function qpdfCheck(bytes: Uint8Array): string {
  return withPdf(bytes, (file) => execFileSync("qpdf", ["--check", file], { encoding: "utf8" }));
}

/** What pdfsig says of the signatures; certificates of tests have no issuer to trust. */
export function pdfSig(bytes: Uint8Array): string {
  return withPdf(bytes, (file) => execFileSync("pdfsig", ["-nocert", file], { encoding: "utf8" }));
}

export function pdfInfo(bytes: Uint8Array): string {
  return withPdf(bytes, (file) => execFileSync("pdfinfo", [file], { encoding: "utf8" }));
}

/** Share of ink per page: the darkness of all pixels, added up, at 72 dots an inch. */
export function inkOfPages(bytes: Uint8Array): number[] {
  return withPdf(bytes, (file, folder) => {
    execFileSync("pdftoppm", ["-gray", "-r", "72", file, path.join(folder, "page")]);
    const images = readdirSync(folder).filter((each) => each.endsWith(".pgm"));
    return images.sort().map((each) => darknessOf(readFileSync(path.join(folder, each))));
  });
}

/** PGM (P5): magic, width, height, greatest value, one white space, then a byte a pixel. */
function darknessOf(pgm: Buffer): number {
  const head = /^P5\s+(\d+)\s+(\d+)\s+(\d+)\s/.exec(pgm.subarray(0, 64).toString("latin1"));
  if (head === null) throw new Error("not a PGM image");
  let darkness = 0;
  for (const pixel of pgm.subarray(head[0].length)) darkness += 255 - pixel;
  return darkness;
}
