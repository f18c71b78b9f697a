import { Buffer } from "node:buffer";
import { X509Certificate } from "node:crypto";
import { done, failed, problem, type Result } from "../domain/problem.ts";
import { greatestIterations, MAX_ITERATIONS } from "./key-file.ts";

/** A key file with its certificate chain is a few kilobytes. */
export const MAX_KEY_FILE_BYTES = 128 * 1024;

export type PaperSignature = { bytes: Uint8Array; signer: string };

/**
 * Appends an electronic signature (PAdES B-B, ETSI EN 319 142-1) to a PDF without touching a byte before it. It fills
 * the paper's first empty signature field. Key and password are held while this runs and nowhere else; the moment is
 * the program's own clock, not a timestamp of an authority.
 * Problems, at `keyFile`: key-file-unreadable (no PKCS#12, or another password), certificate-not-valid (from, to).
 */
export async function signPaper(
  pdf: Uint8Array,
  given: { keyFile: Uint8Array; password: string; at: Date },
): Promise<Result<PaperSignature>> {
  const iterations = greatestIterations(given.keyFile);
  if (iterations === null || iterations > MAX_ITERATIONS) return failed(unreadable());
  const { P12Signer, PDF } = await import("@libpdf/core"); // on first use: it would slow down every start
  // why the cause is dropped: what a library says of a key file must not reach a log or a page.
  const signer = await P12Signer.create(given.keyFile, given.password).catch(() => null);
  if (signer === null) return failed(unreadable());
  const certificate = new X509Certificate(Buffer.from(signer.certificate));
  const [from, to] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  if (given.at < from || given.at > to)
    return failed(
      problem("certificate-not-valid", { from: from.toISOString(), to: to.toISOString() }, "keyFile"),
    );
  const document = await PDF.load(pdf);
  const { bytes } = await document.sign({ signer, level: "B-B", signingTime: given.at });
  return done({ bytes, signer: commonName(certificate) });
}

const unreadable = () => problem("key-file-unreadable", {}, "keyFile");

/** CN of the subject; its whole name where it has none. */
function commonName({ subject }: X509Certificate): string {
  const lines = subject.split("\n");
  const named = lines.find((each) => each.startsWith("CN="));
  return named === undefined ? lines.join(" ") : named.slice("CN=".length);
}
