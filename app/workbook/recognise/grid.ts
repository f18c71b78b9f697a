import type { Cell, CellRange, Sheet } from "../sheet.ts";
import { type HeadingMemo, headingMemo } from "./heading-memo.ts";

/** A sheet with lookups: a cell by place, and the merged range that covers a place. */
export type Grid = {
  sheet: Sheet;
  headings: HeadingMemo;
  /** Rows that hold a cell, ascending. */
  rows: number[];
  cellsIn(row: number): Cell[];
  at(row: number, column: number): Cell | undefined;
  mergeAt(row: number, column: number): CellRange | undefined;
  /** The cell whose text stands at this place: the cell itself or the first cell of its merged range. */
  ownerAt(row: number, column: number): Cell | undefined;
  /** True when a merged range touches the row. */
  isMergedIn(row: number): boolean;
  /** The range a cell covers: its merged range, or itself. */
  rangeOfCell(cell: Cell): CellRange;
};

/** Merged ranges larger than this are looked up by containment, not by a table of places. */
const SMALL_MERGE = 5_000;
/** Widest row of a spreadsheet: makes one number of a place. */
const WIDTH = 16_385;

function mergeLookup(merges: CellRange[]): (row: number, column: number) => CellRange | undefined {
  const byPlace = new Map<number, CellRange>();
  const large: CellRange[] = [];
  for (const merge of merges) {
    const size = (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1);
    if (size > SMALL_MERGE) {
      large.push(merge);
      continue;
    }
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      for (let column = merge.left; column <= merge.right; column += 1) {
        byPlace.set(row * WIDTH + column, merge);
      }
    }
  }
  return (row, column) =>
    byPlace.get(row * WIDTH + column) ??
    large.find((m) => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right);
}

/** Rows that merged ranges touch; null when some range is so large that counting them out is no gain. */
function rowsOfMerges(merges: readonly CellRange[]): ReadonlySet<number> | null {
  const rows = new Set<number>();
  for (const { top, bottom } of merges) {
    if (bottom - top > SMALL_MERGE) return null;
    for (let row = top; row <= bottom; row += 1) rows.add(row);
  }
  return rows;
}

/** Builds the lookups of a sheet; `headings` is the memo of the reading it belongs to. */
export function gridOf(sheet: Sheet, headings: HeadingMemo = headingMemo()): Grid {
  const byRow = new Map<number, Cell[]>();
  const byPlace = new Map<number, Cell>();
  for (const cell of sheet.cells) {
    byPlace.set(cell.row * WIDTH + cell.column, cell);
    const row = byRow.get(cell.row);
    if (row) row.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  for (const row of byRow.values()) row.sort((a, b) => a.column - b.column);
  const mergeAt = mergeLookup(sheet.merges);
  const mergedRows = rowsOfMerges(sheet.merges);
  const at = (row: number, column: number) => byPlace.get(row * WIDTH + column);
  return {
    sheet,
    headings,
    rows: [...byRow.keys()].sort((a, b) => a - b),
    cellsIn: (row) => byRow.get(row) ?? [],
    at,
    mergeAt,
    isMergedIn: (row) => mergedRows === null || mergedRows.has(row),
    ownerAt: (row, column) => {
      const merge = mergeAt(row, column);
      return merge ? at(merge.top, merge.left) : at(row, column);
    },
    rangeOfCell: (cell) =>
      mergeAt(cell.row, cell.column) ?? {
        top: cell.row,
        bottom: cell.row,
        left: cell.column,
        right: cell.column,
      },
  };
}
