import { type DrawnBox, inside, PIXEL, placeIn, type SheetSizes, walk } from "./drawn-place.ts";
import { attribute, firstPiece, withoutPieces } from "./part-xml.ts";

/** What old programs would show instead is a copy of what is already there. */
export function withoutFallback(xml: string): string {
  return withoutPieces(xml, "Fallback");
}

/** `_x0000_s1025` → `1025`. */
export function shapeNumber(id: string): string {
  return /(\d+)$/.exec(id)?.[1] ?? id;
}

function numberIn(xml: string, tag: string): number {
  return Number(new RegExp(`<${tag}>\\s*(-?\\d+)`).exec(xml)?.[1] ?? Number.NaN);
}

function cornerOf(xml: string | undefined, sizes: SheetSizes): { left: number; top: number } | null {
  if (xml === undefined) return null;
  const [column, row] = [numberIn(xml, "col"), numberIn(xml, "row")];
  if (!Number.isFinite(column) || !Number.isFinite(row)) return null;
  const [across, down] = [numberIn(xml, "colOff") || 0, numberIn(xml, "rowOff") || 0];
  const [at, line] = [inside.column(column), inside.row(row)];
  return { left: placeIn(at, across, sizes.column(at)), top: placeIn(line, down, sizes.row(line)) };
}

/** The box of an anchor: from cell to cell, from a cell with a size, or from the sheet's edge. */
export function boxOfAnchor(body: string, sizes: SheetSizes): DrawnBox | null {
  const start = cornerOf(firstPiece(body, "from")?.inner, sizes) ?? edgeOf(body, sizes);
  if (start === null) return null;
  const end = cornerOf(firstPiece(body, "to")?.inner, sizes);
  if (end) {
    return { ...start, right: Math.max(start.left, end.left), bottom: Math.max(start.top, end.top) };
  }
  const size = /<ext\s[^<>]*\bcx="(\d+)"[^<>]*>/.exec(body)?.[0] ?? "";
  const [width, height] = [Number(attribute(size, "cx") ?? 0), Number(attribute(size, "cy") ?? 0)];
  return {
    ...start,
    right: inside.column(walk(start.left, width, sizes.column)),
    bottom: inside.row(walk(start.top, height, sizes.row)),
  };
}

function edgeOf(body: string, sizes: SheetSizes): { left: number; top: number } | null {
  const place = /<pos\s[^<>]*>/.exec(body)?.[0];
  if (place === undefined) return null;
  const [across, down] = [Number(attribute(place, "x") ?? 0), Number(attribute(place, "y") ?? 0)];
  return {
    left: inside.column(walk(0, Math.max(0, across), sizes.column)),
    top: inside.row(walk(0, Math.max(0, down), sizes.row)),
  };
}

/** 「left column, pixels, top row, pixels, right column, pixels, bottom row, pixels」, or a style in points. */
export function boxOfVml(anchor: string | undefined, style: string, sizes: SheetSizes): DrawnBox | null {
  const numbers = (anchor ?? "").split(",").map((each) => Number.parseInt(each.trim(), 10));
  if (numbers.length === 8 && numbers.every(Number.isFinite)) {
    const [c1 = 0, x1 = 0, r1 = 0, y1 = 0, c2 = 0, x2 = 0, r2 = 0, y2 = 0] = numbers;
    const across = (column: number, pixels: number) =>
      placeIn(inside.column(column), pixels * PIXEL, sizes.column(column));
    const down = (row: number, pixels: number) => placeIn(inside.row(row), pixels * PIXEL, sizes.row(row));
    const [left, top] = [across(c1, x1), down(r1, y1)];
    return { left, top, right: Math.max(left, across(c2, x2)), bottom: Math.max(top, down(r2, y2)) };
  }
  const points = (name: string) => {
    const match = new RegExp(`(?:^|;)\\s*${name}:\\s*(-?[\\d.]+)pt`).exec(style);
    return match ? Number(match[1]) * 12_700 : null;
  };
  const [x, y] = [points("margin-left"), points("margin-top")];
  if (x === null || y === null) return null;
  const [left, top] = [walk(0, Math.max(0, x), sizes.column), walk(0, Math.max(0, y), sizes.row)];
  const right = walk(left, points("width") ?? 0, sizes.column);
  return { left, top, right, bottom: walk(top, points("height") ?? 0, sizes.row) };
}
