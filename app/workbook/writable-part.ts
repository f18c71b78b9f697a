import type {
  FoundRound,
  FoundTable,
  ReadAnswer,
  ReadChecklist,
  WorkbookReading,
} from "../domain/reading.ts";
import { columnName } from "./sheet.ts";

/** Rows of a book that can be written to: those of one form, or of one round of a checklist. */
export type WritablePart = {
  rows: readonly ReadAnswer[];
  /** Where these rows are answered. */
  tables: readonly (FoundTable | FoundRound)[];
  /** The same rows in another reading of the book; null where it has none. */
  find: (reading: WorkbookReading) => readonly ReadAnswer[] | null;
};

/** The form at this place of a reading. */
export function partOfForm(reading: WorkbookReading, at: number): WritablePart | null {
  const form = reading.forms[at];
  if (!form) return null;
  return {
    rows: form.answers,
    tables: reading.tables ?? [],
    find: (other) => other.forms[at]?.answers ?? null,
  };
}

/**
 * One round of a checklist's table. A round in which nothing is answered is no list of its own in a reading; its
 * rows are those of the list, blank.
 */
export function partOfRound(list: ReadChecklist, no: number): WritablePart | null {
  const round = list.rounds?.[no - 1];
  if (!round) return null;
  const find = (reading: WorkbookReading) =>
    reading.checklists?.find(
      (each) =>
        each.sheet === list.sheet &&
        each.round === no &&
        each.rounds?.[no - 1]?.headerRow === round.headerRow,
    )?.rows ?? null;
  return { rows: no === list.round ? list.rows : blankRows(list, round), tables: [round], find };
}

function blankRows({ sheet, rows }: ReadChecklist, { answer }: FoundRound): ReadChecklist["rows"] {
  const column = columnName(answer.kind === "word" ? answer.column : answer.yes);
  return rows.map((row) => {
    const cell = `${sheet}!${column}${/\d+$/.exec(row.cell)?.[0] ?? ""}`;
    const nothing = { targetOn: null, targetText: "", targetCell: null, checkedText: "" };
    return { ...row, ...nothing, answer: "blank", reason: null, cell, cells: [cell] };
  });
}
