/**
 * 192.0.2.0/24, 192.0.2.7 or 2001:db8::/32 as numbers; null when it is none. An IPv4 address written inside IPv6 is
 * the IPv4 address.
 */
function parseNetwork(text: string): { bits: bigint; size: 32 | 128; prefix: number } | null {
  const [address = "", length, ...rest] = text.split("/");
  if (rest.length > 0) return null;
  const parsed = parseAddress(address);
  if (parsed === null) return null;
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return null;
  const prefix = length === undefined ? parsed.size : Number(length);
  return prefix > parsed.size ? null : { ...parsed, prefix };
}

function parseAddress(text: string): { bits: bigint; size: 32 | 128 } | null {
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (four) {
    const parts = four.slice(1).map(Number);
    if (parts.some((each) => each > 255)) return null;
    return { bits: parts.reduce((sum, each) => sum * 256n + BigInt(each), 0n), size: 32 };
  }
  if (!/^[0-9a-f:]+$/i.test(text)) return null;
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const groups = [...head, ...Array.from({ length: Math.max(0, missing) }, () => "0"), ...tail];
  if (groups.some((each) => !/^[0-9a-f]{1,4}$/i.test(each))) return null;
  return { bits: groups.reduce((sum, each) => sum * 65536n + BigInt(`0x${each}`), 0n), size: 128 };
}

/** True for a range or a single address as a person writes them. */
export function isNetwork(text: string): boolean {
  return parseNetwork(text) !== null;
}

/** True when the address stands in the range; addresses of the other kind never do. */
export function networkHolds(range: string, address: string): boolean {
  const network = parseNetwork(range);
  const asked = parseAddress(address);
  if (network === null || asked === null || network.size !== asked.size) return false;
  const shift = BigInt(network.size - network.prefix);
  return network.bits >> shift === asked.bits >> shift;
}
