import type { ReadForm } from "../../domain/reading.ts";
import { addressOf, type Cell, type CellRange, type Overlay, rangeOf, type Sheet } from "../sheet.ts";
import type { CellUses } from "./cell-uses.ts";
import type { HeadingMemo } from "./heading-memo.ts";
import { isDated, isItemNumber } from "./numbers.ts";
import { isQuestionSentence } from "./text.ts";

/** Where a table that asks across and answers down stands: its headings are one column of these rows. */
type Block = { top: number; bottom: number; left: number; right: number };

/** A sheet whose table was turned so that its items stand below each other, and the way back. */
export type TurnedSheet = {
  sheet: Sheet;
  original: Sheet;
  /** The cell of the original sheet for each of the turned one. */
  originalOf: ReadonlyMap<Cell, Cell>;
  /** `C5` of the turned sheet as the original calls it. */
  addressIn(turned: string): string;
};

type Label = { row: number; name: string };

/** Cells of one column that follow each other without a gap, from its labels on; a title may stand above. */
function labelRuns(sheet: Sheet, headings: HeadingMemo): Map<number, Label[][]> {
  const runs = new Map<number, Label[][]>();
  const lastRow = new Map<number, number>();
  for (const { row, column, kind, text } of sheet.cells) {
    const all = runs.get(column) ?? [];
    if (lastRow.get(column) !== row - 1) all.push([]);
    runs.set(column, all);
    lastRow.set(column, row);
    const own = all.at(-1);
    if (!own || kind !== "text") continue;
    const [role, option] = [headings.roleOf(text), headings.optionOf(text)];
    // why: 「No」 heads the numbers; below a "Yes" it is an answer.
    const isAnswer = role === null || own.some(({ name }) => name === "option yes");
    const name = option !== null && isAnswer ? `option ${option}` : role;
    if (name !== null) own.push({ row, name });
  }
  return runs;
}

/** 設問 once, 回答 once or はい and いいえ, and no label twice: one column that heads the rows beside it. */
function isHeading(labels: readonly Label[]): boolean {
  const names = new Set(labels.map(({ name }) => name));
  const isAnswered = names.has("answer") !== (names.has("option yes") && names.has("option no"));
  return names.size === labels.length && names.has("question") && isAnswered;
}

/**
 * Beside the labels stand items: numbers, or without a row of them sentences that ask. why: a guide explains the
 * columns of a form in a list of the same labels.
 */
function isAsked(sheet: Sheet, left: number, labels: readonly Label[]): boolean {
  const valuesOf = (name: string) => {
    const row = labels.find((each) => each.name === name)?.row;
    return sheet.cells.filter((cell) => cell.row === row && cell.column > left);
  };
  const [numbers, questions] = [valuesOf("no"), valuesOf("question")];
  const isNumbered = numbers.length > 1 && numbers.every((cell) => isDated(cell) || isItemNumber(cell.text));
  return isNumbered || (numbers.length === 0 && questions.every(({ text }) => isQuestionSentence(text)));
}

function blockOf(sheet: Sheet, headings: HeadingMemo): Block | null {
  const found = [...labelRuns(sheet, headings)].flatMap(([left, runs]) =>
    runs
      .filter((labels) => isHeading(labels) && isAsked(sheet, left, labels))
      .map((labels) => ({ left, rows: labels.map(({ row }) => row) })),
  );
  const [first] = found;
  if (!first || found.length > 1) return null;
  const { left, rows } = first;
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  const inside = sheet.cells.filter(({ row }) => row >= top && row <= bottom);
  const right = Math.max(...inside.map(({ column }) => column));
  const isAlone = inside.every(({ column }) => column >= left);
  return isAlone && right > left + 1 ? { top, bottom, left, right } : null;
}

const isWithin = (range: CellRange, { top, bottom }: Block) => range.top >= top && range.bottom <= bottom;

