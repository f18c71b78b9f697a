import { type Problem, problem } from "../domain/problem.ts";
import type { AnswerValue } from "../domain/questionnaire.ts";
import type { FoundTable, ReadAnswer, SheetView, WorkbookReading } from "../domain/reading.ts";
import { columnOfAddress } from "./catalogue-table.ts";
import type { CellEdit } from "./patch-cells.ts";
import { columnName } from "./sheet.ts";
import { cellTexts, optionEdits, wordEdit } from "./write-marks.ts";

/** A row as it was read, and what shall stand in it. */
export type WantedRow = { read: ReadAnswer; answer: AnswerValue; remark: string };
/** What is written into one row; `remark` is the one that will stand there, the old one where it cannot change. */
export type RowPlan = { edits: CellEdit[]; remark: string; problems: Problem[] };

/**
 * The cells to write so that a row says what is wanted, in the way the sheet itself says it: its own mark, its own
 * words, its own boxes. Nothing is guessed: a cell written in a way no rule knows is left, with a Problem.
 * Problems (`no` names the row): write-back-undecided, write-back-cell-missing, write-back-no-column,
 * write-back-mark-unknown, write-back-remark-elsewhere.
 */
export function planRow(
  reading: Pick<WorkbookReading, "sheets" | "tables">,
  { read, answer, remark }: WantedRow,
): RowPlan {
  const name = { no: rowName(read) };
  const stays: RowPlan = { edits: [], remark: read.remark, problems: [] };
  const isOther = answer !== read.answer;
  if (!isOther && remark === read.remark) return stays;
  if (isOther && (answer === "conflict" || answer === "unclear")) {
    return { ...stays, problems: [problem("write-back-undecided", name)] };
  }
  const place = placeOf(read.cell);
  const sheet = reading.sheets.find((each) => each.name === place?.sheet);
  const table = place && tableAt(reading.tables ?? [], place);
  if (!place || !sheet || !table) return { ...stays, problems: [problem("write-back-cell-missing", name)] };
  const marks = isOther ? answerEdits(sheet, table, place.row, answer) : [];
  if (typeof marks === "string") return { ...stays, problems: [problem(marks, name)] };
  const note = remark === read.remark ? [] : remarkEdit(sheet, table, place, read, remark);
  if (note === null) {
    const problems = [problem("write-back-remark-elsewhere", name)];
    return { edits: marks, remark: read.remark, problems };
  }
  return { edits: [...marks, ...note], remark, problems: [] };
}

/** How a row is called in words: its number, or the beginning of its question. */
export function rowName({ no, question }: Pick<ReadAnswer, "no" | "question">): string {
  return no === "" ? question.slice(0, 20) : no;
}

type Place = { sheet: string; row: number; column: number };

function placeOf(cell: string): Place | null {
  const match = /^(.*)!([A-Z]{1,3})(\d{1,7})$/.exec(cell);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return { sheet: match[1], row: Number(match[3]), column: columnOfAddress(match[2]) };
}

function columnsOf({ answer }: FoundTable): number[] {
  return answer.kind === "word"
    ? [answer.column]
    : [answer.yes, answer.no, answer.notApplicable].flatMap((each) => each ?? []);
}

/** The table a row belongs to: of those that begin above it and answer in its column, the nearest. */
function tableAt(tables: readonly FoundTable[], { sheet, row, column }: Place): FoundTable | null {
  const above = tables.filter(
    (each) => each.sheet === sheet && each.headerRow < row && columnsOf(each).includes(column),
  );
  return above.reduce<FoundTable | null>(
    (nearest, each) => (nearest === null || each.headerRow >= nearest.headerRow ? each : nearest),
    null,
  );
}

function answerEdits(
  sheet: SheetView,
  table: FoundTable,
  row: number,
  answer: Exclude<AnswerValue, "conflict" | "unclear"> | AnswerValue,
): CellEdit[] | Problem["code"] {
  const option = answer === "blank" || answer === "conflict" || answer === "unclear" ? null : answer;
  if (table.answer.kind === "word") return wordEdit(sheet, table.answer.column, table.headerRow, row, option);
  const { yes, no, notApplicable } = table.answer;
  const columns = { yes, no, "not-applicable": notApplicable };
  return optionEdits(sheet, columns, table.headerRow, row, option);
}

/** The remark's cell, provided it holds what was read, or nothing; null when the remark stands elsewhere. */
function remarkEdit(
  sheet: SheetView,
  table: FoundTable,
  { row }: Place,
  read: ReadAnswer,
  remark: string,
): CellEdit[] | null {
  const own = read.remarkCell === null ? null : placeOf(read.remarkCell);
  if (own && own.sheet !== sheet.name) return null;
  const column = own?.column ?? table.remarkColumn;
  if (column === null || column === undefined) return null;
  const at = own?.row ?? row;
  const stands = cellTexts(sheet).get(`${columnName(column)}${at}`) ?? "";
  if (stands.trim() !== read.remark.trim()) return null;
  return [{ sheet: sheet.name, address: `${columnName(column)}${at}`, value: remark === "" ? null : remark }];
}
