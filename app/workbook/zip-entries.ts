import { Buffer } from "node:buffer";
import { crc32, inflateRawSync } from "node:zlib";

/** One file of a zip as its central directory says; `bytes` is what is packed, as it lies in the archive. */
export type ZipEntry = {
  name: string;
  /** The name as written, for copying the entry. */
  nameBytes: Uint8Array;
  /** 0 stored, 8 deflated. */
  method: number;
  flags: number;
  crc: number;
  /** Unpacked size in bytes; not yet proven. */
  size: number;
  /** DOS time in the low, DOS date in the high half. */
  stamp: number;
  bytes: Uint8Array;
};

export type ZipFault = "broken" | "too-many" | "overlap" | "swollen";
/** Why an archive or an entry cannot be used. */
export class ZipError extends Error {
  constructor(
    readonly fault: ZipFault,
    readonly detail: string,
  ) {
    super(`${fault}: ${detail}`);
  }
}

const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const ENCRYPTED = 1;
const UTF8 = 0x800;

export const isEncrypted = (entry: ZipEntry) => (entry.flags & ENCRYPTED) !== 0;

type Directory = { count: number; offset: number };

/**
 * Reads the directory of a zip whose entries lie one after another, each under its own name. Names that leave
 * the archive (`../`, absolute), names that occur twice and entries that share bytes are refused: only a file
 * made to deceive has them.
 * @throws ZipError
 */
export function readEntries(archive: Uint8Array, maxEntries: number): ZipEntry[] {
  const buffer = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const directory = findDirectory(buffer);
  if (directory.count > maxEntries) throw new ZipError("too-many", String(directory.count));
  const entries: ZipEntry[] = [];
  const spans: { from: number; to: number }[] = [];
  const names = new Set<string>();
  let at = directory.offset;
  for (let index = 0; index < directory.count; index += 1) {
    const central = readCentral(buffer, at);
    const span = dataSpan(buffer, central, directory.offset);
    const { name } = central.entry;
    // why: spreadsheets compare names without case, so `a.xml` and `A.XML` are one name twice.
    if (names.has(name.toLowerCase())) throw new ZipError("broken", name);
    names.add(name.toLowerCase());
    spans.push({ from: central.local, to: span.to });
    entries.push({ ...central.entry, bytes: archive.subarray(span.from, span.to) });
    at = central.end;
  }
  checkOverlap(spans);
  return entries;
}

function checkOverlap(spans: { from: number; to: number }[]): void {
  spans.sort((a, b) => a.from - b.from);
  spans.forEach((span, at) => {
    const before = spans[at - 1];
    if (before && before.to > span.from) throw new ZipError("overlap", String(span.from));
  });
}

function findDirectory(buffer: Buffer): Directory {
  const last = buffer.length - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) {
    if (buffer.readUInt32LE(at) !== END || at + END_LENGTH + buffer.readUInt16LE(at + 20) !== buffer.length) {
      continue;
    }
    const found = { count: buffer.readUInt16LE(at + 10), offset: buffer.readUInt32LE(at + 16) };
    const isLarge = found.count === 0xffff || found.offset === 0xffffffff;
    return isLarge ? findDirectory64(buffer, at) : found;
  }
  throw new ZipError("broken", "end of central directory");
}

/** Some programs write the 64-bit form for small files too. */
function findDirectory64(buffer: Buffer, end: number): Directory {
  const locator = end - 20;
  if (locator < 0 || buffer.readUInt32LE(locator) !== END_64_LOCATOR) throw new ZipError("broken", "zip64");
  const at = Number(buffer.readBigUInt64LE(locator + 8));
  if (at + 56 > buffer.length || buffer.readUInt32LE(at) !== END_64) throw new ZipError("broken", "zip64");
  return {
    count: Number(buffer.readBigUInt64LE(at + 32)),
    offset: Number(buffer.readBigUInt64LE(at + 48)),
  };
}

