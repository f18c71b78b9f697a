import type { PageContent, Run } from "./page-content.ts";
import {
  columnAt,
  isStruckThrough,
  type PageCell,
  type PageRow,
  type PageRows,
  startOf,
} from "./page-rows.ts";
import { type Line, linesOf } from "./rules.ts";
import { cellText, segmentsOf, textLines } from "./text-lines.ts";

/** How near a drawn line must come to a cell's corner to close it, in points. */
const REACH = 3;

/** Places of the lines down a page that are long enough to part columns. */
export function edgesOf(page: PageContent): number[] {
  return linesOf(page.down)
    .filter((line) => line.parts.some((part) => part.to - part.from >= 8))
    .map((line) => line.at);
}

type Lattice = { edges: readonly number[]; across: Line[]; down: (Line | undefined)[] };
type Block = { top: number; bottom: number; left: number; right: number; fields: number; isClosed: boolean };
/** What lies inside the same lines; `at` is the block of each field of the lattice, row by row. */
type Blocks = { all: Block[]; at: (Block | undefined)[] };

/**
 * Rows of a page whose cells are drawn: what lies inside the same lines is one cell, merged cells included.
 * Text outside of the lines makes rows of its own. Null when too few cells are closed to call it a table.
 */
export function ruledRows(page: PageContent, edges: readonly number[]): PageRows | null {
  const lattice = latticeOf(page, edges);
  const found = blocksOf(lattice);
  const blocks = found.all;
  if (blocks.filter((each) => each.isClosed).length < 6) return null;
  const inside = new Map<Block, Run[]>();
  const free: Run[] = [];
  for (const run of page.runs) {
    const block = blockAt(lattice, found, startOf(run), run.baseline - 0.35 * run.size);
    if (block?.isClosed) inside.set(block, [...(inside.get(block) ?? []), run]);
    else free.push(run);
  }
  const bands = lattice.across.slice(0, -1).map((line, at): PageRow => {
    const own = [...inside].filter(([block]) => block.top === at);
    const bottom = lattice.across[at + 1]?.at ?? line.at;
    const cells = own.map(([block, runs]) => cellOf(page, block, runs)).sort((a, b) => a.column - b.column);
    return {
      top: line.at,
      bottom,
      cells,
      isRuled: blocks.some((b) => b.isClosed && b.top <= at && b.bottom >= at),
    };
  });
  const rows = [...bands.filter((band) => band.isRuled), ...freeRows(free, edges)];
  return { rows: rows.sort((a, b) => a.top - b.top), isCertain: blocks.every(isSound(lattice)) };
}

function latticeOf(page: PageContent, edges: readonly number[]): Lattice {
  const lines = linesOf(page.down);
  const down = edges.map((edge) => lines.find((line) => Math.abs(line.at - edge) <= REACH));
  const across = linesOf(page.across).filter((line) =>
    edges.some((edge, at) => covers(line, edge, edges[at + 1] ?? Number.POSITIVE_INFINITY)),
  );
  return { edges, across, down };
}

/** True when the line is drawn all the way between two places: an underline inside a cell is not. */
function covers(line: Line | undefined, from: number, to: number): boolean {
  return line?.parts.some((part) => part.from <= from + REACH && part.to >= to - REACH) ?? false;
}

function blocksOf({ edges, across, down }: Lattice): Blocks {
  const [rows, columns] = [across.length - 1, edges.length - 1];
  if (rows < 1 || columns < 1) return { all: [], at: [] };
  const owner = Array.from({ length: rows * columns }, (_, at) => at);
  const root = (at: number): number => (owner[at] === at || owner[at] === undefined ? at : root(owner[at]));
  const top = (row: number) => across[row]?.at ?? 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const own = row * columns + column;
      const [left, right] = [edges[column] ?? 0, edges[column + 1] ?? 0];
      const isParted = covers(down[column + 1], top(row), top(row + 1));
      if (column + 1 < columns && !isParted) owner[root(own + 1)] = root(own);
      if (row + 1 < rows && !covers(across[row + 1], left, right)) owner[root(own + columns)] = root(own);
    }
  }
  const blocks = new Map<number, Block>();
  const fields = owner.map((_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    const block = blocks.get(root(at)) ?? {
      top: row,
      bottom: row,
      left: column,
      right: column,
      fields: 0,
      isClosed: false,
    };
    block.fields += 1;
    block.bottom = Math.max(block.bottom, row);
    block.top = Math.min(block.top, row);
    block.left = Math.min(block.left, column);
    block.right = Math.max(block.right, column);
    blocks.set(root(at), block);
    return block;
  });
  for (const block of blocks.values()) {
    // why a rectangle: empty fields without lines run together around those that have some.
    block.isClosed =
      block.fields === (block.bottom - block.top + 1) * (block.right - block.left + 1) &&
      covers(down[block.left], top(block.top), top(block.bottom + 1)) &&
      covers(down[block.right + 1], top(block.top), top(block.bottom + 1));
  }
  return { all: [...blocks.values()], at: fields };
}

/** Two closed blocks that overlap are no table: the lines do not say which text belongs together. */
function isSound(_lattice: Lattice) {
  return (block: Block, at: number, all: readonly Block[]) =>
    !block.isClosed ||
    all.every(
      (other, index) =>
        index === at ||
        !other.isClosed ||
        other.left > block.right ||
        other.right < block.left ||
        other.top > block.bottom ||
        other.bottom < block.top,
    );
}

function blockAt({ edges, across }: Lattice, { at }: Blocks, x: number, y: number): Block | undefined {
  const [column, columns] = [columnAt(edges, x) - 2, edges.length - 1];
  const row = across.filter((line) => y >= line.at).length - 1;
  return column >= 0 && column < columns && row >= 0 ? at[row * columns + column] : undefined;
}

function cellOf(page: PageContent, block: Block, runs: readonly Run[]): PageCell {
  return {
    column: block.left + 2,
    lastColumn: block.right + 2,
    rowSpan: block.bottom - block.top + 1,
    text: cellText(runs),
    isStruck: isStruckThrough(page, runs),
  };
}

/** Lines of text outside of any table: parts that stand apart go into columns of their own. */
export function freeRows(runs: readonly Run[], edges: readonly number[]): PageRow[] {
  return textLines(runs).map((line) => {
    const cells: PageCell[] = [];
    for (const segment of segmentsOf(line)) {
      const column = Math.max(columnAt(edges, startOf(segment)), (cells.at(-1)?.column ?? 0) + 1);
      cells.push({ column, lastColumn: column, rowSpan: 1, text: segment.text.trim(), isStruck: false });
    }
    return { top: line.baseline - line.size, bottom: line.baseline, cells, isRuled: false };
  });
}
