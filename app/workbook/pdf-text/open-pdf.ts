import { createRequire } from "node:module";
import path from "node:path";
import { done, failed, problem, type Result } from "../../domain/problem.ts";

type PdfLibrary = typeof import("pdfjs-dist/legacy/build/pdf.mjs");
export type PdfDocument = Awaited<ReturnType<PdfLibrary["getDocument"]>["promise"]>;
export type OpenPdf = { document: PdfDocument; ops: PdfLibrary["OPS"]; close: () => Promise<void> };

export const pdfLimits = {
  pages: 120,
  /** Largest picture that is unpacked, in pixels; only its place is wanted, and memory is bounded. */
  imagePixels: 12_000_000,
};

/** Classes of a browser that the library names when it is loaded and never uses for reading text. */
class NotInThisProcess {}

let library: Promise<PdfLibrary> | null = null;

function loadLibrary(): Promise<PdfLibrary> {
  const names = ["DOMMatrix", "Path2D", "ImageData"].filter((name) => !(name in globalThis));
  for (const name of names) Object.assign(globalThis, { [name]: NotInThisProcess });
  library ??= import("pdfjs-dist/legacy/build/pdf.mjs");
  return library;
}

/**
 * Opens a PDF for reading its text: no script, no font, no picture and nothing from the network.
 * Problems: file-password-protected, file-password-wrong, pdf-too-many-pages, file-damaged.
 */
export async function openPdf(bytes: Uint8Array, password: string | undefined): Promise<Result<OpenPdf>> {
  const pdf = await loadLibrary();
  const folder = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const task = pdf.getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: pdfLimits.imagePixels,
    verbosity: 0,
    // why: Japanese PDFs may name their character tables instead of carrying them.
    cMapUrl: `${path.join(folder, "cmaps")}/`,
    cMapPacked: true,
    standardFontDataUrl: `${path.join(folder, "standard_fonts")}/`,
    ...(password ? { password } : {}),
  });
  try {
    const document = await task.promise;
    const close = () => task.destroy();
    if (document.numPages <= pdfLimits.pages) return done({ document, ops: pdf.OPS, close });
    await close();
    return failed(problem("pdf-too-many-pages", { limit: pdfLimits.pages }));
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") {
      return failed(problem(password ? "file-password-wrong" : "file-password-protected"));
    }
    return failed(problem("file-damaged"));
  }
}
