import LineBreaker from "linebreak";

/** Width of one grapheme in points. */
export type MeasureGrapheme = (grapheme: string) => number;

/** 行頭禁則: never first in a line (JIS X 4051 cl-02…cl-07, cl-09…cl-11, plus ～). */
export const forbiddenAtStart =
  "、。，．・：；？！!?:;,.)]}’”）］｝」』】〉》〕〗〙‐゠–〜～ー々〻ゝゞヽヾ" +
  "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ％‰℃°′″";
/** 行末禁則: never last in a line (JIS X 4051 cl-01). */
export const forbiddenAtEnd = "([{‘“（［｛「『【〈《〔〖〘￥＄£＃№";
/** ぶら下げ: may stand outside the right edge instead of moving to the next line. */
export const hanging = "、。，．";

const startSet = new Set(forbiddenAtStart);
const endSet = new Set(forbiddenAtEnd);
const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });
const slack = 0.001; // points; sums of widths are floating point

/** Characters that never join their neighbours: no marks, selectors, surrogates or half-width voicing marks. */
const standsAlone =
  /^[\x20-\x7e\u2010-\u2027\u2030-\u205e\u2460-\u24ff\u25a0-\u25ff\u3000-\u3029\u3030-\u3098\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff9d]*$/;

/** The text as people count characters: a base with its variation selector or mark is one. */
export function graphemesOf(text: string): string[] {
  // why: the segmenter takes 0.5 µs a character, three quarters of the time of printing; most text needs none.
  if (text.length === 1 || standsAlone.test(text)) return text.split("");
  return Array.from(segmenter.segment(text), (each) => each.segment);
}

/** True when the last grapheme of the line hangs into the margin if the line is full. */
export function endsHanging(line: string): boolean {
  return line !== "" && hanging.includes(line.slice(-1));
}

export type LineOptions = {
  /** Width of the first line in points where it differs (after a number such as 「(1)」). */
  firstWidthPt?: number;
  /** False where 、。 must not stand outside the edge, as in the cell of a table. */
  canHang?: boolean;
};
type Setting = { widthPt: number; firstWidthPt: number; canHang: boolean; measure: MeasureGrapheme };

/**
 * Breaks a text into lines by UAX #14 with Japanese overrides: no break before ～ or inside full-width digits,
 * 、。 hang over the edge, a token longer than a line is cut by grapheme. Spaces at the end of a line fall away,
 * nothing else does. "\n" in the text starts a new line.
 * @param widthPt width of a line in points; a line may exceed it only by one hanging 、。
 */
export function breakLines(
  text: string,
  widthPt: number,
  measure: MeasureGrapheme,
  { firstWidthPt = widthPt, canHang = true }: LineOptions = {},
): string[] {
  const setting = { widthPt, firstWidthPt, canHang, measure };
  const lines: string[] = [];
  for (const paragraph of text.split(/\r\n|\r|\n/))
    lines.push(...breakParagraph(paragraph, lines.length, setting));
  return lines;
}

function breakParagraph(paragraph: string, linesBefore: number, setting: Setting): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const unit of unbreakableUnits(paragraph)) {
    for (const piece of piecesOf(unit, setting)) {
      const room = linesBefore + lines.length === 0 ? setting.firstWidthPt : setting.widthPt;
      if (line !== "" && used + piece.net > room + slack) {
        lines.push(line.trimEnd());
        line = "";
        used = 0;
      }
      line += piece.text;
      used += piece.width;
    }
  }
  return [...lines, line.trimEnd()];
}

/** `net`: the width that has to fit, without spaces at the end and without one hanging 、。 */
type Piece = { text: string; width: number; net: number };

/** A token longer than a line is cut; a piece that still is (a run of marks only) falls apart, rules or not. */
function piecesOf(unit: string, setting: Setting): Piece[] {
  const least = Math.min(setting.widthPt, setting.firstWidthPt) + slack;
  const whole = measured(unit, setting);
  if (whole.net <= least) return [whole];
  return cutToken(unit).flatMap((text) => {
    const piece = measured(text, setting);
    return piece.net <= least ? [piece] : graphemesOf(text).map((each) => measured(each, setting));
  });
}

function measured(text: string, { canHang, measure }: Setting): Piece {
  const width = widthOf(text, measure);
  const body = text.trimEnd();
  const hung = canHang && endsHanging(body) ? measure(body.slice(-1)) : 0;
  return { text, width, net: (body === text ? width : widthOf(body, measure)) - hung };
}

function widthOf(text: string, measure: MeasureGrapheme): number {
  // why: most pieces of a Japanese text are one character.
  if (text.length === 1) return measure(text);
  let width = 0;
  for (const each of graphemesOf(text)) width += measure(each);
  return width;
}

/** Pieces between which the line may break. */
function unbreakableUnits(text: string): string[] {
  const breaker = new LineBreaker(text);
  const units: string[] = [];
  let from = 0;
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const unit = text.slice(from, next.position);
    const last = units.at(-1);
    if (last !== undefined && mustStayTogether(last, unit)) units[units.length - 1] = last + unit;
    else units.push(unit);
    from = next.position;
  }
  return units;
}

/** What UAX #14 allows and Japanese setting does not. */
function mustStayTogether(before: string, after: string): boolean {
  const last = before.trimEnd().slice(-1); // spaces at the end of a line fall away
  if (startsForbidden(after) || endSet.has(last)) return true;
  // why: a cell address (MDS!D31) is read as one word; UAX #14 breaks after its "!".
  if (/[A-Za-z0-9]!$/.test(before) && /^[A-Z]/.test(after)) return true;
  // why: 「第2025-007号」 and 「11月」 are read as one word; a break after 第 or before 月 halts the reader.
  if (last === "第" && /^[0-9０-９]/.test(after)) return true;
  return /[0-9０-９]$/.test(before) && /^[０-９年月日条項号章版件]/.test(after);
}

function startsForbidden(text: string): boolean {
  return startSet.has(text.length === 1 ? text : (graphemesOf(text)[0] ?? ""));
}

/** Cuts a token by grapheme, so that no cut puts a forbidden character first or last in a line. */
function cutToken(token: string): string[] {
  const pieces: string[] = [];
  for (const grapheme of graphemesOf(token)) {
    const last = pieces.at(-1);
    const sticks = last !== undefined && (startSet.has(grapheme) || endSet.has(last.trimEnd().slice(-1)));
    if (sticks || (last !== undefined && grapheme.trim() === "")) pieces[pieces.length - 1] = last + grapheme;
    else pieces.push(grapheme);
  }
  return pieces;
}
