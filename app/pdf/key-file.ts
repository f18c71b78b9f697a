/**
 * How often a key file (PKCS#12) lets its password be hashed, at most. The number stands in the file: one that asks for
 * billions would hold the program for hours (RFC 7292 appendix B, RFC 8018 5.2: salt, then iteration count).
 */
export const MAX_ITERATIONS = 2_000_000;

/** The greatest iteration count named anywhere in the file; null when it is no DER at all. */
export function greatestIterations(der: Uint8Array): number | null {
  if (der[0] !== 0x30) return null;
  let greatest = 0;
  const isWhole = walk(der, 0, der.length, 0, (count) => {
    greatest = Math.max(greatest, count);
  });
  return isWhole ? greatest : null;
}

const INTEGER = 0x02;
const OCTET_STRING = 0x04;
const MAX_DEPTH = 40;

/** Visits every value between two places; false when the bytes do not divide into values. */
function walk(
  bytes: Uint8Array,
  from: number,
  to: number,
  depth: number,
  found: (count: number) => void,
): boolean {
  if (depth > MAX_DEPTH) return false;
  let [at, before] = [from, 0];
  while (at < to) {
    const value = headerAt(bytes, at, to);
    if (value === null) return false;
    const { tag, start, end } = value;
    if (tag === INTEGER && before === OCTET_STRING) found(integerOf(bytes, start, end));
    const isConstructed = (tag & 0x20) !== 0;
    if (isConstructed && !walk(bytes, start, end, depth + 1, found)) return false;
    // why without a verdict: a string may hold DER (the safes) or anything else (a salt, a cipher text).
    if (tag === OCTET_STRING && bytes[start] === 0x30) walk(bytes, start, end, depth + 1, found);
    [at, before] = [end, tag];
  }
  return true;
}

type Value = { tag: number; start: number; end: number };

function headerAt(bytes: Uint8Array, at: number, to: number): Value | null {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined) return null;
  if (first < 0x80) return within({ tag, start: at + 2, end: at + 2 + first }, to);
  const count = first & 0x7f;
  if (count === 0 || count > 4) return null;
  let length = 0;
  for (let no = 0; no < count; no += 1) length = length * 256 + (bytes[at + 2 + no] ?? 0);
  return within({ tag, start: at + 2 + count, end: at + 2 + count + length }, to);
}

function within(value: Value, to: number): Value | null {
  return value.end <= to ? value : null;
}

/** Huge numbers become huge, not exact: only their size is asked for. */
function integerOf(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end && value < Number.MAX_SAFE_INTEGER; at += 1)
    value = value * 256 + (bytes[at] ?? 0);
  return value;
}
