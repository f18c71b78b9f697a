import * as XLSX from "@e965/xlsx";
import { addressOf, type Overlay } from "./sheet.ts";
import type { SheetExtras } from "./sheet-parts.ts";

/** What the parsing library does not tell about a binary workbook: struck fonts and drawn shapes. */
export type BiffExtras = {
  /** By the sheets' order in the book. */
  sheets: Pick<SheetExtras, "struck" | "overlays">[];
  /** Some font is struck through: single runs inside a cell may be too, and those are not seen. */
  hasStruckFont: boolean;
};

type BiffRecord = { type: number; data: DataView };

/** Record types of BIFF8 ([MS-XLS] 2.3). */
const FONT = 0x0031;
const XF = 0x00e0;
const BOUND_SHEET = 0x0085;
const EOF = 0x000a;
const MUL_RK = 0x00bd;
const DRAWING = 0x00ec;
const OBJECT = 0x005d;
/** LabelSst, Label, RString, RK, Number, Formula, BoolErr: row, column, format. */
const cellTypes = new Set([0x00fd, 0x0204, 0x00d6, 0x027e, 0x0203, 0x0006, 0x0205]);
/** Object types that hold no answer: a note's box and the arrow of a drop-down list. */
const silentObjects = new Set([0x19, 0x14]);
/** Button, check box, option button. */
const controlObjects = new Set([0x07, 0x0b, 0x0c]);

function workbookStream(bytes: Uint8Array): Uint8Array | null {
  const file = XLSX.CFB.read(bytes, { type: "buffer" });
  const entry = XLSX.CFB.find(file, "/Workbook") ?? XLSX.CFB.find(file, "/Book");
  return entry ? Uint8Array.from(entry.content) : null;
}

/** Records from an offset to the end of the substream. */
function* recordsFrom(stream: Uint8Array, offset: number): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = offset; at + 4 <= stream.length; ) {
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (at + 4 + length > stream.length) return;
    yield { type, data: new DataView(stream.buffer, stream.byteOffset + at + 4, length) };
    if (type === EOF) return;
    at += 4 + length;
  }
}

/** Reads strike and shapes of a binary workbook. Empty where the stream is older than BIFF8. */
export function biffExtras(bytes: Uint8Array): BiffExtras {
  const stream = workbookStream(bytes);
  if (!stream) return { sheets: [], hasStruckFont: false };
  const fonts: boolean[] = [];
  const formats: number[] = [];
  const offsets: number[] = [];
  for (const { type, data } of recordsFrom(stream, 0)) {
    if (type === FONT && data.byteLength >= 4) fonts.push((data.getUint16(2, true) & 8) !== 0);
    if (type === XF && data.byteLength >= 2) formats.push(data.getUint16(0, true));
    if (type === BOUND_SHEET && data.byteLength >= 4) offsets.push(data.getUint32(0, true));
  }
  // why: font number 4 does not exist, so the numbers above it are one too high ([MS-XLS] 2.5.129).
  const struck = formats.map((font) => fonts[font > 4 ? font - 1 : font] === true);
  return {
    sheets: offsets.map((offset) => sheetExtrasFrom(stream, offset, struck)),
    hasStruckFont: fonts.includes(true),
  };
}

function sheetExtrasFrom(
  stream: Uint8Array,
  offset: number,
  struckFormats: boolean[],
): BiffExtras["sheets"][number] {
  const struck = new Set<string>();
  const overlays: Overlay[] = [];
  let anchor: Omit<Overlay, "kind"> | null = null;
  for (const { type, data } of recordsFrom(stream, offset)) {
    if (cellTypes.has(type) && data.byteLength >= 6) {
      if (struckFormats[data.getUint16(4, true)]) struck.add(placeOf(data, data.getUint16(2, true)));
    } else if (type === MUL_RK && data.byteLength >= 6) {
      const first = data.getUint16(2, true);
      for (let at = 4; at + 8 <= data.byteLength; at += 6) {
        if (struckFormats[data.getUint16(at, true)]) struck.add(placeOf(data, first + (at - 4) / 6));
      }
    } else if (type === DRAWING) anchor = anchorIn(data) ?? anchor;
    else if (type === OBJECT && anchor && data.byteLength >= 6) {
      const object = data.getUint16(4, true);
      if (!silentObjects.has(object)) {
        overlays.push({ ...anchor, kind: controlObjects.has(object) ? "control" : "shape" });
      }
      anchor = null;
    }
  }
  return { struck, overlays };
}

const placeOf = (data: DataView, column: number) => addressOf(data.getUint16(0, true) + 1, column + 1);

/** The last client anchor of a drawing record: header type F010h, 18 bytes of columns and rows. */
function anchorIn(data: DataView): Omit<Overlay, "kind"> | null {
  for (let at = data.byteLength - 26; at >= 0; at -= 1) {
    if (data.getUint16(at + 2, true) !== 0xf010 || data.getUint32(at + 4, true) !== 18) continue;
    const value = (index: number) => data.getUint16(at + 8 + index * 2, true);
    return { left: value(1) + 1, top: value(3) + 1, right: value(5) + 1, bottom: value(7) + 1 };
  }
  return null;
}
