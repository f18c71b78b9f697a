import type { CellUse, SheetView } from "../../domain/reading.ts";
import type { Cell, Overlay, Sheet } from "../sheet.ts";

/** Keeps how each cell of the book was used; the first use that is said of a cell stays. */
export type CellUses = {
  set(cells: readonly Cell[], use: CellUse): void;
  of(cell: Cell): CellUse | undefined;
  /** Says that something drawn was taken into account in an answer. */
  see(overlays: readonly Overlay[]): void;
  isSeen(overlay: Overlay): boolean;
};

export function cellUses(): CellUses {
  const uses = new Map<Cell, CellUse>();
  const seen = new Set<Overlay>();
  return {
    set: (cells, use) => {
      for (const cell of cells) if (!uses.has(cell)) uses.set(cell, use);
    },
    of: (cell) => uses.get(cell),
    see: (overlays) => {
      for (const overlay of overlays) seen.add(overlay);
    },
    isSeen: (overlay) => seen.has(overlay),
  };
}

/** The sheet as the vendor made it, each cell with its use; cells nobody spoke of are `unused`. */
export function viewOf(sheet: Sheet, uses: Pick<CellUses, "of">): SheetView {
  const rows = new Map<number, SheetView["rows"][number]>();
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row) ?? { row: cell.row, cells: [] };
    row.cells.push({ address: cell.address, text: cell.text, use: uses.of(cell) ?? "unused" });
    rows.set(cell.row, row);
  }
  const joined = sheet.merges
    .filter((each) => each.bottom > each.top)
    .map(({ top, bottom, left }) => ({ top, bottom, column: left }));
  const hiddenRows = [...sheet.hiddenRows].filter((row) => rows.has(row));
  return {
    name: sheet.name,
    isHidden: sheet.isHidden,
    rows: [...rows.values()],
    ...(joined.length > 0 ? { joined } : {}),
    ...(hiddenRows.length > 0 ? { hiddenRows } : {}),
  };
}
