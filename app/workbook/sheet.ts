/**
 * A sheet as the recognition rules see it: text as a person reads it on the screen, the place, and what
 * the spreadsheet did to it. Rows and columns count from 1, as the spreadsheet prints rows.
 */
export type CellKind = "text" | "number" | "boolean" | "date" | "error" | "formula-without-value";

export type Cell = {
  row: number;
  column: number;
  /** `C22`, without the sheet. */
  address: string;
  kind: CellKind;
  /** Text as displayed; furigana left out; a date as `2026/4/15` or `4/15` after its own format. */
  text: string;
  /** The text without struck-through runs; empty when the whole cell is struck through. */
  standing: string;
  /** Number behind the text; for a date the serial in the 1900 system. Null for text. */
  value: number | null;
  /** Number format (`0.00`, `m"月"d"日"`); `General` when there is none. */
  format: string;
  /** Text of a note (comment) attached to the cell; empty when there is none. */
  comment: string;
  /** A person looking at the sheet does not see it: written in the colour of the paper, or shown as nothing. */
  isUnseen?: true;
  /** Drawn as a picture (Wingdings and the like) that is not known; its text holds `\ufffd`. */
  isSymbol?: true;
};

export type CellRange = { top: number; left: number; bottom: number; right: number };

/** Something drawn over cells: it may be an answer that no cell holds. */
export type DrawnShape = CellRange & { kind: "shape"; text: string };

/** A form control; `row` and `column` are those of the cell its own sign stands on. */
export type FormControl = CellRange & {
  kind: "control";
  row: number;
  column: number;
  /** The stored state; null when none is stored, or when the control is no tick (list, text box). */
  isChecked: boolean | null;
  /** Text printed beside the sign; empty when there is none or it is not known. */
  caption: string;
  /** Address of the cell that holds the state too; `sheet` is null for the control's own sheet. */
  link: { sheet: string | null; address: string } | null;
};

export type Overlay = DrawnShape | FormControl;

export type Sheet = {
  name: string;
  isHidden: boolean;
  /** Non-empty cells, by row, then column. */
  cells: Cell[];
  merges: CellRange[];
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
  overlays: Overlay[];
  /** Words of its printed header and footer; absent where the kind of file has none. */
  marginText?: string;
  /** Days of plain serial numbers count from 1904. */
  isFrom1904?: boolean;
  /** Ranges whose conditional formatting may strike text through. */
  maybeStruck?: CellRange[];
  /** Ranges whose conditional formatting may hide what stands there. */
  maybeUnseen?: CellRange[];
  /** What sets a cell apart, also one without text; absent where no cell of the book is emphasised. */
  emphasisAt?: (row: number, column: number) => string;
};

/** `3` → `C`. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `C` → `3`. */
export function columnNumber(name: string): number {
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** `C22`. */
export function addressOf(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

/** `B2:D4` or `B2` → range; null when it is neither. */
export function rangeOf(text: string): CellRange | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(text);
  if (!match?.[1] || !match[2]) return null;
  const [left, top] = [columnNumber(match[1]), Number(match[2])];
  if (!match[3] || !match[4]) return { top, left, bottom: top, right: left };
  const [right, bottom] = [columnNumber(match[3]), Number(match[4])];
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

/** True when the two ranges share a cell. */
export function doRangesMeet(one: CellRange, other: CellRange): boolean {
  return (
    one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right
  );
}
