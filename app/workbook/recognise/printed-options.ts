import type { AnswerOption } from "../../domain/questionnaire.ts";
import type { Grid } from "./grid.ts";
import { isChosenSign, isEmptySign } from "./marks.ts";
import { squash } from "./text.ts";
import { optionOfWord } from "./words.ts";

/** Option by column, and the first row in which the words are printed. */
export type PrintedOptions = { row: number; options: ReadonlyMap<number, AnswerOption> };

/** The word of a cell without the sign before or behind it: 「○はい」「はい ( )」. */
function printedWord(text: string): AnswerOption | null {
  const signs = [...squash(text)];
  const isSign = (sign: string | undefined) =>
    sign !== undefined && (isChosenSign(sign) || isEmptySign(sign) || /[()[\]]/.test(sign));
  let [from, to] = [0, signs.length];
  while (isSign(signs[from])) from += 1;
  while (to > from && isSign(signs[to - 1])) to -= 1;
  return optionOfWord(signs.slice(from, to).join(""));
}

/**
 * Finds a table whose rows each print the words はい, いいえ, 対象外 in cells of their own. Words are part of
 * the form only where a column never holds another option's word. Null when there is no such table.
 */
export function printedOptions(grid: Grid): PrintedOptions | null {
  const words = new Map<number, Map<AnswerOption, number[]>>();
  for (const cell of grid.sheet.cells) {
    const option = cell.kind === "text" && cell.text.length <= 20 ? printedWord(cell.text) : null;
    if (option === null || grid.sheet.hiddenColumns.has(cell.column)) continue;
    const column = words.get(cell.column) ?? new Map<AnswerOption, number[]>();
    const rows = column.get(option);
    if (rows) rows.push(cell.row);
    else column.set(option, [cell.row]);
    words.set(cell.column, column);
  }
  const single = [...words].flatMap(([column, found]) => {
    const [only] = found;
    return found.size === 1 && only ? [{ column, option: only[0], rows: only[1] }] : [];
  });
  const rowsOf = (option: AnswerOption) =>
    new Set(single.flatMap((each) => (each.option === option ? each.rows : [])));
  const [yes, no] = [rowsOf("yes"), rowsOf("no")];
  const both = new Set([...yes].filter((row) => no.has(row)));
  const row = Math.min(...both);
  const options = new Map(
    single.flatMap(({ column, option, rows }): [number, AnswerOption][] =>
      rows.some((each) => both.has(each)) ? [[column, option]] : [],
    ),
  );
  return both.size === 0 ? null : { row, options };
}
