import type { Day } from "../domain/day.ts";
import { type Problem, problem } from "../domain/problem.ts";
import type { AnswerValue } from "../domain/questionnaire.ts";
import type { FoundRound, FoundTable, ReadAnswer, ReadChecklistRow, SheetView } from "../domain/reading.ts";
import { columnOfAddress } from "./catalogue-table.ts";
import type { CellEdit } from "./patch-cells.ts";
import { columnName } from "./sheet.ts";
import { dayAsWritten } from "./write-days.ts";
import { cellTexts, optionEdits, textsBelow, wordEdit } from "./write-marks.ts";

/** A row as it was read, and what shall stand in it; `targetOn` is the 目標日 of a checklist's row. */
export type WantedRow = {
  read: ReadAnswer | ReadChecklistRow;
  answer: AnswerValue;
  remark: string;
  targetOn?: Day | null;
};
/**
 * What is written into one row. `answer`, `remark` and `targetOn` are what will stand there: the old ones where
 * they cannot change.
 */
export type RowPlan = {
  edits: CellEdit[];
  answer: AnswerValue;
  remark: string;
  targetOn: Day | null;
  problems: Problem[];
};
type Tables = readonly (FoundTable | FoundRound)[];

/**
 * The cells to write so that a row says what is wanted, in the way the sheet itself says it: its own mark, its own
 * words, its own boxes, its own way to write a day. Nothing is guessed: a cell written in a way no rule knows is
 * left, with a Problem.
 * Problems (`no` names the row): write-back-undecided, write-back-cell-missing, write-back-no-column,
 * write-back-mark-unknown, write-back-remark-elsewhere, write-back-target-elsewhere.
 */
export function planRow(sheets: readonly SheetView[], tables: Tables, wanted: WantedRow): RowPlan {
  const { read, answer, remark } = wanted;
  const name = { no: rowName(read) };
  const plan: RowPlan = {
    edits: [],
    answer: read.answer,
    remark: read.remark,
    targetOn: targetOf(read),
    problems: [],
  };
  const targetOn = wanted.targetOn === undefined ? plan.targetOn : wanted.targetOn;
  const isOther = answer !== read.answer;
  if (!isOther && remark === read.remark && targetOn === plan.targetOn) return plan;
  const leave = (code: Problem["code"]) => ({ ...plan, problems: [...plan.problems, problem(code, name)] });
  if (isOther && (answer === "conflict" || answer === "unclear")) return leave("write-back-undecided");
  const place = placeOf(read.cell);
  const sheet = sheets.find((each) => each.name === place?.sheet);
  const table = place && tableAt(tables, place);
  if (!place || !sheet || !table) return leave("write-back-cell-missing");
  const marks = isOther ? answerEdits(sheet, table, place.row, answer) : [];
  if (typeof marks === "string") return leave(marks);
  Object.assign(plan, { edits: marks, answer });
  const note = remark === read.remark ? [] : remarkEdit(sheet, table, place, read, remark);
  if (note === null) plan.problems.push(problem("write-back-remark-elsewhere", name));
  else Object.assign(plan, { edits: [...plan.edits, ...note], remark });
  const day = targetOn === plan.targetOn ? [] : targetEdit(sheet, table, place, read, targetOn);
  if (day === null) return leave("write-back-target-elsewhere");
  return { ...plan, edits: [...plan.edits, ...day], targetOn };
}

const targetOf = (read: WantedRow["read"]): Day | null => ("targetOn" in read ? read.targetOn : null);

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
function tableAt(tables: Tables, { sheet, row, column }: Place): FoundTable | FoundRound | null {
  const above = tables.filter(
    (each) => each.sheet === sheet && each.headerRow < row && columnsOf(each).includes(column),
  );
  return above.reduce<FoundTable | FoundRound | null>(
    (nearest, each) => (nearest === null || each.headerRow >= nearest.headerRow ? each : nearest),
    null,
  );
}

function answerEdits(
  sheet: SheetView,
  table: FoundTable,
  row: number,
  answer: AnswerValue,
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

/** The target day's cell, written as its column writes days; null where the form has no such column. */
function targetEdit(
  sheet: SheetView,
  table: FoundTable | FoundRound,
  place: Place,
  read: WantedRow["read"],
  day: Day | null,
): CellEdit[] | null {
  const stands = "targetCell" in read && read.targetCell !== null ? placeOf(read.targetCell) : null;
  const column = stands?.column ?? ("targetColumn" in table ? table.targetColumn : null);
  if (column === null || (stands && stands.sheet !== sheet.name)) return null;
  const address = `${columnName(column)}${stands?.row ?? place.row}`;
  const value = day === null ? null : dayAsWritten(day, textsBelow(sheet, column, table.headerRow));
  return [{ sheet: sheet.name, address, value }];
}
