import { unzipSync } from "fflate";
import { expect } from "vitest";

const CELL = /<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>.*?<\/c>)/gs;
const decoder = new TextDecoder();

/**
 * The addresses whose cells differ in one sheet part, ascending by their place. Proves by unpacking both books that
 * every other part is the same bytes, and that the sheet without these cells is the same text.
 */
export function changedCells(before: Uint8Array, after: Uint8Array, part = "sheet1"): string[] {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  const sheet = `xl/worksheets/${part}.xml`;
  expect(Object.keys(now)).toEqual(Object.keys(old));
  for (const [name, bytes] of Object.entries(old)) {
    if (name !== sheet) expect(now[name], name).toEqual(bytes);
  }
  const [oldText, nowText] = [decoder.decode(old[sheet]), decoder.decode(now[sheet])];
  const cellsOf = (text: string) => new Map([...text.matchAll(CELL)].map((each) => [each[1] ?? "", each[0]]));
  const [oldCells, nowCells] = [cellsOf(oldText), cellsOf(nowText)];
  const addresses = new Set([...oldCells.keys(), ...nowCells.keys()]);
  const changed = [...addresses].filter((each) => oldCells.get(each) !== nowCells.get(each));
  const rest = (text: string) =>
    text.replace(CELL, (all, address) => (changed.includes(String(address)) ? "" : all));
  expect(rest(nowText)).toBe(rest(oldText));
  const place = (address: string) => [Number(/\d+/.exec(address)?.[0]), address] as const;
  return changed.sort((a, b) => place(a)[0] - place(b)[0] || a.localeCompare(b));
}
