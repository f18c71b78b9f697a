import * as XLSX from "@e965/xlsx";
import { problem } from "../domain/problem.ts";
import { type BiffFont, biffCellFont, biffFont } from "./biff-fonts.ts";
import type { CellFont } from "./cell-fonts.ts";
import { type DrawnBox, rangeOfBox, signPlace } from "./drawn-place.ts";
import { joinedMargins } from "./margin-text.ts";
import { Refusal } from "./refusal.ts";
import { addressOf, type Overlay } from "./sheet.ts";

/** What the parsing library does not tell about a binary workbook: its fonts and drawn shapes. */
export type BiffExtras = {
  /** By the sheets' order in the book. */
  sheets: BiffSheetExtras[];
  /** Some font strikes through or draws pictures: single runs inside a cell may be in it, and those are not seen. */
  hasDoubtfulFont: boolean;
};

/** By address: struck through, in a font out of the common. */
type BiffSheetExtras = {
  struck: ReadonlySet<string>;
  fonts: ReadonlyMap<string, CellFont>;
  overlays: Overlay[];
  marginText: string;
};

type BiffRecord = { type: number; data: DataView };

/** Record types of BIFF8 ([MS-XLS] 2.3). */
const BOF = 0x0809;
/** The version a BOF record tells; before it texts are in the code page of the machine that wrote them. */
const BIFF8 = 0x0600;
const FONT = 0x0031;
const XF = 0x00e0;
const BOUND_SHEET = 0x0085;
const HEADER = 0x0014;
const FOOTER = 0x0015;
const EOF = 0x000a;
const MUL_RK = 0x00bd;
const DRAWING = 0x00ec;
const OBJECT = 0x005d;
const TEXT_OBJECT = 0x01b6;
const CONTINUE = 0x003c;
/** LabelSst, Label, RString, RK, Number, Formula, BoolErr: row, column, format. */
const cellTypes = new Set([0x00fd, 0x0204, 0x00d6, 0x027e, 0x0203, 0x0006, 0x0205]);
/** Object types that hold no answer: note, arrow of a drop-down list, button, label, dialog, group box. */
const silentObjects = new Set([0x19, 0x14, 0x07, 0x0e, 0x0f, 0x13]);
/** Check box and option button. */
const tickObjects = new Set([0x0b, 0x0c]);
/** Text box, spinner, scroll bar, list: controls whose content is no tick. */
const otherControls = new Set([0x0d, 0x10, 0x11, 0x12]);
/** The part of an object record that keeps a tick's state. */
const TICK_STATE = 0x0012;

