/** A cell of the grid, both counted from 0. */
export type Place = { row: number; column: number };
export type GridSize = { rows: number; columns: number };
type Key = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean };

export type GridMove = { to: Place; isExtending: boolean };

/**
 * Where a key leads from a cell, as in a spreadsheet; null when the key moves nothing. Tab walks along the rows
 * and is null at either end, so that the next Tab leaves the grid.
 */
export function moveOf(event: Key, from: Place, size: GridSize): GridMove | null {
  const isJump = event.ctrlKey || event.metaKey;
  if (event.altKey) return null;
  const go = (row: number, column: number, isExtending = event.shiftKey): GridMove => ({
    to: { row: within(row, size.rows), column: within(column, size.columns) },
    isExtending,
  });
  const { row, column } = from;
  switch (event.key) {
    case "ArrowDown":
      return go(isJump ? size.rows - 1 : row + 1, column);
    case "ArrowUp":
      return go(isJump ? 0 : row - 1, column);
    case "ArrowRight":
      return go(row, isJump ? size.columns - 1 : column + 1);
    case "ArrowLeft":
      return go(row, isJump ? 0 : column - 1);
    case "Home":
      return go(isJump ? 0 : row, 0);
    case "End":
      return go(isJump ? size.rows - 1 : row, size.columns - 1);
    case "PageDown":
      return go(row + 10, column);
    case "PageUp":
      return go(row - 10, column);
    case "Enter":
      return go(row + (event.shiftKey ? -1 : 1), column, false);
    case "Tab":
      return tabMove(event.shiftKey ? -1 : 1, from, size);
    default:
      return null;
  }
}

function tabMove(step: 1 | -1, { row, column }: Place, size: GridSize): GridMove | null {
  const next = row * size.columns + column + step;
  if (next < 0 || next >= size.rows * size.columns) return null;
  const to = { row: Math.floor(next / size.columns), column: next % size.columns };
  return { to, isExtending: false };
}

const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
