import type { Cell } from "../sheet.ts";
import { type AnswerTable, answerColumns } from "./answer-table.ts";
import type { Grid } from "./grid.ts";
import { readMark } from "./marks.ts";
import { foldWidth, squash } from "./text.ts";

const refShape = /^(?:※|注|備考|注記|補足|\*|no\.?)?[([]?(\d{1,3})[)\].]?$/i;
/** Words that only point: 「備考2参照」「※1を参照」「注3のとおり」. */
const pointing = /(?:を|の欄)?(?:ご?参照(?:のこと|ください|下さい)?|のとおり|の通り|に記載)[。.]?$/;
/** What such a text can begin with: most remarks are sentences, and this tells them at their first sign. */
const pointingStart =
  /^(?:[\s\u200b-\u200d\ufeff,、，､・･;；※注備補及お*＊nｎ([（［\d０-９①-⑳]|\ufe0e|\ufe0f)/i;
/** 「※1」「備考 2」「(3)」: what most of them are. */
const oneNumber = /^(?:※|注|備考|注記|補足)?\s*\(?(\d{1,3})\)?$/;
const circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

/** Circled numbers as plain ones: remarks are numbered ① as often as 1. */
export const withPlainNumbers = (text: string) =>
  text.replace(/[①-⑳]/g, (sign) => `(${circled.indexOf(sign) + 1})`);

/** 「※1」「(2)」「1、3」「※1 ※2」「備考2参照」「1～3」 → the numbers; null when the text says anything else. */
export function remarkNumbersIn(text: string): string[] | null {
  if (!pointingStart.test(text) || !/[\d０-９①-⑳]/.test(text)) return null;
  const simple = oneNumber.exec(text)?.[1];
  if (simple) return [String(Number(simple))];
  const joined = foldWidth(withPlainNumbers(text))
    .trim()
    .replace(pointing, "")
    .replace(/^(※|注|備考|注記|補足)[_:\s]+(?=[([]?\d)/, "$1")
    .replace(/(※|注|備考|注記|補足|\*|no\.?)\s+(?=[([]?\d)/gi, "$1")
    .replace(/\)(?=[(※])/g, ") ");
  const parts = joined.split(/[\s,、，・;]|及び|および/).filter((part) => part !== "");
  const numbers = parts.map(numbersOfPart);
  return parts.length > 0 && numbers.every((each) => each.length > 0) ? numbers.flat() : null;
}

function numbersOfPart(part: string): string[] {
  const ends = part.split(/[~〜～]/).map((end) => refShape.exec(end)?.[1]);
  const [from, to] = [Number(ends[0]), Number(ends.at(-1))];
  if (ends.length > 2 || ends.includes(undefined) || to < from || to - from > 30) return [];
  return Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
}

/** 「備考」「備考＿＿」 printed in every row for a number to be written behind it. */
export const isPrintedLabel = (text: string) => /^(?:備考|※|注)[_:…\s]*$/.test(foldWidth(text).trim());

const heading =
  /^[([【■●◆<]?(?:備考|備考欄|備考記載欄|備考一覧|備考記入欄|注記|補足|補足説明|補足事項|脚注|特記事項)[)\]】>]?[:：]?$/;

/** True for the heading of a block of remarks: 「備考」「【備考】」「（備考）」. */
export const isBlockHeading = (text: string) => heading.test(squash(text));

const isAnswerLike = (cell: Cell) => cell.text.length === 1 || readMark(cell).kind !== "unknown";

/** Row at which the 備考 block below a table begins; null when there is none. */
export function remarkBlockRow(grid: Grid, table: AnswerTable): number | null {
  const answers = answerColumns(table.answers);
  const lastAnswered = grid.sheet.cells.reduce(
    (last, cell) =>
      cell.row > last && cell.row <= table.lastRow && answers.includes(cell.column) && isAnswerLike(cell)
        ? cell.row
        : last,
    0,
  );
  for (const row of grid.rows) {
    if (row < lastAnswered || row <= table.firstRow || row > table.lastRow) continue;
    const cells = grid.cellsIn(row);
    const [first] = cells;
    // why three: a heading may share its row with the first number and its text.
    const isHeading = first && cells.length <= 3 && isBlockHeading(first.text);
    if (isHeading) return row;
  }
  return null;
}
