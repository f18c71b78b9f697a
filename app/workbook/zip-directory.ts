/** One entry of a ZIP's directory, as its writer named it. Sizes in bytes, as claimed: nothing was unpacked. */
export type ZipEntry = { name: string; size: number; packedSize: number; isEncrypted: boolean };

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const UNICODE_PATH = 0x7075;
/** Bounds the search for the end record: a ZIP's comment is at most 65,535 bytes long. */
const LONGEST_TAIL = 65_557;

/**
 * The directory of a ZIP without unpacking anything; null when there is none or it is damaged.
 * @param limit entries after which the list ends; the last one then stands for "too many"
 */
export function zipDirectory(bytes: Uint8Array, limit = 600): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  const count = Math.min(view.getUint16(end + 10, true), limit + 1);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const flags = view.getUint16(at + 8, true);
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    entries.push({
      name: entryName(name, extra, (flags & 0x800) !== 0),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      isEncrypted: (flags & 1) !== 0,
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - LONGEST_TAIL);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return null;
}

/**
 * A name's text: UTF-8 where the flag or the extra field says so; else UTF-8 if it is that (Mac), else
 * Shift_JIS as Windows writes it (code page 932).
 */
function entryName(name: Uint8Array, extra: Uint8Array, isUtf8: boolean): string {
  const given = unicodePath(extra) ?? name;
  const encodings = isUtf8 ? ["utf-8"] : ["utf-8", "shift_jis"];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(given).normalize("NFC");
    } catch {
      // why: bytes that are impossible in this encoding mean that the next one is tried.
    }
  }
  return new TextDecoder("latin1").decode(name);
}

/** Info-ZIP's Unicode path field: version, checksum, then the name in UTF-8. */
function unicodePath(extra: Uint8Array): Uint8Array | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === UNICODE_PATH && size > 5 && at + 4 + size <= extra.length) {
      return extra.subarray(at + 9, at + 4 + size);
    }
  }
  return null;
}

/**
 * What a ZIP is: an office document (whichever; the package tells later), a Numbers file, or files of its
 * own. A damaged one passes for an office document, whose guard says that it is damaged.
 */
export function packageKind(bytes: Uint8Array): "zip" | "ooxml" | "numbers" {
  const names = zipDirectory(bytes)?.map((each) => each.name);
  if (names === undefined || names.includes("[Content_Types].xml") || names.includes("mimetype")) {
    return "ooxml";
  }
  return names.some((name) => name.endsWith(".iwa")) ? "numbers" : "zip";
}
