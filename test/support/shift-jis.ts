const decoder = new TextDecoder("shift_jis", { fatal: true });

/** Sign → its bytes, told by decoding every pair there is. */
function table(): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    if (lead >= 0xa0 && lead <= 0xdf) continue;
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      try {
        const sign = decoder.decode(Uint8Array.of(lead, trail));
        if ([...sign].length === 1 && !found.has(sign)) found.set(sign, [lead, trail]);
      } catch {
        // why: a pair that stands for nothing is left out.
      }
    }
  }
  for (let code = 0x20; code < 0x7f; code += 1) found.set(String.fromCharCode(code), [code]);
  for (const code of [9, 10, 13]) found.set(String.fromCharCode(code), [code]);
  for (let code = 0xa1; code <= 0xdf; code += 1) found.set(decoder.decode(Uint8Array.of(code)), [code]);
  return found;
}

let bytesOf: Map<string, number[]> | null = null;

/** Text as Windows code page 932; null when a sign has no place in it. */
export function shiftJis(text: string): Uint8Array | null {
  bytesOf ??= table();
  const bytes: number[] = [];
  for (const sign of text) {
    const own = bytesOf.get(sign);
    if (!own) return null;
    bytes.push(...own);
  }
  return Uint8Array.from(bytes);
}