function workbookStream(bytes: Uint8Array): Uint8Array | null {
  const file = XLSX.CFB.read(bytes, { type: "buffer" });
  const entry = XLSX.CFB.find(file, "/Workbook") ?? XLSX.CFB.find(file, "/Book");
  if (!entry) return null;
  return entry.content instanceof Uint8Array ? entry.content : Uint8Array.from(entry.content);
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

/** Reads fonts and shapes of a binary workbook. @throws Refusal for one older than BIFF8 */
export function biffExtras(bytes: Uint8Array): BiffExtras {
  const stream = workbookStream(bytes);
  if (!stream) return { sheets: [], hasDoubtfulFont: false };
  const fonts: BiffFont[] = [];
  const formats: DataView[] = [];
  const offsets: number[] = [];
  for (const { type, data } of recordsFrom(stream, 0)) {
    if (type === BOF && data.byteLength >= 2 && data.getUint16(0, true) < BIFF8) {
      throw new Refusal(problem("file-kind-unsupported", { kind: "xls95" }));
    }
    if (type === FONT && data.byteLength >= 4) fonts.push(biffFont(data));
    if (type === XF && data.byteLength >= 2) formats.push(data);
    if (type === BOUND_SHEET && data.byteLength >= 4) offsets.push(data.getUint32(0, true));
  }
  // why: font number 4 does not exist, so the numbers above it are one too high ([MS-XLS] 2.5.129).
  const styles = formats.map((format): BiffStyle => {
    const number = format.getUint16(0, true);
    const font = fonts[number > 4 ? number - 1 : number];
    return { isStruck: font?.isStruck === true, font: biffCellFont(format, font) };
  });
  return {
    sheets: offsets.map((offset) => sheetExtrasFrom(stream, offset, styles)),
    hasDoubtfulFont: fonts.some(({ isStruck, family }) => isStruck || family !== null),
  };
}

type BiffStyle = { isStruck: boolean; font: CellFont };

function sheetExtrasFrom(stream: Uint8Array, offset: number, styles: BiffStyle[]): BiffSheetExtras {
  const struck = new Set<string>();
  const fonts = new Map<string, CellFont>();
  const take = (data: DataView, at: number, column: number) => {
    const style = styles[data.getUint16(at, true)];
    if (style?.isStruck) struck.add(placeOf(data, column));
    const isPlain = !style || (style.font.family === null && !style.font.isUnseen);
    if (!isPlain) fonts.set(placeOf(data, column), style.font);
  };
  const overlays: Overlay[] = [];
  const margins: string[] = [];
  let anchor: DrawnBox | null = null;
  let [last, textLength]: [Overlay | null, number] = [null, 0];
  for (const { type, data } of recordsFrom(stream, offset)) {
    if (cellTypes.has(type) && data.byteLength >= 6) {
      take(data, 4, data.getUint16(2, true));
    } else if (type === MUL_RK && data.byteLength >= 6) {
      const first = data.getUint16(2, true);
      for (let at = 4; at + 8 <= data.byteLength; at += 6) take(data, at, first + (at - 4) / 6);
    } else if (type === HEADER || type === FOOTER) margins.push(marginIn(data));
    else if (type === DRAWING) anchor = anchorIn(data) ?? anchor;
    else if (type === OBJECT && data.byteLength >= 6) {
      last = anchor && objectOf(data, anchor);
      if (last) overlays.push(last);
      anchor = null;
    } else if (type === TEXT_OBJECT && data.byteLength >= 12) textLength = data.getUint16(10, true);
    else if (type === CONTINUE && textLength > 0) {
      setText(last, textIn(data, textLength));
      textLength = 0;
    }
  }
  return { struck, fonts, overlays, marginText: joinedMargins(margins) };
}

/** A header or footer: how many characters, then the characters; an empty record when there is none. */
function marginIn(data: DataView): string {
  if (data.byteLength < 3) return "";
  return textIn(new DataView(data.buffer, data.byteOffset + 2, data.byteLength - 2), data.getUint16(0, true));
}

const placeOf = (data: DataView, column: number) => addressOf(data.getUint16(0, true) + 1, column + 1);

function objectOf(data: DataView, box: DrawnBox): Overlay | null {
  const object = data.getUint16(4, true);
  if (silentObjects.has(object)) return null;
  const range = rangeOfBox(box);
  if (!tickObjects.has(object) && !otherControls.has(object)) return { ...range, kind: "shape", text: "" };
  const isChecked = tickObjects.has(object) ? tickState(data) : null;
  return { ...range, ...signPlace(box), kind: "control", isChecked, caption: "", link: null };
}

/** 0 and 1 are stored states; 2 is a tick that is neither ([MS-XLS] FtCblsData). */
function tickState(data: DataView): boolean | null {
  for (let at = 0; at + 4 <= data.byteLength; at += 4 + data.getUint16(at + 2, true)) {
    if (data.getUint16(at, true) !== TICK_STATE || at + 6 > data.byteLength) continue;
    const state = data.getUint16(at + 4, true);
    return state === 0 ? false : state === 1 ? true : null;
  }
  return null;
}

/** Characters of a text object: one byte each, or two when the first byte says so. */
function textIn(data: DataView, length: number): string {
  const isWide = data.byteLength > 0 && (data.getUint8(0) & 1) === 1;
  const size = isWide ? 2 : 1;
  let text = "";
  for (let at = 1; at + size <= data.byteLength && text.length < Math.min(length, 200); at += size) {
    text += String.fromCharCode(isWide ? data.getUint16(at, true) : data.getUint8(at));
  }
  return text.trim();
}

function setText(overlay: Overlay | null, text: string): void {
  if (overlay?.kind === "shape") overlay.text = text;
  else if (overlay) overlay.caption = text;
}

/** The last client anchor of a drawing record: header F010h, 18 bytes; 1024 across and 256 down a cell. */
function anchorIn(data: DataView): DrawnBox | null {
  for (let at = data.byteLength - 26; at >= 0; at -= 1) {
    if (data.getUint16(at + 2, true) !== 0xf010 || data.getUint32(at + 4, true) !== 18) continue;
    const value = (index: number) => data.getUint16(at + 8 + index * 2, true);
    const across = (index: number) => value(index) + Math.min(value(index + 1), 1_023) / 1_024;
    const down = (index: number) => value(index) + Math.min(value(index + 1), 255) / 256;
    const [left, top] = [across(1), down(3)];
    return { left, top, right: Math.max(left, across(5)), bottom: Math.max(top, down(7)) };
  }
  return null;
}
