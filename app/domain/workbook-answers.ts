import { splitCondition } from "./answer-condition.ts";
import { type AskedItem, type DraftAnswer, matchRows } from "./asked-form.ts";
import { conditionFor, emptyDraft, isUntouched, MAX_REMARK, typedOver } from "./draft-answer.ts";
import { type AnswerOption, answerOptions } from "./questionnaire.ts";
import type { ReadAnswer, ReadForm, UnreadReason } from "./reading.ts";

type Named = { no: string; question: string };
type Placed = Named & { cell: string };
type Said = { answer: AnswerOption | null; remark: string };

/** What became of every row of a workbook, and of every item asked: nothing is left out. */
export type WorkbookReport = {
  fileName: string;
  formVersion: string | null;
  /** Items that got an answer they did not have. */
  filled: number;
  /** Items whose draft said the same already. */
  same: number;
  /** Items whose draft said something else; now it says what the workbook says. */
  replaced: (Named & { before: Said; after: Said })[];
  /** Rows without a mark: the draft was left as it is. */
  blank: Placed[];
  /** Rows that say two things, or that only a person can tell, or whose remark is too long. */
  unclear: (Placed & { reason: UnreadReason | null })[];
  /** Rows whose number and question are not those of exactly one item. */
  unmatched: (Placed & { answer: ReadAnswer["answer"] })[];
  /** Items no row was found for. */
  missing: Named[];
  /** Cells of the answer area that were not read at all. */
  unread: { cell: string; text: string }[];
};

/**
 * Puts the rows of a read form into the draft. Only rows that name exactly one item by number and question
 * count, and only a clear mark is an answer; all the rest is reported.
 * @returns the drafts to keep, each over the version it was read from
 */
export function fillFrom(
  items: readonly AskedItem[],
  draft: readonly DraftAnswer[],
  form: Pick<ReadForm, "answers" | "unread" | "formVersion">,
): { drafts: DraftAnswer[]; report: Omit<WorkbookReport, "fileName"> } {
  const before = new Map(draft.map((each) => [each.itemKey, each]));
  const { matched, unmatched, missing } = matchRows(items, form.answers);
  const drafts: DraftAnswer[] = [];
  const report: Omit<WorkbookReport, "fileName"> = {
    formVersion: form.formVersion,
    filled: 0,
    same: 0,
    replaced: [],
    blank: [],
    unclear: [],
    unmatched: unmatched.map(({ no, question, cell, answer }) => ({ no, question, cell, answer })),
    missing: missing.map(({ no, question }) => ({ no, question })),
    unread: form.unread.map(({ cell, text }) => ({ cell, text })),
  };
  for (const { item, row } of matched) {
    const place = { no: item.no, question: item.question, cell: row.cell };
    const answer = answerOptions.find((each) => each === row.answer) ?? null;
    const old = before.get(item.key) ?? emptyDraft(item.key);
    if (row.answer === "blank") report.blank.push(place);
    else if (answer === null || row.remark.length > MAX_REMARK)
      report.unclear.push({ ...place, reason: row.reason });
    if (
      answer === null
        ? row.answer !== "blank" || row.remark === "" || !isUntouched(old)
        : row.remark.length > MAX_REMARK
    )
      continue;
    const { condition, remark } = splitCondition(row.remark.trim());
    // why: an empty cell beside the same answer says nothing; what was written on the page stays.
    const isSilent = row.remark.trim() === "" && answer === old.answer;
    const next = isSilent
      ? null
      : typedOver(old, { answer, remark, condition: conditionFor(answer, condition) });
    if (next === null) report.same += answer === null ? 0 : 1;
    else drafts.push(next);
    if (next === null || answer === null) continue;
    if (isUntouched(old)) report.filled += 1;
    else report.replaced.push({ no: item.no, question: item.question, before: said(old), after: said(next) });
  }
  return { drafts, report };
}

const said = ({ answer, remark }: Said): Said => ({ answer, remark });