type Central = { entry: Omit<ZipEntry, "bytes">; packed: number; local: number; end: number };

function readCentral(buffer: Buffer, at: number): Central {
  if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== CENTRAL)
    throw new ZipError("broken", "directory");
  const lengths = [28, 30, 32].map((field) => buffer.readUInt16LE(at + field));
  const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
  const end = at + 46 + nameLength + extraLength + commentLength;
  if (end > buffer.length) throw new ZipError("broken", "directory");
  const nameBytes = buffer.subarray(at + 46, at + 46 + nameLength);
  const flags = buffer.readUInt16LE(at + 8);
  const name = nameBytes.toString((flags & UTF8) === 0 ? "latin1" : "utf8").replace(/\\/g, "/");
  checkName(name);
  const large = largeNumbers(buffer.subarray(at + 46 + nameLength, end - commentLength), [
    buffer.readUInt32LE(at + 24),
    buffer.readUInt32LE(at + 20),
    buffer.readUInt32LE(at + 42),
  ]);
  const [size = 0, packed = 0, local = 0] = large;
  const entry = {
    name,
    nameBytes,
    method: buffer.readUInt16LE(at + 10),
    flags,
    crc: buffer.readUInt32LE(at + 16),
    size,
    stamp: buffer.readUInt32LE(at + 12),
  };
  return { entry, packed, local, end };
}

function checkName(name: string): void {
  const isLeaving = name.startsWith("/") || /^[a-z]:/i.test(name) || name.split("/").includes("..");
  if (name === "" || name.includes("\0") || isLeaving) throw new ZipError("broken", name.slice(0, 100));
}

/** Numbers that do not fit 32 bits stand in the extra field 1, in this order, only those that do not fit. */
function largeNumbers(extra: Buffer, numbers: number[]): number[] {
  if (!numbers.includes(0xffffffff)) return numbers;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let field = at + 4;
    return numbers.map((number) => {
      if (number !== 0xffffffff) return number;
      if (field + 8 > extra.length) throw new ZipError("broken", "zip64");
      field += 8;
      return Number(extra.readBigUInt64LE(field - 8));
    });
  }
  throw new ZipError("broken", "zip64");
}

/** Where the packed bytes lie: after the local header, before the directory. */
function dataSpan(
  buffer: Buffer,
  { entry, packed, local }: Central,
  directory: number,
): { from: number; to: number } {
  if (local + 30 > directory || buffer.readUInt32LE(local) !== LOCAL)
    throw new ZipError("broken", entry.name);
  const nameLength = buffer.readUInt16LE(local + 26);
  const from = local + 30 + nameLength + buffer.readUInt16LE(local + 28);
  if (from + packed > directory) throw new ZipError("broken", entry.name);
  // why: another name in the local header means that programs may take the entry for different files.
  if (buffer.compare(entry.nameBytes, 0, undefined, local + 30, local + 30 + nameLength) !== 0) {
    throw new ZipError("broken", entry.name);
  }
  return { from, to: from + packed };
}

/**
 * The unpacked bytes of an entry: never more than its directory promises, and what its checksum says.
 * @throws ZipError
 */
export function unpackEntry(entry: ZipEntry): Uint8Array {
  const part = inflate(entry);
  if (part.length !== entry.size || crc32(part) !== entry.crc) throw new ZipError("broken", entry.name);
  return part;
}

function inflate(entry: ZipEntry): Uint8Array {
  if (entry.method === 0) return entry.bytes;
  if (entry.method !== 8) throw new ZipError("broken", entry.name);
  try {
    const room = Math.max(64, entry.size);
    return inflateRawSync(entry.bytes, { maxOutputLength: room, chunkSize: room });
  } catch (error) {
    const isTooLong = error instanceof RangeError;
    throw new ZipError(isTooLong ? "swollen" : "broken", entry.name);
  }
}
