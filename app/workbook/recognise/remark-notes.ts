import type { Cell } from "../sheet.ts";
import type { Grid } from "./grid.ts";
import { columnRole } from "./labels.ts";
import { itemNumber } from "./numbers.ts";
import { isBlockHeading, remarkNumbersIn, withPlainNumbers } from "./remarks.ts";
import { foldSigns, squash, trimText } from "./text.ts";

export type RemarkNote = { text: string; cells: Cell[] };

/** Remarks of one block or sheet: by their own number, and by the number of the item they belong to. */
export type RemarkNotes = {
  byNumber: ReadonlyMap<string, RemarkNote>;
  byItem: ReadonlyMap<string, RemarkNote>;
};

type Entry = { number: string | null; item: string | null; text: string; cells: Cell[] };

const none: RemarkNotes = { byNumber: new Map(), byItem: new Map() };

/** Reads numbered notes from rows; without a heading only notes with ※, 注 or 備考 before the number count. */
export function readNotes(grid: Grid, fromRow: number, toRow: number, isUnderHeading: boolean): RemarkNotes {
  const rows = grid.rows.filter((row) => row >= fromRow && row <= toRow);
  const itemColumn = isUnderHeading ? itemColumnIn(grid, rows.slice(0, 4)) : null;
  const entries: Entry[] = [];
  let isOpen = false;
  let lastRow = fromRow;
  for (const row of rows) {
    const all = grid.cellsIn(row);
    const cells = isUnderHeading ? all.filter((cell) => !isBlockHeading(cell.text)) : all;
    const found = entriesOf(cells, { isUnderHeading, itemColumn });
    const last = entries.at(-1);
    if (found.length > 0) entries.push(...found);
    else if (last && isOpen && isUnderHeading && row === lastRow + 1 && isContinued(cells)) {
      last.text = `${last.text}\n${cells.map((cell) => trimText(cell.standing)).join(" ")}`;
      last.cells.push(...cells);
    }
    isOpen = cells.length > 0 && (found.length > 0 || (isOpen && isContinued(cells)));
    lastRow = row;
  }
  return {
    byNumber: keyed(entries, (entry) => entry.number),
    byItem: keyed(entries, (entry) => entry.item),
  };
}

/** Entries by a key. A key that stands for two different texts points to neither. */
function keyed(entries: readonly Entry[], keyOf: (entry: Entry) => string | null): Map<string, RemarkNote> {
  const found = new Map<string, RemarkNote>();
  const doubtful = new Set<string>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === null) continue;
    const before = found.get(key);
    if (before && before.text !== entry.text) doubtful.add(key);
    found.set(key, { text: entry.text, cells: entry.cells });
  }
  for (const key of doubtful) found.delete(key);
  return found;
}

const itemLabel =
  /^(?:対応|該当|関連|対象|参照)?(?:項番|項目番号|項目no\.?|設問番号|設問no\.?|質問番号|質問no\.?|項目)$/i;

/** The column of a list of remarks that says to which item each belongs; null when none is headed so. */
function itemColumnIn(grid: Grid, rows: readonly number[]): number | null {
  for (const row of rows) {
    const cells = grid.cellsIn(row);
    const item = cells.find((cell) => itemLabel.test(squash(cell.text)));
    if (item && cells.length > 1) return item.column;
  }
  return null;
}

/** A further line of a note: not a heading, and not a note of its own. */
function isContinued(cells: Cell[]): boolean {
  return (
    !cells.some((cell) => columnRole(cell.text) !== null) &&
    !/^(?:[※＊*]|以上$|注)/.test(squash(cells[0]?.text ?? ""))
  );
}

type Columns = { isUnderHeading: boolean; itemColumn: number | null };

const noteSign = /^[※注備補*＊]/;

