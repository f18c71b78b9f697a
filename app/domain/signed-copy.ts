/**
 * What a signed copy is to the paper that was issued: `extended`, the issued bytes with signatures appended, as an
 * incremental signature leaves them; `same`, the very file; `other`, a scan or a file whose bytes are not those issued.
 */
export const copyRelations = ["same", "extended", "other"] as const;
export type CopyRelation = (typeof copyRelations)[number];

export function relationOf(issued: Uint8Array, copy: Uint8Array): CopyRelation {
  if (copy.length < issued.length) return "other";
  const isPrefix = issued.every((byte, at) => copy[at] === byte);
  if (!isPrefix) return "other";
  return copy.length === issued.length ? "same" : "extended";
}

/** At most so many hashes are asked for at once: of the file and of what it was before each addition. */
export const MAX_HASHES = 24;

/**
 * Lengths at which a PDF may have ended before something was appended to it: behind each `%%EOF`, with and without its
 * line break, and the whole. Longest first, at most `MAX_HASHES`.
 */
export function endingsOf(bytes: Uint8Array): number[] {
  const found = new Set([bytes.length]);
  const mark = [0x25, 0x25, 0x45, 0x4f, 0x46]; // %%EOF
  for (let at = 0; at + mark.length <= bytes.length; at += 1) {
    if (!mark.every((byte, offset) => bytes[at + offset] === byte)) continue;
    let end = at + mark.length;
    found.add(end);
    if (bytes[end] === 0x0d) end += 1;
    if (bytes[end] === 0x0a) end += 1;
    found.add(end);
  }
  return [...found].sort((a, b) => b - a).slice(0, MAX_HASHES);
}

/** Hashes as somebody gave them: 64 hex digits each, in order, without repeats. */
export function readHashes(text: string): string[] {
  const given = text
    .normalize("NFKC")
    .toLowerCase()
    .split(/[\s,]+/);
  return [...new Set(given.filter((each) => /^[0-9a-f]{64}$/.test(each)))].slice(0, MAX_HASHES);
}

/** One file of ours with such a hash. */
export type KnownFile = {
  sha256: string;
  kind: "issued" | "signed-copy";
  issueNo: number;
  isSuperseded: boolean;
};
/** 一致 / 不一致 and which version: nothing else is told to somebody without an account. */
export type Verification =
  | { kind: "none" }
  | { kind: "same" | "extended" | "signed-copy"; issueNo: number; isCurrent: boolean };

/**
 * What the given hashes say. The first is the whole file's; a later one that matches an issued paper means that the
 * file begins with that paper and something was appended to it.
 */
export function verify(hashes: readonly string[], known: readonly KnownFile[]): Verification {
  for (const [at, hash] of hashes.entries()) {
    const found = known.find((each) => each.sha256 === hash && (at === 0 || each.kind === "issued"));
    if (found === undefined) continue;
    const kind = found.kind === "signed-copy" ? "signed-copy" : at === 0 ? "same" : "extended";
    return { kind, issueNo: found.issueNo, isCurrent: !found.isSuperseded };
  }
  return { kind: "none" };
}
