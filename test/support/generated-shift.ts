import fc from "fast-check";
import { assertNever } from "~/domain/problem";
import {
  firstAnswerColumn,
  type GeneratedLayout,
  generatedLayout,
  sheetsOf,
  writtenForm,
} from "./generated-layout.ts";
import type { MadeCell, MadeSheet } from "./make-workbook.ts";

/** What a hand that slips does to whole rows: every one of them leaves the workbook readable for a person. */
const slips = ["merged-with-next", "number-lost", "swapped-with-next", "slipped-out", "slipped-in"] as const;
type Slip = (typeof slips)[number];

export type ShiftedFile = {
  sheets: MadeSheet[];
  slip: Slip;
  /** Numbers of the items that the slip touched; every other one is as written. */
  touched: string[];
  made: GeneratedLayout;
};

export const shiftedFile = fc
  .record({ made: generatedLayout, slip: fc.constantFrom(...slips), pick: fc.nat(1000) })
  .map(({ made, slip, pick }): ShiftedFile => {
    const kind = made.kind === "printed" ? "options" : made.kind;
    const clear = { ...made, kind, writer: "hand" as const };
    const sheets = sheetsOf(clear);
    const numbers = writtenForm(clear).rows.map((each) => each.no);
    const at = pick % Math.max(1, numbers.length - 1);
    const pair = [numbers[at] ?? "", numbers[at + 1] ?? ""];
    const own = sheets.find((each) => each.name === "回答");
    const touched = own ? slipRows(clear, own, slip, pair) : [];
    return { sheets, slip, touched, made: clear };
  });

const rowOf = (sheet: MadeSheet, no: string) =>
  sheet.rows.findIndex((row) => row.some((cell) => String(cell).includes(`項目${no}の機能`)));

const letter = (column: number) => String.fromCharCode(65 + column);

function slipRows(
  made: GeneratedLayout,
  sheet: MadeSheet,
  slip: Slip,
  [one = "", two = ""]: string[],
): string[] {
  const [first, second] = [rowOf(sheet, one), rowOf(sheet, two)];
  const [row, next] = [sheet.rows[first], sheet.rows[second]];
  if (!row || !next) return [];
  const from = firstAnswerColumn(made);
  const width = made.kind === "word" ? 1 : made.order.length;
  const chosen = row.findIndex((cell, at) => at >= from && at < from + width && cell !== null);
  switch (slip) {
    case "merged-with-next": {
      // why with a mark only: an empty cell over two rows says of both that nothing was answered.
      if (second !== first + 1 || chosen < 0) return [];
      const column = chosen;
      next[column] = null;
      sheet.merges = [
        ...(sheet.merges ?? []),
        `${letter(column)}${first + 1}:${letter(column)}${second + 1}`,
      ];
      return [one, two];
    }
    case "number-lost":
      if (made.numbers === "in-question") return [];
      row[row.findIndex((cell) => String(cell).includes("項目")) - 1] = null;
      return [one];
    case "swapped-with-next":
      [sheet.rows[first], sheet.rows[second]] = [next, row];
      return [];
    case "slipped-out":
      return slipTo(row, chosen, from + width - 1, from + width) ? [one] : [];
    case "slipped-in":
      return slipTo(row, chosen, from, from - 1) ? [one] : [];
    default:
      return assertNever(slip);
  }
}

/** Moves the mark at the edge of the answers one cell beyond it, over what stood there. */
function slipTo(row: MadeCell[], chosen: number, edge: number, to: number): boolean {
  const mark = row[edge];
  // why words only: a 1 or TRUE among numbers and remarks is what it says there.
  const isSign = typeof mark === "string" && !/^[\s1１]*$|true/i.test(mark);
  if (chosen !== edge || to < 0 || !isSign) return false;
  [row[edge], row[to]] = [null, mark];
  return true;
}