function entriesOf(all: Cell[], { isUnderHeading, itemColumn }: Columns): Entry[] {
  // why first: without a heading most rows are items of the table, and they begin with no such sign.
  if (!isUnderHeading && !noteSign.test(trimText(all[0]?.standing ?? ""))) return [];
  const itemCell = all.find((cell) => cell.column === itemColumn);
  const cells = all.filter((cell) => cell !== itemCell);
  const item = itemCell && !/[^\d.\-()]/.test(itemNumber(itemCell.text)) ? itemNumber(itemCell.text) : null;
  const [first, ...rest] = cells;
  if (!first) return [];
  if (itemCell === all[0] && item !== null) return [entryOfItem(item, cells, all)];
  const text = trimText(first.standing);
  const isMarked = noteSign.test(text);
  const texts = rest.map((cell) => trimText(cell.standing));
  const [number, ...more] = remarkNumbersIn(text) ?? [];
  if (number && more.length === 0 && rest.length > 0 && (isUnderHeading || isMarked)) {
    return [{ number, item, text: texts.join(" "), cells: all }];
  }
  const lines = linesOf(text, isUnderHeading);
  return lines.map(({ number: own, body }, at) => {
    const isLast = at === lines.length - 1;
    return { number: own, item, text: isLast ? [body, ...texts].join(" ") : body, cells: [...all] };
  });
}

/** 「項番 | 備考」: plain numbers there may as well be the remarks' own, so only 1.1 names an item. */
function entryOfItem(item: string, cells: Cell[], all: Cell[]): Entry {
  const text = cells.map((cell) => trimText(cell.standing)).join(" ");
  const isPlain = /^\d{1,3}$/.test(item);
  return { number: isPlain ? item : null, item: isPlain ? null : item, text, cells: all };
}

/** A sentence about a remark, 「※1の期間は…」, is not the remark. */
const marked =
  /^((?:※|注|備考|注記|補足|\*)\s*[([]?)(\d{1,3})(?![\dのはをにがでとも])([)\]]?\s*[:：.．、)]?)\s*([\s\S]+)$/;
const numbered = /^((?:※|注|備考|注記|補足|\*)?\s*[([]?)(\d{1,3})([)\]]?\s*(?:[:：.．、)]\s*|\s+))([\s\S]+)$/;

type Line = { number: string; body: string; style: string };

/** Only the number a note begins with is made plain: its text keeps its own signs. */
const plainStart = (text: string) => text.replace(/^[①-⑳]/, withPlainNumbers);

function lineOf(text: string, isUnderHeading: boolean): Line | null {
  const match = (isUnderHeading ? numbered : marked).exec(plainStart(foldSigns(text)));
  if (!match?.[2] || !match[4]) return null;
  const body = text.slice(text.length - match[4].length);
  return { number: String(Number(match[2])), body, style: squash(`${match[1]}#${match[3]}`) };
}

/**
 * The notes one cell holds. A further line begins a note of its own when it is numbered on in the same way
 * as the first: a list inside a note is numbered otherwise.
 */
function linesOf(text: string, isUnderHeading: boolean): Line[] {
  const found: Line[] = [];
  for (const line of text.split("\n")) {
    const last = found.at(-1);
    const next = lineOf(trimText(line), isUnderHeading);
    const isOwn =
      next && (!last || (next.style === last.style && Number(next.number) === Number(last.number) + 1));
    if (isOwn) found.push(next);
    else if (last) last.body = `${last.body}\n${trimText(line)}`;
    else return [];
  }
  return found;
}

/** Notes of a sheet that only lists remarks: named 備考, or headed so. */
export function notesOfRemarkSheet(grid: Grid): RemarkNotes {
  const top = grid.rows[0] ?? 1;
  const heading = grid.rows
    .slice(0, 5)
    .find((row) => grid.cellsIn(row).some((cell) => isBlockHeading(cell.text)));
  const isNamed = /備考|注記|補足|remarks?/i.test(grid.sheet.name);
  if (!isNamed && heading === undefined) return none;
  return readNotes(
    grid,
    heading === undefined ? top : Math.min(heading, top + 4),
    grid.rows.at(-1) ?? top,
    true,
  );
}

/** Notes of several sheets as one; what two of them say differently is said by neither. */
export function joinNotes(all: readonly RemarkNotes[]): RemarkNotes {
  return {
    byNumber: joined(all.map((each) => each.byNumber)),
    byItem: joined(all.map((each) => each.byItem)),
  };
}

function joined(maps: readonly ReadonlyMap<string, RemarkNote>[]): Map<string, RemarkNote> {
  const found = new Map<string, RemarkNote>();
  const doubtful = new Set<string>();
  for (const [key, note] of maps.flatMap((map) => [...map])) {
    const before = found.get(key);
    if (before && before.text !== note.text) doubtful.add(key);
    else found.set(key, note);
  }
  for (const key of doubtful) found.delete(key);
  return found;
}
