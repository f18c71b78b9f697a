import type { Cell } from "../sheet.ts";
import { type Grid, gridOf } from "./grid.ts";
import { isTitle, namingOf } from "./identity.ts";

/** Two tables side by side are read as two sheets: columns from a heading on, and everything above it. */
type Cut = { row: number; columns: number[] };

type Label = { column: number; kind: "no" | "question" | "answer" | "yes" };

function labelsOf({ headings }: Grid, cells: readonly Cell[]): Label[] {
  const labels: Label[] = [];
  for (const { column, text } of cells) {
    const role = headings.roleOf(text);
    if (role === "no" || role === "question" || role === "answer") labels.push({ column, kind: role });
    else if (headings.optionOf(text) === "yes") labels.push({ column, kind: "yes" });
  }
  return labels;
}

/** Every part must ask (number or question) and be answered by itself. */
function isWhole(labels: readonly Label[], from: number, to: number): boolean {
  const inside = labels.filter((label) => label.column >= from && label.column < to);
  const has = (...kinds: Label["kind"][]) => inside.some((label) => kinds.includes(label.kind));
  return has("no", "question") && has("answer", "yes");
}

function cutOf(grid: Grid): Cut | null {
  for (const row of grid.rows) {
    const own = labelsOf(grid, grid.cellsIn(row));
    if (own.length < 2) continue;
    const labels = [...own, ...labelsOf(grid, grid.cellsIn(row + 1))];
    const first = Math.min(...labels.map((label) => label.column));
    for (const kind of ["no", "question", "answer", "yes"] as const) {
      const columns = labels.filter((label) => label.kind === kind).map((label) => label.column);
      const starts = [...new Set(columns)].sort((a, b) => a - b);
      const isCut = starts.length > 1 && starts[0] === first;
      const ends = [...starts.slice(1), Number.POSITIVE_INFINITY];
      if (isCut && starts.every((start, at) => isWhole(labels, start, ends[at] ?? start))) {
        return { row, columns: starts };
      }
    }
  }
  return null;
}

/** The parts of a sheet that hold one table across each; the sheet itself when tables only follow below. */
export function stripsOf(grid: Grid): Grid[] {
  const cut = cutOf(grid);
  if (!cut) return [grid];
  const parts = cut.columns.map((column, at) => ({
    from: at === 0 ? 1 : column,
    to: cut.columns[at + 1] ?? Number.POSITIVE_INFINITY,
  }));
  const isIn = ({ from, to }: (typeof parts)[number], cell: Cell) => cell.column >= from && cell.column < to;
  const titles = grid.sheet.cells.filter(
    (cell) => cell.row < cut.row && isTitle(cell) && namingOf(cell.text).kind !== "none",
  );
  const isTitled = parts.filter((part) => titles.some((cell) => isIn(part, cell))).length > 1;
  // why: with a title over each part, what stands above a part names that part alone.
  const top = isTitled ? Math.min(...titles.map(({ row }) => row)) : cut.row;
  return parts.map((part) => {
    const isOwn = (cell: Cell) => cell.row < top || isIn(part, cell);
    return gridOf({ ...grid.sheet, cells: grid.sheet.cells.filter(isOwn) }, grid.headings);
  });
}
