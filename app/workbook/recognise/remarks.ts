import type { Cell } from "../sheet.ts";
import { type AnswerTable, answerColumns } from "./answer-table.ts";
import type { Grid } from "./grid.ts";
import { columnRole } from "./labels.ts";
import { foldSigns, squash, trimText } from "./text.ts";

/** Remark number → its text and the cells it was read from. */
export type RemarkNotes = Map<string, { text: string; cells: Cell[]; sheet: string }>;

const refShape = /^(?:※|注|備考|注記|\*|no\.?)?[([]?(\d{1,3})[)\].]?$/i;

/** 「※1」「(2)」「1、3」 → the numbers; null when the text says anything else. */
export function remarkNumbersIn(text: string): string[] | null {
  const parts = squash(text)
    .split(/[,、，・;]/)
    .filter((part) => part !== "");
  const numbers = parts.map((part) => refShape.exec(part)?.[1]);
  const found = numbers.flatMap((each) => (each === undefined ? [] : [String(Number(each))]));
  return found.length > 0 && found.length === parts.length ? found : null;
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

const marked = /^(?:※|注|備考|注記|\*)\s*[([]?(\d{1,3})[)\]]?\s*[:：.．、)]?\s*([\s\S]+)$/;
const numbered = /^(?:※|注|備考|注記|\*)?\s*[([]?(\d{1,3})[)\]]?\s*(?:[:：.．、)]\s*|\s+)([\s\S]+)$/;

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

function entryOf(cells: Cell[], isUnderHeading: boolean): { number: string; text: string } | null {
  const [first, ...rest] = cells;
  if (!first) return null;
  const text = trimText(first.text);
  const [number, ...more] = remarkNumbersIn(text) ?? [];
  const isMarked = /^[※注備*]/.test(squash(text));
  if (number && more.length === 0 && rest.length > 0 && (isUnderHeading || isMarked)) {
    return { number, text: rest.map((cell) => trimText(cell.text)).join(" ") };
  }
  const match = (isUnderHeading ? numbered : marked).exec(foldSigns(text));
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
