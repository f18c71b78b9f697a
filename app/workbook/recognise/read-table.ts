import type { ReadAnswer, UnreadCell, UnreadReason } from "../../domain/reading.ts";
import type { Cell } from "../sheet.ts";
import { type AnswerTable, answerColumns } from "./answer-table.ts";
import type { CellUses } from "./cell-uses.ts";
import { readClauseList, takeClauses } from "./clauses.ts";
import type { Grid } from "./grid.ts";
import { type Judgement, judge } from "./judge.ts";
import { readMark } from "./marks.ts";
import type { RemarkNote, RemarkNotes } from "./remark-notes.ts";
import { isPrintedLabel, remarkNumbersIn } from "./remarks.ts";
import { brokenReason, groupRows, isBroken } from "./row-groups.ts";
import { kindsOfGroups, type NamedGroup, nameGroups } from "./row-kinds.ts";
import { oneLine, trimText } from "./text.ts";
import { splitRemarkNumber } from "./words.ts";

export type TableReading = {
  answers: ReadAnswer[];
  unread: UnreadCell[];
  lastRow: number;
};

/** What reading a table needs from outside it. */
export type TableContext = {
  grid: Grid;
  table: AnswerTable;
  uses: CellUses;
  /** Numbered remarks below the table and on other sheets, nearest first. */
  notes: RemarkNotes[];
  /** First number of the table that goes on with this form; empty when none does. */
  nextNumber: string;
};

/** Reads every row of one answer table. Every non-empty cell ends with a use, or unread with its reason. */
export function readTable(context: TableContext): TableReading {
  const { grid, table, uses } = context;
  const groups = nameGroups(groupRows(grid, table), table);
  const kinds = kindsOfGroups(groups, table, context.nextNumber, grid.headings);
  const reading: TableReading = { answers: [], unread: [], lastRow: table.headerBottom };
  let section = "";
  groups.forEach((group, at) => {
    const kind = kinds[at];
    if (kind === "item") {
      reading.answers.push(readItem(context, group, section, reading));
      reading.lastRow = group.bottom;
    } else if (kind === "section") {
      section = sectionText(group);
      uses.set([...group.sectionCells, ...group.numberCells, ...group.questionCells], "section");
    } else if (kind === "heading") {
      for (let row = group.top; row <= group.bottom; row += 1) uses.set(grid.cellsIn(row), "header");
    } else if (kind === "remark") {
      addRemark(reading, remarkText(group, grid.headings));
      reading.lastRow = group.bottom;
      uses.set(remarkCellsOf(group), "remark");
    } else if (kind === "orphan") {
      const cells = [
        ...group.numberCells,
        ...group.questionCells,
        ...group.answerCells,
        ...group.remarkCells,
      ];
      leaveUnread(context, reading, cells, "no-question-in-row");
    } else {
      for (let row = group.top; row <= group.bottom; row += 1) noteRow(context, reading, row);
    }
  });
  accountForRest(context, reading);
  return reading;
}

const remarkCellsOf = (group: NamedGroup) => [
  ...group.questionCells,
  ...group.answerCells,
  ...group.remarkCells,
];

/** What a row below an item says of it, without the lone label 「備考」. */
function remarkText(group: NamedGroup, headings: Grid["headings"]): string {
  const said = remarkCellsOf(group).filter(({ text }) => headings.roleOf(text) !== "remark");
  return said.map(({ standing }) => trimText(standing)).join(" ");
}

/** A remark in the row below its item. */
function addRemark(reading: TableReading, remark: string): void {
  const item = reading.answers.at(-1);
  if (item && remark !== "") item.remark = item.remark === "" ? remark : `${item.remark}\n${remark}`;
}

function sectionText(group: NamedGroup): string {
  const cells = [...group.sectionCells, ...group.numberCells, ...group.questionCells];
  return [...new Set(cells)].map((cell) => oneLine(cell.text)).join(" ");
}

