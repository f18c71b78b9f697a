import { isByHand } from "~/domain/entry-by-hand";
import type { AnswerValue } from "~/domain/questionnaire";
import type { SheetView, UnreadReason } from "~/domain/reading";
import type { IntakeReview, ReviewedForm } from "~/use-cases/review-intake.server";
import { columnNumber } from "~/workbook/sheet";

/** Rows of the vendor's sheet on one page. */
const SHEET_ROWS = 300;
const MAX_COLUMNS = 40;

export type ReviewRow = {
  formIndex: number;
  ordinal: number;
  no: string;
  section: string;
  question: string;
  answer: AnswerValue;
  remark: string;
  cell: string;
  cells: string[];
  readAnswer: AnswerValue;
  readRemark: string;
  reason: UnreadReason | null;
  setBy: string | null;
  setAt: string | null;
  setReason: string;
  /** Page of the picture it was read from; entries by hand only. */
  page: number | null;
};

/** Rows a person has to look at: two answers at once, or one that cannot be read. */
export function needsLook(row: Pick<ReviewRow, "answer">): boolean {
  return row.answer === "conflict" || row.answer === "unclear";
}

function rowsOf(form: ReviewedForm): ReviewRow[] {
  return form.answers.map(({ read, ordinal, answer, remark, correction }) => ({
    formIndex: form.index,
    ordinal,
    no: read.no,
    section: read.section,
    question: read.question,
    answer,
    remark,
    cell: read.cell,
    cells: read.cells,
    readAnswer: read.answer,
    readRemark: read.remark,
    reason: read.reason,
    setBy: correction ? (correction.setByName ?? "") : null,
    setAt: correction?.setAt ?? null,
    setReason: correction?.reason ?? "",
    page: correction?.page ?? null,
  }));
}

/** What the review page shows: forms with their rows, one page of one sheet, the rows to look at. */
export function reviewPage(review: IntakeReview, params: URLSearchParams) {
  const { intake, reading } = review;
  const forms = review.forms.map((form) => ({
    index: form.index,
    form: form.read.form,
    formVersion: form.read.formVersion,
    sheet: form.read.sheet,
    header: form.read.header,
    counts: form.counts,
    total: form.answers.length,
    unread: form.read.unread,
    proposal: form.proposal,
    rows: rowsOf(form),
  }));
  const edited = params.get("edit");
  const rows = forms.flatMap((form) => form.rows);
  const byHand = reading.forms.some(isByHand);
  return {
    intake,
    forms,
    places: review.places,
    sameFile: review.sameFile,
    problems: reading.problems,
    sameIntakes: review.sameIntakes,
    former: review.former,
    isByHand: byHand,
    pages: reading.pages ?? 0,
    asks: byHand ? rows : rows.filter(needsLook),
    edited: rows.find((each) => `${each.formIndex}-${each.ordinal}` === edited) ?? null,
    view: sheetPage(reading.sheets, forms[0]?.sheet ?? "", params),
  };
}

export type ReviewPage = ReturnType<typeof reviewPage>;
export type ReviewForm = ReviewPage["forms"][number];

/** One page of one sheet, as the address asks for it. */
export function sheetPage(sheets: readonly SheetView[], first: string, params: URLSearchParams) {
  const asked = params.get("sheet");
  const at = asked === null ? sheets.findIndex((each) => each.name === first) : Number(asked);
  const sheet = sheets[at] ?? sheets[0];
  const rows = sheet?.rows ?? [];
  const from = Math.max(0, Math.min(rows.length - 1, Math.trunc(Number(params.get("from") ?? 0)) || 0));
  const shown = rows.slice(from, from + SHEET_ROWS);
  const columns = new Set(shown.flatMap((row) => row.cells.map((cell) => columnOf(cell.address))));
  const sorted = [...columns].sort((a, b) => columnNumber(a) - columnNumber(b));
  return {
    sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    at: sheet ? sheets.indexOf(sheet) : 0,
    from,
    total: rows.length,
    size: SHEET_ROWS,
    columns: sorted.slice(0, MAX_COLUMNS),
    rows: shown,
  };
}

function columnOf(address: string): string {
  return address.replace(/\d+$/, "");
}
