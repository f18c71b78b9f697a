import type { AnswerOption } from "../../domain/questionnaire.ts";
import { type ColumnRole, columnRole } from "./labels.ts";
import { optionOfHeading } from "./words.ts";

/** What texts name as headings, found out once for each text of one reading. */
export type HeadingMemo = {
  roleOf(text: string): ColumnRole | null;
  optionOf(text: string): AnswerOption | null;
};

function remembered<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = find(text);
    known.set(text, found);
    return found;
  };
}

/** A memo for one reading: the same words stand in many cells, and many rules ask of each cell. */
export function headingMemo(): HeadingMemo {
  return { roleOf: remembered(columnRole), optionOf: remembered(optionOfHeading) };
}
