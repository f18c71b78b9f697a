import type { AnswerOption } from "../../domain/questionnaire.ts";
import type { Cell } from "../sheet.ts";
import {
  areSameLabel,
  type ChosenSets,
  chooseSets,
  columnsUnder,
  optionSets,
  wordSets,
} from "./answer-sets.ts";
import type { Grid } from "./grid.ts";
import { isTitle, namingOf } from "./identity.ts";
import { inferColumns } from "./infer-columns.ts";
import { type ColumnRole, columnRoles } from "./labels.ts";
import { hasSignedHeadings, type Legend, legendAbove, legendOf, withoutSign } from "./legend.ts";
import { isItemNumber, splitLeadingNumber } from "./numbers.ts";
import { printedOptions } from "./printed-options.ts";
import { isQuestionSentence, squash } from "./text.ts";
import { readWordCell } from "./word-cell.ts";
import { countOptionsNamed } from "./words.ts";

export type AnswerColumns =
  | { kind: "options"; options: ReadonlyMap<number, AnswerOption> }
  /** `legend`: signs that the heading gives a meaning, 「○：はい ×：いいえ」. */
  | { kind: "word"; columns: number[]; legend?: Legend };

/** Where the answers of a sheet stand: the heading rows, the rows below them, what each column is for. */
export type AnswerTable = {
  headerTop: number;
  headerBottom: number;
  firstRow: number;
  lastRow: number;
  answers: AnswerColumns;
  /** Hidden columns that an option heads: a mark there is not read, and not passed over. */
  hiddenOptions: number[];
  /** Sets of answer columns that nothing tells apart (two years, two parts); empty for the usual one. */
  alternatives: number[][];
  roles: Record<ColumnRole, number[]>;
};

type Heading = Pick<AnswerTable, "headerTop" | "headerBottom" | "answers"> & {
  /** Columns of last time's answers. */
  aside: number[];
  alternatives: number[][];
};

/** No form prints its headings on more pages than this: a sheet that does heads nothing by them. */
const MAX_TABLES = 300;

/** Every answer table of a sheet, from top to bottom. Finds nothing rather than something doubtful. */
export function findAnswerTables(grid: Grid): AnswerTable[] {
  const options = optionHeadings(grid);
  const words = wordHeadings(grid).filter((each) => isOfOtherForm(grid, each, options));
  const found = [...options, ...words].sort((a, b) => a.headerTop - b.headerTop);
  const all = found.length > 0 ? found : headingsByContent(grid);
  if (all.length > MAX_TABLES) return [];
  const lastRow = grid.rows.at(-1) ?? 0;
  return all.map((heading, at) => {
    const next = all[at + 1];
    const range = { firstRow: heading.headerBottom + 1, lastRow: next ? next.headerTop - 1 : lastRow };
    const { headerTop, headerBottom, answers, alternatives } = heading;
    return {
      ...{ headerTop, headerBottom, answers, alternatives },
      ...range,
      hiddenOptions: hiddenOptions(grid, heading),
      roles: rolesOf(grid, heading, range),
    };
  });
}

/** A form with one answer column beside forms with three on the same sheet: a form's title parts them. */
function isOfOtherForm(grid: Grid, heading: Heading, others: readonly Heading[]): boolean {
  return others.every((other) => {
    const [above, below] = heading.headerTop < other.headerTop ? [heading, other] : [other, heading];
    const between = grid.rows.filter((row) => row > above.headerBottom && row < below.headerTop);
    return between.some((row) =>
      grid.cellsIn(row).some((cell) => isTitle(cell) && namingOf(cell.text).kind === "form"),
    );
  });
}

function hiddenOptions(grid: Grid, heading: Heading): number[] {
  if (grid.sheet.hiddenColumns.size === 0) return [];
  const headings = grid.sheet.cells.filter(
    (cell) =>
      cell.row >= heading.headerTop &&
      cell.row <= heading.headerBottom &&
      grid.sheet.hiddenColumns.has(cell.column),
  );
  return headings.flatMap((cell) => (grid.headings.optionOf(cell.text) ? [cell.column] : []));
}

