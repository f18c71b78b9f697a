import { endingsOf } from "~/domain/signed-copy";

/**
 * SHA-256 of a file and of what it was before each addition to it, as hex, the whole first. Computed in this browser:
 * the file itself goes nowhere. Null where the browser offers no digest (a page without TLS).
 */
export async function hashesOf(file: File): Promise<string[] | null> {
  const { subtle } = globalThis.crypto;
  if (subtle === undefined) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const hashes: string[] = [];
  for (const end of endingsOf(bytes)) {
    const digest = new Uint8Array(await subtle.digest("SHA-256", bytes.subarray(0, end)));
    hashes.push([...digest].map((each) => each.toString(16).padStart(2, "0")).join(""));
  }
  return hashes;
}
