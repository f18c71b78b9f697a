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

/** The structure tree with its texts, as poppler reads it: one line an element, what it holds below it. */
export function pdfStructure(bytes: Uint8Array): string {
  return withPdf(bytes, (file) => execFileSync("pdfinfo", ["-struct-text", file], { encoding: "utf8" }));
}

/** One line a font: name, type, encoding, embedded, subset, ToUnicode. */
export function pdfFonts(bytes: Uint8Array): string[] {
  const table = withPdf(bytes, (file) => execFileSync("pdffonts", [file], { encoding: "utf8" }));
  return table.trim().split("\n").slice(2);
}

/** Ink of the first pages: the darkness of all pixels, added up, at so many dots an inch. */
export function inkOfPages(bytes: Uint8Array, dots = 72, most = Number.POSITIVE_INFINITY): number[] {
  const last = Number.isFinite(most) ? ["-l", String(most)] : [];
  return picturesOf(bytes, ["-r", String(dots), ...last]).map(({ gray }) => {
    let darkness = 0;
    for (const pixel of gray) darkness += 255 - pixel;
    return darkness;
  });
}

/** The first page in greys at 36 dots an inch. */
export function firstPagePicture(bytes: Uint8Array): { width: number; height: number; gray: Uint8Array } {
  const [first] = picturesOf(bytes, ["-r", "36", "-f", "1", "-l", "1"]);
  if (first === undefined) throw new Error("no page");
  return first;
}

function picturesOf(bytes: Uint8Array, options: readonly string[]) {
  return withPdf(bytes, (file, folder) => {
    execFileSync("pdftoppm", ["-gray", ...options, file, path.join(folder, "page")]);
    const images = readdirSync(folder).filter((each) => each.endsWith(".pgm"));
    return images.sort().map((each) => pictureOf(readFileSync(path.join(folder, each))));
  });
}

/** PGM (P5): magic, width, height, greatest value, one white space, then a byte a pixel. */
function pictureOf(pgm: Buffer): { width: number; height: number; gray: Uint8Array } {
  const head = /^P5\s+(\d+)\s+(\d+)\s+(\d+)\s/.exec(pgm.subarray(0, 64).toString("latin1"));
  if (head === null) throw new Error("not a PGM image");
  return {
    width: Number(head[1]),
    height: Number(head[2]),
    gray: new Uint8Array(pgm.subarray(head[0].length)),
  };
}