/** Columns that hold answers, ascending. */
export function answerColumns(answers: AnswerColumns): number[] {
  return answers.kind === "word" ? answers.columns : [...answers.options.keys()].sort((a, b) => a - b);
}

type OptionRow = Omit<ChosenSets, "columns"> & { row: number; options: ReadonlyMap<number, AnswerOption> };

const noOptions = (row: number): OptionRow => ({ row, options: new Map(), aside: [], alternatives: [] });

function optionsInRow(grid: Grid, row: number): OptionRow {
  const cells = grid.cellsIn(row);
  const hasSigns = hasSignedHeadings(cells);
  const named = cells.flatMap((cell) => {
    const heading = hasSigns ? withoutSign(cell.standing) : cell.standing;
    const option = cell.kind === "text" ? grid.headings.optionOf(heading) : null;
    if (!option || grid.sheet.hiddenColumns.has(cell.column)) return [];
    return [{ cell, option, isLatin: /^[a-z.#]+$/i.test(squash(cell.text)) }];
  });
  if (named.length < 2) return noOptions(row);
  // why: 「No」 also heads the column of numbers. It is an answer only to the right of a "Yes".
  const latinYes = named.find((each) => each.isLatin && each.option === "yes")?.cell.column;
  const counted = named.filter(
    ({ cell, option, isLatin }) =>
      !isLatin || option !== "no" || (latinYes !== undefined && cell.column > latinYes),
  );
  const headings = counted.map(({ cell, option }) =>
    columnsUnder(grid, cell).map((column) => ({ column, option })),
  );
  const { columns, aside, alternatives } = chooseSets(optionSets(grid, row, headings));
  const options = new Map(
    headings
      .flat()
      .flatMap(({ column, option }): [number, AnswerOption][] =>
        columns.includes(column) ? [[column, option]] : [],
      ),
  );
  const present = new Set(options.values());
  return present.has("yes") && present.has("no") ? { row, options, aside, alternatives } : noOptions(row);
}

function hasNumberLeftOf(grid: Grid, row: number, column: number): boolean {
  return grid.cellsIn(row).some((cell) => cell.column < column && isItemNumber(cell.text));
}

function optionHeadings(grid: Grid): Heading[] {
  const rows = grid.rows
    .map((row) => optionsInRow(grid, row))
    .filter((each, at, all) => each.options.size > 0 && !isSecondLanguage(each, all[at - 1]));
  const headed = rows.filter((each) => !isItemRow(grid, each));
  if (headed.length > 0) {
    return headed.map(({ row, options, aside, alternatives }) => {
      const band = bandOf(grid, row);
      const headerBottom = Math.max(band.headerBottom, lastHeadingLine(grid, row, options));
      return { ...band, headerBottom, answers: { kind: "options", options }, aside, alternatives };
    });
  }
  // why: with the words printed in every row, the heading stands above the first of these rows.
  const first = printedOptions(grid);
  if (!first || isHeadedApart(grid, first)) return [];
  const labelled = grid.rows
    .filter((row) => row < first.row && rolesInRow(grid, row).length > 0)
    .findLast((row) => !hasNumberLeftOf(grid, row, Math.min(...first.options.keys())));
  const band = labelled ? bandOf(grid, labelled) : { headerTop: first.row, headerBottom: first.row - 1 };
  const headerBottom = Math.min(band.headerBottom, first.row - 1);
  const answers = { kind: "options", options: first.options } as const;
  return [{ headerTop: band.headerTop, headerBottom, answers, aside: [], alternatives: [] }];
}

/** 1回目 and 2回目 over columns of words: each is answered by itself, whatever words stand in it. */
function isHeadedApart(
  grid: Grid,
  { row, options }: { row: number; options: ReadonlyMap<number, AnswerOption> },
) {
  return grid.rows.some((above) => {
    const heads = above < row ? rolesInRow(grid, above).filter(({ role }) => role === "answer") : [];
    return heads.filter(({ cell }) => options.has(cell.column)).length > 1;
  });
}

/** A number or a question: what stands in the row of an item and in no heading. */
const isAsking = ({ text }: Cell) =>
  isItemNumber(text) || isQuestionSentence(text) || splitLeadingNumber(text) !== null;

/** A row that asks something prints its options; it heads nothing. */
function isItemRow(grid: Grid, { row, options }: OptionRow): boolean {
  return grid
    .cellsIn(row)
    .some((cell) => !options.has(cell.column) && grid.headings.roleOf(cell.text) === null && isAsking(cell));
}

/** 「Yes No N/A」 right below 「はい いいえ 対象外」: one heading in two lines. */
function isSecondLanguage(one: OptionRow, before: OptionRow | undefined): boolean {
  if (before === undefined || before.options.size === 0 || one.row !== before.row + 1) return false;
  return [...one.options].every(([column, option]) => before.options.get(column) === option);
}

/** The lines below that only repeat the options: 「Yes No N/A」. */
function lastHeadingLine(grid: Grid, row: number, options: ReadonlyMap<number, AnswerOption>): number {
  const cells = grid.cellsIn(row + 1);
  const isRepeat =
    cells.length > 0 &&
    cells.every((cell) => {
      const option = options.get(cell.column);
      return option !== undefined && grid.headings.optionOf(cell.text) === option;
    });
  return isRepeat ? row + 1 : row;
}

function rolesInRow(grid: Grid, row: number): { cell: Cell; role: ColumnRole }[] {
  return grid.cellsIn(row).flatMap((cell) => {
    const role = cell.kind === "text" ? grid.headings.roleOf(cell.text) : null;
    return role ? [{ cell, role }] : [];
  });
}

type Band = { headerTop: number; headerBottom: number };

/** Heading rows may be two or three lines high: labels above, merged cells reaching down, hints below. */
function bandOf(grid: Grid, row: number): Band {
  let headerTop = row;
  for (const above of [row - 1, row - 2]) {
    const cells = grid.cellsIn(above);
    const isReaching = cells.some((cell) => grid.rangeOfCell(cell).bottom >= headerTop);
    const isLabels = rolesInRow(grid, above).length * 2 >= Math.max(1, cells.length);
    if (above !== headerTop - 1 || !(isReaching || isLabels) || cells.length === 0) break;
    // why: the answers of an item above a heading that is printed again look like labels.
    if (cells.some(isAsking)) break;
    headerTop = above;
  }
  const reach = [headerTop, row]
    .flatMap((each) => grid.cellsIn(each))
    .map((cell) => {
      const range = grid.rangeOfCell(cell);
      // why: a title cell merged far down beside the table is not part of the heading.
      return range.bottom - row <= 3 && grid.headings.roleOf(cell.text) !== null ? range.bottom : row;
    });
  return { headerTop, headerBottom: Math.max(row, ...reach) };
}

function wordHeadings(grid: Grid): Heading[] {
  const headings: Heading[] = [];
  for (const row of grid.rows) {
    const last = headings.at(-1);
    if (last && row <= last.headerBottom) continue;
    const roles = rolesInRow(grid, row);
    const answers = roles.filter(
      ({ cell, role }) => role === "answer" && !grid.sheet.hiddenColumns.has(cell.column),
    );
    if (answers.length === 0 || grid.cellsIn(row).some(isAsking)) continue;
    const band = bandOf(grid, row);
    const near = [row - 1, row, row + 1].flatMap((each) => rolesInRow(grid, each));
    // why beside: below each other, the same labels explain a form or head the rows of one question.
    const isBeside = ({ cell }: (typeof near)[number]) =>
      answers.every((answer) => answer.cell.column !== cell.column);
    if (!near.some((each) => (each.role === "question" || each.role === "no") && isBeside(each))) continue;
    headings.push(
      wordHeading(
        grid,
        band,
        answers.map(({ cell }) => cell),
      ),
    );
  }
  return headings;
}

function wordHeading(grid: Grid, band: Band, cells: readonly Cell[]): Heading {
  const sets = wordSets(grid, cells, band.headerBottom);
  const isSplit = sets.length > cells.length || areSameLabel(cells);
  const chosen = chooseSets(sets);
  const { columns, aside } = chosen;
  const headerBottom = hintBelow(grid, band.headerBottom, columns) ?? band.headerBottom;
  const rows = grid.rows.filter((row) => row >= band.headerTop && row <= headerBottom);
  const heads = rows.flatMap((row) => grid.cellsIn(row)).filter((cell) => columns.includes(cell.column));
  const legend = legendOf(heads) ?? legendAbove(grid, band.headerTop);
  return {
    headerTop: band.headerTop,
    headerBottom,
    answers: { kind: "word", columns, ...(legend ? { legend } : {}) },
    aside,
    alternatives: isSplit ? chosen.alternatives : [],
  };
}

/** No heading line says more than this beside its options; an item that prints them does. */
const LONGEST_HINT = 12;

/** A second heading line 「(はい/いいえ/対象外)」 under 「回答」. */
function hintBelow(grid: Grid, bottom: number, columns: number[]): number | null {
  const cells = grid.cellsIn(bottom + 1);
  const isHint = cells.some((cell) => columns.includes(cell.column) && countOptionsNamed(cell.text) >= 2);
  const isLong = ({ column, text }: Cell) =>
    !columns.includes(column) && text.length > LONGEST_HINT && grid.headings.roleOf(text) === null;
  const isData = cells.some((cell) => isAsking(cell) || isLong(cell) || /[☑□☐■]/.test(cell.text));
  return isHint && !isData ? bottom + 1 : null;
}

/** 「回答」 beside each answer: a form of one block for each question, which is no table. */
function isLabelled(grid: Grid, { row, column }: Cell): boolean {
  const left = grid.cellsIn(row).filter((cell) => cell.column < column);
  return left.length > 0 && left.every(({ text }) => grid.headings.roleOf(text) === "answer");
}

/** No heading is known: a column whose cells are answers tells where they stand. */
function headingsByContent(grid: Grid): Heading[] {
  const byColumn = new Map<number, number[]>();
  for (const cell of grid.sheet.cells) {
    if (grid.sheet.hiddenColumns.has(cell.column) || cell.kind !== "text") continue;
    const { reason, answer } = readWordCell(cell);
    if (reason !== null || answer === "blank" || isLabelled(grid, cell)) continue;
    const rows = byColumn.get(cell.column);
    if (rows) rows.push(cell.row);
    else byColumn.set(cell.column, [cell.row]);
  }
  const [best, second] = [...byColumn].sort((a, b) => b[1].length - a[1].length);
  if (!best || best[1].length < 3) return [];
  // why: two columns of answers and no heading may be two products; which is meant is not for us to say.
  if (second && second[1].length * 2 > best[1].length) return [];
  const [column, rows] = best;
  let first = Math.min(...rows);
  while (hasNumberLeftOf(grid, first - 1, column)) first -= 1;
  const answers = { kind: "word", columns: [column] } as const;
  const legend = legendAbove(grid, first);
  return [
    {
      headerTop: first,
      headerBottom: first - 1,
      answers: { ...answers, columns: [column], ...(legend ? { legend } : {}) },
      aside: [],
      alternatives: [],
    },
  ];
}

function emptyRoles(): Record<ColumnRole, number[]> {
  return { no: [], question: [], answer: [], remark: [], "remark-no": [], section: [], clause: [], help: [] };
}

function rolesOf(grid: Grid, heading: Heading, range: { firstRow: number; lastRow: number }) {
  const roles = emptyRoles();
  const claimed = new Set([...answerColumns(heading.answers), ...heading.aside]);
  roles.help.push(...heading.aside);
  // why: the lowest heading line is the most exact one, so it claims its columns first.
  for (let row = heading.headerBottom; row >= heading.headerTop; row -= 1) {
    for (const { cell, role } of rolesInRow(grid, row)) {
      const isHidden = grid.sheet.hiddenColumns.has(cell.column);
      if (role === "answer" || (isHidden && (role === "remark" || role === "remark-no"))) continue;
      for (const column of columnsUnder(grid, cell)) {
        if (!claimed.has(column)) roles[role].push(column);
        claimed.add(column);
      }
    }
  }
  for (const role of columnRoles) roles[role].sort((a, b) => a - b);
  inferColumns(grid, roles, claimed, range);
  return roles;
}
