import { attribute } from "./part-xml.ts";
import type { CellRange } from "./sheet.ts";

/**
 * Where something drawn lies, in cells: column 2.5 is the middle of the third column. Fractions come from
 * the sheet's own column widths and row heights.
 */
export type DrawnBox = { left: number; top: number; right: number; bottom: number };

/** Part of a row or of the drawing that must overlap before the row counts as covered. */
const ENOUGH = 0.25;

function covered(start: number, end: number): { first: number; last: number } {
  const enough = ENOUGH * Math.min(1, Math.max(end - start, 0));
  const middle = Math.floor((start + end) / 2);
  const overlap = (index: number) => Math.min(end, index + 1) - Math.max(start, index);
  const [first, last] = [Math.floor(start), Math.floor(end)];
  return {
    first: first < middle && overlap(first) < enough ? first + 1 : Math.min(first, middle),
    last: last > middle && overlap(last) < enough ? last - 1 : Math.max(last, middle),
  };
}

/**
 * Cells a drawing covers.
 * why: an oval drawn by hand reaches a little over its row; the neighbours are covered only when a quarter
 * of them, or of the oval, is.
 */
export function rangeOfBox(box: DrawnBox): CellRange {
  const rows = covered(box.top, box.bottom);
  const columns = covered(box.left, box.right);
  return {
    top: rows.first + 1,
    bottom: rows.last + 1,
    left: columns.first + 1,
    right: columns.last + 1,
  };
}

/** The cell on which a check box's own sign stands: at its left edge, half way down. Counted from 1. */
export function signPlace(box: DrawnBox): { row: number; column: number } {
  const inside = Math.min((box.right - box.left) / 2, 0.2);
  return { row: Math.floor((box.top + box.bottom) / 2) + 1, column: Math.floor(box.left + inside) + 1 };
}

/** Sizes of a sheet's columns and rows in English metric units (914,400 an inch), counted from 0. */
export type SheetSizes = { column(at: number): number; row(at: number): number };

const POINT = 12_700;
export const PIXEL = 9_525;

/** Column widths are in digits of the default font (7 pixels each, padding included); rows are in points. */
export function sheetSizes(xml: string): SheetSizes {
  const format = /<sheetFormatPr\b[^<>]*>/.exec(xml)?.[0] ?? "";
  const number = (tag: string, name: string) => {
    const text = attribute(tag, name);
    return text === null || !Number.isFinite(Number(text)) ? null : Number(text);
  };
  const pixels = (width: number) => Math.max(0, Math.round(width * 7)) * PIXEL;
  const columnSize = pixels(number(format, "defaultColWidth") ?? 9.14);
  const rowSize = (number(format, "defaultRowHeight") ?? 15) * POINT;
  const columns = [...xml.matchAll(/<col\s[^<>]*>/g)].map(([tag]) => ({
    from: number(tag, "min") ?? 1,
    to: number(tag, "max") ?? 1,
    size: attribute(tag, "hidden") === "1" ? 0 : pixels(number(tag, "width") ?? 9.14),
  }));
  const rows = new Map<number, number>();
  for (const [tag] of xml.matchAll(/<row\s[^<>]*>/g)) {
    const [row, height] = [number(tag, "r"), number(tag, "ht")];
    if (row === null) continue;
    if (/\shidden="(?:1|true)"/.test(tag)) rows.set(row, 0);
    else if (height !== null) rows.set(row, height * POINT);
  }
  return {
    column: (at) => columns.find((each) => at + 1 >= each.from && at + 1 <= each.to)?.size ?? columnSize,
    row: (at) => rows.get(at + 1) ?? rowSize,
  };
}

/** A place inside a cell as a fraction of it; an offset beyond the cell stays inside, as spreadsheets do. */
export function placeIn(index: number, offset: number, size: number): number {
  return index + (size > 0 ? Math.min(0.999, Math.max(0, offset / size)) : 0);
}

/** Walks a distance from the sheet's edge (or from a place in it) over columns or rows. */
export function walk(from: number, distance: number, sizeAt: (at: number) => number): number {
  let index = Math.floor(from);
  let rest = distance + (from - index) * sizeAt(index);
  for (let step = 0; step < 20_000; step += 1) {
    const size = sizeAt(index);
    if (rest < size) return index + rest / size;
    rest -= size;
    index += 1;
  }
  return index;
}

/** Keeps a place within what a sheet can have. */
export const inside = {
  row: (at: number) => Math.min(Math.max(0, at), 1_048_575),
  column: (at: number) => Math.min(Math.max(0, at), 16_383),
};
