import { type CellFont, plainFont } from "./cell-fonts.ts";
import { type SymbolFamily, symbolFamily } from "./symbol-fonts.ts";

/** A font of a binary workbook ([MS-XLS] 2.4.122). */
export type BiffFont = { isStruck: boolean; family: SymbolFamily | null; colour: number; isTiny: boolean };

/** Heights are in twentieths of a point; smaller letters than three points nobody reads. */
const SMALLEST = 60;
/** Where the name stands: behind its length and, from BIFF8 on, a byte that says how wide its letters are. */
const NAME = 14;

export function biffFont(data: DataView): BiffFont {
  const at = (offset: number) => (offset + 2 <= data.byteLength ? data.getUint16(offset, true) : 0);
  const charset = data.byteLength > 12 ? data.getUint8(12) : null;
  return {
    isStruck: (at(2) & 8) !== 0,
    family: symbolFamily(nameOf(data), charset),
    colour: at(4),
    isTiny: at(0) < SMALLEST,
  };
}

/** The Latin letters of the font's name are enough: no font of pictures has others. */
function nameOf(data: DataView): string {
  let name = "";
  for (let at = NAME; at < data.byteLength && name.length < 64; at += 1) {
    const letter = data.getUint8(at);
    if (letter >= 0x20 && letter < 0x7f) name += String.fromCharCode(letter);
  }
  // why: the length before the name may itself look like a letter.
  return name.replace(/^[^A-Za-z]+/, "");
}

/** Palette numbers of white; 64 and above are the system's colours. */
const whites = new Set([1, 9, 65]);
const blacks = new Set([0, 8, 64, 0x7fff]);
const SOLID = 1;

const inkName = (colour: number) =>
  whites.has(colour) ? "white" : blacks.has(colour) ? "black" : String(colour);

/** How a cell format of BIFF8 ([MS-XLS] 2.4.353) shows its text; older ones tell the font alone. */
export function biffCellFont(format: DataView, font: BiffFont | undefined): CellFont {
  if (!font) return plainFont;
  if (format.byteLength < 20) return { ...plainFont, family: font.family };
  const pattern = format.getUint32(14, true) >>> 26;
  const fill = format.getUint16(18, true) & 0x7f;
  const paper = pattern === SOLID ? inkName(fill) : "white";
  const isSame = pattern <= SOLID && inkName(font.colour) === paper;
  return { ...plainFont, family: font.family, isUnseen: font.isTiny || isSame };
}
