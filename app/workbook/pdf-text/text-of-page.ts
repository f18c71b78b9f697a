import { type SymbolFamily, signsSeen } from "../symbol-fonts.ts";
import { type Box, combine, identity, type Matrix, place, type Run } from "./page-content.ts";

/** One sign as the PDF library gives it: its text and its width in thousandths of the font size. */
export type Glyph = { unicode: string; width: number; isSpace?: boolean };
type FontState = { size: number; unit: number; family: SymbolFamily | null };

/** What a font of the page says: width units, and whether it draws pictures for letters. */
export type PageFont = Pick<FontState, "unit" | "family">;

/** Widest gap inside one run, in font sizes; what is further apart was set apart by its writer. */
const GAP = 0.6;
const INVISIBLE = 3;

/** The state of writing on a page; one method for each command of the PDF that moves or writes text. */
export function textWriter(fontOf: (name: string) => PageFont) {
  const runs: Run[] = [];
  const cutTexts: string[] = [];
  const hidden: Run[] = [];
  let hasUnknownSign = false;
  let clip: Box | null = null;
  let [tm, line]: [Matrix, Matrix] = [identity, identity];
  let font: FontState = { size: 0, unit: 0.001, family: null };
  let [charSpace, wordSpace, scale, leading, rise, mode] = [0, 0, 1, 0, 0, 0];
  const move = (x: number, y: number) => {
    line = combine(line, [1, 0, 0, 1, x, y]);
    tm = line;
  };
  const show = (ctm: Matrix, glyphs: readonly (Glyph | number | null)[]) => {
    const at = combine(ctm, tm);
    const isShown = (middle: number) => clip === null || isInside(clip, place(at, middle * scale, rise));
    const pieces = runPieces(glyphs, font, { charSpace, wordSpace, isShown });
    if (pieces.isCut && mode !== INVISIBLE) cutTexts.push(pieces.pieces.map((each) => each.text).join(" "));
    const size = Math.hypot(at[2], at[3]) * Math.abs(font.size);
    const runOf = (piece: Piece): Run => {
      const [left, baseline] = place(at, piece.from * scale, rise);
      const [right] = place(at, piece.to * scale, rise);
      const ends = { left: Math.min(left, right), right: Math.max(left, right) };
      return { text: plainHan(piece.text), ...ends, baseline, size };
    };
    const isInk = mode !== INVISIBLE && size > 0.5;
    if (pieces.hidden && isInk) hidden.push(runOf(pieces.hidden));
    for (const piece of pieces.pieces) {
      if (/[\uE000-\uF8FF\uFFFD\u{F0000}-\u{10FFFF}]/u.test(piece.text)) hasUnknownSign = true;
      if (isInk) runs.push(runOf(piece));
    }
    tm = combine(tm, [1, 0, 0, 1, pieces.advance * scale, 0]);
  };
  return {
    begin: () => {
      [tm, line] = [identity, identity];
    },
    setMatrix: (matrix: Matrix) => {
      [tm, line] = [matrix, matrix];
    },
    move,
    nextLine: () => move(0, leading),
    setFont: (name: string, size: number) => {
      font = { size, ...fontOf(name) };
    },
    setLeading: (value: number) => {
      leading = -value;
    },
    set: (what: "char" | "word" | "scale" | "rise" | "mode", value: number) => {
      if (what === "char") charSpace = value;
      else if (what === "word") wordSpace = value;
      else if (what === "scale") scale = value / 100;
      else if (what === "rise") rise = value;
      else mode = value;
    },
    setClip: (box: Box | null) => {
      clip = box;
    },
    show,
    /** Font, spacings and mode belong to the graphics state and come back with it. */
    state: () => {
      const kept = { font, charSpace, wordSpace, scale, leading, rise, mode, clip };
      return () => {
        ({ font, charSpace, wordSpace, scale, leading, rise, mode, clip } = kept);
      };
    },
    result: () => ({ runs, hasUnknownSign, cutTexts, hidden }),
  };
}

/** True when a sign whose baseline has this middle is seen; a clip may run through the foot of its signs. */
function isInside(clip: Box, [x, y]: readonly [number, number]): boolean {
  return x >= clip.left && x <= clip.right && y >= clip.top && y <= clip.bottom + BELOW_CLIP;
}

/** How far below a clip a baseline may lie while most of its signs are seen, in points. */
const BELOW_CLIP = 2;

type Spacing = { charSpace: number; wordSpace: number; isShown: (middle: number) => boolean };
type Piece = { text: string; from: number; to: number };

/** Signs in a row are one piece until a gap or a wide space tears them apart. Units: unscaled text space. */
function runPieces(
  glyphs: readonly (Glyph | number | null)[],
  font: FontState,
  { charSpace, wordSpace, isShown }: Spacing,
): { pieces: Piece[]; advance: number; isCut: boolean; hidden: Piece | null } {
  const pieces: Piece[] = [];
  let piece: Piece | null = null;
  let [x, spaces] = [0, ""];
  const unseen: Piece[] = [];
  for (const glyph of glyphs) {
    if (glyph === null) continue;
    if (typeof glyph === "number") {
      x -= (glyph * font.size) / 1000;
      continue;
    }
    const width: number = glyph.width * font.unit * font.size;
    const unicode = font.family === null ? glyph.unicode : signsSeen(glyph.unicode, font.family).text;
    if (unicode.trim() === "") spaces += " ";
    else if (!isShown(x + width / 2)) {
      unseen.push({ text: `${spaces === "" ? "" : " "}${unicode}`, from: x, to: x + width });
      spaces = "";
    } else {
      if (piece && Math.abs(x - piece.to) <= GAP * Math.abs(font.size)) {
        piece.text += spaces === "" ? unicode : ` ${unicode}`;
        piece.to = x + width;
      } else {
        piece = { text: unicode, from: x, to: x + width };
        pieces.push(piece);
      }
      spaces = "";
    }
    x += width + charSpace + (glyph.isSpace ? wordSpace : 0);
  }
  const isCut = unseen.length > 0 && pieces.length > 0;
  return { pieces, advance: x, isCut, hidden: isCut ? null : joinedPiece(unseen) };
}

/** Pieces that follow one another as one; null when there is none. */
function joinedPiece(pieces: readonly Piece[]): Piece | null {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return null;
  return {
    text: pieces
      .map(({ text }) => text)
      .join("")
      .trim(),
    from: first.from,
    to: last.to,
  };
}

/** Radicals that print like a character and have no compatibility mapping. */
const radicals: Readonly<Record<string, string>> = {
  "⺟": "母",
  "⺠": "民",
  "⻁": "虎",
  "⻄": "西",
  "⻑": "長",
  "⻘": "青",
  "⻝": "食",
  "⻣": "骨",
  "⻤": "鬼",
  "⻨": "麦",
  "⻩": "黄",
  "⻫": "斉",
  "⻭": "歯",
  "⻯": "竜",
  "⻲": "亀",
};

/** Browsers write 「日」 as the radical of the same shape; the character is what a person reads. */
function plainHan(text: string): string {
  return text
    .replace(/[\u2F00-\u2FD5]/g, (sign) => sign.normalize("NFKC"))
    .replace(/[\u2E80-\u2EF3]/g, (sign) => radicals[sign] ?? sign);
}
