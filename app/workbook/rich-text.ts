import { type CellFont, inkOf, plainFont } from "./cell-fonts.ts";
import { firstPiece, piecesOf, plainXml, withoutPieces } from "./part-xml.ts";
import { signsSeen } from "./symbol-fonts.ts";
import { cellText } from "./xml-text.ts";

/** A cell's text as it is seen. */
export type SeenText = {
  text: string;
  /** Without what is struck through, or has the colour of the paper, run by run. */
  standing: string;
  isUnseen: boolean;
  /** Some letter is drawn as a picture that nobody here knows. */
  isSymbol: boolean;
};

const isOn = (tag: string | undefined) => tag !== undefined && !/val="(?:0|false)"/.test(tag);

/** True when the XML of a font or a run strikes its text through. */
export const isStruck = (xml: string) => isOn(/<(?:\w+:)?strike\b[^<>]*>/.exec(xml)?.[0]);

/**
 * The text of a cell through its fonts: letters of Wingdings as the signs they draw, struck and unseen runs
 * left out of `standing`. `rich` is the XML of the string's runs, `font` that of the cell's style.
 */
export function seenText(text: string, rich: string | null, font: CellFont = plainFont): SeenText {
  const isSpecial = rich !== null && (font.family !== null || /strike|rFont|color|<(?:\w+:)?sz/.test(rich));
  if (isSpecial) return seenRuns(text, rich, font);
  const { text: seen, isKnown } =
    font.family === null ? { text, isKnown: true } : signsSeen(text, font.family);
  return { text: seen, standing: seen, isUnseen: font.isUnseen, isSymbol: !isKnown };
}

function seenRuns(whole: string, rich: string, font: CellFont): SeenText {
  const seen: SeenText = { text: "", standing: "", isUnseen: false, isSymbol: false };
  let read = "";
  for (const { inner } of piecesOf(withoutPieces(plainXml(rich), "rPh"), "r")) {
    const style = firstPiece(inner, "rPr")?.inner ?? null;
    const run = cellText(firstPiece(inner, "t")?.inner ?? "").replace(/\r\n?/g, "\n");
    read += run;
    const ink = style === null ? null : inkOf(style, "rFont");
    const family = ink?.isNamed ? ink.family : font.family;
    const { text, isKnown } = family === null ? { text: run, isKnown: true } : signsSeen(run, family);
    const isUnseen = ink?.isColoured ? ink.isTiny || ink.colour === font.paper : font.isUnseen;
    seen.text += text;
    if (!isKnown) seen.isSymbol = true;
    if (isUnseen && text.trim() !== "") seen.isUnseen = true;
    if (!isUnseen && !(style !== null && isStruck(style))) seen.standing += text;
  }
  // why: text beside the runs belongs to the cell too, and nothing is told of its font.
  return read === whole ? seen : { ...seen, text: whole };
}