/** Notes are text; an answer sign inside a note row is still nobody's answer and is shown. */
function noteRow(context: TableContext, reading: TableReading, row: number): void {
  const { grid, table, uses } = context;
  const columns = answerColumns(table.answers);
  const inAnswers = (cell: Cell) =>
    columns.includes(cell.column) &&
    (readMark(cell).kind !== "unknown" || (table.answers.kind === "options" && cell.text.length === 1));
  const cells = grid.cellsIn(row);
  leaveUnread(context, reading, cells.filter(inAnswers), "no-question-in-row");
  uses.set(cells, "note");
}

function leaveUnread(
  context: TableContext,
  reading: TableReading,
  cells: readonly Cell[],
  reason: UnreadReason,
): void {
  const sheet = context.grid.sheet.name;
  for (const cell of cells) {
    // why: a cell that only carries a note says nothing itself; its note is listed for the form.
    if (cell.text === "" || context.uses.of(cell) !== undefined) continue;
    reading.unread.push({ cell: `${sheet}!${cell.address}`, text: trimText(cell.text), reason });
    context.uses.set([cell], "unread");
  }
}

function readItem(
  context: TableContext,
  group: NamedGroup,
  section: string,
  reading: TableReading,
): ReadAnswer {
  const { grid, table, uses } = context;
  const sheet = grid.sheet.name;
  const at = (address: string) => `${sheet}!${address}`;
  const judged = judge(grid, table, group);
  leaveLost(context, reading, group, judged);
  const isClear = judged.reason === null;
  uses.set(group.numberCells, "number");
  uses.set(group.questionCells, "question");
  uses.set(group.sectionCells, "section");
  uses.set([...group.answerCells, ...linkedCells(grid, judged)], isClear ? "answer" : "needs-look");
  uses.see(judged.drawn.overlays);
  const remark = readRemark(context, group, judged.remarkNumbers, reading);
  const taken = takeClauses(group.question);
  const ownSection = group.sectionCells.map((cell) => oneLine(cell.text)).join(" ");
  return {
    no: group.no,
    section: ownSection === "" ? section : ownSection,
    question: taken.question,
    clauses: [...new Set([...taken.clauses, ...clausesOf(context, group)])],
    answer: judged.answer,
    reason: judged.reason,
    remark: remark.text,
    cell: at(judged.address),
    cells: judged.addresses.map(at),
    remarkCell: remark.cell ? at(remark.cell.address) : null,
  };
}

/** Cells in which the controls of an item keep their state. */
function linkedCells(grid: Grid, judged: Judgement): Cell[] {
  const { linked } = judged.drawn;
  return linked.length === 0 ? [] : grid.sheet.cells.filter((cell) => linked.includes(cell.address));
}

/** Cells of an item that say nothing certain: lost numbers, struck or unseen marks, formulas without a value. */
function leaveLost(
  context: TableContext,
  reading: TableReading,
  group: NamedGroup,
  { struck, unseen }: Judgement,
): void {
  if (group.lostNumber && group.numberCell) {
    leaveUnread(context, reading, [group.numberCell], group.lostNumber);
  }
  leaveUnread(context, reading, struck, "struck-through");
  leaveUnread(context, reading, unseen, "not-visible");
  const lost = [...group.questionCells, ...group.answerCells].filter(isBroken);
  for (const cell of lost) leaveUnread(context, reading, [cell], brokenReason(cell));
}

function clausesOf(context: TableContext, group: NamedGroup): string[] {
  context.uses.set(group.clauseCells, "note");
  return group.clauseCells.flatMap((cell) => readClauseList(cell.text) ?? []);
}

