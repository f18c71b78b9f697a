import type { Cell } from "../sheet.ts";
import { type AnswerTable, answerColumns } from "./answer-table.ts";
import type { Grid } from "./grid.ts";
import { isDated, isItemNumber } from "./numbers.ts";
import { isQuestionSentence, oneLine } from "./text.ts";

/** One item of the table: a row, or several rows joined by a merged question or number. */
export type RowGroup = {
  top: number;
  bottom: number;
  numberCells: Cell[];
  questionCells: Cell[];
  question: string;
  sectionCells: Cell[];
  answerCells: Cell[];
  /** Cells in hidden columns that an option heads. */
  concealedCells: Cell[];
  remarkCells: Cell[];
  remarkNumberCells: Cell[];
  clauseCells: Cell[];
  /** Cells of the rows in columns that nothing is known of. */
  otherCells: Cell[];
  /** A number or question cell merged across the answer columns: a heading line. */
  isBanner: boolean;
};

/** Columns of a table by what they hold, put together once for all of its rows. */
type TableColumns = { text: number[]; answers: number[]; known: ReadonlySet<number> };

/** Cuts the rows of a table into items. */
export function groupRows(grid: Grid, table: AnswerTable): RowGroup[] {
  const { roles } = table;
  const answers = answerColumns(table.answers);
  const columns: TableColumns = {
    text: [...roles.no, ...roles.question, ...roles.section],
    answers,
    known: new Set([...answers, ...Object.values(roles).flat()]),
  };
  const bands: { top: number; bottom: number }[] = [];
  for (const row of grid.rows) {
    if (row < table.firstRow || row > table.lastRow) continue;
    const last = bands.at(-1);
    if (last && isContinuation(grid, table, row, last.top)) last.bottom = row;
    else bands.push({ top: row, bottom: row });
  }
  return bands.map((band) => groupOf(grid, table, columns, band));
}

function ownersInRow(grid: Grid, columns: readonly number[], row: number): Cell[] {
  const owners: Cell[] = [];
  for (const column of columns) {
    const owner = grid.ownerAt(row, column);
    if (owner && !owners.includes(owner)) owners.push(owner);
  }
  return owners;
}

/** A row belongs to the item above when the question, or without one the number, is merged down to it. */
function isContinuation(grid: Grid, table: AnswerTable, row: number, top: number): boolean {
  if (isSecondLine(grid, table, row, top)) return true;
  if (!grid.isMergedIn(row)) return false;
  const reaches = (cell: Cell) => cell.row < row && cell.row >= top;
  const questions = ownersInRow(grid, table.roles.question, row);
  if (questions.length > 0 && questions.every(reaches)) return true;
  const numbers = ownersInRow(grid, table.roles.no, row);
  if (numbers.length === 0 || !numbers.every(reaches)) return false;
  // why: under one merged number, a line that neither asks nor is answered goes on with the question above.
  const columns = answerColumns(table.answers);
  const isJoined = (column: number) => {
    const merge = grid.mergeAt(row, column);
    return merge !== undefined && merge.top < row && merge.top >= top;
  };
  // why: a translation below the question asks too; with every answer joined down there is one item.
  if (columns.every(isJoined)) return true;
  const answers = ownersInRow(grid, columns, row).filter((cell) => !reaches(cell));
  return answers.length === 0 && questions.every((cell) => !isQuestionSentence(cell.text));
}

/**
 * The end of a question that was typed into two rows: it asks, the row before with its number does not. The
 * answer stands in either row.
 */
