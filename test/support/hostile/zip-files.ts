import { strToU8, zipSync } from "fflate";
import { bookWith, type HostileFile } from "./hostile-file.ts";

/** Writes a number into every place of an archive where a signature stands, at an offset from it. */
function forge(archive: Uint8Array, signature: number, offset: number, value: number): Uint8Array {
  const forged = archive.slice();
  const view = new DataView(forged.buffer);
  for (let at = 0; at + 46 < forged.length; at += 1) {
    if (view.getUint32(at, true) === signature) view.setUint32(at + offset, value, true);
  }
  return forged;
}
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** Every entry of the directory points to the first one's bytes. */
function overlapping(): Uint8Array {
  const files = Object.fromEntries(
    Array.from({ length: 200 }, (_, at) => [`a${String(at).padStart(3, "0")}`, new Uint8Array(0)]),
  );
  return forge(zipSync({ ...files, "xl/workbook.xml": strToU8("x") }), CENTRAL, 42, 0);
}

/** The same name twice: the second directory entry takes the first one's name. */
function duplicated(): Uint8Array {
  const archive = zipSync({
    "[Content_Types].xml": strToU8("<c/>"),
    "xl/workbook.xml": strToU8("<a/>"),
    "xl/workbook.xmm": strToU8("<b/>"),
  });
  for (let at = 0; at + 3 < archive.length; at += 1) {
    if (archive[at] === 0x78 && archive[at + 1] === 0x6d && archive[at + 2] === 0x6d) archive[at + 2] = 0x6c;
  }
  return archive;
}

export const zipFiles: HostileFile[] = [
  {
    name: "a bomb by ratio",
    fileName: "a.xlsx",
    outcome: ["file-zip-bomb"],
    bytes: () => bookWith({ "xl/sharedStrings.xml": new Uint8Array(20_000_000) }),
  },
  {
    name: "a zip in a zip in a zip",
    fileName: "a.xlsx",
    outcome: ["file-not-a-workbook", "file-archive-nothing-readable", "file-zip-bomb"],
    bytes: () => zipSync({ "b.zip": zipSync({ "c.zip": zipSync({ "d.bin": new Uint8Array(30_000_000) }) }) }),
  },
  {
    name: "ten thousand entries",
    fileName: "a.xlsx",
    outcome: ["file-zip-bomb"],
    bytes: () =>
      bookWith(
        Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`xl/media/i${at}.png`, "x"])),
        0,
      ),
  },
  {
    name: "a size that is too small in the directory",
    fileName: "a.xlsx",
    outcome: ["file-zip-bomb", "file-damaged"],
    bytes: () => forge(bookWith({ "xl/sharedStrings.xml": new Uint8Array(900_000) }), CENTRAL, 24, 10),
  },
  {
    name: "a size of 4 GB in the directory",
    fileName: "a.xlsx",
    outcome: ["file-zip-bomb", "file-damaged"],
    bytes: () => forge(bookWith({}), CENTRAL, 24, 0xfffffff0),
  },
  {
    name: "a lie in the local headers",
    fileName: "a.xlsx",
    outcome: "any",
    bytes: () => forge(bookWith({}), LOCAL, 22, 7),
  },
  {
    name: "entries that share their bytes",
    fileName: "a.xlsx",
    outcome: ["file-zip-bomb", "file-damaged"],
    bytes: overlapping,
  },
  { name: "one name twice", fileName: "a.xlsx", outcome: ["file-damaged"], bytes: duplicated },
  {
    name: "a name that climbs out",
    fileName: "a.xlsx",
    outcome: ["file-damaged"],
    bytes: () => bookWith({ "../../etc/passwd": "x" }),
  },
  {
    name: "an absolute name",
    fileName: "a.xlsx",
    outcome: ["file-damaged"],
    bytes: () => bookWith({ "/etc/passwd": "x" }),
  },
  {
    name: "cut after the first half",
    fileName: "a.xlsx",
    outcome: ["file-damaged", "file-not-a-workbook"],
    bytes: () => bookWith({}).slice(0, 700),
  },
  {
    name: "a wrong checksum",
    fileName: "a.xlsx",
    outcome: ["file-damaged"],
    bytes: () => forge(bookWith({}), CENTRAL, 16, 1),
  },
];
