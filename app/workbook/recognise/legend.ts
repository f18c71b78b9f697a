import type { AnswerOption } from "../../domain/questionnaire.ts";
import type { Cell } from "../sheet.ts";
import type { Grid } from "./grid.ts";
import { foldSigns, squash } from "./text.ts";
import { optionOfWord } from "./words.ts";

/** 凡例: what each sign of the answer column means, as the form itself says. */
export type Legend = ReadonlyMap<string, AnswerOption>;

/** Signs a form explains: circles, crosses, triangles, strokes, digits and single letters. */
const pair =
  /(?:^|[\s(（[［【,，、､;；:：/／・|])([○◯〇●◎×✕✖✗✘xX△▲ー―—–‐−\-ａ-ｚA-Za-z]|[0-9])\s*([:：=＝.．、]|…|は|が|\s)?\s*[「『]?([ぁ-んァ-ヶ一-龠]{2,6}|yes|no|n\/a)(?=$|[\s)）\]］】,，、､;；/／・|」』。])/gi;

const circles = /[○◯〇]/g;
const crosses = /[×✕✖✗✘xX]/g;
const strokes = /[ー―—–‐−ｰ－-]/g;

/** A sign in one way of writing: circles, crosses and strokes have many. */
const plainSign = (sign: string) =>
  squash(sign).replace(circles, "○").replace(crosses, "×").replace(strokes, "-").toLowerCase();

/** The legend some texts print; null when they give はい and いいえ no sign each, or a sign two meanings. */
function legendIn(texts: readonly string[]): Legend | null {
  const found = new Map<string, AnswerOption>();
  for (const match of texts.flatMap((text) => [...foldSigns(text).matchAll(pair)])) {
    const option = optionOfWord(match[3] ?? "");
    const sign = plainSign(match[1] ?? "");
    if (option === null || sign === "") continue;
    if (found.has(sign) && found.get(sign) !== option) return null;
    found.set(sign, option);
  }
  const options = new Set(found.values());
  return options.has("yes") && options.has("no") ? found : null;
}

/** The legend that headings of an answer column print: 「回答（○：はい　×：いいえ　－：対象外）」. */
export function legendOf(heads: readonly Cell[]): Legend | null {
  return legendIn(heads.map((cell) => cell.standing));
}

/** Rows above the headings in which a line of its own may explain the signs. */
const NEAR = 6;

/** A line above the table that explains the signs: 「凡例　○：はい、×：いいえ」. */
export function legendAbove(grid: Grid, headerTop: number): Legend | null {
  const rows = grid.rows.filter((row) => row < headerTop && row >= headerTop - NEAR);
  return legendIn(
    rows.map((row) =>
      grid
        .cellsIn(row)
        .map((cell) => cell.standing)
        .join(" "),
    ),
  );
}

const ownSign = /[(（]\s*([○◯〇×✕✖△ー―—–‐−-])\s*[)）]\s*$|^\s*([○◯〇×✕✖△])[:：]?(?=\S)/;

/** True for the sign that a column's own heading prints: × under 「いいえ（×）」 is that column's mark. */
export function isSignOfHeading(grid: Grid, table: HeadingRows, cell: Cell): boolean {
  if (cell.kind !== "text") return false;
  for (let row = table.headerTop; row <= table.headerBottom; row += 1) {
    const match = ownSign.exec(foldSigns(grid.ownerAt(row, cell.column)?.standing ?? ""));
    const sign = match?.[1] ?? match?.[2];
    if (sign !== undefined && plainSign(sign) === plainSign(cell.standing)) return true;
  }
  return false;
}

type HeadingRows = { headerTop: number; headerBottom: number };

/** 「○はい」 and 「×いいえ」 in one row: the signs are a legend, for no row is answered both ways. */
const isSignedYes = ({ text }: Cell) =>
  text.length > 1 && /^\s*[○◯〇]/.test(text) && /^[○◯〇]:?(?:はい|yes)/i.test(squash(text));
const isSignedNo = ({ text }: Cell) => /^\s*[×✕✗]/.test(text) && /^[×✕✗]:?(?:いいえ|no)/i.test(squash(text));

/** True for a row of headings that each begin with the sign of their column. */
export const hasSignedHeadings = (cells: readonly Cell[]) =>
  cells.some(isSignedYes) && cells.some(isSignedNo);

/** The heading's word behind its sign. */
export const withoutSign = (text: string) => text.replace(/^\s*[○◯〇×✕✗－−\-△][\s:：]*/, "");

/** The option a lone sign stands for in a table with a legend. */
export function optionOfSign(cell: Cell, legend: Legend): AnswerOption | null {
  const text = cell.kind === "number" ? String(cell.value) : cell.kind === "text" ? cell.standing : "";
  return legend.get(plainSign(text)) ?? null;
}
