import type { Cell } from "../sheet.ts";
import { type AnswerTable, answerColumns } from "./answer-table.ts";
import type { Grid } from "./grid.ts";
import { columnRole } from "./labels.ts";
import { foldSigns, foldWidth, squash, trimText } from "./text.ts";

/** Remark number → its text and the cells it was read from. */
export type RemarkNotes = Map<string, { text: string; cells: Cell[]; sheet: string }>;

const refShape = /^(?:※|注|備考|注記|補足|\*|no\.?)?[([]?(\d{1,3})[)\].]?$/i;
/** Words that only point: 「備考2参照」「※1を参照」「注3のとおり」. */
const pointing = /(?:を|の欄)?(?:ご?参照(?:のこと|ください|下さい)?|のとおり|の通り|に記載)[。.]?$/;
const circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

/** Circled numbers as plain ones: remarks are numbered ① as often as 1. */
const withPlainNumbers = (text: string) => text.replace(/[①-⑳]/g, (sign) => `(${circled.indexOf(sign) + 1})`);

/** 「※1」「(2)」「1、3」「※1 ※2」「備考2参照」「1～3」 → the numbers; null when the text says anything else. */
export function remarkNumbersIn(text: string): string[] | null {
  const joined = foldWidth(withPlainNumbers(text))
    .trim()
    .replace(pointing, "")
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

const blockHeading =
  /^[【[■●◆<＜]?(?:備考|備考欄|備考記載欄|備考一覧|注記|補足|補足説明|脚注|特記事項)[】\]>＞]?[:：]?$/;

/** Row at which the 備考 block below a table begins; null when there is none. */
export function remarkBlockRow(grid: Grid, table: AnswerTable): number | null {
  const answers = answerColumns(table.answers);
  for (const row of grid.rows) {
    if (row <= table.firstRow || row > table.lastRow) continue;
    const cells = grid.cellsIn(row);
    const [first] = cells;
    const isHeading = first && cells.length <= 2 && blockHeading.test(squash(first.text));
    if (!isHeading || answers.includes(first.column)) continue;
    const isAnswerBelow = grid.sheet.cells.some(
      (cell) =>
        cell.row > row && cell.row <= table.lastRow && answers.includes(cell.column) && cell.text.length <= 3,
    );
    if (!isAnswerBelow) return row;
  }
  return null;
}

const marked = /^(?:※|注|備考|注記|補足|\*)\s*[([]?(\d{1,3})[)\]]?\s*[:：.．、)]?\s*([\s\S]+)$/;
const numbered = /^(?:※|注|備考|注記|補足|\*)?\s*[([]?(\d{1,3})[)\]]?\s*(?:[:：.．、)]\s*|\s+)([\s\S]+)$/;

/** Reads numbered notes from rows; without a heading only notes with ※, 注 or 備考 before the number count. */
export function readNotes(grid: Grid, fromRow: number, toRow: number, isUnderHeading: boolean): RemarkNotes {
  const notes: RemarkNotes = new Map();
  let last: { text: string; cells: Cell[] } | null = null;
  let lastRow = fromRow;
  for (const row of grid.rows) {
    if (row < fromRow || row > toRow) continue;
    const cells = grid.cellsIn(row);
    const entry = entryOf(cells, isUnderHeading);
    if (entry) {
      last = { text: entry.text, cells };
      if (!notes.has(entry.number)) notes.set(entry.number, { ...last, sheet: grid.sheet.name });
      last = notes.get(entry.number) ?? last;
    } else if (last && isUnderHeading && row === lastRow + 1 && isContinued(cells)) {
      last.text = `${last.text}\n${cells.map((cell) => trimText(cell.text)).join(" ")}`;
      last.cells = [...last.cells, ...cells];
    } else last = null;
    lastRow = row;
  }
  return notes;
}

/** A further line of a note: not a heading, and not a note of its own. */
function isContinued(cells: Cell[]): boolean {
  return (
    !cells.some((cell) => columnRole(cell.text) !== null) &&
    !/^(?:[※＊*]|以上$|注)/.test(squash(cells[0]?.text ?? ""))
  );
}

/** Only the number a note begins with is made plain: its text keeps its own signs. */
const plainStart = (text: string) => text.replace(/^[①-⑳]/, withPlainNumbers);

function entryOf(cells: Cell[], isUnderHeading: boolean): { number: string; text: string } | null {
  const [first, ...rest] = cells;
  if (!first) return null;
  const text = trimText(first.text);
  const [number, ...more] = remarkNumbersIn(text) ?? [];
  const isMarked = /^[※注備補*]/.test(squash(text));
  if (number && more.length === 0 && rest.length > 0 && (isUnderHeading || isMarked)) {
    return { number, text: rest.map((cell) => trimText(cell.text)).join(" ") };
  }
  const match = (isUnderHeading ? numbered : marked).exec(plainStart(foldSigns(text)));
  if (!match?.[1] || !match[2]) return null;
  const printed = text.slice(text.length - match[2].length);
  const body = [printed, ...rest.map((cell) => trimText(cell.text))].join(" ");
  return { number: String(Number(match[1])), text: body };
}

/** Notes of a sheet that only lists remarks: named 備考, or headed so. */
export function notesOfRemarkSheet(grid: Grid): RemarkNotes {
  const top = grid.rows[0] ?? 1;
  const heading = grid.rows
    .slice(0, 5)
    .find((row) => grid.cellsIn(row).some((cell) => blockHeading.test(squash(cell.text))));
  const isNamed = /備考|注記|補足|remarks?/i.test(grid.sheet.name);
  if (!isNamed && heading === undefined) return new Map();
  return readNotes(grid, heading === undefined ? top : heading, grid.rows.at(-1) ?? top, true);
}
