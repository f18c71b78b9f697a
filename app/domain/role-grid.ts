import { isRealDay } from "./day.ts";
import { type Problem, problem } from "./problem.ts";
import { dayInText, plainWord } from "./register-import-values.ts";
import { type RawRow, rowLimits, type TypedField, typedFields } from "./role-row-input.ts";
import { costBearings, firstChecks, rowParties, situationParties } from "./role-sheet.ts";

/** Fields whose value is one of a few, so that a cell has to be understood and not only kept. */
export const choiceFields = ["party", "emergencyParty", "endParty", "firstCheck", "cost"] as const;
export type ChoiceField = (typeof choiceFields)[number];
export const choicesOf = {
  party: rowParties,
  emergencyParty: situationParties,
  endParty: situationParties,
  firstCheck: firstChecks,
  cost: costBearings,
} as const satisfies Record<ChoiceField, readonly string[]>;

/** Words that mean a value, by field: the contract's labels and the words of both languages. */
export type GridWords = Record<ChoiceField, readonly (readonly [word: string, value: string])[]>;

/** A row of the grid: only what pasting needs to know of it. */
export type GridRow = { rowId: string; label: string; isOpen: boolean; values: RawRow };
/** What one row would become. */
export type GridEdit = { rowId: string; base: Partial<RawRow>; fields: Partial<RawRow> };
/** A cell that was not taken; `row` and `column` count from 0 within the grid. */
export type CellProblem = { rowId: string; label: string; field: TypedField; problem: Problem };
export type GridChange = {
  edits: GridEdit[];
  problems: CellProblem[];
  /** Rows and columns of the clipboard that lie beyond the grid and were not taken. */
  beyond: { rows: number; columns: number };
};

/**
 * The value a typed or pasted text means in a column. A day may be written as lists write it (2026/5/1,
 * 令和8年5月1日, R8.5.1); an empty cell empties the field. Problems: role-cell-word-unknown, field-not-a-day,
 * field-too-long.
 */
export function valueInCell(
  field: TypedField,
  text: string,
  words: GridWords,
): { value: string } | { problem: Problem } {
  const typed = text.replace(/\r\n?/g, "\n").trim();
  const choice = choiceFields.find((each) => each === field);
  if (choice) return choiceInCell(choice, typed, words);
  if (field === "firstCheckOn" || field === "completedOn") {
    if (typed === "") return { value: "" };
    const day = isRealDay(typed) ? typed : dayInText(typed);
    return day === null ? { problem: problem("field-not-a-day", { value: typed }, field) } : { value: day };
  }
  const limit = textLimit(field);
  if (typed.length > limit) return { problem: problem("field-too-long", { max: limit }, field) };
  return { value: typed };
}

function textLimit(field: TypedField): number {
  switch (field) {
    case "thirdPartyName":
    case "what":
    case "deadline":
    case "clause":
    case "evidence":
    case "remark":
      return rowLimits[field];
    default:
      return 0;
  }
}

function choiceInCell(field: ChoiceField, typed: string, words: GridWords) {
  if (typed === "" || /^[-−ー－–—]$/.test(typed)) return { value: field === "party" ? "undecided" : "" };
  const code = choicesOf[field].find((each) => each === typed);
  if (code !== undefined) return { value: code };
  const plain = plainWord(typed);
  const found = words[field].find(([word]) => plainWord(word) === plain);
  if (found) return { value: found[1] };
  const place = Number(plain);
  // why only 担当: 1–5 are the keys of the open row; elsewhere a number means nothing.
  const byNumber = field === "party" && Number.isInteger(place) ? rowParties[place - 1] : undefined;
  return byNumber === undefined
    ? { problem: problem("role-cell-word-unknown", { value: typed }, field) }
    : { value: byNumber };
}

/** From the first cell on, or the marked block: both ends included, counted from 0. */
export type Block = { top: number; left: number; bottom: number; right: number };

/**
 * 貼り付け: lays cells of the clipboard over the grid from the upper left of the block. A single cell fills the
 * whole block, as spreadsheets do. Cells that are not understood, and rows that are settled or left out, are
 * reported one by one; everything else is taken.
 */
export function planPaste(
  cells: readonly (readonly string[])[],
  block: Block,
  rows: readonly GridRow[],
  columns: readonly TypedField[],
  words: GridWords,
): GridChange {
  const single = cells.length === 1 && cells[0]?.length === 1;
  const height = single ? block.bottom - block.top + 1 : cells.length;
  const width = single ? block.right - block.left + 1 : Math.max(0, ...cells.map((each) => each.length));
  const change: GridChange = {
    edits: [],
    problems: [],
    beyond: {
      rows: Math.max(0, block.top + height - rows.length),
      columns: Math.max(0, block.left + width - columns.length),
    },
  };
  for (let down = 0; down < height - change.beyond.rows; down++) {
    const line = single ? cells[0] : cells[down];
    const row = rows[block.top + down];
    if (!row || !line) continue;
    const across = columns.slice(block.left, block.left + width).flatMap((field, right) => {
      const text = single ? line[0] : line[right];
      return text === undefined ? [] : [{ field, text }];
    });
    takeRow(row, across, words, change);
  }
  return change;
}

function takeRow(
  row: GridRow,
  cells: readonly { field: TypedField; text: string }[],
  words: GridWords,
  change: GridChange,
): void {
  const { rowId, label } = row;
  const fields: Partial<RawRow> = {};
  for (const { field, text } of cells) {
    const read = valueInCell(field, text, words);
    if ("problem" in read) change.problems.push({ rowId, label, field, problem: read.problem });
    else if (read.value !== row.values[field]) fields[field] = read.value;
  }
  const [first] = Object.keys(fields);
  if (first === undefined) return;
  if (row.isOpen) change.edits.push({ rowId, base: baseOf(row, fields), fields });
  else {
    const field = cells[0]?.field ?? "party";
    change.problems.push({ rowId, label, field, problem: problem("role-row-locked", { label }, field) });
  }
}

/** 下へコピー: the top row of the block into the rows below it. */
export function planFillDown(
  block: Block,
  rows: readonly GridRow[],
  columns: readonly TypedField[],
): GridChange {
  const top = rows[block.top];
  const change: GridChange = { edits: [], problems: [], beyond: { rows: 0, columns: 0 } };
  if (!top) return change;
  for (const row of rows.slice(block.top + 1, block.bottom + 1)) {
    const fields: Partial<RawRow> = {};
    for (const field of columns.slice(block.left, block.right + 1)) {
      if (row.values[field] !== top.values[field]) fields[field] = top.values[field];
    }
    if (Object.keys(fields).length === 0) continue;
    const { rowId, label } = row;
    if (row.isOpen) change.edits.push({ rowId, base: baseOf(row, fields), fields });
    else {
      const field = columns[block.left] ?? "party";
      change.problems.push({ rowId, label, field, problem: problem("role-row-locked", { label }, field) });
    }
  }
  return change;
}

/** 元に戻す: the same edits the other way round. They are joined like any edit, so nobody's later words are lost. */
export function inverseOf(edits: readonly GridEdit[]): GridEdit[] {
  return edits.map(({ rowId, base, fields }) => ({ rowId, base: fields, fields: base }));
}

function baseOf(row: GridRow, fields: Partial<RawRow>): Partial<RawRow> {
  const base: Partial<RawRow> = {};
  for (const field of Object.keys(fields)) {
    const known = typedFields.find((each) => each === field);
    if (known) base[known] = row.values[known];
  }
  return base;
}
