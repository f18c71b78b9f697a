import type { Day } from "~/domain/day";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { AnswerValue } from "~/domain/questionnaire";
import type { ReadAnswer, ReadOptions, WorkbookReading } from "~/domain/reading";
import { type CellEdit, patchCells } from "~/workbook/patch-cells";
import type { WritablePart } from "~/workbook/writable-part";
import { planRow, type RowPlan, rowName, type WantedRow } from "~/workbook/write-answers";
import type { Ports } from "./ports.server";

export type Source = { bytes: Uint8Array; fileName: string; options: ReadOptions };
type Said = { answer: AnswerValue; remark: string; targetOn: Day | null };
export type WrittenRow = { no: string; question: string; cells: string[]; before: Said; after: Said };
/** A workbook with answers written into it: which rows are other now, and which could not be written. */
export type WrittenFile = { fileName: string; bytes: Uint8Array; written: WrittenRow[]; problems: Problem[] };

/** What shall stand in the rows of a part, null for rows that stay; problems name what has no row. */
export type Picked = { part: WritablePart; wanted: readonly (WantedRow | null)[]; problems: Problem[] };
type Pick = (reading: WorkbookReading) => Result<Picked>;
type Plan = { ordinal: number; wanted: WantedRow; plan: RowPlan };

/**
 * Writes rows into a workbook and reads the result back: a file is handed out only when our own reader finds every
 * written row as it was meant and every other row of the book as it was. A row that reads otherwise is left out and
 * named. Problems: file-…, those of `pick` and `planRow`, write-back-cell-changed, write-back-mark-unknown
 * (formulas); write-back-not-same when a row nobody wrote to reads otherwise.
 */
export async function writeInto(ports: Ports, source: Source, pick: Pick): Promise<Result<WrittenFile>> {
  const { bytes, fileName, options } = source;
  const reading = await ports.readWorkbook(bytes, fileName, options);
  if (reading.recognised === "refused") return failed(...reading.problems);
  const picked = pick(reading);
  if (!picked.ok) return picked;
  const { part, wanted } = picked.value;
  const plans = wanted.flatMap((each, ordinal): Plan[] =>
    each ? [{ ordinal, wanted: each, plan: planRow(reading.sheets, part.tables, each) }] : [],
  );
  const problems = [...picked.value.problems, ...plans.flatMap((each) => each.plan.problems)];
  let kept = plans.filter((each) => each.plan.edits.length > 0);
  // why a bound: every round leaves out at least one row, and a file that needs many rounds is not understood.
  for (let round = 0; round < 4 && kept.length > 0; round += 1) {
    const patched = patchCells(
      bytes,
      kept.flatMap((each) => each.plan.edits),
    );
    if (!patched.ok) return patched;
    const formulas = kept.filter((each) =>
      each.plan.edits.some((edit) => patched.value.refused.includes(cellOf(edit))),
    );
    const again = await ports.readWorkbook(patched.value.bytes, fileName, options);
    const other = formulas.length > 0 ? formulas : differing(reading, again, part, kept);
    if (other === null) return failed(problem("write-back-not-same"));
    if (other.length === 0)
      return done({ fileName, bytes: patched.value.bytes, written: kept.map(writtenRow), problems });
    const code = formulas.length > 0 ? "write-back-mark-unknown" : "write-back-cell-changed";
    problems.push(...other.map((each) => problem(code, { no: rowName(each.wanted.read) })));
    kept = kept.filter((each) => !other.includes(each));
  }
  if (kept.length > 0) return failed(problem("write-back-not-same"));
  return done({ fileName, bytes, written: [], problems });
}

const cellOf = ({ sheet, address }: CellEdit) => `${sheet}!${address}`;
const targetOf = (row: WantedRow["read"]) => ("targetOn" in row ? row.targetOn : null);

/** Written rows that read otherwise than meant; null when a row nobody wrote to does. */
function differing(
  before: WorkbookReading,
  after: WorkbookReading,
  part: WritablePart,
  kept: readonly Plan[],
): Plan[] | null {
  const byOrdinal = new Map(kept.map((each) => [each.ordinal, each]));
  const [old, now] = [part.rows, part.find(after)];
  if (!now || old.length !== now.length) return [...kept];
  if (beside(before, part.find(before)) !== beside(after, now)) return null;
  const found: Plan[] = [];
  for (const [ordinal, read] of old.entries()) {
    const plan = byOrdinal.get(ordinal);
    const row = now[ordinal];
    const isSameRow = row?.no === read.no && row.question === read.question;
    const meant = plan?.plan ?? { ...read, targetOn: targetOf(read) };
    // why trimmed: a cell's outer spaces are no part of a remark as the reader gives it.
    const isAsMeant =
      isSameRow &&
      row.answer === meant.answer &&
      row.remark.trim() === meant.remark.trim() &&
      targetOf(row) === meant.targetOn;
    if (isAsMeant) continue;
    if (!plan) return null;
    found.push(plan);
  }
  return found;
}

/** The answers of every other form and round; a remark's column may be shared by the rounds of a table. */
function beside(reading: WorkbookReading, own: readonly ReadAnswer[] | null): string {
  const lists = [
    ...reading.forms.map((each) => each.answers),
    ...(reading.checklists ?? []).map((each) => each.rows),
  ];
  const others = lists.filter((each) => each !== own);
  return JSON.stringify(others.map((rows) => rows.map(({ cell, no, answer }) => [cell, no, answer])));
}

function writtenRow({ wanted: { read }, plan }: Plan): WrittenRow {
  return {
    no: read.no,
    question: read.question,
    cells: plan.edits.map(cellOf),
    before: { answer: read.answer, remark: read.remark, targetOn: targetOf(read) },
    after: { answer: plan.answer, remark: plan.remark, targetOn: plan.targetOn },
  };
}
