import type { UnreadReason } from "../../domain/reading.ts";
import type { Cell } from "../sheet.ts";
import type { AnswerTable } from "./answer-table.ts";
import { readDay } from "./dates.ts";
import type { HeadingMemo } from "./heading-memo.ts";
import {
  isBelow,
  isDated,
  isItemNumber,
  itemNumber,
  restoredNumbers,
  splitLeadingNumber,
} from "./numbers.ts";
import { brokenReason, isBroken, numberCellOf, type RowGroup } from "./row-groups.ts";
import { splitNumbers } from "./split-numbers.ts";
import { isQuestionSentence, squash } from "./text.ts";
import { isAnswerAlone } from "./word-cell.ts";
import { countOptionsNamed } from "./words.ts";

export type RowKind = "item" | "section" | "heading" | "note" | "orphan" | "remark";

export type NamedGroup = RowGroup & {
  /** Half width, empty when there is none or it is lost. */
  no: string;
  numberCell: Cell | null;
  /** Why the number cannot be told: turned into a date, a formula without its value. Null when it can. */
  lostNumber: UnreadReason | null;
};

const lostAsDate: UnreadReason = "number-lost-as-date";

/** Gives every group its number: as displayed, from the head of the question, or back from a date. */
export function nameGroups(groups: RowGroup[], table: AnswerTable): NamedGroup[] {
  const cells = groups.map(numberCellOf);
  const printed = cells.map((cell) =>
    cell && !isDated(cell) && !isBroken(cell) ? itemNumber(printedText(cell)) : "",
  );
  const restored = restoredNumbers(cells, printed);
  const split = splitNumbers(groups, table);
  return groups.map((group, at) => {
    const numberCell = cells[at] ?? null;
    const whole = split[at];
    if (whole != null) return Object.assign(group, { no: whole, numberCell, lostNumber: null });
    if (numberCell && isDated(numberCell)) {
      const no = restored[at] ?? "";
      return Object.assign(group, { no, numberCell, lostNumber: no === "" ? lostAsDate : null });
    }
    const leading = table.roles.no.length === 0 ? splitLeadingNumber(group.question) : null;
    const question = leading ? leading.rest : group.question;
    const lostNumber = numberCell && isBroken(numberCell) ? brokenReason(numberCell) : null;
    return Object.assign(group, { question, no: leading?.no ?? printed[at] ?? "", numberCell, lostNumber });
  });
}

/** A number struck through with its whole row is still the row's number. */
const printedText = (cell: Cell) => (squash(cell.standing) === "" ? cell.text : cell.standing);

/** 「備考：…」「（補足）…」 in a row of its own: what is said of the item above. */
const remarkStart = /^[(（[［【]?(?:備考|補足|補足説明|コメント|特記事項|理由)(?:[)）\]］】]|[:：])[:：]?\S/;

const noteStart = /^(?:※|＊|\*|注[\d:：)）記意]|[（(]注|以上$|凡例)/;

/**
 * Sorts the groups of one table into items, section headings, repeated column headings and notes.
 * @param nextNumber first number of the table that goes on below, where headings are printed again
 */
export function kindsOfGroups(
  groups: NamedGroup[],
  table: AnswerTable,
  nextNumber: string,
  headings: HeadingMemo,
): RowKind[] {
  const hasNumbers = groups.some((group) => isItemNumber(group.no));
  const lastNumber = groups.findLastIndex((group) => isItemNumber(group.no));
  const lastItem = groups.findLastIndex(
    (group) => hasAnswer(group) || (group.no !== "" && isItemNumber(group.no) && !group.isBanner),
  );
  const following = numbersBelow(groups, nextNumber);
  let isBelowItem = false;
  const kindOf = (group: NamedGroup, at: number): RowKind => {
    if (isRepeatedHeading(group, table, headings)) return "heading";
    const isRemark = isRemarkOfAbove(group) || isLabelledRemark(group, headings);
    if (isBelowItem && groups[at - 1]?.bottom === group.top - 1 && isRemark) return "remark";
    if (isLoneMark(group)) return "orphan";
    if (isDayAlone(group)) return hasAnswer(group) ? "orphan" : "note";
    const hasText = group.numberCells.length > 0 || group.question !== "";
    if (!hasText) return kindWithoutText(group, hasNumbers && at > lastNumber);
    if (hasAnswer(group) && !group.isBanner) {
      return hasNumbers && isBesideItems(group, at > lastNumber) ? "note" : "item";
    }
    const next = following[at] ?? nextNumber;
    return kindWithoutAnswer(group, { next, hasNumbers, isAfterLast: at > lastItem });
  };
  return groups.map((group, at) => {
    const kind = kindOf(group, at);
    isBelowItem = kind === "item" || (kind === "remark" && isBelowItem);
    return kind;
  });
}

/** Neither asks nor answers, and has no number but one that is joined down from the item above. */
function isRemarkOfAbove(group: NamedGroup): boolean {
  const text = squash(group.question);
  const isOwn = group.numberCells.some((cell) => cell.row >= group.top && cell.row <= group.bottom);
  return !isOwn && !(hasAnswer(group) && !group.isBanner) && remarkStart.test(text);
}