function isSecondLine(grid: Grid, table: AnswerTable, row: number, top: number): boolean {
  const line = grid.cellsIn(row);
  const isQuestion = (cell: Cell) => table.roles.question.includes(cell.column);
  const answers = answerColumns(table.answers);
  const isAnswered = (cells: Cell[]) => cells.some((cell) => answers.includes(cell.column));
  const own = [...table.roles.question, ...answers, ...table.roles.remark];
  if (row - 1 !== top || !line.every((cell) => own.includes(cell.column))) return false;
  const before = grid.cellsIn(row - 1);
  if (isAnswered(line) && isAnswered(before)) return false;
  const isNumber = (cell: Cell) => table.roles.no.includes(cell.column) && isItemNumber(cell.text);
  const text = (cells: Cell[]) =>
    cells
      .filter(isQuestion)
      .map((cell) => oneLine(cell.text))
      .join(" ");
  if (!before.some(isNumber)) return false;
  // why verbs too: 「利用者を識別する」 goes on with 「機能がありますか」, and no section's title ends so.
  const isOpen = /[のをにはがでともへや、,るしたりいう]$/.test(text(before));
  return isOpen && isQuestionSentence(text(line));
}

type Band = { top: number; bottom: number };

function cellsAt(grid: Grid, columns: readonly number[], band: Band): Cell[] {
  if (columns.length === 0) return [];
  if (band.top === band.bottom) return ownersInRow(grid, columns, band.top);
  const cells = new Set<Cell>();
  for (let row = band.top; row <= band.bottom; row += 1) {
    for (const cell of ownersInRow(grid, columns, row)) cells.add(cell);
  }
  return [...cells];
}

function groupOf(grid: Grid, table: AnswerTable, columns: TableColumns, band: Band): RowGroup {
  const { roles } = table;
  // why: in a row of its own without merged cells nothing has to be looked up.
  const plain = band.top === band.bottom && !grid.isMergedIn(band.top) ? grid.cellsIn(band.top) : null;
  const inColumns = (own: readonly number[]) =>
    own.length === 0 ? [] : cellsOf(plain ?? cellsAt(grid, own, band), own);
  const isOverAnswers = (cell: Cell) => {
    const range = grid.rangeOfCell(cell);
    return columns.answers.some((column) => column > range.left && column <= range.right);
  };
  const isBanner = plain === null && cellsAt(grid, columns.text, band).some(isOverAnswers);
  const questionCells = inColumns(roles.question);
  return {
    top: band.top,
    bottom: band.bottom,
    numberCells: inColumns(roles.no),
    questionCells,
    question: questionCells
      .filter((cell) => !isBroken(cell))
      .map((cell) => oneLine(cell.text))
      .join(" "),
    sectionCells: inColumns(roles.section),
    answerCells: inColumns(columns.answers),
    concealedCells: inColumns(table.hiddenOptions),
    remarkCells: inColumns(roles.remark),
    remarkNumberCells: inColumns(roles["remark-no"]),
    clauseCells: inColumns(roles.clause),
    otherCells: otherCells(grid, columns.known, band),
    isBanner,
  };
}

function cellsOf(cells: readonly Cell[], columns: readonly number[]): Cell[] {
  const found: Cell[] = [];
  for (const cell of cells) if (columns.includes(cell.column)) found.push(cell);
  return found;
}

function otherCells(grid: Grid, known: ReadonlySet<number>, band: Band): Cell[] {
  const found: Cell[] = [];
  for (let row = band.top; row <= band.bottom; row += 1) {
    for (const cell of grid.cellsIn(row)) {
      if (!known.has(cell.column) && !grid.sheet.hiddenColumns.has(cell.column)) found.push(cell);
    }
  }
  return found;
}

/** A formula whose result was not saved, or is an error: the cell says nothing. */
export const isBroken = (cell: Cell) => cell.kind === "formula-without-value" || cell.kind === "error";

export const brokenReason = (cell: Cell) =>
  cell.kind === "error" ? ("formula-error" as const) : ("formula-without-value" as const);

/** The cell that numbers the item: the last number-like one, else the last short one. */
export function numberCellOf(group: RowGroup): Cell | null {
  const short = group.numberCells.filter((cell) => cell.text.length <= 20 || isBroken(cell));
  return short.findLast((cell) => isDated(cell) || isItemNumber(cell.text)) ?? short.at(-1) ?? null;
}
