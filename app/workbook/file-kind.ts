import { packageKind } from "./zip-directory.ts";

/** What a file is by its first bytes and, for plain text, its name. */
export type FileKind =
  | "ooxml"
  | "xls"
  | "csv"
  | "encrypted"
  | "zip"
  | "numbers"
  | "word"
  | "powerpoint"
  | "pdf"
  | "image"
  | "tiff"
  | "markup"
  | "unknown"
  | "empty";

const starts = (bytes: Uint8Array, ...codes: number[]) => codes.every((code, at) => bytes[at] === code);

/** True when a compound file has a directory entry of this name (64-byte UTF-16LE names, 128-byte entries). */
function hasEntry(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const isNamed = bytes[at + 64] === wanted.length + 2 && bytes[at + 65] === 0;
    if (isNamed && wanted.every((code, index) => bytes[at + index] === code)) return true;
  }
  return false;
}

function kindOfCompound(bytes: Uint8Array): FileKind {
  if (hasEntry(bytes, "EncryptedPackage")) return "encrypted";
  if (hasEntry(bytes, "Workbook") || hasEntry(bytes, "Book")) return "xls";
  if (hasEntry(bytes, "WordDocument")) return "word";
  return hasEntry(bytes, "PowerPoint Document") ? "powerpoint" : "unknown";
}

/** Tells the kind of a file. CSV has no signature: its name must say so, and it must not be binary. */
export function fileKind(bytes: Uint8Array, fileName: string): FileKind {
  if (bytes.length === 0) return "empty";
  if (starts(bytes, 0x50, 0x4b, 3, 4) || starts(bytes, 0x50, 0x4b, 5, 6)) {
    return packageKind(bytes);
  }
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return kindOfCompound(bytes);
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return "pdf";
  if (
    starts(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    starts(bytes, 0xff, 0xd8, 0xff) ||
    starts(bytes, 0x47, 0x49, 0x46)
  ) {
    return "image";
  }
  if (starts(bytes, 0x49, 0x49, 42, 0) || starts(bytes, 0x4d, 0x4d, 0, 42)) return "tiff";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 512)).trimStart().toLowerCase();
  if (/^(?:<\?xml|<!doctype|<html|<table|\{\\rtf)/.test(head.replace(/^ï»¿/, ""))) return "markup";
  const isUtf16 = starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff);
  if (!/\.(?:csv|tsv|txt)$/i.test(fileName)) return "unknown";
  return isUtf16 || !bytes.subarray(0, 65_536).includes(0) ? "csv" : "unknown";
}
