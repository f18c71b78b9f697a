/**
 * Which ideographic variation sequences a font knows (cmap format 14). Asked because a font that does not know
 * one draws the plain character instead: 葛󠄀 in a person's name would silently become another form.
 */
export type VariationSequences = { knows(base: number, selector: number): boolean };

type Range = { from: number; to: number };

/** Reads the table from the bytes of a TrueType or OpenType font; a font without one knows none. */
export function readVariationSequences(font: Uint8Array): VariationSequences {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const subtable = findFormat14(view);
  const bySelector = subtable === null ? new Map<number, Range[]>() : readSelectors(view, subtable);
  return {
    knows: (base, selector) =>
      (bySelector.get(selector) ?? []).some((range) => range.from <= base && base <= range.to),
  };
}

function findFormat14(view: DataView): number | null {
  const cmap = findTable(view, "cmap");
  if (cmap === null) return null;
  for (let at = 0; at < view.getUint16(cmap + 2); at += 1) {
    const offset = cmap + view.getUint32(cmap + 4 + at * 8 + 4);
    if (view.getUint16(offset) === 14) return offset;
  }
  return null;
}

function findTable(view: DataView, name: string): number | null {
  for (let at = 0; at < view.getUint16(4); at += 1) {
    const record = 12 + at * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    if (tag === name) return view.getUint32(record + 8);
  }
  return null;
}

function readSelectors(view: DataView, subtable: number): Map<number, Range[]> {
  const bySelector = new Map<number, Range[]>();
  for (let at = 0; at < view.getUint32(subtable + 6); at += 1) {
    const record = subtable + 10 + at * 11;
    const [plain, own] = [view.getUint32(record + 3), view.getUint32(record + 7)];
    bySelector.set(uint24(view, record), [
      ...(plain === 0 ? [] : readRanges(view, subtable + plain, 4, true)),
      ...(own === 0 ? [] : readRanges(view, subtable + own, 5, false)),
    ]);
  }
  return bySelector;
}

/** Default sequences are ranges (start, count − 1), the others one character each (with a glyph number). */
function readRanges(view: DataView, table: number, step: number, isRange: boolean): Range[] {
  return Array.from({ length: view.getUint32(table) }, (_each, at) => {
    const record = table + 4 + at * step;
    const from = uint24(view, record);
    return { from, to: isRange ? from + view.getUint8(record + 3) : from };
  });
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at) * 256 + view.getUint8(at + 2);
}