/** The remark beside the answer, with numbers replaced by the text they point to. */
function readRemark(
  context: TableContext,
  group: NamedGroup,
  fromMark: string[],
  reading: TableReading,
): { text: string; cell: Cell | null } {
  const texts: string[] = [];
  const cells = [...group.remarkCells, ...group.remarkNumberCells];
  for (const cell of cells) {
    const printed = trimText(cell.standing);
    const numbers = cell.kind === "date" ? null : remarkNumbersIn(printed);
    const found = numbers ? lookUp(context, numbers) : null;
    if (cell.isSymbol) listUnread(context, reading, cell, "symbol-font");
    if (isBroken(cell)) {
      leaveUnread(context, reading, [cell], brokenReason(cell));
    } else if (cell.isUnseen) {
      leaveUnread(context, reading, [cell], "not-visible");
    } else if (printed === "" && cell.text !== "") {
      leaveUnread(context, reading, [cell], "struck-through");
    } else if (numbers && found === null) {
      leaveUnread(context, reading, [cell], "remark-number-without-text");
      texts.push(printed);
    } else {
      context.uses.set([cell], "remark");
      texts.push(found ?? (isPrintedLabel(printed) ? "" : printed));
    }
  }
  const pointed = fromMark.length > 0 ? lookUp(context, fromMark) : null;
  if (pointed !== null && !texts.includes(pointed)) texts.push(pointed);
  if (fromMark.length > 0 && pointed === null) {
    texts.push(`※${fromMark.join("、")}`);
    listUnresolved(context, group, reading);
  }
  const ofItem = context.notes.map((notes) => notes.byItem.get(group.no)).find((note) => note);
  if (ofItem && !texts.includes(ofItem.text)) texts.push(ofItem.text);
  markNotes(context, ofItem ? [ofItem] : []);
  return { text: texts.filter((text) => text !== "").join("\n"), cell: cells[0] ?? null };
}

/** The answer's own cell carries a number without a text: the answer is read, and what it points to is not. */
function listUnresolved(context: TableContext, group: NamedGroup, reading: TableReading): void {
  for (const cell of group.answerCells.filter(({ standing }) => splitRemarkNumber(standing) !== null)) {
    listUnread(context, reading, cell, "remark-number-without-text");
  }
}

/** Names a cell that is used and yet says more than could be read. */
function listUnread(context: TableContext, reading: TableReading, cell: Cell, reason: UnreadReason): void {
  const at = `${context.grid.sheet.name}!${cell.address}`;
  reading.unread.push({ cell: at, text: trimText(cell.text), reason });
}

function lookUp(context: TableContext, numbers: string[]): string | null {
  const found = numbers.map((number) =>
    context.notes.map((notes) => notes.byNumber.get(number)).find((note) => note),
  );
  if (found.some((note) => note === undefined)) return null;
  const present = found.flatMap((note) => note ?? []);
  markNotes(context, present);
  return present.map((note) => note.text).join("\n");
}

function markNotes(context: TableContext, notes: readonly RemarkNote[]): void {
  for (const note of notes) context.uses.set(note.cells, "remark");
}

/** Cells of the table's rows that no rule has spoken of. */
function accountForRest(context: TableContext, reading: TableReading): void {
  const { grid, table, uses } = context;
  const notes = new Set([...table.roles.help, ...table.roles.clause]);
  const sections = new Set(table.roles.section);
  for (let row = table.headerTop; row <= table.headerBottom; row += 1) {
    uses.set(grid.cellsIn(row), "header");
  }
  for (const cell of grid.sheet.cells) {
    if (cell.row < table.firstRow || cell.row > table.lastRow || uses.of(cell) !== undefined) continue;
    if (notes.has(cell.column)) uses.set([cell], "note");
    else if (sections.has(cell.column)) uses.set([cell], "section");
    else if (cell.row > reading.lastRow) uses.set([cell], "note");
    const isHidden = grid.sheet.hiddenColumns.has(cell.column) || grid.sheet.hiddenRows.has(cell.row);
    leaveUnread(context, reading, [cell], isHidden ? "hidden-row-or-column" : "outside-columns");
  }
}