/** Turns the one table of a sheet that asks across; null for a sheet without such a table. */
export function turnedSheet(sheet: Sheet, headings: HeadingMemo): TurnedSheet | null {
  const block = blockOf(sheet, headings);
  if (block === null) return null;
  const more = block.right - block.left - (block.bottom - block.top);
  const turn = (range: CellRange): CellRange => {
    if (isWithin(range, block)) {
      return {
        top: block.top + range.left - block.left,
        bottom: block.top + range.right - block.left,
        left: block.left + range.top - block.top,
        right: block.left + range.bottom - block.top,
      };
    }
    const shift = range.top > block.bottom ? more : 0;
    return { ...range, top: range.top + shift, bottom: range.bottom + shift };
  };
  const isAcross = (range: CellRange) =>
    !isWithin(range, block) && range.top <= block.bottom && range.bottom >= block.top;
  if (sheet.merges.some(isAcross)) return null;
  const originalOf = new Map<Cell, Cell>();
  const cells = sheet.cells.map((cell) => {
    const { row, column } = cell;
    const place = turn({ top: row, bottom: row, left: column, right: column });
    const address = addressOf(place.top, place.left);
    const turned: Cell = { ...cell, row: place.top, column: place.left, address };
    originalOf.set(turned, cell);
    return turned;
  });
  const addressIn = (address: string) => wayBack(address, block, more);
  const turned: Sheet = {
    ...sheet,
    ...hiddenIn(sheet, block, more),
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
    merges: sheet.merges.map(turn),
    overlays: sheet.overlays.map((each) => turnedOverlay(each, turn)),
    maybeStruck: (sheet.maybeStruck ?? []).map(turn),
    maybeUnseen: (sheet.maybeUnseen ?? []).map(turn),
  };
  const at = sheet.emphasisAt;
  if (at) {
    turned.emphasisAt = (row, column) => {
      const place = rangeOf(addressIn(addressOf(row, column)));
      return place ? at(place.top, place.left) : "";
    };
  }
  return { sheet: turned, original: sheet, originalOf, addressIn };
}

function wayBack(address: string, block: Block, more: number): string {
  const place = rangeOf(address);
  if (!place || place.top < block.top) return address;
  const below = block.bottom + more;
  if (place.top > below) return addressOf(place.top - more, place.left);
  return addressOf(block.top + place.left - block.left, block.left + place.top - block.top);
}

/** Hidden columns hide items, and hidden rows of the table a column of it. */
function hiddenIn(sheet: Sheet, block: Block, more: number): Pick<Sheet, "hiddenRows" | "hiddenColumns"> {
  const rows = [...sheet.hiddenRows];
  const isInside = (row: number) => row >= block.top && row <= block.bottom;
  return {
    hiddenRows: new Set([
      ...rows.flatMap((row) => (isInside(row) ? [] : [row > block.bottom ? row + more : row])),
      ...[...sheet.hiddenColumns].flatMap((column) =>
        column >= block.left && column <= block.right ? [block.top + column - block.left] : [],
      ),
    ]),
    hiddenColumns: new Set(rows.filter(isInside).map((row) => block.left + row - block.top)),
  };
}

function turnedOverlay(overlay: Overlay, turn: (range: CellRange) => CellRange): Overlay {
  const range = turn(overlay);
  if (overlay.kind === "shape") return { ...overlay, ...range };
  const { row, column, link } = overlay;
  const place = turn({ top: row, bottom: row, left: column, right: column });
  const linked = link ? rangeOf(link.address) : null;
  const at = linked && turn(linked);
  return {
    ...overlay,
    ...range,
    row: place.top,
    column: place.left,
    link: link && at ? { ...link, address: addressOf(at.top, at.left) } : link,
  };
}

/** `シート!C5` of a turned sheet as the original calls it; places on other sheets stay. */
export function turnedBack({ original, addressIn }: TurnedSheet, place: string): string {
  const start = `${original.name}!`;
  return place.startsWith(start) ? `${start}${addressIn(place.slice(start.length))}` : place;
}

/** A form read from a turned sheet with the addresses of the original. */
export function formTurnedBack(form: ReadForm, turned: TurnedSheet): ReadForm {
  const back = (place: string) => turnedBack(turned, place);
  const cells = Object.entries(form.header.cells).map(([field, place]) => [field, back(place)]);
  return {
    ...form,
    header: { ...form.header, cells: Object.fromEntries(cells) },
    answers: form.answers.map((answer) => ({
      ...answer,
      cell: back(answer.cell),
      cells: answer.cells.map(back),
      remarkCell: answer.remarkCell === null ? null : back(answer.remarkCell),
    })),
    unread: form.unread.map((each) => ({ ...each, cell: back(each.cell) })),
  };
}

/** The uses of a turned sheet's cells, by the original's. */
export function usesTurnedBack({ sheet, originalOf }: TurnedSheet, uses: CellUses): Pick<CellUses, "of"> {
  const twins = new Map(sheet.cells.map((cell) => [originalOf.get(cell), cell]));
  return {
    of: (cell) => {
      const twin = twins.get(cell);
      return twin && uses.of(twin);
    },
  };
}
