import type { Questionnaire } from "./questionnaire.ts";
import type { ReadForm } from "./reading.ts";

/** Name of the sheet that answers entered by hand belong to; it stands in `cell` as `手入力!12`. */
export const HAND_SHEET = "手入力";

/** True for answers a person enters beside a picture: nothing of them was read. */
export function isByHand(form: Pick<ReadForm, "sheet">): boolean {
  return form.sheet === HAND_SHEET;
}

/** Where an answer entered by hand stands in the original: `手入力!p.3`. */
export function handPlace(page: number): string {
  return `${HAND_SHEET}!p.${page}`;
}

/** The page of `handPlace`, or null for a cell that was read. */
export function pageOfHandPlace(cell: string): number | null {
  const page = cell.startsWith(`${HAND_SHEET}!p.`) ? Number(cell.slice(HAND_SHEET.length + 3)) : Number.NaN;
  return Number.isInteger(page) ? page : null;
}

/** A questionnaire's rows, all blank, for entering what a scan says. `cell` counts the rows from 1. */
export function blankForm(questionnaire: Questionnaire): ReadForm {
  return {
    form: questionnaire.form,
    formVersion: questionnaire.head.version,
    sheet: HAND_SHEET,
    header: { issuedOn: null, vendor: null, product: null, productVersion: null, cells: {} },
    answers: questionnaire.questions.map((each, at) => ({
      no: each.no,
      section: each.section,
      question: each.question,
      clauses: each.clauses ?? [],
      answer: "blank",
      reason: null,
      remark: "",
      cell: `${HAND_SHEET}!${at + 1}`,
      cells: [`${HAND_SHEET}!${at + 1}`],
      remarkCell: null,
    })),
    unread: [],
  };
}
