import { Buffer } from "node:buffer";
import { done, failed, problem, type Result } from "../../domain/problem.ts";
import { fileKind } from "../file-kind.ts";
import { takeMember } from "../zip-archive.ts";
import { smaller } from "./smaller.ts";

/** What a picture is drawn from: an original, the file meant in it, and the page from 1. */
export type PageRequest = { fileName: string; page: number; member?: string; password?: string };

/** A picture in pixels, four bytes each: red, green, blue, cover. */
export type Pixels = { width: number; height: number; data: Uint8Array };

export const pictureLimits = {
  /** Largest picture that is unpacked. */
  pixels: 30_000_000,
  /** Width of what is shown. */
  width: 1400,
};

/**
 * One page of a PDF, or a PNG or JPEG, drawn anew as PNG: nothing of a vendor's bytes reaches the browser.
 * Belongs into a process of its own. Problems: file-password-protected, file-password-wrong, file-damaged,
 * file-picture-too-large, file-kind-unsupported, not-found (no such page), and those of `takeMember`.
 */
export async function drawPage(bytes: Uint8Array, request: PageRequest): Promise<Result<Uint8Array>> {
  const kind = fileKind(bytes, request.fileName);
  if (kind === "zip" && request.member !== undefined) {
    const taken = await takeMember(bytes, request.member, request.password);
    if (!taken.ok) return taken;
    const { member, ...rest } = request;
    return drawPage(taken.value, { ...rest, fileName: member ?? "" });
  }
  if (kind !== "pdf" && kind !== "image") return failed(problem("file-kind-unsupported", { kind }));
  try {
    const pixels = kind === "pdf" ? await pageOfPdf(bytes, request) : await picture(bytes, request.page);
    if (!pixels.ok) return pixels;
    const { PNG } = await import("pngjs");
    const { width, height, data } = smaller(pixels.value, pictureLimits.width);
    const image = new PNG({ width, height });
    image.data = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    return done(new Uint8Array(PNG.sync.write(image, { colorType: 2 })));
  } catch {
    return failed(problem("file-damaged"));
  }
}

async function pageOfPdf(bytes: Uint8Array, { page, password }: PageRequest): Promise<Result<Pixels>> {
  const { PDFiumLibrary } = await import("@hyzyla/pdfium");
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes, password);
    if (page < 1 || page > document.getPageCount()) return failed(problem("not-found"));
    const found = document.getPage(page - 1);
    const { originalWidth: width, originalHeight: height } = found.getOriginalSize();
    const scale = Math.min(pictureLimits.width / Math.max(1, width), 4);
    if (width * height * scale * scale > pictureLimits.pixels / 3) {
      return failed(problem("file-picture-too-large"));
    }
    const drawn = await found.render({ scale, render: "bitmap" });
    const data = new Uint8Array(drawn.data);
    // why: the library answers blue first.
    for (let at = 0; at < data.length; at += 4) {
      [data[at], data[at + 2]] = [data[at + 2] ?? 0, data[at] ?? 0];
    }
    return done({ width: drawn.width, height: drawn.height, data });
  } catch (error) {
    const text = error instanceof Error ? error.message : "";
    if (!/password/i.test(text)) return failed(problem("file-damaged"));
    return failed(problem(password ? "file-password-wrong" : "file-password-protected"));
  }
}

async function picture(bytes: Uint8Array, page: number): Promise<Result<Pixels>> {
  if (page !== 1) return failed(problem("not-found"));
  if (bytes[0] === 0x89) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < 33) return failed(problem("file-damaged"));
    if (view.getUint32(16) * view.getUint32(20) > pictureLimits.pixels) {
      return failed(problem("file-picture-too-large"));
    }
    const { PNG } = await import("pngjs");
    const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
    return done({ width, height, data });
  }
  if (bytes[0] !== 0xff) return failed(problem("file-kind-unsupported", { kind: "image" }));
  const { decode } = await import("jpeg-js");
  try {
    const limits = { maxResolutionInMP: pictureLimits.pixels / 1_000_000, maxMemoryUsageInMB: 400 };
    const { width, height, data } = decode(bytes, { ...limits, useTArray: true, formatAsRGBA: true });
    return done({ width, height, data });
  } catch (error) {
    const isLarge = error instanceof Error && /maxResolution|maxMemory/i.test(error.message);
    return failed(problem(isLarge ? "file-picture-too-large" : "file-damaged"));
  }
}