/** 「備考」 in a row of its own where questions stand, and the remark, or nothing, beside it. */
function isLabelledRemark(group: NamedGroup, headings: HeadingMemo): boolean {
  const isOwn = group.numberCells.some((cell) => cell.row >= group.top && !isLabelOfRemark(cell, headings));
  const labels = [...group.numberCells, ...group.questionCells];
  const isLabelled = labels.length > 0 && labels.every((cell) => isLabelOfRemark(cell, headings));
  return !isOwn && isLabelled && !group.answerCells.some(isAnswerAlone);
}

const isLabelOfRemark = ({ text }: Cell, headings: HeadingMemo) => headings.roleOf(text) === "remark";

/** For every group the next number below it. */
function numbersBelow(groups: readonly NamedGroup[], nextNumber: string): string[] {
  const below = new Array<string>(groups.length);
  groups.reduceRight((next, { no }, at) => {
    below[at] = next;
    return no === "" ? next : no;
  }, nextNumber);
  return below;
}

/**
 * In a numbered table: a legend (凡例), or a line such as 「承認 印」 that is no question.
 * why: a sign in such a line explains the form; it is shown as unread and never becomes an answer.
 */
function isBesideItems(group: NamedGroup, isAfterNumbers: boolean): boolean {
  if (isItemNumber(group.no) || group.lostNumber) return false;
  const text = squash(group.question);
  if (text === "") return group.numberCells.length > 0;
  if (isQuestionSentence(group.question)) return false;
  return noteStart.test(text) || (isAfterNumbers && text.length < 12);
}

function kindWithoutText(group: RowGroup, isAfterNumbers: boolean): RowKind {
  if (isAfterNumbers && isNoteInAnswers(group)) return "note";
  return hasAnswer(group) || group.remarkCells.length > 0 ? "orphan" : sectionOr(group, "note");
}

/** Where the answers stand first, notes below the table begin in their column. */
function isNoteInAnswers({ answerCells, remarkCells }: RowGroup): boolean {
  const [first, ...others] = answerCells;
  if (!first || others.length + remarkCells.length > 0) return false;
  const text = squash(first.text);
  return noteStart.test(text) || (text.length >= 8 && countOptionsNamed(text) === 0);
}

/** A row with only a section cell is a heading of that section. */
function sectionOr(group: RowGroup, kind: RowKind): RowKind {
  return group.sectionCells.length > 0 ? "section" : kind;
}

function kindWithoutAnswer(
  group: NamedGroup,
  around: { next: string; hasNumbers: boolean; isAfterLast: boolean },
): RowKind {
  const text = group.question === "" ? (group.numberCells[0]?.text ?? "") : group.question;
  if (noteStart.test(squash(text))) return "note";
  if (group.isBanner) return around.isAfterLast ? "note" : "section";
  const isQuestion = isQuestionSentence(group.question);
  if (group.lostNumber) return "item";
  if (group.no !== "" && isItemNumber(group.no)) {
    const isParent = isBelow(group.no, around.next);
    return (isParent && !isQuestion) || group.question === "" ? "section" : "item";
  }
  if (around.isAfterLast && around.hasNumbers) return "note";
  if (isQuestion) return "item";
  return !around.hasNumbers && group.question.length >= 12 ? "item" : "section";
}

/** A day where the question should stand asks nothing: a list of versions below the answers. */
function isDayAlone({ questionCells }: NamedGroup): boolean {
  // why the year: "S1.2.3" is how some forms number their items.
  const isDay = (cell: Cell) =>
    isDated(cell) || (/年|\d{4}/.test(cell.text) && cell.kind === "text" && readDay(cell).kind === "day");
  return questionCells.length > 0 && questionCells.every(isDay);
}

/** Nothing but a mark where the question should stand: an answer that slipped out of its column. */
function isLoneMark(group: NamedGroup): boolean {
  const isNumbered = group.numberCell !== null && isItemNumber(group.no);
  if (group.questionCells.length === 0 || isNumbered || group.lostNumber) return false;
  return !hasAnswer(group) && [...group.numberCells, ...group.questionCells].every(isAnswerAlone);
}

function hasAnswer(group: RowGroup): boolean {
  return group.answerCells.some((cell) => squash(cell.text) !== "" || cell.kind === "formula-without-value");
}

/** Column headings printed again (on the next page): labels in the text columns, option words below. */
function isRepeatedHeading(group: NamedGroup, table: AnswerTable, headings: HeadingMemo): boolean {
  if (isItemNumber(group.no)) return false;
  const isLabel = (cell: Cell) => headings.roleOf(cell.text) !== null;
  if (!group.numberCells.some(isLabel) && !group.questionCells.some(isLabel)) return false;
  return table.answers.kind === "options"
    ? group.answerCells.length > 0 && group.answerCells.every((cell) => headings.optionOf(cell.text))
    : group.answerCells.some((cell) => headings.roleOf(cell.text) === "answer");
}
