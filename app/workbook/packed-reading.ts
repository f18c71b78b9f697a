import { type CellUse, cellUses, type SheetView, type WorkbookReading } from "../domain/reading.ts";
import { columnName, columnNumber } from "./sheet.ts";

/**
 * A reading as it goes from process to process: most of it is the view of the sheets, whose cells as objects
 * with their names would take more time on the way than the reading of a form takes.
 */
export type PackedReading = Omit<WorkbookReading, "sheets"> & { sheets: PackedSheet[] };

type PackedSheet = Omit<SheetView, "rows"> & {
  /** Row number and number of cells, in turns. */
  rows: number[];
  columns: number[];
  uses: number[];
  texts: string[];
};

const numberOfUse = new Map(cellUses.map((use, at): [CellUse, number] => [use, at]));

export function packedReading(reading: WorkbookReading): PackedReading {
  return { ...reading, sheets: reading.sheets.map(packedSheet) };
}

function packedSheet({ rows, ...sheet }: SheetView): PackedSheet {
  const packed: PackedSheet = { ...sheet, rows: [], columns: [], uses: [], texts: [] };
  for (const { row, cells } of rows) {
    packed.rows.push(row, cells.length);
    for (const { address, text, use } of cells) {
      packed.columns.push(columnNumber(address.slice(0, address.length - String(row).length)));
      packed.uses.push(numberOfUse.get(use) ?? 0);
      packed.texts.push(text);
    }
  }
  return packed;
}

export function unpackedReading(packed: PackedReading): WorkbookReading {
  return { ...packed, sheets: packed.sheets.map(unpackedSheet) };
}

function unpackedSheet({ rows, columns, uses, texts, ...sheet }: PackedSheet): SheetView {
  const view: SheetView = { ...sheet, rows: [] };
  let at = 0;
  for (let index = 0; index < rows.length; index += 2) {
    const row = rows[index] ?? 0;
    const end = at + (rows[index + 1] ?? 0);
    const cells: SheetView["rows"][number]["cells"] = [];
    for (; at < end; at += 1) {
      const address = `${columnName(columns[at] ?? 0)}${row}`;
      cells.push({ address, text: texts[at] ?? "", use: cellUses[uses[at] ?? 0] ?? "unused" });
    }
    view.rows.push({ row, cells });
  }
  return view;
}
