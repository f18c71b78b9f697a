import { Buffer } from "node:buffer";
import { crc32, deflateRawSync } from "node:zlib";
import type { ZipEntry } from "./zip-entries.ts";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Sizes and checksum stand in the local header: no descriptor follows the data. */
const DESCRIPTOR = 0x8;

/** The entry with other content, deflated; name and time stay. */
export function withContent(entry: ZipEntry, content: Uint8Array): ZipEntry {
  const bytes = deflateRawSync(content, { level: 6 });
  return { ...entry, method: 8, crc: crc32(content), size: content.length, bytes };
}

/** A zip of these entries in this order. What is packed is copied as it lies, so that unchanged parts stay themselves. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const common = commonHeader(entry);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(LOCAL, 0);
    common.copy(local, 4);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(CENTRAL, 0);
    central.writeUInt16LE(20, 4);
    common.copy(central, 6);
    central.writeUInt32LE(at, 42);
    directory.push(central, entry.nameBytes);
    chunks.push(local, entry.nameBytes, entry.bytes);
    at += local.length + entry.nameBytes.length + entry.bytes.length;
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...chunks, ...directory, end]));
}

/** The 26 bytes that local header and directory have in common: version … length of the extra field (0). */
function commonHeader(entry: ZipEntry): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(entry.flags & ~DESCRIPTOR, 2);
  header.writeUInt16LE(entry.method, 4);
  header.writeUInt32LE(entry.stamp, 6);
  header.writeUInt32LE(entry.crc, 10);
  header.writeUInt32LE(entry.bytes.length, 14);
  header.writeUInt32LE(entry.size, 18);
  header.writeUInt16LE(entry.nameBytes.length, 22);
  return header;
}
