import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { AnswerValue } from "~/domain/questionnaire";
import type { ReadOptions, WorkbookReading } from "~/domain/reading";
import { type CellEdit, patchCells } from "~/workbook/patch-cells";
import { planRow, type RowPlan, rowName, type WantedRow } from "~/workbook/write-answers";
import type { Ports } from "./ports.server";

export type Source = { bytes: Uint8Array; fileName: string; options: ReadOptions };
type Said = { answer: AnswerValue; remark: string };
export type WrittenRow = { no: string; question: string; cells: string[]; before: Said; after: Said };
/** A workbook with answers written into it: which rows are other now, and which could not be written. */
export type WrittenFile = { fileName: string; bytes: Uint8Array; written: WrittenRow[]; problems: Problem[] };

type Pick = (
  reading: WorkbookReading,
) => Result<{ form: number; rows: (WantedRow | null)[]; problems: Problem[] }>;
type Plan = { ordinal: number; wanted: WantedRow; plan: RowPlan };

/**
 * Writes rows into a workbook and reads the result back: a file is handed out only when our own reader finds every
 * written row as it was meant and every other row as it was. A row that reads otherwise is left out and named.
 * Problems: file-…, those of `pick` and `planRow`, write-back-cell-changed, write-back-mark-unknown (formulas);
 * write-back-not-same when a row nobody wrote to reads otherwise.
 */
export async function writeInto(ports: Ports, source: Source, pick: Pick): Promise<Result<WrittenFile>> {
  const { bytes, fileName, options } = source;
  const reading = await ports.readWorkbook(bytes, fileName, options);
  if (reading.recognised === "refused") return failed(...reading.problems);
  const picked = pick(reading);
  if (!picked.ok) return picked;
  const { form, rows } = picked.value;
  const plans = rows.flatMap((wanted, ordinal): Plan[] =>
    wanted ? [{ ordinal, wanted, plan: planRow(reading, wanted) }] : [],
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
    const other = formulas.length > 0 ? formulas : differing(reading, again, form, kept);
    if (other === null) return failed(problem("write-back-not-same"));
    if (other.length === 0)
      return done({ fileName, bytes: patched.value.bytes, written: kept.map(writtenRow), problems });
    const code = formulas.length > 0 ? "write-back-mark-unknown" : "write-back-cell-changed";
    problems.push(...other.map(({ wanted }) => problem(code, { no: rowName(wanted.read) })));
    kept = kept.filter((each) => !other.includes(each));
  }
  if (kept.length > 0) return failed(problem("write-back-not-same"));
  return done({ fileName, bytes, written: [], problems });
}

const cellOf = ({ sheet, address }: CellEdit) => `${sheet}!${address}`;

/** Written rows that read otherwise than meant; null when a row nobody wrote to does. */
function differing(
  before: WorkbookReading,
  after: WorkbookReading,
  form: number,
  kept: readonly Plan[],
): Plan[] | null {
  const byOrdinal = new Map(kept.map((each) => [each.ordinal, each]));
  const [old, now] = [before.forms[form], after.forms[form]];
  if (!old || !now || old.answers.length !== now.answers.length) return kept.length === 0 ? null : [...kept];
  const found: Plan[] = [];
  for (const [ordinal, read] of old.answers.entries()) {
    const plan = byOrdinal.get(ordinal);
    const row = now.answers[ordinal];
    const isSameRow = row?.no === read.no && row.question === read.question;
    const wanted = plan ? { answer: plan.wanted.answer, remark: plan.plan.remark } : read;
    // why trimmed: a cell's outer spaces are no part of a remark as the reader gives it.
    if (isSameRow && row.answer === wanted.answer && row.remark.trim() === wanted.remark.trim()) continue;
    if (!plan) return null;
    found.push(plan);
  }
  return found;
}

function writtenRow({ wanted, plan }: Plan): WrittenRow {
  const { read, answer } = wanted;
  return {
    no: read.no,
    question: read.question,
    cells: plan.edits.map(cellOf),
    before: { answer: read.answer, remark: read.remark },
    after: { answer, remark: plan.remark },
  };
}
